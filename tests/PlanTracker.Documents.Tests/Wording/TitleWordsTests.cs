using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Tests.Wording;

public sealed class TitleWordsTests
{
    [Theory]
    [InlineData("虚溪县法治政府建设实施方案（2026—2030年）", DocumentKind.Plan)]
    [InlineData("虚溪县2026年度工作计划", DocumentKind.Plan)]
    [InlineData("关于推进某项工作的实施意见", DocumentKind.Plan)]
    [InlineData("2026年营商环境工作要点", DocumentKind.KeyPoints)]
    [InlineData("2026年《政府工作报告》重点任务分解表", DocumentKind.Breakdown)]
    [InlineData("目标任务责任分解方案", DocumentKind.Breakdown)]
    [InlineData("问题整改责任清单", DocumentKind.Breakdown)]
    [InlineData("2025年法治政府建设情况报告", DocumentKind.Report)]
    [InlineData("行政规范性文件管理办法", DocumentKind.Other)]
    [InlineData("关于召开会议的通知", DocumentKind.Notice)]
    public void The_title_tells_the_kind_of_document(string title, DocumentKind kind) => Assert.Equal(kind, TitleWords.KindOf(PlainForm.Of(title)));
}
