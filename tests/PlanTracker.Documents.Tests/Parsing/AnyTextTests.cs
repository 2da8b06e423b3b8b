using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Parsing;

namespace PlanTracker.Documents.Tests.Parsing;

public sealed class AnyTextTests
{
    private static readonly string[] Scraps =
    [
        "一、", "（一）", "(二)", "（三", "1.", "2．", "3、", "（1）", "①", "一是", "第一条", "第二章", "任务1：", "\n", "\n\n", " ", "　", "。", "；", "，", "、", "：", "（",
            "）", "〔", "〕", "《", "》",
        "责任单位：", "牵头单位：", "配合单位", "责任领导：", "完成时限：", "县水利局", "区财政局", "各镇人民政府", "等", "等单位", "有关部门", "牵头", "负责", "按职责分工负责", "配合", "指导", "由", "会同",
        "2026年", "6月底前", "2月30日前", "13月", "每季度", "每年3月底前", "年底前", "上半年", "印发之日起30日内", "全年", "长期坚持", "达到95%以上", "300亩", "关于印发", "的通知", "实施方案",
            "工作要点", "总结报告",
        "（征求意见稿）", "虚府发〔2026〕3号", "虚溪县人民政府", "2026年3月1日", "序号", "任务", "合计", "- 1 -", "第3页 共9页", "保障措施", "下一步打算", "指导思想", "疏浚河道", "發(fā)", "\t", "|",
            "😀", "\ud800", "x", "9",
    ];

    private static readonly Arbitrary<string> Soup = Gen.Elements(Scraps).ListOf().Select(scraps => string.Concat(scraps)).ToArbitrary();

    [Fact]
    public void No_text_breaks_the_reading_and_every_span_lies_inside_it() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(120), Prop.ForAll(Soup, text =>
        {
            var draft = PlanParser.Parse(Documents.OfLines(text));
            var spans = draft.Tasks.SelectMany(SpansOf).Concat(draft.Diagnostics.Select(doubt => doubt.Span).OfType<SourceSpan>());
            return spans.All(span => 0 <= span.Start && span.Start <= span.End && span.End <= text.Length);
        }));

    [Fact]
    public void Tasks_stand_in_the_order_of_the_document_and_doubts_name_tasks_that_exist() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(120), Prop.ForAll(Soup, text =>
        {
            var draft = PlanParser.Parse(Documents.OfLines(text));
            var starts = draft.Tasks.Select(task => task.Span.Start).ToList();
            return starts.SequenceEqual(starts.Order()) && draft.Diagnostics.All(doubt => doubt.Task is null || doubt.Task < draft.Tasks.Count);
        }));

    [Fact]
    public void No_table_breaks_the_reading_and_every_span_lies_inside_its_text()
    {
        var cell = Gen.Elements([.. Scraps.Where(scrap => !scrap.Contains('\t') && !scrap.Contains('\n')), "", "^"]);
        var rows = cell.ListOf(4).Select(cells => cells.ToArray()).ListOf().ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(40), Prop.ForAll(rows, table =>
        {
            string[] head = ["序号", "任务", "责任单位", "时限"];
            string[] first = ["1", "一", "二", "三"];
            var document = Documents.OfTable("2026年任务清单", [head, first, .. table]);
            return PlanParser.Parse(document).Tasks.SelectMany(SpansOf)
                .All(span => 0 <= span.Start && span.Start <= span.End && span.End <= document.Text.Length);
        }));
    }

    [Fact]
    public void The_same_text_is_read_the_same_way_twice() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(Soup, text =>
            Documents.Tasks(Documents.Parse(text)) == Documents.Tasks(Documents.Parse(text))));

    // Found by changing documents at random: numbers were tried from each of their digits to their end.
    [Theory]
    [InlineData("0")]
    [InlineData("0-")]
    [InlineData("0.")]
    public void A_number_without_end_is_read_in_time_that_grows_in_proportion(string digits)
    {
        var text = "虚溪县实施方案\n一、" + string.Concat(Enumerable.Repeat(digits, 200_000 / digits.Length));
        Assert.True(PlanParser.Parse(Documents.OfLines(text)).Tasks.Count <= 1);
    }

    private static IEnumerable<SourceSpan> SpansOf(DraftTask task) =>
        task.Units.Concat(task.Collectives).Select(unit => unit.Words)
            .Concat(task.Leaders.Select(leader => leader.Words))
            .Concat(task.Deadlines.Select(day => day.Words))
            .Concat(task.Targets.Select(target => target.Span))
            .Append(task.Span)
            .Concat(task.TimeWords is { } words ? [words] : []);
}
