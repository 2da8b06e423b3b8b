using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace PlanTracker.Documents.Readers.Html;

/// <summary>The number of an item of an ordered list, as the list's type or its own style asks for it.</summary>
internal static partial class HtmlListNumber
{
    public static string Show(int number, IElement list, IElement item)
    {
        var style = StyleOf(item) ?? StyleOf(list);
        var type = style ?? item.GetAttribute("type") ?? list.GetAttribute("type") ?? "decimal";
        return type switch
        {
            "none" or "disc" or "circle" or "square" => "",
            "cjk-ideographic" or "simp-chinese-informal" or "trad-chinese-informal" => Numerals.Show(number, "chineseCountingThousand") + "、",
            "cjk-decimal" => Numerals.Show(number, "ideographDigital") + "、",
            "a" or "lower-alpha" or "lower-latin" => Numerals.Show(number, "lowerLetter") + ".",
            "A" or "upper-alpha" or "upper-latin" => Numerals.Show(number, "upperLetter") + ".",
            "i" or "lower-roman" => Numerals.Show(number, "lowerRoman") + ".",
            "I" or "upper-roman" => Numerals.Show(number, "upperRoman") + ".",
            _ => number.ToString(CultureInfo.InvariantCulture) + ".",
        };
    }

    private static string? StyleOf(IElement element) =>
        ListStyle().Match(HtmlLook.Style(element)) is { Success: true } match ? match.Groups[1].Value.ToLowerInvariant() : null;

    [GeneratedRegex(@"list-style(?:-type)?\s*:\s*([a-z-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex ListStyle();
}
