using System.Text;
using System.Xml;

namespace PlanTracker.Documents.Readers.Package;

internal static class ElementWords
{
    /// <summary>The text of the element that the reader stands on; ends on the element's end.</summary>
    public static string Of(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return "";
        var depth = reader.Depth;
        var words = new StringBuilder();
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                words.Append(reader.Value);
        }
        return words.ToString();
    }
}
