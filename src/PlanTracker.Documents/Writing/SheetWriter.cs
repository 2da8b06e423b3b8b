using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PlanTracker.Documents.Writing;

/// <summary>A column of a sheet that is written.</summary>
/// <param name="Width">In characters, as spreadsheet programs count them.</param>
/// <param name="IsHidden">Carries what the program needs when the sheet comes back.</param>
/// <param name="IsOpen">May be typed into where the sheet is protected.</param>
public sealed record SheetColumn(string Title, double Width, bool IsHidden = false, bool IsOpen = false);

/// <summary>A sheet that is written: a note above, a heading row, and rows of text.</summary>
/// <param name="Note">Lines above the heading row that say what to do; may be empty.</param>
/// <param name="Rows">One cell per column; null leaves a cell empty.</param>
public sealed record Sheet(string Name, IReadOnlyList<string> Note, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows)
{
    /// <summary>Only columns that are open may be typed into. A guard against slips, not against intent: it has no password.</summary>
    public bool IsProtected { get; init; }
}

/// <summary>Writes sheets as xlsx: the same sheets give the same bytes. Every cell is text and stays text: what begins with = + - or @ is never a formula, whoever
/// typed it.</summary>
public static class SheetWriter
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static readonly DateTimeOffset Beginning = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const uint Plain = 0, Heading = 1, Closed = 2, Open = 3, Note = 4;

    public static byte[] Write(params IReadOnlyList<Sheet> sheets)
    {
        using MemoryStream bytes = new();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddNewPart<WorkbookPart>(WorkbookType, "rId1");
            book.Workbook = new Workbook();
            book.AddNewPart<WorkbookStylesPart>("rId1").Stylesheet = Styles();
            var list = book.Workbook.AppendChild(new Sheets());
            uint id = 0;
            foreach (var sheet in sheets)
            {
                var part = book.AddNewPart<WorksheetPart>($"rId{++id + 1}");
                part.Worksheet = Content(sheet);
                list.AppendChild(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = book.GetIdOfPart(part), SheetId = id, Name = NameOf(sheet.Name) });
            }
        }

        return Timeless(bytes);
    }

    // Each entry of the archive carries the time of its making, which says nothing of what is in it.
    private static byte[] Timeless(MemoryStream archive)
    {
        using (ZipArchive entries = new(archive, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in entries.Entries)
                entry.LastWriteTime = Beginning;
        }

        return archive.ToArray();
    }

    private static Worksheet Content(Sheet sheet)
    {
        var headingRow = (uint)sheet.Note.Count + 1;
        Worksheet worksheet = new();
        worksheet.AppendChild(new SheetViews(new SheetView(
            new Pane { VerticalSplit = headingRow, TopLeftCell = $"A{headingRow + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        { WorkbookViewId = 0 }));
        worksheet.AppendChild(new Columns(sheet.Columns.Select((column, index) => new Column
        {
            Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true, Hidden = column.IsHidden,
        })));
        SheetData data = new();
        uint number = 0;
        foreach (var line in sheet.Note)
            data.AppendChild(new Row([Cell(FirstVisible(sheet), ++number, line, Note)]) { RowIndex = number });
        number++;
        data.AppendChild(new Row(sheet.Columns.Select((column, index) => Cell(index, number, column.Title, Heading))) { RowIndex = number });
        foreach (var row in sheet.Rows)
        {
            number++;
            data.AppendChild(new Row(row.Select((text, index) => Cell(index, number, text, StyleOf(sheet, index)))) { RowIndex = number });
        }

        worksheet.AppendChild(data);
        if (sheet.IsProtected)
            worksheet.AppendChild(new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false });
        worksheet.AppendChild(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.2, Footer = 0.2 });
        worksheet.AppendChild(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToHeight = 0 });
        return worksheet;
    }

    private static uint StyleOf(Sheet sheet, int column) => !sheet.IsProtected ? Closed : sheet.Columns[column].IsOpen ? Open : Closed;

    private static int FirstVisible(Sheet sheet) => Math.Max(0, sheet.Columns.ToList().FindIndex(column => !column.IsHidden));

    // An inline string is never evaluated, whatever it begins with.
    private static Cell Cell(int column, uint row, string? text, uint style) => text is { Length: > 0 }
        ? new Cell(new InlineString(new Text(Sound(text)) { Space = SpaceProcessingModeValues.Preserve }))
        { CellReference = Letters(column) + row, DataType = CellValues.InlineString, StyleIndex = style }
        : new Cell { CellReference = Letters(column) + row, StyleIndex = style };

    // XML has no word for control characters; a cell holds 32,767 characters at most.
    private static string Sound(string text)
    {
        var sound = string.Concat(text.Where(c => c is '\n' or '\t' || (!char.IsControl(c) && c is not ('\uFFFE' or '\uFFFF'))).Take(32_767));
        return sound.Length > 0 && char.IsHighSurrogate(sound[^1]) ? sound[..^1] : sound;
    }

    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters(column / 26 - 1) + (char)('A' + column % 26);

    private static string NameOf(string name)
    {
        var allowed = string.Concat(name.Where(c => c is not ('[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\'')).Take(31));
        return allowed.Length > 0 ? allowed : "1";
    }

    private static Stylesheet Styles() => new(
        new Fonts(
            new Font(new FontSize { Val = 11 }, new FontName { Val = "宋体" }),
            new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "黑体" })),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE6EEF8" }) { PatternType = PatternValues.Solid }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFFFF9E5" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(), new Border(
            new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
            new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin })),
        new CellFormats(
            Format(font: 0, fill: 0, border: 0, locked: true),
            Format(font: 1, fill: 2, border: 1, locked: true),
            Format(font: 0, fill: 0, border: 1, locked: true),
            Format(font: 0, fill: 3, border: 1, locked: false),
            new CellFormat { FontId = 0, FillId = 0, BorderId = 0 }));

    private static CellFormat Format(uint font, uint fill, uint border, bool locked) => new(
        new Alignment { WrapText = border > 0, Vertical = VerticalAlignmentValues.Top }, new Protection { Locked = locked })
    {
        FontId = font, FillId = fill, BorderId = border, NumberFormatId = 49,
        ApplyAlignment = true, ApplyProtection = true, ApplyFont = true, ApplyFill = true, ApplyBorder = true, ApplyNumberFormat = true,
    };
}
