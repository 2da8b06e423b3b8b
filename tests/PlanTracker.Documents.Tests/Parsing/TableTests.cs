using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Parsing;

namespace PlanTracker.Documents.Tests.Parsing;

public sealed class TableTests
{
    [Fact]
    public void Every_row_of_a_table_is_a_task_under_the_name_of_its_group()
    {
        var draft = PlanParser.Parse(Documents.OfTable(
            "青溪镇2026年重点工作任务分解表",
            ["序号", "类别", "工作任务", "责任领导", "牵头单位", "配合单位", "完成时限"],
            ["1", "产业", "新建茶园300亩。", "江 渔", "农业中心", "财政所\n派出所", "10月底"],
            ["2", "^", "办好茶会。", "^", "文化站", "—", "3月、9月"],
            ["合计", "", "2项", "", "", "", ""]));

        Assert.Equal(DocumentKind.Breakdown, draft.Kind);
        Assert.Equal("青溪镇2026年重点工作任务分解表", draft.Title);
        Assert.Equal("1|新建茶园300亩|L:农业中心 C:财政所 C:派出所\n2|办好茶会|L:文化站", Documents.Tasks(draft));
        Assert.All(draft.Tasks, task => Assert.Equal(["产业"], task.Section));
        Assert.All(draft.Tasks, task => Assert.Equal(["江渔"], task.Leaders.Select(leader => leader.Name)));
        Assert.Equal([new DateOnly(2026, 3, 31), new DateOnly(2026, 9, 30)], draft.Tasks[1].Deadlines.Select(day => day.Day));
    }

    [Fact]
    public void Sub_rows_of_a_merged_number_are_tasks_and_print_their_own_number_if_they_have_one()
    {
        var draft = PlanParser.Parse(Documents.OfTable(
            "2026年反馈问题整改任务清单",
            ["序号", "问题", "整改措施", "责任单位", "整改时限"],
            ["一、执法方面（2项）", "<", "<", "<", "<"],
            ["1", "漏报文件", "（1）逐件核对", "区司法局", "5月底前"],
            ["^", "^", "（2）开发模块", "区数据局", "8月底前"],
            ["序号", "问题", "整改措施", "责任单位", "整改时限"],
            ["2", "文书不一", "统一文书", "区司法局", "长期坚持"]));

        Assert.Equal("（1）|逐件核对|R:区司法局\n（2）|开发模块|R:区数据局\n2|统一文书|R:区司法局", Documents.Tasks(draft));
        Assert.Equal("一、执法方面（2项）", draft.Tasks[2].Section[0]);
        Assert.True(draft.Tasks[2].Ongoing);
    }

    [Fact]
    public void A_head_of_two_rows_gives_the_names_of_the_columns_below()
    {
        var draft = PlanParser.Parse(Documents.OfTable(
            "2026年任务分工表",
            ["序号", "任务", "责任分工", "<", "时限"],
            ["^", "^", "牵头单位", "配合单位", "^"],
            ["1", "修路", "县交通局", "县财政局", "年底前"]));

        Assert.Equal("1|修路|L:县交通局 C:县财政局", Documents.Tasks(draft));
    }

    [Fact]
    public void A_name_goes_on_in_the_next_line_of_its_narrow_cell()
    {
        var draft = PlanParser.Parse(Documents.OfTable(
            "2026年实事清单",
            ["序号", "项目名称", "主要内容", "责任单位"],
            ["1", "新建乡村\n图书室", "新建图书室12间。", "县文旅局"]));

        Assert.Equal("1|新建乡村图书室|R:县文旅局", Documents.Tasks(draft));
    }

    [Fact]
    public void A_note_that_names_both_roles_is_followed()
    {
        var draft = PlanParser.Parse(Documents.OfTable(
            "2026年任务分解表\n注：责任单位第一个为牵头单位，其余为配合单位。",
            ["序号", "任务", "责任单位"],
            ["1", "修路", "县交通局、县财政局"]));

        Assert.Equal("L:县交通局 C:县财政局", Documents.Units(draft.Tasks[0]));
    }

