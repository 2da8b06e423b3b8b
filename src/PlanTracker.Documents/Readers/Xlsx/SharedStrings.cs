using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Package;

namespace PlanTracker.Documents.Readers.Xlsx;

/// <summary>Texts that cells refer to by number.</summary>
internal sealed partial class SharedStrings
{
    private readonly List<string> texts = [];

    public string this[int index] => index >= 0 && index < texts.Count ? texts[index] : "";

    public static SharedStrings Read(OfficePackage package, string? part, ReadingLimits limits)
    {
        var strings = new SharedStrings();
        using var reader = part is null ? null : package.OpenXml(part);
        while (reader is not null && (reader.NodeType == XmlNodeType.Element && reader.LocalName == "si" || reader.Read()))
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "si")
            {
                strings.texts.Add(ReadRichText(reader, limits));
                reader.Read();
            }
        }
        return strings;
    }

    /// <summary>The words of an si or is element, of all its runs, without phonetic readings; the reader ends on the element's end.</summary>
    public static string ReadRichText(XmlReader reader, ReadingLimits limits)
    {
        if (reader.IsEmptyElement)
            return "";
        var depth = reader.Depth;
        var words = new StringBuilder();
        var inText = false;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                while (reader.NodeType == XmlNodeType.Element && reader.LocalName == "rPh")
                    reader.Skip();
                inText = reader.NodeType == XmlNodeType.Element && reader.LocalName == "t" && !reader.IsEmptyElement;
                if (reader.Depth <= depth)
                    break;
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                inText = false;
            }
            else if (inText)
            {
                words.Append(reader.Value);
                if (words.Length > limits.MaxCharacters)
                    throw new UnreadableException(DiagnosticKind.TooLong, limits.MaxCharacters.ToString(CultureInfo.InvariantCulture));
            }
        }
        return Unescape(words.ToString());
    }

    /// <summary>_x000D_ stands for a character that XML cannot hold.</summary>
    public static string Unescape(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, static match =>
            ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
        : text;

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
