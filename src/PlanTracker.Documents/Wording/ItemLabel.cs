namespace PlanTracker.Documents.Wording;

/// <summary>The kinds of number before an item, outermost first: the order in which official documents nest them.</summary>
public enum LabelKind
{
    /// <summary>第一章, 第一部分</summary>
    Chapter,

    /// <summary>第一节, under a chapter</summary>
    ChapterPart,

    /// <summary>第一条: the mark of a regulation.</summary>
    Article,

    /// <summary>一、</summary>
    Section,

    /// <summary>第一阶段： 第二步（…）: it stands under whatever heading is open where the first of its kind is read.</summary>
    Phase,

    /// <summary>（一）</summary>
    BracketedNumeral,

    /// <summary>1. 1、 1．</summary>
    Digit,

    /// <summary>1.1</summary>
    DottedDigits,

    /// <summary>1.1.1</summary>
    TwiceDotted,

    /// <summary>（1） 1）</summary>
    BracketedDigit,

    /// <summary>①</summary>
    Circled,

    /// <summary>一是</summary>
    Enumerated,
}

/// <summary>A number read before an item.</summary>
/// <param name="Length">Characters it takes, its point or brackets included.</param>
public readonly record struct ItemLabel(LabelKind Kind, int Value, int Length)
{
    private const string Circles = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
    private const string Units = "章条篇编";

    /// <summary>The label that begins at <paramref name="at"/> of words in plain form; null where none does.</summary>
    public static ItemLabel? ReadAt(string plain, int at)
    {
        if (at >= plain.Length) return null;
        var c = plain[at];
        if (c == '(') return Bracketed(plain, at);
        if (char.IsAsciiDigit(c)) return Digits(plain, at);
        if (c == '第') return Article(plain, at);
        if (ChineseNumerals.IsNumeral(c)) return Numeral(plain, at);
        if (Circles.IndexOf(c, StringComparison.Ordinal) is >= 0 and var index) return new ItemLabel(LabelKind.Circled, index + 1, 1);
        if (InOneCharacter(c) is { } whole) return whole;
        return c == '任' ? NamedTask(plain, at) : null;
    }

    // ㈠ ⑴ ⒈
    private static ItemLabel? InOneCharacter(char c) => c switch
    {
        >= '㈠' and <= '㈩' => new ItemLabel(LabelKind.BracketedNumeral, c - '㈠' + 1, 1),
        >= '⑴' and <= '⒇' => new ItemLabel(LabelKind.BracketedDigit, c - '⑴' + 1, 1),
        >= '⒈' and <= '⒛' => new ItemLabel(LabelKind.Digit, c - '⒈' + 1, 1),
        _ => null,
    };

    // （一） （1） and the rarer （一）、
    private static ItemLabel? Bracketed(string plain, int at)
    {
        var i = SkipBlanks(plain, at + 1);
        var start = i;
        var digits = i < plain.Length && char.IsAsciiDigit(plain[i]);
        while (i < plain.Length && i - start < 5 && (digits ? char.IsAsciiDigit(plain[i]) : ChineseNumerals.IsNumeral(plain[i]))) i++;
        if (i == start) return null;
        var end = i;
        i = SkipBlanks(plain, i);
        if (i >= plain.Length || plain[i] != ')' || ChineseNumerals.Parse(plain.AsSpan(start, end - start)) is not { } value || value is 0 or > 300)
            return null;
        var length = i + 1 - at;
        if (at + length < plain.Length && plain[at + length] is '、' or '.') length++;
        return new ItemLabel(digits ? LabelKind.BracketedDigit : LabelKind.BracketedNumeral, value, length);
    }

    // 1. 1、 1．1） and 1.1; never 2.48 亿元 and never a year.
    private static ItemLabel? Digits(string plain, int at)
    {
        var i = at;
        while (i < plain.Length && i - at < 4 && char.IsAsciiDigit(plain[i])) i++;
        var numberEnd = i;
        i = SkipBlanks(plain, i);
        if (numberEnd - at > 3 || i >= plain.Length || i > numberEnd + 1) return null;
        var value = int.Parse(plain.AsSpan(at, numberEnd - at), System.Globalization.CultureInfo.InvariantCulture);
        if (value == 0) return null;
        if (plain[i] == ')') return new ItemLabel(LabelKind.BracketedDigit, value, i + 1 - at);
        if (plain[i] == '。' && i == numberEnd && i + 1 < plain.Length && plain[i + 1] >= '\u4e00') return new ItemLabel(LabelKind.Digit, value, i + 1 - at);
        if (plain[i] >= '\u4e00' && HeadsDotted(plain, at, numberEnd)) return new ItemLabel(LabelKind.Digit, value, numberEnd - at);
        if (plain[i] is not ('.' or '、')) return null;
        var next = i + 1;
        if (next < plain.Length && char.IsAsciiDigit(plain[next]))
            return BeginsWithDay(plain, next) ? new ItemLabel(LabelKind.Digit, value, next - at)
                : plain[i] == '.' && i == numberEnd ? Dotted(plain, at, next) : null;
        return new ItemLabel(LabelKind.Digit, value, next - at);
    }

    // 2 重点任务 / 2.1 造林绿化
    private static bool HeadsDotted(string plain, int at, int numberEnd)
    {
        if (at > 0 && plain[at - 1] != '\n') return false;
        var line = plain.AsSpan(numberEnd, Math.Min(40, plain.Length - numberEnd)).IndexOf('\n');
        if (line < 0) return false;
        var below = plain.AsSpan(numberEnd + line).TrimStart(" \n");
        return below.StartsWith(plain.AsSpan(at, numberEnd - at)) && below[(numberEnd - at)..].StartsWith(".1");
    }

    // 3、2026年底前…  2.6月底前…  4.6-8月…  5.2026.6.30前…: a year or a month begins the item's own words.
    private static bool BeginsWithDay(string plain, int next)
    {
        var end = Behind(plain, next, 5);
        if (end >= plain.Length) return false;
        if (end - next == 4)
            return plain[end] == '年' || (plain[next] == '2' && plain[end] is '.' or '/' or '-' && Behind(plain, end + 1, 2) > end + 1);
        if (end - next > 2) return false;
        if (plain[end] is '-' or '至') end = Behind(plain, end + 1, 3);
        return end < plain.Length && plain[end] == '月' && int.Parse(plain.AsSpan(next, Behind(plain, next, 2) - next),
            System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 12;
    }

    private static int Behind(string plain, int digits, int most)
    {
        var end = digits;
        while (end < plain.Length && end - digits < most && char.IsAsciiDigit(plain[end])) end++;
        return end;
    }

    // 1.1 and 1.1.1; directly before a heading only at the beginning of a line: 1.1造林绿化, and no 1.5万亩.
    private static ItemLabel? Dotted(string plain, int at, int second, LabelKind kind = LabelKind.DottedDigits)
    {
        var i = Behind(plain, second, 4);
        if (i - second is 0 or > 2 || i >= plain.Length) return null;
        var value = int.Parse(plain.AsSpan(second, i - second), System.Globalization.CultureInfo.InvariantCulture);
        if (plain[i] == '.' && kind == LabelKind.DottedDigits && i + 1 < plain.Length && char.IsAsciiDigit(plain[i + 1])
            && Dotted(plain, at, i + 1, LabelKind.TwiceDotted) is { } third)
            return third;
        if (plain[i] is '.' or '、') return new ItemLabel(kind, value, i + 1 - at);
        if (plain[i] == ' ') return new ItemLabel(kind, value, i - at);
        var heads = (at == 0 || plain[at - 1] == '\n') && plain[i] >= '\u4e00' && !Measures.Contains(plain[i], StringComparison.Ordinal);
        return heads ? new ItemLabel(kind, value, i - at) : null;
    }

    /// <summary>What stands behind a figure and not behind a number.</summary>
    private const string Measures = "万亿元个件次倍公亩吨米度级人户家名台套项条座所平方立千百折分秒时日月年天小厘毫克升瓦兆亿成以至左";

    // 第一条 第二章 第三部分
    private static ItemLabel? Article(string plain, int at)
    {
        var i = at + 1;
        while (i < plain.Length && i - at < 7 && (ChineseNumerals.IsNumeral(plain[i]) || char.IsAsciiDigit(plain[i]))) i++;
        if (i == at + 1 || i >= plain.Length || ChineseNumerals.Parse(plain.AsSpan(at + 1, i - at - 1)) is not { } value) return null;
        if (plain[i] == '条') return new ItemLabel(LabelKind.Article, value, i + 1 - at);
        if (plain[i] == '节') return new ItemLabel(LabelKind.ChapterPart, value, i + 1 - at);
        if (Units.Contains(plain[i], StringComparison.Ordinal)) return new ItemLabel(LabelKind.Chapter, value, i + 1 - at);
        if (string.CompareOrdinal(plain, i, "部分", 0, 2) == 0) return new ItemLabel(LabelKind.Chapter, value, i + 2 - at);
        return PhaseLength(plain, i) is > 0 and var length ? new ItemLabel(LabelKind.Phase, value, i + length - at) : null;
    }

    // 第一阶段：宣传发动  第二步（4月—5月）  第三阶段总结验收（6月）; never 第一步要摸清底数 and 第一阶段的任务
    private static int PhaseLength(string plain, int at)
    {
        var word = string.CompareOrdinal(plain, at, "阶段", 0, 2) == 0 ? 2 : plain[at] is '步' or '件' or '项' or '批' ? 1 : 0;
        var end = at + word;
        if (word == 0 || end >= plain.Length) return 0;
        if (plain[end] is ':' or '、' or '.') return word + 1;
        var next = SkipBlanks(plain, end);
        if (plain[end] is '(' or '-' || (next > end && next < plain.Length && plain[next] != '\n')) return word;
        if (plain[end] is '为' or '是' or '的') return 0;
        var rest = plain.AsSpan(end, Math.Min(LongestPhase, plain.Length - end));
        var bracket = rest.IndexOfAny("(\n。,");
        return bracket > 1 && rest[bracket] == '(' && rest[bracket..].Contains('月') ? word : 0;
    }

    private const int LongestPhase = 40;

    // 一、 and 一是
    private static ItemLabel? Numeral(string plain, int at)
    {
        var i = at;
        while (i < plain.Length && i - at < 5 && ChineseNumerals.IsNumeral(plain[i])) i++;
        var numberEnd = i;
        i = SkipBlanks(plain, i);
        if (i >= plain.Length || i > numberEnd + 1 || ChineseNumerals.Parse(plain.AsSpan(at, numberEnd - at)) is not { } value || value is 0 or > 99)
            return null;
        return plain[i] switch
        {
            '、' => new ItemLabel(LabelKind.Section, value, i + 1 - at),
            '.' when i == numberEnd => new ItemLabel(LabelKind.Section, value, i + 1 - at),
            '是' when i == numberEnd => new ItemLabel(LabelKind.Enumerated, value, i + 1 - at),
            _ => null,
        };
    }

    // 任务1： 任务一、
    private static ItemLabel? NamedTask(string plain, int at)
    {
        if (string.CompareOrdinal(plain, at, "任务", 0, 2) != 0) return null;
        var i = at + 2;
        while (i < plain.Length && i - at < 6 && (ChineseNumerals.IsNumeral(plain[i]) || char.IsAsciiDigit(plain[i]))) i++;
        if (i == at + 2 || i >= plain.Length || plain[i] is not (':' or '、' or '.' or ' ')) return null;
        return ChineseNumerals.Parse(plain.AsSpan(at + 2, i - at - 2)) is { } value ? new ItemLabel(LabelKind.Digit, value, i + 1 - at) : null;
    }

    private static int SkipBlanks(string plain, int i)
    {
        while (i < plain.Length && plain[i] == ' ') i++;
        return i;
    }
}
