using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace PlanTracker.Documents.Readers.Html;

/// <summary>What an element's name and its own attributes say of how it shows; style sheets are not read.</summary>
internal static partial class HtmlLook
{
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "script", "style", "nav", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "audio", "video", "map",
        "select", "button", "textarea", "input", "datalist", "head", "title", "meta", "link", "noframes", "rt", "rp",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li",
        "main", "menu", "table", "ol", "p", "pre", "section", "summary", "ul", "caption", "tr", "tbody", "thead", "tfoot", "td", "th",
    };

    public static bool IsUnseen(IElement element) =>
        Unseen.Contains(element.LocalName) || element.HasAttribute("hidden") || HiddenStyle().IsMatch(Style(element));

    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    /// <summary>A table that only lays out the page: other tables or headings stand in its cells.</summary>
    public static bool IsFrame(IElement table) => table.QuerySelector("table, h1, h2, h3, h4") is not null;

    public static int? HeadingLevel(IElement element) =>
        element.LocalName is ['h', >= '1' and <= '6' and var level] ? level - '0' : null;

    /// <summary>Null where the element says nothing and stands as what holds it.</summary>
    public static bool? Centred(IElement element)
    {
        if (element.LocalName == "center")
            return true;
        var said = AlignStyle().Match(Style(element)) is { Success: true } match ? match.Groups[1].Value : element.GetAttribute("align");
        return said is null ? null : said.Equals("center", StringComparison.OrdinalIgnoreCase);
    }

    public static bool? Bold(IElement element)
    {
        if (WeightStyle().Match(Style(element)) is { Success: true } match)
            return match.Groups[1].Value is ['b' or 'B', ..] or ['6' or '7' or '8' or '9', ..];
        return element.LocalName is "b" or "strong" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "th" ? true : null;
    }

    public static string Style(IElement element) => element.GetAttribute("style") ?? "";

    [GeneratedRegex(@"(?:display\s*:\s*none|visibility\s*:\s*hidden)", RegexOptions.IgnoreCase)]
    private static partial Regex HiddenStyle();

    [GeneratedRegex(@"text-align\s*:\s*([a-z]+)", RegexOptions.IgnoreCase)]
    private static partial Regex AlignStyle();

    [GeneratedRegex(@"font-weight\s*:\s*([a-z0-9]+)", RegexOptions.IgnoreCase)]
    private static partial Regex WeightStyle();
}
