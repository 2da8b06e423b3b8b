using System.Xml;
using PlanTracker.Documents.Readers.Package;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Docx;

/// <summary>w:tbl: grid columns from gridSpan and gridBefore, cells merged downward from vMerge.</summary>
internal sealed class DocxTable(DocxBody body, OfficePackage package, Action countRow)
{
    private const int MostColumns = 1_000;

    private readonly List<RowPiece> rows = [];

    public List<RowPiece> ReadRows(XmlReader reader)
    {
        package.CheckDepth(reader);
        foreach (var child in reader.Children())
        {
            if (child == "tr")
                ReadRow(reader);
            else if (child is "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo")
                ReadRows(reader);
        }
        return rows;
    }

    private void ReadRow(XmlReader reader)
    {
        countRow();
        var cells = new List<CellPiece>();
        var row = new RowState();
        ReadCells(reader, row, cells);
        if (!row.Deleted)
            rows.Add(new RowPiece(cells, row.MarkedHeader));
    }

    private void ReadCells(XmlReader reader, RowState row, List<CellPiece> cells)
    {
        foreach (var child in reader.Children())
        {
            switch (child)
            {
                case "trPr":
                    ReadRowProperties(reader, row);
                    break;
                // Words of a deleted row are marked deleted themselves, but its numbers must not be counted either.
                case "tc" when !row.Deleted:
                    ReadCell(reader, row, cells);
                    break;
                case "sdt" or "sdtContent" or "customXml":
                    ReadCells(reader, row, cells);
                    break;
            }
        }
    }

    private static void ReadRowProperties(XmlReader reader, RowState row)
    {
        foreach (var child in reader.Children())
        {
            if (child == "tblHeader")
                row.MarkedHeader = reader.IsOn();
            else if (child == "gridBefore")
                row.Column += Math.Clamp(reader.IntVal() ?? 0, 0, MostColumns);
            else if (child == "del")
                row.Deleted = true;
        }
    }

    private void ReadCell(XmlReader reader, RowState row, List<CellPiece> cells)
    {
        var properties = new CellState();
        var content = body.ReadPart(reader, child =>
        {
            if (child == "tcPr")
                ReadCellProperties(reader, properties);
        });
        var span = Math.Clamp(properties.Span, 1, MostColumns);
        var continuesAbove = properties.Continues && Above(row.Column) is not null;
        if (properties.Absorbed && cells.Count > 0)
        {
            var left = cells[^1];
            cells[^1] = left with { ColumnSpan = left.ColumnSpan + span };
        }
        else if (!properties.Deleted)
        {
            cells.Add(new CellPiece(row.Column, span, continuesAbove, continuesAbove ? [] : content));
        }
        row.Column += span;
    }

    private static void ReadCellProperties(XmlReader reader, CellState cell)
    {
        foreach (var child in reader.Children())
        {
            switch (child)
            {
                case "gridSpan":
                    cell.Span = reader.IntVal() ?? 1;
                    break;
                case "vMerge":
                    cell.Continues = reader.Val() is not "restart";
                    break;
                case "hMerge":
                    cell.Absorbed = reader.Val() is not "restart";
                    break;
                case "cellDel":
                    cell.Deleted = true;
                    break;
            }
        }
    }

    private CellPiece? Above(int column) => rows.Count == 0 ? null : rows[^1].Cells.FirstOrDefault(cell => cell.Column == column);

    private sealed class RowState
    {
        public int Column { get; set; }
        public bool MarkedHeader { get; set; }
        public bool Deleted { get; set; }
    }

    private sealed class CellState
    {
        public int Span { get; set; } = 1;

        /// <summary>The lower part of a cell merged over rows.</summary>
        public bool Continues { get; set; }

        /// <summary>The right part of a cell merged over columns, as older programs wrote it.</summary>
        public bool Absorbed { get; set; }

        public bool Deleted { get; set; }
    }
}
