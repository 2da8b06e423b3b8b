using System.Xml;
using PlanTracker.Documents.Readers.Package;

namespace PlanTracker.Documents.Readers.Ofd;

/// <summary>Objects that stand among the resources of a document and are placed on its pages by their number (CompositeGraphicUnit).</summary>
internal sealed class OfdUnits(OfficePackage package)
{
    private const int MostParts = 300;

    private readonly Dictionary<string, string> units = [];
    private readonly HashSet<string> known = [];
    private readonly Queue<string> parts = [];

    /// <summary>A part with resources; it is not opened before somebody asks for one.</summary>
    public void Expect(string part)
    {
        if (known.Count < MostParts && known.Add(part))
            parts.Enqueue(part);
    }

    /// <summary>A reader at the object of that number, or null where there is none.</summary>
    public XmlReader? Open(string? id)
    {
        while (parts.TryDequeue(out var part))
            Read(part);
        if (id is null || !units.TryGetValue(id, out var unit))
            return null;
        var reader = XmlReader.Create(new StringReader(unit), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false });
        reader.MoveToContent();
        return reader;
    }

    private void Read(string part)
    {
        using var reader = package.OpenXml(part);
        while (reader is { EOF: false })
        {
            // What was taken leaves the reader at what follows it.
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "CompositeGraphicUnit" } && reader.GetAttribute("ID") is { } id)
                units.TryAdd(id, reader.ReadOuterXml());
            else
                reader.Read();
        }
    }
}
