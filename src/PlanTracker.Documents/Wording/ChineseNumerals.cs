namespace PlanTracker.Documents.Wording;

/// <summary>Numbers as Chinese documents write them: 二十一, 一百零三, 二〇一二, 12.</summary>
public static class ChineseNumerals
{
    public const string Digits = "〇一二三四五六七八九";

    public static bool IsNumeral(char c) => c is '十' or '百' or '零' or '两' || Digits.Contains(c, StringComparison.Ordinal);

    /// <summary>The value, or null where the words are no number. 十 and 百 weigh (二十一 is 21); without them the digits stand side by side
    /// (二〇一二 is 2012).</summary>
    public static int? Parse(ReadOnlySpan<char> words)
    {
        if (words.IsEmpty || words.Length > 9) return null;
        if (char.IsAsciiDigit(words[0])) return int.TryParse(words, System.Globalization.CultureInfo.InvariantCulture, out var plain) ? plain : null;

        return words.IndexOfAny('十', '百') < 0 ? SideBySide(words) : Weighed(words);
    }

    private static int? SideBySide(ReadOnlySpan<char> words)
    {
        var value = 0;
        foreach (var c in words)
        {
            if (DigitOf(c) is not { } digit || value > 100_000_000) return null;
            value = (value * 10) + digit;
        }

        return value;
    }

    private static int? Weighed(ReadOnlySpan<char> words)
    {
        int total = 0, digit = 0;
        var hasDigit = false;
        foreach (var c in words)
        {
            switch (c)
            {
                case '百':
                    total += (hasDigit ? digit : 1) * 100;
                    (digit, hasDigit) = (0, false);
                    break;
                case '十':
                    total += (hasDigit ? digit : 1) * 10;
                    (digit, hasDigit) = (0, false);
                    break;
                default:
                    if (DigitOf(c) is not { } next) return null;
                    (digit, hasDigit) = (next, next != 0);
                    break;
            }
        }

        return total + digit;
    }

    private static int? DigitOf(char c) => c switch
    {
        '零' => 0,
        '两' => 2,
        _ => Digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? digit : null,
    };
}
