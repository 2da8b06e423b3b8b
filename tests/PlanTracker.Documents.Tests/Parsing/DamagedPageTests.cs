using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Tests.Parsing;

public sealed class DamagedPageTests
{
    [Fact]
    public void A_page_that_came_as_one_line_is_read_like_any_other()
    {
        var draft = Documents.Parse(
            "虚溪县人民政府网 当前位置： 首页 > 政务公开 虚溪县人民政府办公室关于印发《虚溪县2026年复议工作要点》的通知 时间：2026-03-16 虚府办函〔2026〕9号 各镇人民政府： " +
            "《虚溪县2026年复议工作要点》已经县政府同意，现印发给你们。 虚溪县人民政府办公室 2026年3月12日 虚溪县2026年复议工作要点 为做好工作，制定本要点。 一、方便群众 " +
            "1．站点收件。5月底前开门。（责任单位:县司法局、各镇人民政府） 2.线上递交。（责任单位：县司法局)3、当面说明。责任单位：县司法局，县大数据中心4.回访。做好回访，县司法局负责。（责任单位：县司法局） " +
            "二、办案提速 5.快慢分道。（县司法局牵头,县公安局等配合） （此件公开发布） 扫一扫 主办：虚溪县人民政府办公室");

        Assert.Equal(("虚溪县2026年复议工作要点", "虚府办函〔2026〕9号", "虚溪县人民政府办公室"), (draft.Title, draft.DocNumber, draft.Issuer));
        Assert.Equal(
            """
            1．|站点收件|R:县司法局 R:各镇人民政府
            2.|线上递交|R:县司法局
            3、|当面说明|R:县司法局 R:县大数据中心
            4.|回访|R:县司法局
            5.|快慢分道|L:县司法局 C:县公安局
            """,
            Documents.Tasks(draft));
        Assert.Equal(["二、办案提速"], draft.Tasks[4].Section);
        Assert.True(draft.Tasks[4].AndOthers);
    }

    [Fact]
    public void Hard_line_ends_page_numbers_and_running_heads_do_not_break_a_task()
    {
        var text = """
            虚溪镇 2026 年防火
            工 作 实 施 方 案
            各村民委员会：
            　　为看好山林，减少火灾隐患，现结合本镇今年防火工作，制
            定本方案。
            　　一、主要任务
            　　（一）分片看护林地。干部到村、组长到户、护林员巡到各
            山岭，２月底前看护名单全部公示。（责任单位：镇党政办公室、镇林
            业站，各村 民委员会）
            　　（二）严控入山用火。干旱时节在入山道口值守，登记进山人
            - 1 -
            虚溪镇人民政府文件
            员车辆，携带火种的一律劝返。（责任单位：镇派出所、镇综合执
            法队
            - 2 -
            虚溪镇人民政府文件
            　　（三）组织演练。每半年一次。（责任单位：镇应急站）
            """;
        var draft = Documents.Parse(text);

        Assert.Equal("虚溪镇2026年防火工作实施方案", draft.Title);
        Assert.Equal(
            """
            （一）|分片看护林地|R:镇党政办公室 R:镇林业站 R:各村民委员会
            （二）|严控入山用火|R:镇派出所 R:镇综合执法队
            （三）|组织演练|R:镇应急站
            """,
            Documents.Tasks(draft));
        Assert.DoesNotContain("文件", draft.Tasks[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_numbers_of_a_sharing_sites_slices_are_not_the_documents()
    {
        var filler = string.Concat(Enumerable.Repeat("认真落实各项部署，全面完成年度任务", 8));
        var draft = Documents.Parse($"1、2026年水利工作方案 一、重点任务 （一）修渠。{filler}，抓好干渠\n2、整修。（责任单位：县水利局） （二）护岸。（责任单位：县水利局）");

        Assert.Equal("（一）|修渠|R:县水利局\n（二）|护岸|R:县水利局", Documents.Tasks(draft));
        Assert.Contains("抓好干渠整修", draft.Tasks[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Traditional_characters_stay_and_readings_in_brackets_go()
    {
        var draft = Documents.Parse("關於農村改革任務分工的通知\n一、工作分工\n（一）關於“糧食(shí)自給”的問題，由農業部會同糧食局等部門負責落實。");

        Assert.Equal(DocumentKind.Breakdown, draft.Kind);
        Assert.Equal("（一）|關於“糧食自給”的問題|L:農業部 C:糧食局", Documents.Tasks(draft));
    }
}