    [Fact]
    public void A_numbered_row_whose_wording_is_lost_is_kept_and_marked()
    {
        var draft = PlanParser.Parse(Documents.OfTable("2026年任务清单", ["序号", "任务", "责任单位"], ["1", "", "县水利局"], ["2", "修渠", "县水利局"]));

        Assert.Equal("1||R:县水利局\n2|修渠|R:县水利局", Documents.Tasks(draft));
        Assert.Contains(draft.Diagnostics, doubt => doubt is { Kind: DiagnosticKind.NoTitle, Task: 0 });
    }

    [Fact]
    public void A_table_of_people_is_no_table_of_tasks() =>
        Assert.Empty(PlanParser.Parse(Documents.OfTable("联络员通讯录", ["单位", "联络员", "电话"], ["县司法局", "江渔", "1234"])).Tasks);

    [Fact]
    public void A_table_whose_cells_came_one_a_line_is_put_together_again()
    {
        var draft = Documents.Parse("""
            2026年改革任务清单
            序号
            改革任务
            责任单位
            一、执法方面（共1项）
            1
            统一文书
            县司法局
            二、服务方面（共1项）
            2
            网上受理
            县数据局
            """);

        Assert.Equal("1|统一文书|R:县司法局\n2|网上受理|R:县数据局", Documents.Tasks(draft));
        Assert.Equal(["二、服务方面（共1项）"], draft.Tasks[1].Section);
    }

    [Fact]
    public void Rows_that_came_one_a_line_parted_by_tabs_or_bars_are_a_table()
    {
        var tabs = Documents.Parse("2026年任务清单\n序号\t任务\t责任单位\t时限\n1\t修渠\t县水利局\t6月底");
        var bars = Documents.Parse("2026年任务清单\n| 序号 | 任务 | 责任单位 |\n| --- | --- | --- |\n| 1 | 修渠 | 县水利局 |");

        Assert.Equal("1|修渠|R:县水利局", Documents.Tasks(tabs));
        Assert.Equal("1|修渠|R:县水利局", Documents.Tasks(bars));
    }

    [Fact]
    public void A_table_run_together_without_separators_is_parted_by_times_units_and_numbers()
    {
        var draft = Documents.Parse(
            "附件2026年虚溪区治水任务分工表 序号工作任务具体措施完成时限责任单位任务来源1治理河道1、制定治理河道方案3月区水利局区财政局1、治水规划（虚政〔2025〕5号）2、全区治水会议 " +
            "2、清理河岸6月区水利局相关镇人民政府2保护水源3、每月检测水质12月区环保局虚溪水库管理处4、建立台账全年区水利局 注：责任单位第一个为牵头单位，其余为配合单位。");

        Assert.Equal("2026年虚溪区治水任务分工表", draft.Title);
        Assert.Equal(
            """
            1、|制定治理河道方案|L:区水利局 C:区财政局
            2、|清理河岸|L:区水利局 C:相关镇人民政府
            3、|每月检测水质|L:区环保局 C:虚溪水库管理处
            4、|建立台账|L:区水利局
            """,
            Documents.Tasks(draft));
        Assert.Equal(["2保护水源"], draft.Tasks[2].Section);
        Assert.Equal(new DateOnly(2026, 12, 31), Assert.Single(draft.Tasks[2].Deadlines).Day);
    }

    [Fact]
    public void Cells_that_end_in_a_bar_may_go_over_several_lines()
    {
        var draft = Documents.Parse("2026年任务清单\n序号 |\n任务 |\n责任单位 |\n1 |\n推行专员服务，\n保障开工。 |\n改革办 |");

        Assert.Equal("1|推行专员服务，保障开工|R:改革办", Documents.Tasks(draft));
    }
}
