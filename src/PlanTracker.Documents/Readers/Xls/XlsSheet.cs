using PlanTracker.Documents.Readers.Ole;
using PlanTracker.Documents.Readers.Xlsx;

namespace PlanTracker.Documents.Readers.Xls;

/// <summary>The records of one sheet. [MS-XLS] 2.4.</summary>
internal sealed class XlsSheet(IReadOnlyList<string> strings, CellFormats formats, SheetCells cells, CancellationToken cancellation)
{
    private const int BeginOfFile = 0x809;
    private const int EndOfFile = 0x0A;
    private const int Formula = 0x06;
    private const int Header = 0x14;
    private const int SeveralNumbers = 0xBD;
    private const int RichLabel = 0xD6;
    private const int MergedCells = 0xE5;
    private const int SharedLabel = 0xFD;
    private const int Number = 0x203;
    private const int Label = 0x204;
    private const int TruthOrError = 0x205;
    private const int FormulaText = 0x207;
    private const int ShortNumber = 0x27E;

    private (int Row, int Column)? awaited;
    private string header = "";

    /// <summary>Fills the cells and gives the header that is printed on its pages.</summary>
    public string Read(Bytes stream, long at)
    {
        var depth = 0;
        foreach (var record in XlsRecord.From(stream, at))
        {
            cancellation.ThrowIfCancellationRequested();
            // Charts lie inside of sheets, between a begin and an end of their own.
            if (record.Kind == BeginOfFile)
                depth++;
            else if (record.Kind == EndOfFile && --depth <= 0)
                break;
            else if (depth == 1)
                Read(record);
            else if (depth == 0)
                throw new InvalidDataException("No sheet where one should begin.");
        }
        return header;
    }

    private void Read(XlsRecord record)
    {
        var data = record.Data;
        switch (record.Kind)
        {
            case Number:
                cells.Put(data.U16(0), data.U16(2), formats.Show(data.F64(6), data.U16(4)));
                break;
            case ShortNumber:
                cells.Put(data.U16(0), data.U16(2), formats.Show(Unpacked(data.U32(6)), data.U16(4)));
                break;
            case SeveralNumbers:
                for (var i = 0; 4 + (6 * i) + 8 <= data.Length; i++)
                    cells.Put(data.U16(0), data.U16(2) + i, formats.Show(Unpacked(data.U32(6 + (6 * i))), data.U16(4 + (6 * i))));
                break;
            case SharedLabel:
                if (data.U32(6) < strings.Count)
                    cells.Put(data.U16(0), data.U16(2), strings[(int)data.U32(6)]);
                break;
            case Label or RichLabel:
                cells.Put(data.U16(0), data.U16(2), new XlsText(record, 6).Read());
                break;
            case TruthOrError:
                if (data.U8(7) == 0)
                    cells.Put(data.U16(0), data.U16(2), data.U8(6) != 0 ? "TRUE" : "FALSE");
                break;
            case Formula:
                ReadFormula(data);
                break;
            case FormulaText when awaited is var (row, column):
                cells.Put(row, column, new XlsText(record, 0).Read());
                awaited = null;
                break;
            case MergedCells:
                for (var i = 0; i < data.U16(0); i++)
                    cells.Add(Area(data.Slice(2 + (8L * i), 8)));
                break;
            case Header when data.Length > 2:
                header += new XlsText(record, 0).Read() + "\n";
                break;
        }
    }

    /// <summary>Its last value: a number, or a mark that it is something else.</summary>
    private void ReadFormula(Bytes data)
    {
        var (row, column) = (data.U16(0), data.U16(2));
        if (data.U16(12) != 0xFFFF)
            cells.Put(row, column, formats.Show(data.F64(6), data.U16(4)));
        else if (data.U8(6) == 0)
            awaited = (row, column);
        else if (data.U8(6) == 1)
            cells.Put(row, column, data.U8(8) != 0 ? "TRUE" : "FALSE");
    }

    private static Merge Area(Bytes area)
    {
        var (top, bottom, left, right) = (area.U16(0), area.U16(2), area.U16(4), area.U16(6));
        return new Merge(top, left, Math.Max(top, bottom), Math.Max(left, right));
    }

    /// <summary>The upper 30 bits of a number, or a whole number; with or without two decimal places taken off.</summary>
    private static double Unpacked(uint packed)
    {
        var number = (packed & 2) != 0 ? (int)packed >> 2 : BitConverter.UInt64BitsToDouble((ulong)(packed & ~3u) << 32);
        return (packed & 1) != 0 ? number / 100 : number;
    }
}
