using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Tests.Parsing;

public sealed class NumberedOutlineTests
{
    private const string Plan = """
        虚溪县河道整治实施方案（2026—2028年）
        为整治河道，制定本方案。
        一、总体要求
        （一）指导思想。坚持系统治理。
        （二）基本原则。坚持群众满意。
        二、重点任务
        （一）疏浚河道。2026年6月底前疏浚主河道12公里。（责任单位：县水利局，各镇人民政府）
        （二）整治排口。逐口建档。（县生态环境局牵头，县住建局等配合）
        三、保障措施
        （一）加强领导。各镇要高度重视。
        （二）严格报送。2026年12月20日前报送总结。
        """;

    [Fact]
    public void The_items_that_carry_units_are_the_tasks_and_statements_hold_none() =>
        Assert.Equal(
            """
            （一）|疏浚河道|R:县水利局 R:各镇人民政府
            （二）|整治排口|L:县生态环境局 C:县住建局
            （二）|严格报送|
            """,
            Documents.Tasks(Documents.Parse(Plan)));

    [Fact]
    public void A_task_knows_its_headings_its_day_its_promise_and_its_place()
    {
        var draft = Documents.Parse(Plan);
        var task = draft.Tasks[0];

        Assert.Equal(["二、重点任务"], task.Section);
        Assert.Equal(new DateOnly(2026, 6, 30), Assert.Single(task.Deadlines).Day);
        Assert.Equal("12公里", Assert.Single(task.Targets).Words);
        Assert.Equal("疏浚河道。2026年6月底前疏浚主河道12公里。", task.Body);
        Assert.StartsWith("（一）疏浚河道", Plan[task.Span.Start..task.Span.End], StringComparison.Ordinal);
        Assert.Equal("县水利局", Plan[task.Units[0].Words.Start..task.Units[0].Words.End]);
        Assert.Equal("2026年6月底前", Plan[task.Deadlines[0].Words.Start..task.Deadlines[0].Words.End]);
        Assert.Equal((2026, 2028), draft.Period);
        Assert.Contains(draft.Diagnostics, doubt => doubt is { Kind: DiagnosticKind.NoUnits, Task: 2 });
    }

    [Fact]
    public void The_lowest_level_that_carries_units_wins_and_subsections_become_headings()
    {
        var draft = Documents.Parse("""
            2026年林业工作要点
            一、造林
            （一）荒山造林
            1.整地。清理地块。（责任单位：县林业局）
            2.栽植。（责任单位：县林业局、财政局）
            （二）封山育林
            3.设卡。（责任单位：各镇人民政府）
            """);

        Assert.Equal(DocumentKind.KeyPoints, draft.Kind);
        Assert.Equal("1.|整地|R:县林业局\n2.|栽植|R:县林业局 R:财政局\n3.|设卡|R:各镇人民政府", Documents.Tasks(draft));
        Assert.Equal(["一、造林", "（二）封山育林"], draft.Tasks[2].Section);
    }

    [Fact]
    public void Without_any_units_the_level_below_the_sections_is_taken_and_一是_is_part_of_it()
    {
        var draft = Documents.Parse("""
            2026年档案工作计划
            一、收好
            1.归档。一是定目录。二是定时间。
            2.移交。按期移交。
            二、用好
            3.开放。扩大开放。
            """);

        Assert.Equal("1.|归档|\n2.|移交|\n3.|开放|", Documents.Tasks(draft));
        Assert.Equal("归档。一是定目录。二是定时间。", draft.Tasks[0].Body);
    }

    [Fact]
    public void A_clause_for_the_whole_section_holds_for_each_of_its_tasks()
    {
        var draft = Documents.Parse("""
            2026年粮食工作方案
            一、储粮
            （一）备仓。7月底前腾仓。
            （二）轮换。9月15日前轮换。
            （本部分任务责任单位：县发改局、县粮油公司）
            """);

        Assert.Equal("（一）|备仓|R:县发改局 R:县粮油公司\n（二）|轮换|R:县发改局 R:县粮油公司", Documents.Tasks(draft));
    }

    [Fact]
    public void A_phase_is_due_on_the_last_day_of_its_range()
    {
        var draft = Documents.Parse("""
            2026年清仓行动方案
            一、实施步骤
            （一）部署阶段（4月1日—5月31日）。制定清单。（责任单位：县应急局）
            （二）收尾阶段（6月1日—12月20日）。逐项验收。（责任单位：县应急局）
            """);

        Assert.Equal("部署阶段（4月1日—5月31日）", draft.Tasks[0].Title);
        Assert.Equal([new DateOnly(2026, 5, 31)], draft.Tasks[0].Deadlines.Select(day => day.Day));
        Assert.Equal([new DateOnly(2026, 12, 20)], draft.Tasks[1].Deadlines.Select(day => day.Day));
    }

    [Fact]
    public void A_default_for_later_tasks_holds_to_the_end_of_its_section()
    {
        var draft = Documents.Parse("""
            2026年清水行动方案
            一、重点任务
            （一）清查。（区水务局牵头负责，以下均需各片区配合落实，不再列出）
            （二）清理。（区水务局牵头负责）
            二、其他任务
            （一）宣传。（区文旅局负责）
            """);

        Assert.Equal("L:区水务局", Documents.Units(draft.Tasks[0]));
        Assert.Equal("L:区水务局 C:各片区", Documents.Units(draft.Tasks[1]));
        Assert.Equal("R:区文旅局", Documents.Units(draft.Tasks[2]));
    }

    [Fact]
    public void A_gap_and_a_repeated_number_are_marked()
    {
        var draft = Documents.Parse("2026年方案\n一、任务\n（一）甲事。（责任单位：县甲局）\n（四）乙事。（责任单位：县乙局）\n（四）丙事。（责任单位：县丙局）");

        Assert.Equal([(DiagnosticKind.NumberGap, 1), (DiagnosticKind.NumberRepeated, 2)],
            draft.Diagnostics.Where(doubt => doubt.Task is not null).Select(doubt => (doubt.Kind, doubt.Task!.Value)));
    }

    [Fact]
    public void Headings_without_numbers_above_numbered_items_are_sections()
    {
        var draft = Documents.Parse("""
            虚溪市2026年数字工作要点
            夯实基础
            建好机房
            1.扩容机房
            新增机柜。
            责任单位：市数据局牵头
            用好数据
            2.编目
            编制目录。
            责任单位：市数据局
            """);

        Assert.Equal(["夯实基础", "建好机房"], draft.Tasks[0].Section);
        Assert.Equal(["夯实基础", "用好数据"], draft.Tasks[1].Section);
        Assert.Equal("1.|扩容机房|L:市数据局\n2.|编目|R:市数据局", Documents.Tasks(draft));
    }
}
