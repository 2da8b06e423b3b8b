using Microsoft.Extensions.Localization;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Registry;

namespace PlanTracker.Web.Features.Plans.Review;

/// <summary>Why a printed name is taken for a unit, said beside it.</summary>
internal static class MatchWords
{
    /// <summary>Empty where the printed name is the registered one.</summary>
    public static string Of(DraftUnit unit, IStringLocalizer<Words> l) => unit.Match switch
    {
        nameof(NameMatch.ByAlias) => l["登记的简称"],
        nameof(PrefixReason.Level) => l["以“县”“市”等代地区名"],
        nameof(PrefixReason.FullPlace) => l["冠地区全称"],
        nameof(PrefixReason.Inherited) => l["承前省略地区"],
        nameof(PrefixReason.Assumed) => l["未写地区，按本地区"],
        nameof(WordingReason.ShortForm) => l["“{0}”的简写", unit.Because],
        nameof(WordingReason.LongForm) => l["“{0}”的全称", unit.Because],
        nameof(WordingReason.Reordered) => l["与“{0}”词序不同", unit.Because],
        nameof(WordingReason.Bracket) => l["括号内外为同一单位"],
        nameof(NameMatch.ByReform) => l["职责已由机构改革划入：{0}", unit.Because],
        MatchReason.Chosen => l["人工指定"],
        MatchReason.Suggested => l["采纳建议"],
        _ => "",
    };

    public static string Of(DoubtReason reason, IStringLocalizer<Words> l) => reason switch
    {
        DoubtReason.Several => l["几个单位都可能"],
        DoubtReason.FormerName => l["曾用名"],
        DoubtReason.Reformed => l["机构改革后职责划入"],
        DoubtReason.Truncated => l["名称不全"],
        DoubtReason.Misspelt => l["疑有错字"],
        DoubtReason.OtherEnding => l["机构类别不同"],
        DoubtReason.Incomplete => l["只是其部分职责"],
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
