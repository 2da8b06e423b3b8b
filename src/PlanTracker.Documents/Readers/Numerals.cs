using System.Globalization;
using System.Text;

namespace PlanTracker.Documents.Readers;

/// <summary>The numerals of automatic numbering, named as Word names them (ST_NumberFormat) and shown as Word shows them.</summary>
internal static class Numerals
{
    private const string Digits = "〇一二三四五六七八九";
    private const string LegalDigits = "零壹贰叁肆伍陆柒捌玖";

    public static string Show(int number, string format) => format switch
    {
        "none" => "",
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "upperLetter" => Letters(number, 'A'),
        "lowerLetter" => Letters(number, 'a'),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "ordinal" => Decimal(number) + Ordinal(number),
        "numberInDash" => $"- {Decimal(number)} -",
        "decimalFullWidth" or "decimalFullWidth2" => FullWidth(number),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Circled(number),
        "decimalEnclosedFullstop" => From(number, 20, 0x2488),
        "decimalEnclosedParen" => From(number, 20, 0x2474),
        "ideographEnclosedCircle" => From(number, 10, 0x3280),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" or "koreanDigital2" => Digitwise(number),
        "chineseCounting" or "taiwaneseCounting" => number < 100 ? Chinese(number) : Digitwise(number).Replace('〇', '○'),
        "chineseCountingThousand" or "taiwaneseCountingThousand" => Chinese(number),
        "japaneseCounting" => Japanese(number),
        "chineseLegalSimplified" => Legal(number),
        "ideographTraditional" => Cycle(number, "甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => Cycle(number, "子丑寅卯辰巳午未申酉戌亥"),
        _ => Decimal(number),
    };

    /// <summary>一, 十, 十一, 二十, 一百零一, 一千零一十.</summary>
    public static string Chinese(int number) => Counted(number, "零" + Digits[1..], "十百千", leadingOneBeforeTen: false);

    private static string Legal(int number) => Counted(number, LegalDigits, "拾佰仟", leadingOneBeforeTen: true);

    private static string Counted(int number, string digits, string units, bool leadingOneBeforeTen)
    {
        if (number is < 0 or > 9999)
            return Decimal(number);
        if (number == 0)
            return digits[..1];
        var shown = new StringBuilder();
        var zero = false;
        for (int place = 3, unit = 1000; place >= 0; place--, unit /= 10)
        {
            var digit = number / unit % 10;
            if (digit == 0)
            {
                zero = shown.Length > 0;
                continue;
            }
            if (zero)
                shown.Append(digits[0]);
            zero = false;
            if (digit != 1 || place != 1 || shown.Length > 0 || leadingOneBeforeTen)
                shown.Append(digits[digit]);
            if (place > 0)
                shown.Append(units[place - 1]);
        }
        return shown.ToString();
    }

    /// <summary>Japanese counting names no one before 十, 百, 千 and no zero: 百一, 千十.</summary>
    private static string Japanese(int number)
    {
        if (number is < 1 or > 9999)
            return Decimal(number);
        var shown = new StringBuilder();
        for (int place = 3, unit = 1000; place >= 0; place--, unit /= 10)
        {
            var digit = number / unit % 10;
            if (digit > 1 || (digit == 1 && place == 0))
                shown.Append(Digits[digit]);
            if (digit > 0 && place > 0)
                shown.Append("十百千"[place - 1]);
        }
        return shown.ToString();
    }

    private static string Digitwise(int number) =>
        string.Concat(Decimal(number).Select(static c => char.IsAsciiDigit(c) ? Digits[c - '0'] : c));

    private static string FullWidth(int number) =>
        string.Concat(Decimal(number).Select(static c => char.IsAsciiDigit(c) ? (char)('０' + (c - '0')) : c));

    /// <summary>① to ⑳, ㉑ to ㉟, ㊱ to ㊿.</summary>
    private static string Circled(int number) => number switch
    {
        >= 1 and <= 20 => From(number, 20, 0x2460),
        >= 21 and <= 35 => From(number - 20, 15, 0x3251),
        >= 36 and <= 50 => From(number - 35, 15, 0x32B1),
        _ => Decimal(number),
    };

    private static string From(int number, int last, int first) =>
        number >= 1 && number <= last ? ((char)(first + number - 1)).ToString() : Decimal(number);

    private static string Cycle(int number, string names) => number >= 1 && number <= names.Length ? names[(number - 1)..number] : Decimal(number);

    /// <summary>a … z, aa, bb …: Word repeats the letter.</summary>
    private static string Letters(int number, char first) =>
        number is < 1 or > 780 ? Decimal(number) : new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999)
            return Decimal(number);
        ReadOnlySpan<int> values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
        string[] signs = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"];
        var shown = new StringBuilder();
        for (var i = 0; i < values.Length; i++)
        {
            for (; number >= values[i]; number -= values[i])
                shown.Append(signs[i]);
        }
        return shown.ToString();
    }

    private static string Ordinal(int number) => (number % 100) is >= 11 and <= 13
        ? "th"
        : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };

    private static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);
}
