using System.Diagnostics;
using System.Text;
using PlanTracker.Documents.Tests.Readers;
using PlanTracker.Documents.Tests.Readers.Pdf;
using static PlanTracker.Documents.Tests.Readers.OfficeFiles;

namespace PlanTracker.EndToEnd.Stories;

/// <summary>One small plan of two tasks in every format that is read. A picture (png) is read with doubts and therefore not among <see cref="Formats"/>.</summary>
internal static class PlanFiles
{
    private static readonly string[] Lines =
    [
        "棠川县2026年河渠管护实施方案",
        "一、主要任务",
        "（一）疏通灌溉干渠。清理淤积渠段，2026年11月30日前完成。（牵头单位：县水利局；责任单位：县财政局）",
        "（二）公开管护台账。逐条渠道登记造册，2026年12月20日前完成。（牵头单位：县司法局）",
        "棠川县人民政府",
        "2026年5月6日",
    ];

    private static readonly string[][] Table =
    [
        ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"],
        ["1", "疏通灌溉干渠", "县水利局", "县财政局", "2026年11月30日前"],
        ["2", "公开管护台账", "县司法局", "", "2026年12月20日前"],
    ];

    public static TheoryData<string> Formats => ["txt", "docx", "xlsx", "html", "pdf", "doc", "wps", "ofd", "xls", "csv", "md", "rtf", "zip"];

    public static byte[] Of(string format) => format switch
    {
        "txt" => Utf8(string.Join('\n', Lines)),
        "docx" => Docx(string.Concat(Lines.Select(line => P(line)))),
        "xlsx" => Xlsx([("任务", "visible", $"<sheetData>{string.Concat(Rows.Select(SheetRow))}</sheetData>")]),
        "html" => Utf8($"<html><head><meta charset=\"utf-8\"></head><body>{string.Concat(Lines.Select(x => $"<p>{x}</p>"))}</body></html>"),
        "pdf" => Pdf(size: 16),
        "png" => Picture(Pdf(size: 22)),
        "doc" or "wps" => WordFiles.Doc([.. Lines.Select(line => new WordParagraph(line))]),
        "ofd" => OfdFiles.Ofd([string.Concat(Lines.SelectMany(Broken).Select((line, i) => OfdFiles.Line(i, line.Indent, line.Words)))]),
        "xls" => OldWorkbook(),
        "csv" => Utf8(string.Join("\r\n", Rows.Select(row => string.Join(',', row)))),
        "md" => Utf8(string.Join("\n\n", Lines.Select((line, i) => i == 0 ? $"# {line}" : i == 1 ? $"## {line}" : line))),
        "rtf" => Encoding.ASCII.GetBytes($@"{{\rtf1\ansi\uc1 {string.Concat(Lines.Select(x => string.Concat(x.Select(c => $@"\u{(short)c}?")) + @"\par "))}}}"),
        "zip" => Zip(("方案.txt", string.Join('\n', Lines))),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    private static IEnumerable<string[]> Rows => Table.Prepend(["棠川县2026年河渠管护任务分解表", "", "", "", ""]);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string SheetRow(string[] row, int index) =>
        $"<row r=\"{index + 1}\">{string.Concat(row.Select((x, i) => $"<c r=\"{(char)('A' + i)}{index + 1}\" t=\"inlineStr\"><is><t>{x}</t></is></c>"))}</row>";

    private static byte[] OldWorkbook()
    {
        string[] words = [.. Rows.SelectMany(row => row)];
        var cells = words.SelectMany((x, i) => x.Length == 0 ? [] : XlsFiles.Text(i / Table[0].Length, i % Table[0].Length, i));
        return XlsFiles.Workbook([.. XlsFiles.Record(0xE0, new byte[20])], words, [.. cells]);
    }

    // Twenty-six squares a line, as a page of print holds.
    private static IEnumerable<(double Indent, string Words)> Broken(string line)
    {
        for (var at = 0; at < line.Length; at += at == 0 ? 24 : 26)
            yield return (at == 0 ? 2 : 0, line.Substring(at, Math.Min(at == 0 ? 24 : 26, line.Length - at)));
    }

    private static byte[] Pdf(double size)
    {
        var pdf = new PdfFile().Page();
        var y = 90.0;
        foreach (var line in Lines)
            y = pdf.Paragraph(60, y, line, (int)(470 / size), size, leading: 1.7 * size);
        return pdf.Build();
    }

    private static byte[] Picture(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("plantracker-picture-").FullName;
        try
        {
            var file = Path.Combine(folder, "page.pdf");
            File.WriteAllBytes(file, pdf);
            using var drawing = Process.Start("pdftoppm", ["-png", "-r", "300", "-singlefile", file, Path.Combine(folder, "page")]);
            drawing.WaitForExit();
            return File.ReadAllBytes(Path.Combine(folder, "page.png"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
