using System.Globalization;

namespace PlanTracker.Documents.Readers.Xlsx;

/// <summary>A number format of a cell, as far as it decides between a day, a month, a time, a share and a plain number.</summary>
internal sealed record NumberFormat(bool HasYear, bool HasMonth, bool HasDay, bool HasTime, bool Percent, int Decimals)
{
    public bool IsDate => HasYear || HasMonth || HasDay || HasTime;

    /// <summary>Formats that a workbook does not spell out; 27–36 and 50–58 as programs in Chinese show them.</summary>
    public static NumberFormat BuiltIn(int id) => id switch
    {
        9 => Of("0%"),
        10 => Of("0.00%"),
        14 or 15 or 22 or 30 or 31 => Of("yyyy/m/d"),
        16 or 28 or 29 or 51 or 53 or 54 or 58 => Of("m/d"),
        17 or 27 or 36 or 50 or 52 or 57 => Of("yyyy/m"),
        18 or 19 or 20 or 21 or 32 or 33 or 34 or 35 or 45 or 46 or 47 or 55 or 56 => Of("h:mm"),
        _ => Of("General"),
    };

    public static NumberFormat Of(string code)
    {
        if (code.Equals("General", StringComparison.OrdinalIgnoreCase) || code.Length == 0)
            return new NumberFormat(false, false, false, false, false, -1);
        var signs = SignsOf(code);
        var time = signs.Contains('h') || signs.Contains('s');
        var year = signs.Contains('y') || signs.StartsWith('e');
        var day = signs.Contains('d');
        var month = signs.Contains('m') && (!time || year || day);
        var point = signs.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : signs[(point + 1)..].TakeWhile(static c => c is '0' or '#').Count();
        return new NumberFormat(year, month, day, time, signs.Contains('%'), signs.Contains('0') || signs.Contains('#') ? decimals : -1);
    }

    public string ShowDate(double serial)
    {
        if (serial < 1 && HasTime)
            return DateTime.FromOADate(serial).ToString("H:mm", CultureInfo.InvariantCulture);
        var day = DateTime.FromOADate(Math.Floor(serial));
        // A day shown without its year (11月30日) still has one, and a deadline needs it; a month shown without a day is no day.
        if (HasDay || !HasMonth)
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月");
    }

    public string ShowNumber(double number)
    {
        if (Percent)
            return Fixed(number * 100, Math.Clamp(Decimals, 0, 10)) + "%";
        return Decimals is >= 0 and <= 10 ? Fixed(number, Decimals) : Plain(number);
    }

    private static string Fixed(double number, int decimals) =>
        number.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public static string Plain(double number) =>
        Math.Abs(number) < 1e15 ? Math.Round((decimal)number, 10).ToString("0.##########", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The first section without quoted words, escaped characters, colours and locales.</summary>
    private static string SignsOf(string code)
    {
        var signs = new System.Text.StringBuilder();
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case ';':
                    return signs.ToString();
                case '"':
                    i = EndOf(code, i, '"');
                    break;
                case '[':
                    var end = EndOf(code, i, ']');
                    // [h] is time that has passed.
                    if (end == i + 2 && code[i + 1] is 'h' or 'm' or 's')
                        signs.Append('h');
                    i = end;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'E' when i + 1 < code.Length && code[i + 1] is '+' or '-':
                    return "";
                default:
                    signs.Append(char.ToLowerInvariant(code[i]));
                    break;
            }
        }
        return signs.ToString();
    }

    private static int EndOf(string code, int from, char sign)
    {
        var end = code.IndexOf(sign, from + 1);
        return end < 0 ? code.Length : end;
    }
}
