using System.Text;
using PlanTracker.Documents.Tests.Readers;
using PlanTracker.Documents.Tests.Readers.Pdf;
using static PlanTracker.Documents.Tests.Readers.OfficeFiles;
using static PlanTracker.Documents.Tests.Readers.WordFiles;

namespace PlanTracker.Fuzz;

/// <summary>The project's own small documents, by the reader that they are for.</summary>
internal static class Seeds
{
    private const string Plan =
        "望湖县法治政府建设实施方案（2026—2030年）\n望府发〔2026〕1号\n一、重点任务\n（一）规范文件管理。每年12月底前清理一次，报备率达到100%。（牵头单位：县司法局；责任单位：县财政局等，各镇人民政府）\n"
        + "（二）公开办事流程。2026年6月30日前完成。\n责任单位：县司法局、县财政局\n望湖县人民政府\n2026年1月5日\n";

    private static readonly byte[] WordPlan = Doc(
        [
            .. Plan.Split('\n').Select(static line => new WordParagraph(line)), new("任务", ListItem()), new("清理", ListItem(1)), new("公开", ListItem(1)),
            .. Row([0, 1000, 4000], ("序号", 0), ("任务", 0)), .. Row([0, 1000, 4000], ("1", 0x60), ("甲", 0)), .. Row([0, 1000, 4000], ("", 0x20), ("乙", 0)),
            new([new WordRun("粗", Change(0x0835, 1)), new WordRun("删", Change(0x0800, 1)), new WordRun("\u0013 X \u0014y\u0015")], Change(0x2461, 1)),
        ],
        Lists(Level(37, "\u0000、"), Level(0, "\u0001.")), Uses(null, (0, 3)));

    private static readonly byte[] Book = XlsFiles.Workbook(
        [.. XlsFiles.Record(0xE0, new byte[20])], ["任务分解表", "序号", "任务", "单位", "县司法局\n县财政局"],
        [
            .. XlsFiles.Text(0, 0, 0), .. XlsFiles.Text(1, 0, 1), .. XlsFiles.Text(1, 1, 2), .. XlsFiles.Text(1, 2, 3), .. XlsFiles.Text(2, 1, 2), .. XlsFiles.Text(2, 2, 4),
            .. XlsFiles.Number(2, 0, 1, 0), .. XlsFiles.Record(0xE5, [1, 0, 0, 0, 0, 0, 0, 0, 2, 0]),
            .. XlsFiles.Record(0x27E, [3, 0, 0, 0, 0, 0, 6, 0, 0, 0]),
        ]);

    private static readonly byte[] Rich = Encoding.ASCII.GetBytes(
        @"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}{\header x\par}{\listtext\pard\plain 1.\tab}\f0 \'cf\'d8\'cb\'be\'b7\'a8\'be\'d6\u29301 ?\par"
        + @"\trowd\clvmgf\cellx1000\cellx3000\pard\intbl a\cell b\par c\cell\row\trowd\clvmrg\cellx1000\cellx3000\pard\intbl\cell"
        + @"\pard\intbl\itap2 e\nestcell{\*\nesttableprops\trowd\cellx3500\nestrow}\pard\intbl\itap1 g\cell\row\pard{\field{\*\fldinst X}{\fldrslt y}}\par}");

    private const string Page =
        "<html><head><meta charset=utf-8></head><body><h1>2026年工作要点</h1><table><thead><tr><th>序号<th>任务<th>责任单位<tbody><tr><td rowspan=2>1<td>清理<td>县司法局"
        + "<tr><td>公开<td>县财政局</table><ol><li>丁<ul><li>戊</ol><p>一、甲&nbsp;乙</p><script>x</script></body></html>";

    private const string Marks =
        "# 实施方案\n\n## 一、任务\n\n**（一）清理。**\n\n1. 甲\n1. 乙\n   - 丙\n\n| 序号 | 任务 | 单位 |\n|---|---|---|\n| 1 | a<br>b | [县司法局](x) |\n\n```\nx\n```\n> 引\n\n---\n";

    private const string Separated = "任务分解表,,,\r\n序号,任务,单位,时限\r\n1,清理,\"县司法局\n县财政局\",6月\r\n,公开,县政府办,9月\r\n2,\"三\"\"张\"\"\",各镇,12月\r\n";

    public static IReadOnlyList<string> Readers { get; } =
        ["text", "docx", "xlsx", "html", "pdf", "ofd", "doc", "xls", "csv", "md", "rtf", "zip", "parser"];

    public static bool IsSoup(string reader) => reader == "parser";

