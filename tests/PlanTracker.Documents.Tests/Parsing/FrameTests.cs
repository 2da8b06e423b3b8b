using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Tests.Parsing;

public sealed class FrameTests
{
    [Fact]
    public void A_cover_notice_gives_number_issuer_and_day_but_no_tasks()
    {
        var draft = Documents.Parse("""
            虚溪县人民政府办公室关于印发《虚溪县清河行动方案（2026—2028年）》的通知
            虚府办发〔2026〕8号
            各镇人民政府，县级各部门：
            现将方案印发给你们，并提出以下要求：
            一、请于2026年4月10日前报送联络员。
            二、每月25日前报送进展。
            虚溪县人民政府办公室
            2026年3月10日
            虚溪县清河行动方案（2026—2028年）
            一、重点任务
            （一）清河。（责任单位：县水利局）
            """);

        Assert.Equal("虚溪县清河行动方案（2026—2028年）", draft.Title);
        Assert.Equal("虚府办发〔2026〕8号", draft.DocNumber);
        Assert.Equal("虚溪县人民政府办公室", draft.Issuer);
        Assert.Equal(new DateOnly(2026, 3, 10), draft.Issued);
        Assert.Equal((2026, 2028), draft.Period);
        Assert.Equal(DocumentStage.Final, draft.Stage);
        Assert.Equal("（一）|清河|R:县水利局", Documents.Tasks(draft));
    }

    [Fact]
    public void A_title_over_two_lines_is_one_and_its_stage_stands_apart()
    {
        var draft = Documents.Parse("虚溪市推进城乡供水一体化\n实施方案（征求意见稿）\n一、任务\n（一）铺管。（责任单位：市水务局）");

        Assert.Equal("虚溪市推进城乡供水一体化实施方案", draft.Title);
        Assert.Equal(DocumentStage.Draft, draft.Stage);
    }

    [Fact]
    public void Joint_issuers_are_joined()
    {
        var draft = Documents.Parse("2026年联合整治方案\n一、任务\n（一）清查。（责任单位：县公安局）\n虚溪县公安局\n虚溪县司法局\n二〇二六年三月九日");

        Assert.Equal("虚溪县公安局、虚溪县司法局", draft.Issuer);
        Assert.Equal(new DateOnly(2026, 3, 9), draft.Issued);
    }

    [Fact]
    public void A_document_named_in_the_text_is_not_the_documents_own()
    {
        var draft = Documents.Parse("虚溪县2026年普法工作要点\n根据《虚溪市普法规划》（虚市发〔2025〕31号）要求，制定本要点。\n一、任务\n（一）宣讲。（责任单位：县司法局）");

        Assert.Null(draft.DocNumber);
        Assert.Equal("虚溪县2026年普法工作要点", draft.Title);
    }
}
