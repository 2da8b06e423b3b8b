using System.Xml;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Package;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Xlsx;

/// <summary>Workbooks, straight from their parts: every visible sheet as a table of what its cells show. Formulas are never worked out (their
/// last value counts) and a sheet's declared dimension is not looked at.</summary>
internal static class XlsxReader
{
    public static Reading Read(OfficePackage package, ReadingLimits limits, CancellationToken cancellation)
    {
        var related = package.RelationshipsOf(package.MainPart);
        string? Part(string type) => related.Values.FirstOrDefault(relation => relation.Type == type).Part;
        if (!TryReadWorkbook(package, out var workbook))
            return DiagnosticKind.Damaged;
        var strings = SharedStrings.Read(package, Part("sharedStrings"), limits);
        var formats = CellFormats.Read(package, Part("styles"), workbook.Dates1904);

        var sheets = new List<(string Name, List<Piece> Pieces)>();
        foreach (var (name, id) in workbook.VisibleSheets)
        {
            if (!related.TryGetValue(id, out var relation) || relation.Type != "worksheet")
                continue;
            using var reader = package.OpenXml(relation.Part);
            if (reader is null)
                return DiagnosticKind.Damaged;
            var sheet = new Sheet(strings, formats, limits, cancellation);
            sheet.Read(reader);
            if (SecrecyMark.StandsIn(sheet.PrintedHeader))
                return DiagnosticKind.MarkedSecret;
            sheets.Add((name, new SheetTable(sheet.Cells, limits).Pieces()));
        }
        return TextAssembly.Assemble(SourceFormat.Xlsx, SheetBook.Join(sheets), limits, cancellation);
    }

    private sealed record Workbook(IReadOnlyList<(string Name, string Id)> VisibleSheets, bool Dates1904);

    private static bool TryReadWorkbook(OfficePackage package, out Workbook workbook)
    {
        var sheets = new List<(string Name, string Id)>();
        var dates1904 = false;
        using var reader = package.OpenXml(package.MainPart);
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "workbookPr")
                dates1904 = reader.GetAttribute("date1904") is "1" or "true";
            else if (reader.LocalName == "sheet" && reader.GetAttribute("state") is null or "visible" && Id(reader) is { } id)
                sheets.Add((reader.GetAttribute("name") ?? "", id));
        }
        workbook = new Workbook(sheets, dates1904);
        return reader is not null;
    }

    private static string? Id(XmlReader reader)
    {
        string? id = null;
        while (reader.MoveToNextAttribute())
        {
            if (reader.LocalName == "id" && reader.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
                id = reader.Value;
        }
        reader.MoveToElement();
        return id;
    }
}
