using System.Globalization;
using System.Xml;
using PlanTracker.Documents.Readers.Package;

namespace PlanTracker.Documents.Readers.Xlsx;

/// <summary>Reads one sheet's cells and merged areas, by what stands in the file and not by what it declares of its size.</summary>
internal sealed class Sheet(SharedStrings strings, CellFormats formats, ReadingLimits limits, CancellationToken cancellation)
{
    public SheetCells Cells { get; } = new(limits);

    /// <summary>The header that is printed on its first page, its parts one a line.</summary>
    public string PrintedHeader { get; private set; } = "";

    public void Read(XmlReader reader)
    {
        var row = -1;
        var column = -1;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "row":
                    cancellation.ThrowIfCancellationRequested();
                    row = Number(reader.GetAttribute("r")) is { } number ? number - 1 : row + 1;
                    column = -1;
                    break;
                case "c":
                    ReadCell(reader, ref row, ref column);
                    break;
                case "mergeCell" when Area(reader.GetAttribute("ref")) is { } merge:
                    Cells.Add(merge);
                    break;
                case "firstHeader" or "oddHeader":
                    PrintedHeader += SheetBook.HeaderText(ElementWords.Of(reader)) + "\n";
                    break;
            }
        }
    }

    private void ReadCell(XmlReader reader, ref int row, ref int column)
    {
        if (Place(reader.GetAttribute("r")) is { } place)
            (row, column) = place;
        else
            column++;
        var type = reader.GetAttribute("t");
        var style = Number(reader.GetAttribute("s")) ?? 0;
        Cells.Put(row, column, Shown(ReadValue(reader), type, style));
    }

    private string Shown((string Value, string? Inline) read, string? type, int style) => type switch
    {
        _ when read.Inline is not null => read.Inline,
        "s" => Number(read.Value) is { } index ? strings[index] : "",
        "str" or "inlineStr" => SharedStrings.Unescape(read.Value),
        "b" => read.Value is "1" or "true" ? "TRUE" : "FALSE",
        "e" => "",
        "d" => read.Value.Length > 10 && read.Value[10] == 'T' ? read.Value[..10] : read.Value,
        _ => formats.Show(read.Value, style),
    };

    /// <summary>A cell's value and its inline text; the formula is passed over.</summary>
    private (string Value, string? Inline) ReadValue(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return ("", null);
        var value = "";
        string? inline = null;
        var depth = reader.Depth;
        var more = reader.Read();
        while (more && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "v")
            {
                value = ElementWords.Of(reader);
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "is")
            {
                inline = SharedStrings.ReadRichText(reader, limits);
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                reader.Skip();
                continue;
            }
            more = reader.Read();
        }
        return (value, inline);
    }

    private static int? Number(string? digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static (int Row, int Column)? Place(string? reference)
    {
        if (reference is null)
            return null;
        int column = 0, row = 0, i = 0;
        for (; i < reference.Length && i < 3 && char.IsAsciiLetter(reference[i]); i++)
            column = (column * 26) + (char.ToUpperInvariant(reference[i]) - 'A' + 1);
        if (i == 0 || !int.TryParse(reference.AsSpan(i), NumberStyles.None, CultureInfo.InvariantCulture, out row))
            return null;
        return (row - 1, column - 1);
    }

    private static Merge? Area(string? reference)
    {
        var colon = reference?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0 || Place(reference![..colon]) is not { } first || Place(reference[(colon + 1)..]) is not { } last)
            return null;
        if (first.Row < 0 || first.Column < 0 || last.Row < first.Row || last.Column < first.Column)
            return null;
        return new Merge(first.Row, first.Column, Math.Min(last.Row, SheetCells.MostRows - 1), Math.Min(last.Column, SheetCells.MostColumns - 1));
    }
}
