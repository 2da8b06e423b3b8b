using System.Xml;
using PlanTracker.Documents.Readers.Package;

namespace PlanTracker.Documents.Readers.Ofd;

/// <param name="Size">Of pages that say nothing of their own, in millimetres.</param>
/// <param name="Pages">Their parts, in order.</param>
/// <param name="Templates">Parts with what is printed on several pages.</param>
/// <param name="Units">Objects that pages place by their number.</param>
internal sealed record OfdDocument((double Width, double Height) Size, IReadOnlyList<string> Pages, IReadOnlyList<string> Templates, OfdUnits Units);

/// <summary>What a document consists of.</summary>
internal static class OfdIndex
{
    private const int MostTemplates = 50;
    private const double A4Width = 210;
    private const double A4Height = 297;

    /// <summary>The parts where the documents of the file begin.</summary>
    public static List<string> Documents(OfficePackage package)
    {
        var roots = new List<string>();
        using var reader = package.OpenXml(OfdReader.MainPart);
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "DocRoot")
                roots.Add(OfficePackage.Resolve(OfdReader.MainPart, ElementWords.Of(reader).Trim()));
        }
        return roots;
    }

    /// <summary>Null where there is no such part.</summary>
    public static OfdDocument? Read(OfficePackage package, string root)
    {
        using var reader = package.OpenXml(root);
        if (reader is null)
            return null;
        var size = (Width: A4Width, Height: A4Height);
        var (pages, templates, units) = (new List<string>(), new List<string>(), new OfdUnits(package));
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            var place = reader.GetAttribute("BaseLoc");
            if (reader.LocalName == "PhysicalBox")
                size = OfdValues.Size(ElementWords.Of(reader)) ?? size;
            else if (reader.LocalName is "PublicRes" or "DocumentRes")
                units.Expect(OfficePackage.Resolve(root, ElementWords.Of(reader).Trim()));
            else if (reader.LocalName == "Page" && place is not null)
                pages.Add(OfficePackage.Resolve(root, place));
            else if (reader.LocalName == "TemplatePage" && place is not null && templates.Count < MostTemplates)
                templates.Add(OfficePackage.Resolve(root, place));
        }
        return new OfdDocument(size, pages, templates, units);
    }
}
