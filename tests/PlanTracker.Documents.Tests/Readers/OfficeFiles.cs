using System.IO.Compression;
using System.Text;

namespace PlanTracker.Documents.Tests.Readers;

/// <summary>Small Office files built part by part, so that a test shows the markup it is about.</summary>
internal static class OfficeFiles
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /// <param name="body">Children of w:body.</param>
    /// <param name="numbering">Children of w:numbering.</param>
    /// <param name="styles">Children of w:styles.</param>
    /// <param name="header">Children of a page header.</param>
    public static byte[] Docx(string body, string? numbering = null, string? styles = null, string? header = null, bool picture = false)
    {
        var parts = new List<(string Name, string Content)>
        {
            ("[Content_Types].xml", Types("/word/document.xml", WordType)),
            ("word/document.xml", Root("w:document", $"<w:body>{body}</w:body>")),
        };
        var relations = new StringBuilder();
        void Part(string type, string name, string? content)
        {
            if (content is null)
                return;
            relations.Append($"""<Relationship Id="{name}" Type="{Relations}/{type}" Target="{name}.xml"/>""");
            parts.Add(($"word/{name}.xml", Root($"w:{type}", content)));
        }

        Part("numbering", "numbering", numbering);
        Part("styles", "styles", styles);
        Part("header", "header1", header);
        if (picture)
            relations.Append($"""<Relationship Id="p" Type="{Relations}/image" Target="media/image1.png"/>""");
        parts.Add(("word/_rels/document.xml.rels", $"<Relationships>{relations}</Relationships>"));
        return Zip([.. parts]);
    }

    /// <param name="sheets">Name, state and content (children of worksheet) of each sheet.</param>
    public static byte[] Xlsx(
        (string Name, string State, string Content)[] sheets, string? styles = null, string? strings = null, string properties = "")
    {
        var list = new StringBuilder();
        var relations = new StringBuilder();
        var parts = new List<(string Name, string Content)> { ("[Content_Types].xml", Types("/xl/workbook.xml", SheetType)) };
        for (var i = 0; i < sheets.Length; i++)
        {
            list.Append($"""<sheet name="{sheets[i].Name}" sheetId="{i + 1}" state="{sheets[i].State}" r:id="s{i}"/>""");
            relations.Append($"""<Relationship Id="s{i}" Type="{Relations}/worksheet" Target="worksheets/sheet{i}.xml"/>""");
            parts.Add(($"xl/worksheets/sheet{i}.xml", $"""<worksheet xmlns="{Sheet}">{sheets[i].Content}</worksheet>"""));
        }
        foreach (var (type, content) in new[] { ("styles", styles), ("sharedStrings", strings) })
        {
            if (content is null)
                continue;
            relations.Append($"""<Relationship Id="{type}" Type="{Relations}/{type}" Target="/xl/{type}.xml"/>""");
            parts.Add(($"xl/{type}.xml", $"""<root xmlns="{Sheet}">{content}</root>"""));
        }
        parts.Add(("xl/_rels/workbook.xml.rels", $"<Relationships>{relations}</Relationships>"));
        parts.Add(("xl/workbook.xml", $"""<workbook xmlns="{Sheet}" xmlns:r="{Relations}">{properties}<sheets>{list}</sheets></workbook>"""));
        return Zip([.. parts]);
    }

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return stream.ToArray();
    }

    public static string Root(string element, string content) =>
        $"""<{element} xmlns:w="{Word}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">{content}</{element}>""";

    public static string Types(string part, string type) => $"""<Types><Override PartName="{part}" ContentType="{type}"/></Types>""";

    public static string DocumentTypes => Types("/word/document.xml", WordType);

    public static string P(string words, string properties = "") =>
        $"""<w:p>{(properties.Length == 0 ? "" : $"<w:pPr>{properties}</w:pPr>")}{R(words)}</w:p>""";

    public static string R(string words) => words.Length == 0 ? "" : $"""<w:r><w:t xml:space="preserve">{words}</w:t></w:r>""";

    /// <summary>A paragraph of list <paramref name="list"/> at level <paramref name="level"/>.</summary>
    public static string Item(string words, int level = 0, int list = 1) =>
        P(words, $"""<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>""");

    public static string Level(int index, string format, string text, string more = "", int start = 1, string suffix = "nothing") =>
        $"""<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>"""
        + $"""{more}<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/></w:lvl>""";

    public static string Numbering(string levels, string lists = """<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>""") =>
        $"""<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{lists}""";

    public static string Cell(string words, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(words)}</w:tc>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";
}
