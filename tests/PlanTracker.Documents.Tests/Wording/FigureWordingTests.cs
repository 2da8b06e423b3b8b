using System.Globalization;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Tests.Wording;

public sealed class FigureWordingTests
{
    [Theory]
    [InlineData("全年共办理复议案件132件，同比增长12%", "办理复议案件 132件; 同比增长 12%")]
    [InlineData("网上可办率达到99.5%，群众满意率为100%。", "网上可办率 99.5%; 群众满意率 100%")]
    [InlineData("投入专项资金1.2万元、发放补贴3亿元", "投入专项资金 1.2万元; 发放补贴 3亿元")]
    [InlineData("检查对象2810余户", "检查对象 2810户 about")]
    [InlineData("受理申请1,024件", "受理申请 1024件")]
    [InlineData("受教育群众5万人次以上", "受教育群众 5万人次 about")]
    [InlineData("作出行政处罚行为45起", "作出行政处罚行为 45起")]
    [InlineData("平均办理时间压缩2.5个工作日", "平均办理时间压缩 2.5个工作日")]
    [InlineData("为72家民营企业提供法律服务", "民营企业 72家")]
    [InlineData("精减97项机关依申请办理事项涉及的318项资料", "精减 97项; 机关依申请办理事项涉及的 318项")]
    [InlineData("举办培训３场，参训２００人次", "举办培训 3场; 参训 200人次")]
    public void Results_are_read_with_what_they_count(string words, string figures) => Assert.Equal(figures, Read(words));

    [Theory]
    [InlineData("2025年6月30日前完成")]
    [InlineData("印发虚府发〔2025〕12号文件")]
    [InlineData("第3次会议审议通过")]
    [InlineData("“十四五”期间")]
    [InlineData("完成xx件")]
    public void Days_document_numbers_and_ordinals_are_none(string words) => Assert.Equal("", Read(words));

    [Fact]
    public void A_figure_remembers_where_it_stands()
    {
        var figure = Assert.Single(FigureWording.FindIn(MappedText.Of("开展培训 12 场", 100)));

        Assert.Equal((105, 109), (figure.Span.Start, figure.Span.End));
    }

    private static string Read(string words) => string.Join("; ", FigureWording.FindIn(MappedText.Of(words))
        .Select(x => string.Create(CultureInfo.InvariantCulture, $"{x.What} {x.Value:0.##}{x.Measure}{(x.About ? " about" : "")}")));
}
