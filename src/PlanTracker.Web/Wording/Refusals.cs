using Microsoft.Extensions.Localization;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Web.Wording;

/// <summary>Says a refusal to its reader: what is wrong and what to do.</summary>
public sealed class Refusals(IStringLocalizer<Words> words, Labels labels)
{
    public string this[Refusal refusal] => words[Sentence(refusal.Kind), [.. Arguments(refusal)]];

    // Names of fields are Chinese words themselves; steps and states come by their own names.
    private IEnumerable<string> Arguments(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.WrongState => [Step(refusal.Arguments[0]), State(refusal.Arguments[1])],
        RefusalKind.Missing or RefusalKind.Invalid => refusal.Arguments.Select(field => words[field].Value),
        _ => refusal.Arguments,
    };

    private string Step(string name) => Enum.TryParse<Step>(name, out var step) ? labels[step] : name;

    private string State(string name) => Enum.TryParse<OccurrenceState>(name, out var state) ? labels[state] : name;

    private static string Sentence(RefusalKind kind) => kind switch
    {
        RefusalKind.NotAllowed => "您没有办理此事的权限。如确需办理，请联系统筹单位调整角色。",
        RefusalKind.NotFound => "没有找到，可能已被移除，或不在您的查看范围内。",
        RefusalKind.ChangedMeanwhile => "其他人刚刚修改过，您的修改没有保存。请刷新后核对再改。",
        RefusalKind.WrongState => "当前状态为“{1}”，不能“{0}”。请刷新后再看。",
        RefusalKind.Missing => "“{0}”不能为空，请填写。",
        RefusalKind.Invalid => "“{0}”填写不正确，请核对。",
        RefusalKind.NameTaken => "“{0}”已存在，请换一个名称。",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