    /// <summary>Null for a reader that is not known.</summary>
    public static IReadOnlyList<byte[]>? Of(string reader) => reader switch
    {
        "text" => [Utf8(Plan), Encoding.Unicode.GetBytes("\uFEFF" + Plan), .. Files("*.txt")],
        "docx" => [Word(), .. Files("*.docx")],
        "xlsx" => [Workbook(), .. Files("*.xlsx")],
        "html" => [Utf8(Page)],
        "pdf" => [.. Files("*.pdf"), Pages(), Utf8("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n%%EOF")],
        "ofd" => [Printed()],
        "doc" => [WordPlan],
        "xls" => [Book],
        "csv" => [Utf8(Separated), Utf8(Separated.Replace(',', '\t'))],
        "md" => [Utf8(Marks)],
        "rtf" => [Rich],
        "zip" => [Archive()],
        "parser" => [Utf8(Plan), Utf8(Page), Utf8(Marks)],
        _ => null,
    };

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static IEnumerable<byte[]> Files(string pattern) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "seeds"), pattern).Order(StringComparer.Ordinal).Select(File.ReadAllBytes);

    private static byte[] Word() => Docx(
        Item("甲") + Item("乙", 1) + P("（责任单位：县司法局）") + $"<w:tbl>{OfficeFiles.Row(Cell("1", """<w:vMerge w:val="restart"/>"""), Cell("丙"))}"
        + $"{OfficeFiles.Row(Cell("", "<w:vMerge/>"), Cell("丁", """<w:gridSpan w:val="2"/>"""))}</w:tbl><w:p><w:ins><w:r><w:t>入</w:t></w:r></w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>",
        Numbering(OfficeFiles.Level(0, "chineseCounting", "%1、") + OfficeFiles.Level(1, "decimal", "%2.")), """<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>""", P("head"));

    private static byte[] Workbook() => Xlsx(
        [("表", "visible", """
            <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46203</v></c></row><row r="2"><c r="B2" t="inlineStr"><is><t>乙</t></is></c>
            <c r="C2"><f>A1</f><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>
            """)],
        """<numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>""", "<si><t>甲</t></si>");

    private static byte[] Printed()
    {
        var rules = string.Concat(Enumerable.Range(0, 4).Select(static i => OfdFiles.Rule(30, 60 + (10 * i), 90, 60 + (10 * i)) + OfdFiles.Rule(30 + (20 * i), 60, 30 + (20 * i), 90)));
        var first = string.Concat(Plan.Split('\n').Select(static (line, i) => OfdFiles.Line(i, 2, line))) + OfdFiles.Text(100, 270, "— 1 —");
        return OfdFiles.Ofd(
            [first, OfdFiles.Line(0, 0, "续行") + rules + OfdFiles.Text(32, 62, "序号") + OfdFiles.Text(52, 62, "任务") + OfdFiles.Placed(28, 150, 51)],
            OfdFiles.Text(28, 22, "望湖县文件"),
            ("Doc_0/PublicRes.xml", OfdFiles.Resources(OfdFiles.Text(0, 0, "附注"), OfdFiles.Placed(0, 5, 50, " CTM=\"1 0 0 1 0 5\""))));
    }

    /// <summary>Text with a note at its foot, a table that only alignment shows, over two pages, and a page that lies on its side.</summary>
    private static byte[] Pages()
    {
        var pdf = new PdfFile().Page().Words(180, 60, "望湖县工作要点", 22).Words(80, 760, "①指登记在册的文件。", 9);
        pdf.Paragraph(80, 120, Plan.Replace("\n", "", StringComparison.Ordinal), squares: 27);
        foreach (var row in Enumerable.Range(0, 40))
        {
            if (row % 20 == 0)
                pdf.Page().Words(60, 100, "序号", 12).Words(110, 100, "工作任务", 12).Words(320, 100, "责任单位", 12).Words(440, 100, "完成时限", 12);
            var y = 120 + (row % 20 * 30);
            pdf.Words(60, y, $"{row + 1}", 12).Words(110, y, "清理规范性文件，公布清单", 12).Words(110, y + 14, "并报备", 12).Words(320, y, "县司法局", 12)
                .Words(440, y, "6月底前", 12);
        }
        return pdf.TurnedPage(90, said: false).Words(80, 100, "（三）公开 办事流程", 16).Words(80, 126, "责任单位： 县财政局", 16).Build();
    }

    private static byte[] Archive() => Zip(("方案.txt", Plan), ("附件/要点.md", Marks), ("表.csv", Separated), ("页.html", Page));
}
