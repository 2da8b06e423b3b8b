using System.Globalization;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Ole;
using PlanTracker.Documents.Readers.Pieces;
using PlanTracker.Documents.Readers.Xlsx;

namespace PlanTracker.Documents.Readers.Xls;

/// <summary>Excel 97–2003 workbooks (.xls, and .et of later years), straight from their stream; read as workbooks of the newer format are: what the
/// cells show, formulas by their last value.</summary>
internal static class XlsReader
{
    private const int BeginOfFile = 0x809;
    private const int FilePassword = 0x2F;
    private const int Dates1904 = 0x22;
    private const int SheetName = 0x85;
    private const int Strings = 0xFC;
    private const int FormatCode = 0x41E;
    private const int CellFormat = 0xE0;
    private const int EndOfFile = 0x0A;
    private const int Excel97 = 0x600;

    /// <summary>The stream under which workbooks keep their records; older ones under another name.</summary>
    public static Bytes? StreamOf(CompoundFile file) => file.Stream("Workbook") ?? file.Stream("Book");

    public static Reading Read(Bytes stream, ReadingLimits limits, CancellationToken cancellation)
    {
        var book = ReadBook(stream, limits);
        var sheets = new List<(string Name, List<Piece> Pieces)>();
        foreach (var (name, at) in book.VisibleSheets)
        {
            var cells = new SheetCells(limits);
            var header = new XlsSheet(book.Strings, book.Formats, cells, cancellation).Read(stream, at);
            if (SecrecyMark.StandsIn(SheetBook.HeaderText(header)))
                return DiagnosticKind.MarkedSecret;
            sheets.Add((name, new SheetTable(cells, limits).Pieces()));
        }
        return TextAssembly.Assemble(SourceFormat.Xls, SheetBook.Join(sheets), limits, cancellation);
    }

    private sealed record Book(IReadOnlyList<(string Name, long At)> VisibleSheets, IReadOnlyList<string> Strings, CellFormats Formats);

    private static Book ReadBook(Bytes stream, ReadingLimits limits)
    {
        var sheets = new List<(string Name, long At)>();
        var strings = new List<string>();
        var formats = new CellFormats();
        var begun = false;
        foreach (var record in XlsRecord.From(stream, 0))
        {
            var data = record.Data;
            switch (record.Kind)
            {
                case BeginOfFile:
                    if (data.U16(0) != Excel97)
                        throw new UnreadableException(DiagnosticKind.OutdatedFormat);
                    begun = true;
                    break;
                case FilePassword:
                    throw new UnreadableException(DiagnosticKind.PasswordProtected);
                case Dates1904:
                    formats.Dates1904 = data.U16(0) == 1;
                    break;
                // Shown, and a sheet of cells.
                case SheetName when (data.U8(4) & 3) == 0 && data.U8(5) == 0:
                    sheets.Add((new XlsText(record, 6).Read(shortLength: true), data.U32(0)));
                    break;
                case Strings:
                    ReadStrings(record, strings, limits);
                    break;
                case FormatCode:
                    formats.AddCode(data.U16(0), new XlsText(record, 2).Read());
                    break;
                case CellFormat:
                    formats.AddCell(data.U16(2));
                    break;
            }
            if (!begun)
                throw record.Kind is 0x09 or 0x209 or 0x409
                    ? new UnreadableException(DiagnosticKind.OutdatedFormat)
                    : new InvalidDataException("No workbook.");
            if (record.Kind == EndOfFile)
                break;
        }
        return new Book(sheets, strings, formats);
    }

    private static void ReadStrings(XlsRecord record, List<string> strings, ReadingLimits limits)
    {
        var count = record.Data.U32(4);
        var text = new XlsText(record, 8);
        long characters = 0;
        for (uint i = 0; i < count && !text.IsAtEnd; i++)
        {
            strings.Add(text.Read());
            if ((characters += strings[^1].Length) > limits.MaxCharacters)
                throw new UnreadableException(DiagnosticKind.TooLong, limits.MaxCharacters.ToString(CultureInfo.InvariantCulture));
        }
    }
}
