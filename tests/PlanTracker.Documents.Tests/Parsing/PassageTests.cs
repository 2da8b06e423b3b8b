using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Tests.Parsing;

public sealed class PassageTests
{
    private const string Report = """
        2025年虚溪县法治政府建设情况报告
        现将有关情况报告如下：
        一、主要做法
        （一）规范决策。一是健全程序。全年合法性审核重大决策事项8项，出具意见书12份。二是用好顾问。全县聘请法律顾问26名，参与论证40次。
        （二）加强复议。全年受理行政复议案件31件，审结29件，按期办结率达100%。
        二、存在问题
        （一）力量不足。基层执法人员缺口12名，培训不够经常。
        三、下一步工作打算
        （一）强化培训。办好执法人员轮训，全年不少于两期。
        """;

    [Fact]
    public void A_report_is_cut_into_what_it_tells_and_neither_faults_nor_plans_are_told()
    {
        var draft = Documents.Parse(Report);

        Assert.Equal(["健全程序", "用好顾问", "加强复议"], draft.Passages.Select(x => x.Title));
        Assert.Equal(["一、主要做法", "（一）规范决策"], draft.Passages[1].Section);
        Assert.Equal(["一、主要做法"], draft.Passages[2].Section);
    }

    [Fact]
    public void A_passage_holds_its_words_its_place_and_its_figures()
    {
        var draft = Documents.Parse(Report);

        var passage = draft.Passages[2];
        Assert.Equal("加强复议。全年受理行政复议案件31件，审结29件，按期办结率达100%。", passage.Words);
        Assert.Equal(passage.Words, Report[passage.Span.Start..passage.Span.End]);
        Assert.Equal([("受理行政复议案件", 31m, "件"), ("审结", 29m, "件"), ("按期办结率", 100m, "%")], passage.Figures.Select(x => (x.What, x.Value, x.Measure)));
        Assert.All(passage.Figures, x => Assert.Contains(x.Value.ToString("0", System.Globalization.CultureInfo.InvariantCulture), Report[x.Span.Start..x.Span.End], StringComparison.Ordinal));
    }

    [Fact]
    public void The_next_steps_lie_in_the_year_after_the_report() => Assert.Equal(2026, Documents.Parse(Report).NextYear);

    [Fact]
    public void A_report_without_numbers_is_cut_at_its_paragraphs()
    {
        var draft = Documents.Parse("""
            2025年虚溪县农业局普法工作总结
            全年组织下乡宣讲12场，发放资料3000份，覆盖全部行政村。
            对新进执法人员开展岗前培训2期，培训45人次，考核全部合格。
            """);

        Assert.Equal(DocumentKind.Report, draft.Kind);
        Assert.Equal(2, draft.Passages.Count(x => x.Figures.Count > 0));
    }

    [Fact]
    public void A_plan_has_no_passages() =>
        Assert.Empty(Documents.Parse("虚溪县2026年清渠方案\n一、任务\n（一）清渠。疏通干渠12公里，年底前完成。（责任单位：县水利局）").Passages);
}
