using System.Text.RegularExpressions;

namespace PlanTracker.Documents.Wording;

/// <summary>Years in which a letter stands for the digit that looks like it, as scanning and typing leave them: ZOI7年, 2O26年, 二O二六年.</summary>
internal static partial class GarbledYears
{
    private const string Letters = "OoQ〇IilZz|";
    private const string Digits = "0000111221";

    [GeneratedRegex(@"(?<![0-9A-Za-z〇.])(?=[0-9]{0,3}[OoQ〇IilZz|])(?:[2Zz][0OoQ〇]|[1Iil|]9)[0-9OoQ〇IilZz|]{2}(?= {0,2}年)")]
    private static partial Regex Arabic();

    [GeneratedRegex("(?<![一二三四五六七八九十〇])二[〇Oo0零][一二三四五六七八九〇Oo0零]{2}(?= {0,2}年)")]
    private static partial Regex Chinese();

    // 201S年底, 20178年6月: what stands for the year is none.
    [GeneratedRegex(@"(?<![0-9A-Za-z〇.第前后满近])(?!(?:19|20)[0-9]{2} {0,2}年)" +
        "(?:[0-9][0-9A-Za-z]{1,5}|[A-Za-z][0-9A-Za-z]{3,5})(?<year>年)" +
        "(?=年|底|末|1?[0-9]月|[一二三四五六七八九十]{1,2}月|[上下]半年|第?[一二三四1-4]季)")]
    private static partial Regex Broken();

    // 2018年1O月底: nor is the month one.
    [GeneratedRegex("(?<=年)(?=[0-9]?[A-Za-z])[0-9A-Za-z]{1,2}月")]
    private static partial Regex BrokenMonth();

    /// <summary>Letters in years turned into the digits they stand for, where nothing else can be meant; no character moves.</summary>
    public static string Mended(string plain)
    {
        if (!plain.Contains('年', StringComparison.Ordinal)) return plain;
        plain = Arabic().Replace(plain, static year => string.Concat(year.Value.Select(Digit)));
        return Chinese().Replace(plain, static year => string.Concat(year.Value.Select(c => c is 'O' or 'o' or '0' or '零' ? '〇' : c)));
    }

    /// <summary>Whether a year of the words as printed had to be mended. 二零二六年 is well written.</summary>
    public static bool StandIn(string printed)
    {
        var plain = PlainForm.Of(printed);
        return Arabic().IsMatch(plain) || Chinese().Matches(plain).Any(year => year.ValueSpan.IndexOfAny("Oo0") >= 0);
    }

    /// <summary>Days whose year or month nobody can tell: from the beginning of the year to the end of its 年, or of the month.</summary>
    /// <param name="shortYear">The plan's own year, which may be written with two digits (26年底).</param>
    public static List<(int Start, int End)> BrokenIn(string plain, int? shortYear) =>
        !plain.Contains('年', StringComparison.Ordinal) ? []
            : [.. Broken().Matches(plain).Where(year => !IsShort(plain[year.Index..year.Groups["year"].Index], shortYear))
                .Concat(BrokenMonth().Matches(plain)).Select(place => (place.Index, place.Index + place.Length))];

    private static bool IsShort(string digits, int? year) =>
        digits.Length == 2 && year is { } known && digits == (known % 100).ToString("00", System.Globalization.CultureInfo.InvariantCulture);

    private static char Digit(char c) => Letters.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Digits[at] : c;
}
