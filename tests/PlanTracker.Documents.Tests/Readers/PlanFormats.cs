using System.Text;
using PlanTracker.Documents.Tests.Readers.Pdf;
using static PlanTracker.Documents.Tests.Readers.OfficeFiles;

namespace PlanTracker.Documents.Tests.Readers;

/// <summary>One plan in every format that is read and carries its text: as lines where the format is one of text, as a table of five columns under a title
/// (序号, 工作任务, 牵头单位, 配合单位, 完成时限) where it is one of sheets.</summary>
internal static class PlanFormats
{
    private const int LinesOfAnOfdPage = 22;
    private static readonly string[] Heads = ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"];

    public static IReadOnlyList<string> All => ["txt", "docx", "xlsx", "html", "pdf", "doc", "wps", "ofd", "xls", "csv", "md", "rtf", "zip"];

    /// <param name="lines">The first is the title, the second the first section's heading.</param>
    /// <param name="rows">Five cells each; an .xls holds 50 rows at most.</param>
    public static byte[] Of(string format, IReadOnlyList<string> lines, string title, IReadOnlyList<string[]> rows)
    {
        string[][] sheet = [[title, "", "", "", ""], Heads, .. rows];
        return format switch
        {
            "txt" => Utf8(string.Join('\n', lines)),
            "docx" => Docx(string.Concat(lines.Select(line => P(line)))),
            "xlsx" => Xlsx([("任务", "visible", $"<sheetData>{string.Concat(sheet.Select(SheetRow))}</sheetData>")]),
            "html" => Utf8($"<html><head><meta charset=\"utf-8\"></head><body>{string.Concat(lines.Select(x => $"<p>{x}</p>"))}</body></html>"),
            "pdf" => Printed(lines, size: 16),
            "doc" or "wps" => WordFiles.Doc([.. lines.Select(line => new WordParagraph(line))]),
            "ofd" => OfdFiles.Ofd([.. lines.SelectMany(Broken).Chunk(LinesOfAnOfdPage)
                .Select(page => string.Concat(page.Select((line, i) => OfdFiles.Line(i, line.Indent, line.Words))))]),
            "xls" => OldWorkbook(sheet),
            "csv" => Utf8(string.Join("\r\n", sheet.Select(row => string.Join(',', row)))),
            "md" => Utf8(string.Join("\n\n", lines.Select((line, i) => i == 0 ? $"# {line}" : i == 1 ? $"## {line}" : line))),
            "rtf" => Encoding.ASCII.GetBytes($@"{{\rtf1\ansi\uc1 {string.Concat(lines.Select(x => string.Concat(x.Select(c => $@"\u{(short)c}?")) + @"\par "))}}}"),
            "zip" => Zip(("方案.txt", string.Join('\n', lines))),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
    }

    /// <summary>On pages, with the size of the letters in points.</summary>
    public static byte[] Printed(IReadOnlyList<string> lines, double size)
    {
        const double top = 90, bottom = 770, width = 470;
        var pdf = new PdfFile().Page();
        var y = top;
        foreach (var line in lines)
        {
            var rows = Math.Ceiling((line.Length + 2) * size / width);
            if (y > top && y + (rows * 1.7 * size) > bottom)
                (pdf, y) = (pdf.Page(), top);
            y = pdf.Paragraph(60, y, line, (int)(width / size), size, leading: 1.7 * size);
        }

        return pdf.Build();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string SheetRow(string[] row, int index) =>
        $"<row r=\"{index + 1}\">{string.Concat(row.Select((x, i) => $"<c r=\"{(char)('A' + i)}{index + 1}\" t=\"inlineStr\"><is><t>{x}</t></is></c>"))}</row>";

    private static byte[] OldWorkbook(string[][] rows)
    {
        string[] words = [.. rows.SelectMany(row => row)];
        var cells = words.SelectMany((x, i) => x.Length == 0 ? [] : XlsFiles.Text(i / Heads.Length, i % Heads.Length, i));
        return XlsFiles.Workbook([.. XlsFiles.Record(0xE0, new byte[20])], words, [.. cells]);
    }

    // Twenty-six squares a line, as a page of print holds.
    private static IEnumerable<(double Indent, string Words)> Broken(string line)
    {
        for (var at = 0; at < line.Length; at += at == 0 ? 24 : 26)
            yield return (at == 0 ? 2 : 0, line.Substring(at, Math.Min(at == 0 ? 24 : 26, line.Length - at)));
    }
}
