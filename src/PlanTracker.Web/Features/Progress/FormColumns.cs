namespace PlanTracker.Web.Features.Progress;

/// <summary>Heads of the reporting form 填报表, as written and as looked for when it comes back.</summary>
internal static class FormColumns
{
    public const string Id = "识别码", Plan = "计划", Number = "任务编号", Title = "任务", Role = "角色", DueOn = "时限", Last = "上次填报", LastPercent = "上次进度",
        Words = "本次进展", Percent = "本次进度", Figures = "数据", NothingNew = "无新进展", Milestones = "时间节点",
        Reached = "已完成节点";
}
