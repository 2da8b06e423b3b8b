using System.Text;
using PlanTracker.Domain;
using PlanTracker.Web.Features.Plans.Import;
using PlanTracker.Web.Features.Plans.Publish;
using PlanTracker.Web.Features.Plans.Review;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Plans;

/// <summary>An invented plan of the tests' county: four tasks, one unknown unit, one unstated deadline.</summary>
internal static class SamplePlan
{
    public const string Words = """
        望湖县法治政府建设实施方案（2026—2027年）

        望府发〔2026〕8号

        为提高依法行政水平，制定本方案。

        一、健全制度体系

        （一）清理规范性文件。对现行有效的规范性文件逐件清理，2026年9月30日前公布清理结果。（牵头单位：县司法局；配合单位：县发改局）

        （二）编制办事指南。把高频事项的办事指南编印成册，2026年6月30日前完成初稿，2026年12月31日前发放到各镇。（责任单位：县发展和改革局、财政局）

        二、加强队伍建设

        （三）轮训执法人员。每年12月31日前组织一次全员轮训，参训率达到100%。（责任单位：县司法局、县湖泊保护中心）

        （四）建立联络员名册。各单位确定一名联络员。（责任单位：县司法局）

        望湖县人民政府

        2026年3月2日
        """;

    public static Task<Outcome<Guid>> Import(this TestApp app, World world, string words = Words, string name = "方案.txt") =>
        app.Send(world.Coordinator, new ImportDocument.Command(world.County.Id, name, Encoding.UTF8.GetBytes(words)));

    public static async Task<OpenDraft.Result> Draft(this TestApp app, World world, Guid id)
    {
        var opened = await app.Send(world.Coordinator, new OpenDraft.Query(id));
        Assert.True(opened.IsDone, opened.Refusal?.Kind.ToString());
        return opened.Value;
    }

    public static async Task<Outcome<Guid>> Publish(this TestApp app, World world, Guid draft)
    {
        var preview = await app.Send(world.Coordinator, new PreviewPublish.Query(draft));
        return await app.Send(world.Coordinator, new PublishDraft.Command(draft, preview.Value.Proposed));
    }
}
