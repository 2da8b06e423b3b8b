using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Tests.Parsing;

public sealed class OtherDocumentsTests
{
    [Fact]
    public void Of_a_report_only_the_next_steps_are_tasks()
    {
        var draft = Documents.Parse("""
            2025年虚溪县法治工作情况报告
            一、主要做法
            （一）抓学习。全年学法12次。
            二、存在问题
            一是力量不足。
            三、下一步工作打算
            （一）强化培训。办好轮训。
            （二）补齐短板。配强人员。
            """);

        Assert.Equal(DocumentKind.Report, draft.Kind);
        Assert.Equal("（一）|强化培训|\n（二）|补齐短板|", Documents.Tasks(draft));
        Assert.Contains(draft.Diagnostics, doubt => doubt.Kind == DiagnosticKind.ReportOnlyNextSteps);
    }

    [Fact]
    public void Days_among_the_next_steps_lie_in_the_year_after_the_one_reported()
    {
        var draft = Documents.Parse("2025年虚溪县法治工作情况报告\n一、主要做法\n（一）抓学习。学法12次。\n二、下一步打算\n（一）轮训。6月底前完成轮训。");

        Assert.Equal(new DateOnly(2026, 6, 30), Assert.Single(Assert.Single(draft.Tasks).Deadlines).Day);
    }

    [Fact]
    public void A_signature_and_a_closing_paragraph_are_no_part_of_the_last_task()
    {
        var draft = Documents.Parse("""
            虚溪县2026年清渠方案
            一、任务
            （一）清渠。疏通干渠。（责任单位：县水利局）
            （二）护岸。加固堤岸。（责任单位：县水利局）
            各单位要于2026年4月底前报送总结。
            虚溪县人民政府
            2026年3月1日
            """);

        Assert.Equal("护岸。加固堤岸。", draft.Tasks[1].Body);
        Assert.Empty(draft.Tasks[1].Deadlines);
    }

    [Fact]
    public void Next_steps_told_as_一是_二是_are_tasks_up_to_the_next_matter()
    {
        var draft = Documents.Parse("工作情况汇报\n一、进展\n完成任务。\n二、下一步打算\n抓好以下工作： 一是建制度。定规矩。 二是强队伍。练本领。 另提两点建议： 一是统一标准。");

        Assert.Equal("一是|建制度|\n二是|强队伍|", Documents.Tasks(draft));
    }

    [Fact]
    public void A_regulation_holds_no_tasks()
    {
        var draft = Documents.Parse("虚溪县文件管理办法\n第一条 为了管理，制定本办法。\n第二条 起草单位应当征求意见。\n第三条 县司法局负责审核。（责任单位：县司法局）");

        Assert.Equal(DocumentKind.Other, draft.Kind);
        Assert.Empty(draft.Tasks);
        Assert.Contains(draft.Diagnostics, doubt => doubt.Kind == DiagnosticKind.NotAPlan);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("今天天气很好。")]
    public void What_is_no_plan_says_so_and_has_no_tasks(string text)
    {
        var draft = Documents.Parse(text);

        Assert.Empty(draft.Tasks);
        Assert.Contains(draft.Diagnostics, doubt => doubt.Kind is DiagnosticKind.NotAPlan or DiagnosticKind.NoTasks);
    }
}
