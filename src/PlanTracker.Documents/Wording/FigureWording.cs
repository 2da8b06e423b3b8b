using System.Globalization;
using System.Text.RegularExpressions;
using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Wording;

/// <summary>The figures of a report: 办理行政复议案件132件, 网上可办率达到100%, 投入资金1.2万元. Years, days, numbers of documents and of items are none.</summary>
public static partial class FigureWording
{
    // Longest first: 万人次 before 万人 before 人.
    private const string Measure =
        "个百分点|百分点|个工作日|个月|万人次|人次|人(?!大|民|员|才|社)|户次|场次|件次|批次|万元|亿元|元|平方公里|平方米|立方米|公里|万亩|亩|万吨|吨|学时|课时|小时|万户|万件|万个|" +
        "余件|例|件|起|宗|次|个|项|份|篇|部|条|家|户|名|场|期|班|批|套|台|处|座|所|支|对|组|块|张|册|本|栋|辆|米|分钟|天";

    // 2,810余户, 450余起, 约3000人, 12.5万元, 98.6%; never 2024年, 第3项, 〔2024〕3号, GB1.2.
    [GeneratedRegex(@"(?<![\d.第(A-Za-z年-])(?<number>\d{1,3}(?:,\d{3})+|\d{1,12}(?:\.\d{1,12})?)\s?(?<more>余|多)?(?<ten>[百千万亿])?(?<more2>余|" +
        @"多)?(?<measure>[%‰]|" + Measure
        + @")(?![年月日号])(?<over>以上|左右)?")]
    private static partial Regex Counted();

    // 达到, 共, 累计 stand between what is counted and how much.
    [GeneratedRegex(@"(?:(?:已)?(?:达到|达|共计|共有|共|总计|累计|合计|(?<!行)为|约|近|超过|超|至|到|了|分别|均|各|有|仅|同比|较上年|比上年)\s?)+$")]
    private static partial Regex Filler();

    [GeneratedRegex(@"^(?:(?:其中|同时|并且|并|全年|今年以来|截至目前|截至|目前|另外|此外|一年来|本年度?|上半年|下半年|20\d\d年度?|\d{1,2}月份?|共计|总计|共|累计)+)(?=[\u4e00-\u9fff])")]
    private static partial Regex Opening();

    // 为 72 家民营企业提供…, 全县 8 个乡镇: what is counted stands behind.
    [GeneratedRegex(@"^(?:[将把对为向从在与和及由即给]|.{0,6}(?:全[国省市县区镇乡]|我[省市县区镇乡局]|[将把对为向从在]))?$")]
    private static partial Regex NoSubject();

    [GeneratedRegex(@"\G\s?(?:余|多)?(?<what>[\u4e00-\u9fff“”""]{2,8}?)(?=[,。;:、()\n]|已|均|都|全部|开展|提供|进行|派驻|实现|完成|$)")]
    private static partial Regex Behind();

    private const int LongestSubject = 30;

    /// <summary>Where figures stand in the words, in order.</summary>
    public static IReadOnlyList<Figure> FindIn(MappedText words)
    {
        var plain = words.Plain;
        List<Figure> found = [];
        var before = 0;
        foreach (Match match in Counted().Matches(plain))
        {
            if (!decimal.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture,
                out var number))
                continue;
            var start = Math.Max(before, StartOfClause(plain, match.Index));
            before = match.Index + match.Length;
            var what = Subject(words.Slice(start, match.Index), plain[start..match.Index]);
            if (NoSubject().IsMatch(what) && Behind().Match(plain, before) is { Success: true } behind) what = behind.Groups["what"].Value;
            var scale = match.Groups["ten"].ValueSpan is ['百'] ? 100m : match.Groups["ten"].ValueSpan is ['千'] ? 1000m : 1m;
            var measure = (scale == 1m ? match.Groups["ten"].Value : "") + match.Groups["measure"].Value.Replace("余", "", StringComparison.Ordinal);
            var about = match.Groups["more"].Success || match.Groups["more2"].Success || match.Groups["over"].Success
                || match.Groups["measure"].ValueSpan.StartsWith("余");
            found.Add(new Figure(what, number * scale, measure, about, words.SpanOf(match.Index, match.Index + match.Length)));
        }

        return found;
    }

    private static int StartOfClause(string plain, int at)
    {
        var depth = 0;
        for (var i = at - 1; i >= 0; i--)
        {
            switch (plain[i])
            {
                case ')' or '》' or '”':
                    depth++;
                    break;
                case '(' or '《' or '“' when depth > 0:
                    depth--;
                    break;
                case ',' or '。' or ';' or ':' or '、' or '\n' or '(' or '!' or '?' when depth == 0:
                    return i + 1;
            }

            if (at - i > 120) return at - LongestSubject;
        }

        return 0;
    }

    // The last words before the figure say what is counted.
    private static string Subject(MappedText words, string plain)
    {
        var end = plain.Length - (Filler().Match(plain) is { Success: true } filler ? filler.Length : 0);
        var start = Opening().Match(plain) is { Success: true } opening && opening.Length < end ? opening.Length : 0;
        var text = words.Slice(start, end).Squeeze().Printed.Trim('“', '”', '"', ' ');
        return text.Length <= LongestSubject ? text : text[^LongestSubject..];
    }
}
