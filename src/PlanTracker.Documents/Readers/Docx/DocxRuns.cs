using System.Globalization;
using System.Text;
using System.Xml;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Package;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Docx;

/// <summary>The words of one paragraph: runs that show on the page, without deleted words, hidden words, field codes, readings of ruby and the
/// signs of notes. Text boxes anchored in it are kept apart, to follow it.</summary>
internal sealed class DocxRuns(OfficePackage package, DocxStyles styles, ReadingLimits limits, Func<XmlReader, List<Piece>> readBox)
{
    private readonly StringBuilder words = new();
    private bool anyPlain;
    private char[]? chunk;

    /// <summary>The paragraph's style, from which its runs inherit.</summary>
    public string? Style { get; set; }

    public string Words => words.ToString();

    public bool AllBold => !anyPlain;

    public List<Piece> Boxes { get; } = [];

    public void ReadInline(XmlReader reader, string child)
    {
        switch (child)
        {
            case "r":
                ReadRun(reader);
                break;
            case "del" or "moveFrom" or "pPr":
                break;
            case "hyperlink" or "ins" or "moveTo" or "smartTag" or "customXml" or "sdt" or "sdtContent" or "fldSimple" or "bdo" or "dir"
                or "oMath" or "oMathPara" or "ruby" or "rubyBase":
                Descend(reader);
                break;
            case "AlternateContent":
                ReadOneSide(reader);
                break;
            case "t":
                ReadText(reader);
                break;
            default:
                // The parts of a formula: fractions, brackets, indices.
                if (reader.NamespaceURI.EndsWith("/math", StringComparison.Ordinal))
                    Descend(reader);
                break;
        }
    }

    private void Descend(XmlReader reader)
    {
        package.CheckDepth(reader);
        foreach (var child in reader.Children())
            ReadInline(reader, child);
    }

    private void ReadOneSide(XmlReader reader)
    {
        var taken = false;
        foreach (var side in reader.Children())
        {
            if (taken || side is not ("Choice" or "Fallback"))
                continue;
            taken = true;
            package.CheckDepth(reader);
            foreach (var child in reader.Children())
                ReadRunPart(reader, child);
        }
    }

    private void ReadRun(XmlReader reader)
    {
        package.CheckDepth(reader);
        bool? bold = null;
        var hidden = false;
        var start = words.Length;
        foreach (var child in reader.Children())
        {
            if (child == "rPr")
            {
                (bold, var vanish, var style) = DocxProperties.OfRun(reader);
                bold ??= styles.First(style, static s => s.Bold);
                hidden = vanish ?? styles.First(style, static s => s.Hidden) ?? false;
            }
            else if (!hidden)
            {
                ReadRunPart(reader, child);
            }
        }
        if (words.Length > start && !IsBlankFrom(start))
            anyPlain |= !(bold ?? styles.First(Style, static s => s.Bold) ?? false);
    }

    private void ReadRunPart(XmlReader reader, string child)
    {
        switch (child)
        {
            case "t":
                ReadText(reader);
                break;
            case "tab" or "ptab":
                words.Append('\t');
                break;
            case "br" or "cr":
                words.Append('\n');
                break;
            case "noBreakHyphen":
                words.Append('-');
                break;
            case "sym":
                words.Append(Symbol(reader));
                break;
            case "drawing" or "pict" or "object":
                FindBoxes(reader);
                break;
            case "r" or "ruby" or "AlternateContent":
                ReadInline(reader, child);
                break;
        }
    }

    /// <summary>Words in a drawing count only inside a text box.</summary>
    private void FindBoxes(XmlReader reader)
    {
        package.CheckDepth(reader);
        foreach (var child in reader.Children())
        {
            if (child == "txbxContent")
                Boxes.AddRange(readBox(reader));
            else if (child == "AlternateContent")
                ReadOneSide(reader);
            else
                FindBoxes(reader);
        }
    }

    /// <summary>In chunks, so that a run of any length is noticed before it is held.</summary>
    private void ReadText(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        chunk ??= new char[2048];
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
                continue;
            int read;
            while ((read = reader.ReadValueChunk(chunk, 0, chunk.Length)) > 0)
            {
                words.Append(chunk, 0, read);
                if (words.Length > limits.MaxCharacters)
                    throw new UnreadableException(DiagnosticKind.TooLong, limits.MaxCharacters.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private bool IsBlankFrom(int start)
    {
        for (var i = start; i < words.Length; i++)
        {
            if (!char.IsWhiteSpace(words[i]))
                return false;
        }
        return true;
    }

    /// <summary>A character of a symbol font; those that stand for a common sign become that sign, the rest have no meaning in a text.</summary>
    private static string Symbol(XmlReader reader)
    {
        if (!int.TryParse(reader.Val("char"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            return "";
        return (code & 0xF000) != 0xF000 || code > 0xFFFF
            ? code is > 0x20 and < 0xD800 ? ((char)code).ToString() : ""
            : (code & 0xFF) switch
            {
                0xFC or 0xFB => "√",
                0xFE or 0x52 => "☑",
                0xA8 or 0x6F or 0xA3 => "□",
                0x6C or 0xB7 => "●",
                0xAB => "★",
                0xE0 => "→",
                _ => "",
            };
    }
}
