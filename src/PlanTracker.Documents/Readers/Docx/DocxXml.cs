using System.Globalization;
using System.Xml;

namespace PlanTracker.Documents.Readers.Docx;

/// <summary>Small questions to an XmlReader that stands on an element of WordprocessingML. Elements are told by their local names, so that the
/// transitional and the strict form of the format read alike.</summary>
internal static class DocxXml
{
    /// <summary>w:val, or any attribute by its local name.</summary>
    public static string? Val(this XmlReader reader, string name = "val")
    {
        if (!reader.HasAttributes)
            return null;
        string? value = null;
        while (reader.MoveToNextAttribute())
        {
            if (reader.LocalName == name)
            {
                value = reader.Value;
                break;
            }
        }
        reader.MoveToElement();
        return value;
    }

    public static int? IntVal(this XmlReader reader, string name = "val") =>
        int.TryParse(reader.Val(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    /// <summary>An on/off property: present without a value means on.</summary>
    public static bool IsOn(this XmlReader reader) => reader.Val() is not ("0" or "false" or "off" or "none");

    /// <summary>Moves over the children of the element that the reader stands on; the body must leave the reader on the end of the child or, by
    /// doing nothing, lets the child be skipped. Ends on the element's end.</summary>
    public static IEnumerable<string> Children(this XmlReader reader)
    {
        if (reader.IsEmptyElement)
            yield break;
        var depth = reader.Depth;
        var more = reader.Read();
        while (more && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                more = reader.Read();
                continue;
            }
            var child = reader.Depth;
            yield return reader.LocalName;
            // Still on the child's start: nobody wanted it.
            if (reader.Depth == child && reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement)
                reader.Skip();
            else
                more = reader.Read();
        }
    }
}
