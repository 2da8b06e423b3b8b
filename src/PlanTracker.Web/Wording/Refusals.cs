using Microsoft.Extensions.Localization;
using PlanTracker.Domain;

namespace PlanTracker.Web.Wording;

/// <summary>Says a refusal to its reader: what is wrong and what to do.</summary>
public sealed class Refusals(IStringLocalizer<Words> words)
{
    public string this[Refusal refusal] => words[Sentence(refusal.Kind), [.. refusal.Arguments]];

    private static string Sentence(RefusalKind kind) => kind switch
    {
        RefusalKind.NotAllowed => "您没有办理此事的权限。如确需办理，请联系统筹单位调整角色。",
        RefusalKind.NotFound => "没有找到，可能已被移除，或不在您的查看范围内。",
        RefusalKind.ChangedMeanwhile => "其他人刚刚修改过，您的修改没有保存。请刷新后核对再改。",
        RefusalKind.Missing => "“{0}”不能为空，请填写。",
        RefusalKind.Invalid => "“{0}”填写不正确，请核对。",
        RefusalKind.NameTaken => "“{0}”已存在，请换一个名称。",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
