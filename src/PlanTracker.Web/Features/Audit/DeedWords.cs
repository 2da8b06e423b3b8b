using System.Text.Json;
using Microsoft.Extensions.Localization;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Auditing;
using PlanTracker.Web.Wording;

namespace PlanTracker.Web.Features.Audit;

/// <summary>What the log calls by stable names, in the reader's language. A name that is known no more is shown as it is.</summary>
public sealed class DeedWords(IStringLocalizer<Words> words, Labels labels, Refusals refusals)
{
    /// <summary>The features, in the order of the menu, with the point that ends them.</summary>
    public static IReadOnlyList<string> Features { get; } = [.. Deeds.All.Where(x => x.Contains('.', StringComparison.Ordinal)).Select(x => x[..(x.IndexOf('.', StringComparison.Ordinal) + 1)]).Distinct()];

    public string Deed(string action) => DeedNames.Of.TryGetValue(action, out var name) ? words[name] : action;

    public string Feature(string feature) => feature switch
    {
        "Accounts." => words["账号与登录"],
        "Audit." => words["审计"],
        "Jobs." => words["定时作业"],
        "Jurisdictions." => words["地区"],
        "Materials." => words["总结材料"],
        "Messages." => words["消息"],
        "Plans." => words["计划导入与交办"],
        "Progress." => words["进展填报"],
        "Reminders." => words["提醒"],
        "Rounds." => words["填报期次"],
        "Settings." => words["设置"],
        "Supervision." => words["批示督办"],
        "Tasks." => words["任务办理"],
        "Units." => words["单位"],
        _ => feature.TrimEnd('.'),
    };

    public string Kind(string kind) => kind switch
    {
        "Task" => words["任务"],
        "Plan" => words["计划"],
        "Draft" => words["草稿"],
        "Account" => words["账号"],
        "Unit" => words["单位"],
        "Place" => words["地区"],
        "Group" => words["单位组"],
        "Leader" => words["分管领导"],
        "Round" => words["填报期次"],
        "Digest" => words["提醒消息"],
        "Outlet" => words["群机器人或接口"],
        "Material" => words["总结材料"],
        "Job" => words["定时作业"],
        _ => kind,
    };

    public string Functions(string names) =>
        string.Join('、', names.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(x => Enum.TryParse<Function>(x, out var function) ? labels[function] : x));

    public string Refusal(string stored)
    {
        var lines = stored.Split('\n');
        return Enum.TryParse<RefusalKind>(lines[0], out var kind) ? refusals[new Refusal(kind, [.. lines.Skip(1)])] : stored;
    }

    /// <summary>The step of a task, which says more than the deed that it is one.</summary>
    public string? StepOf(string arguments)
    {
        try
        {
            using var parsed = JsonDocument.Parse(arguments);
            return parsed.RootElement.TryGetProperty("Step", out var step) && Enum.TryParse<Step>(step.GetString(), out var known) ? labels[known] : null;
        }
        catch (JsonException)
        {
            // An entry that somebody changed is still shown.
            return null;
        }
    }

    public string Fault(ChainFault fault) => fault switch
    {
        ChainFault.Changed => words["内容被改动"],
        ChainFault.Missing => words["缺失"],
        _ => words["与前一条不衔接"],
    };
}
