using System.Xml;
using PlanTracker.Documents.Readers.Package;

namespace PlanTracker.Documents.Readers.Docx;

/// <summary>Properties of a paragraph or of a style; null where nothing is said.</summary>
internal sealed record ParagraphProperties
{
    public string? Style { get; set; }
    public int? NumId { get; set; }
    public int? Level { get; set; }
    public int? OutlineLevel { get; set; }
    public bool? Centred { get; set; }

    /// <summary>The paragraph's end was deleted as a tracked change: it runs on into the next one.</summary>
    public bool EndDeleted { get; set; }
}

internal sealed record DocxStyle(string Id, string Name, string? BasedOn, ParagraphProperties Paragraph, bool? Bold, bool? Hidden);

/// <summary>styles.xml as far as it says something of numbers, headings, centring and bold. Questions follow basedOn.</summary>
internal sealed class DocxStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, DocxStyle> styles = new(StringComparer.Ordinal);
    private string? defaultParagraphStyle;

    public static DocxStyles Read(OfficePackage package, string? part)
    {
        var all = new DocxStyles();
        using var reader = part is null ? null : package.OpenXml(part);
        if (reader is null)
            return all;
        foreach (var child in reader.Children())
        {
            if (child == "style")
                all.Add(reader);
        }
        return all;
    }

    public void Add(DocxStyle style, bool isDefault)
    {
        styles[style.Id] = style;
        if (isDefault)
            defaultParagraphStyle = style.Id;
    }

    public T? First<T>(string? styleId, Func<DocxStyle, T?> said) where T : struct =>
        Chain(styleId).Select(said).FirstOrDefault(static value => value is not null);

    public string? DefaultOr(string? styleId) => styleId ?? defaultParagraphStyle;

    /// <summary>The style itself, then those it is based on.</summary>
    public IEnumerable<DocxStyle> Chain(string? styleId)
    {
        for (var steps = 0; styleId is not null && steps < LongestChain && styles.TryGetValue(styleId, out var style); steps++)
        {
            yield return style;
            styleId = style.BasedOn;
        }
    }

    /// <summary>1–9, from the outline level (0–8) or from the built-in name "heading 1".</summary>
    public int? HeadingLevel(ParagraphProperties paragraph)
    {
        if ((paragraph.OutlineLevel ?? First(paragraph.Style, static style => style.Paragraph.OutlineLevel)) is { } outline)
            return outline is >= 0 and <= 8 ? outline + 1 : null;
        return First(paragraph.Style, static style => NamedLevel(style.Name));
    }

    private static int? NamedLevel(string name)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["heading ", "标题 "])
        {
            if (name.Length == prefix.Length + 1 && name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && name[^1] is >= '1' and <= '9')
                return name[^1] - '0';
        }
        return null;
    }

    private void Add(XmlReader reader)
    {
        var id = reader.Val("styleId");
        var isParagraph = reader.Val("type") is "paragraph" or null;
        var isDefault = reader.Val("default") is "1" or "true" or "on";
        string? basedOn = null;
        var name = "";
        var paragraph = new ParagraphProperties();
        bool? bold = null, hidden = null;
        foreach (var child in reader.Children())
        {
            switch (child)
            {
                case "name":
                    name = reader.Val() ?? "";
                    break;
                case "basedOn":
                    basedOn = reader.Val();
                    break;
                case "pPr":
                    paragraph = DocxProperties.OfParagraph(reader);
                    break;
                case "rPr":
                    (bold, hidden, _) = DocxProperties.OfRun(reader);
                    break;
            }
        }
        if (id is null)
            return;
        Add(new DocxStyle(id, name, basedOn, paragraph, bold, hidden), isParagraph && isDefault);
    }
}
