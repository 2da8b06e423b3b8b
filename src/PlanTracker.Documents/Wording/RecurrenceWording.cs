using System.Text.RegularExpressions;
using PlanTracker.Domain.Deadlines;

namespace PlanTracker.Documents.Wording;

/// <summary>How often a task returns, and whether it has no end: 每季度, 按月, 长期坚持.</summary>
public static partial class RecurrenceWording
{
    private static readonly (Regex Wording, Recurrence Recurrence)[] Wordings =
    [
        (HalfYearly(), Recurrence.HalfYearly),
        (Quarterly(), Recurrence.Quarterly),
        (Monthly(), Recurrence.Monthly),
        (Weekly(), Recurrence.Weekly),
        (Daily(), Recurrence.Daily),
        (Yearly(), Recurrence.Yearly),
    ];

    private const int LongestManner = 60;

    // A rate per head or an amount per period is no return of the task: 每人每年, 每月300元, 每月核定.
    [GeneratedRegex(@"(?:每[人户亩辆家名生吨]|人均)$")]
    private static partial Regex PerHead();

    [GeneratedRegex(@"^(?:每[人户亩辆家名生吨院所村镇场个])?\d{1,12}(?:\.\d{1,12})?(?:万|亿)?元")]
    private static partial Regex Amount();

    // 按月退还, 每月工资, 每月向老人发放补贴, 每月给予企业不超过500元: how somebody is paid. 发放资料 and 通报发放进度 are work.
    [GeneratedRegex("^[,、]?(?:(?:按时|及时|足额|等额|定额|全额|准时|如期|分期|直接|统一|依法|按时足额|实行)|[向对给为][^,。;、报]{1,12}?){0,2}" +
        "(?:退还|返还|发放(?![^,。;]{0,6}(?:资料|传单|手册|提示|通报|简报|问卷|清单|海报|通知|读本))|发给|支付|兑付|缴纳|缴存|缴费|交纳|收取|领取|享受|计发|计提|扣缴|扣除|结息|付息|给予" +
        "|工资|薪酬|收入|租金|房租|生活费|生活补|补贴|补助|津贴)")]
    private static partial Regex Payment();

    // 租金可按月或按季度缴纳: the first shares the verb of the second.
    [GeneratedRegex("^(?:或者?|、)(?:按|逐)(?:月|季度?|半?年)")]
    private static partial Regex Alternative();

    /// <summary>The first recurrence that the words name, and where.</summary>
    public static (Recurrence Recurrence, int Start, int End)? Find(string plain)
    {
        (Recurrence, int, int)? first = null;
        foreach (var (wording, recurrence) in Wordings)
        {
            foreach (Match match in wording.Matches(plain))
            {
                if (first is { } known && known.Item2 <= match.Index) break;
                if (PerHead().IsMatch(plain[Math.Max(0, match.Index - 3)..match.Index]) || IsManner(plain, match.Index + match.Length)) continue;
                first = (recurrence, match.Index, match.Index + match.Length);
                break;
            }
        }

        return first;
    }

    private static bool IsManner(string plain, int end)
    {
        var behind = plain.AsSpan(end, Math.Min(LongestManner, plain.Length - end));
        foreach (var other in Alternative().EnumerateMatches(behind)) behind = behind[other.Length..];
        return Amount().IsMatch(behind) || Payment().IsMatch(behind);
    }

    /// <summary>Where the words say that the task goes on without end; a column's 全年 is such a word, a sentence's is not.</summary>
    public static (int Start, int End)? FindOngoing(string plain, DatePlace place) =>
        (place == DatePlace.TimeField ? OngoingField() : OngoingSentence()).Match(plain) is { Success: true } match
            ? (match.Index, match.Index + match.Length) : null;

    [GeneratedRegex("每个?半年|半年一次|按半年")]
    private static partial Regex HalfYearly();

    [GeneratedRegex("每个?季度?|按季度?|逐季|季度一次|一季度?一")]
    private static partial Regex Quarterly();

    [GeneratedRegex("每个?月|按月|逐月|一月一")]
    private static partial Regex Monthly();

    [GeneratedRegex("每个?(?:周|星期)|按周|逐周|一周一")]
    private static partial Regex Weekly();

    [GeneratedRegex("每个?(?:日|天|工作日)(?!常)|逐日")]
    private static partial Regex Daily();

    [GeneratedRegex("每个?(?:一?学?年)(?:度)?|按年度|逐年(?=开展|报送|组织|公布)|一年一(?!个|变|台)")]
    private static partial Regex Yearly();

    [GeneratedRegex("长期|常态|持续|贯穿|全年|全程|经常|一直|常年")]
    private static partial Regex OngoingField();

    [GeneratedRegex("(?<=^|[,。;])(?:并|要|须)?(?:长期坚持|长期推进|长期落实|持续推进|常态化推进|常态化开展|长期开展|坚持不懈)(?=[。;]|$)")]
    private static partial Regex OngoingSentence();
}
