using System.Xml;

namespace PlanTracker.Documents.Readers.Package;

internal static class XmlWalk
{
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
