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
}
