using System.Text.RegularExpressions;

namespace PlanTracker.Documents.Wording;

/// <summary>The measurable promises of a task, as printed: 达到95%以上, 不少于40人, 新建茶园300亩.</summary>
public static partial class TargetWording
{
    private const string Counted =
        "个百分点|百分点|人次|车次|架次|航次|班次|标箱|列|趟|学时|课时|公里|平方米|平方公里|立方米|小时|万元|亿元|元|万吨|吨|万亩|亩|万人|万户|万个|万件|公斤|千瓦|兆瓦|" +
        "个|台|套|处|家|户|人|名|场|次|期|条|座|所|项|件|间|辆|批|栋|片|组|支|对|株|头|只|份|篇|盏|口|米|张|艘|部|册|门|天|岁|枚|块|宗|例|起|眼|棵|万";

    // 达到98%以上 — a share always is a promise, its verb belongs to it.
    [GeneratedRegex(@"(?<verb>达到|达|不低于|不少于|不超过|控制在|稳定在|保持在|提高到|提升到|降至|降到|增长|下降|提高|超过)?(?:至|到|" +
        @"了)?(?<number>(?:\d{1,12}(?:\.\d{1,12})?-)?\d{1,12}(?:\.\d{1,12})?[%‰])(?:以上|以下|以内|左右)?")]
    private static partial Regex Share();

    // 不少于40人, 15个以上 — a count with a bound.
    [GeneratedRegex(
        @"(?:不少于|不低于|不超过|至少|达到|达|超过|控制在|缩短|压减|压缩|提高|提升|力争|实现|增加|减少)(?<number>(?:\d{1,12}(?:\.\d{1,12})?-)?\d{1,12}(?:\.\d{1,12})?|[两一二三四五六七八九十]{1,3})(?:" + Counted + @")(?:以上|以下|以内|左右)?|" +
        @"(?<!\d)(?<number>(?:\d{1,12}(?:\.\d{1,12})?-)?\d{1,12}(?:\.\d{1,12})?)(?:" + Counted + @")(?:以上|以内|左右)|" +
        @"(?:缩短|压减|压缩|精简|降低|减|控制)(?:至|到|在|为)(?<number>\d{1,4}(?:\.\d{1,2})?)(?:个?工作日|个月|天|日|小时|分钟|个?环节|份)(?:以内|左右)?")]
    private static partial Regex Bounded();

    // 新建茶园300亩, 补充记录仪80台 — a count of what is to be made.
    [GeneratedRegex(
        @"(?:新增|新建|新录用|新开|建成|建设|改造|完成|培育|引进|打造|创建|补充|采购|评选|设立|恢复|更换|腾空|腾退|发展|培训|开通|布设|投放|配备|推广|增设|招引|种植|造林|修建|修复|整治|" +
        @"布放|上线|更新|设置|配置|购置|购买|拓宽|改建|清理|关停|淘汰|拆除|选派|选拔|认定|扶持|资助|引育|挂牌|投用|举办|开行|开发|制定|修订|" +
        @"累计|筹集|扩建|升级|铺设|安装|组建|覆盖|拓展|招录|归集|推出|办好|解决|增加|救助|建立|盘活)[^,。;:、()\d]{0,14}(?<number>(?:\d{1,12}(?:\.\d{1,12})?-)?\d{1,12}(?:\.\d{1,12})?(?:" + Counted + "))(?!以上|以内|左右)")]
    private static partial Regex Made();

    // …疏浚河道12公里。 — a count that ends its phrase.
    [GeneratedRegex(@"[\u4e00-\u9fff]{2}(?<![第近共约仅每前后月]|其中|分别|现有|已有)(?<number>(?:\d{1,12}(?:\.\d{1,12})?-)?\d{1,12}(?:\.\d{1,12})?(?:" + Counted + "))(?=[,。;)]|$)")]
    private static partial Regex AtEnd();

    [GeneratedRegex(@"^(?:内|前|后|起|间|以来|年|月|日)")]
    private static partial Regex Term();

    /// <summary>Where the promises stand, in order, without overlaps.</summary>
    public static List<(int Start, int End)> FindIn(string plain)
    {
        var found = new List<(int Start, int End)>();
        if (plain.AsSpan().IndexOfAny("0123456789两至不") < 0) return found;
        var taken = new bool[plain.Length];
        Collect(found, taken, plain, Share(), whole: true);
        Collect(found, taken, plain, Bounded(), whole: true);
        Collect(found, taken, plain, Made(), whole: false);
        Collect(found, taken, plain, AtEnd(), whole: false);
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    private static void Collect(List<(int Start, int End)> found, bool[] taken, string plain, Regex wording, bool whole)
    {
        foreach (Match match in wording.Matches(plain))
        {
            var part = whole ? match : (Capture)match.Groups["number"];
            var (start, end) = (part.Index, part.Index + part.Length);
            if (Term().IsMatch(plain[end..Math.Min(plain.Length, end + 2)])) continue;
            if (taken.AsSpan(start, end - start).Contains(true)) continue;
            taken.AsSpan(start, end - start).Fill(true);
            found.Add((start, end));
        }
    }
}
