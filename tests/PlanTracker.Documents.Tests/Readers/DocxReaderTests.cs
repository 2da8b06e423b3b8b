using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using static PlanTracker.Documents.Tests.Readers.OfficeFiles;

namespace PlanTracker.Documents.Tests.Readers;

public sealed class DocxReaderTests
{
    private static string Deleted(string words) => $"<w:del><w:r><w:delText>{words}</w:delText></w:r></w:del>";

    private static string Inserted(string words) => $"<w:ins>{R(words)}</w:ins>";

    [Fact]
    public void Tracked_changes_count_as_accepted()
    {
        var file = Docx($"<w:p>{R("责任单位：")}{Deleted("商务局")}{Inserted("市场监管局")}<w:moveFrom>{R("甲")}</w:moveFrom><w:moveTo>{R("乙")}</w:moveTo></w:p>");
        Assert.Equal(["责任单位：市场监管局乙"], Read.Paragraphs(Read.Document(file)));
    }

    [Fact]
    public void A_deleted_end_joins_two_paragraphs_and_a_deleted_paragraph_is_gone_with_its_number()
    {
        const string endDeleted = "<w:rPr><w:del/></w:rPr>";
        const string numbered = """<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>""";
        var file = Docx(
            Item("甲")
            + $"<w:p><w:pPr>{numbered}{endDeleted}</w:pPr>{Deleted("整项删去")}</w:p>"
            + Item("乙")
            + $"<w:p><w:pPr>{endDeleted}</w:pPr>{R("前半")}</w:p>" + P("后半"),
            Numbering(Level(0, "decimal", "%1.")));

        Assert.Equal(["1.甲", "2.乙", "前半后半"], Read.Paragraphs(Read.Document(file)));
    }

    [Fact]
    public void A_deleted_row_is_gone()
    {
        var deleted = $"<w:tr><w:trPr><w:del/></w:trPr>{Cell("2")}{Cell("乙")}</w:tr>";
        var file = Docx($"<w:tbl>{Row(Cell("1"), Cell("甲"))}{deleted}{Row(Cell("3"), Cell("丙"))}</w:tbl>");
        Assert.Equal(["1 | 甲", "3 | 丙"], Read.Rows(Read.Document(file)));
    }

    [Fact]
    public void Only_what_shows_on_the_page_is_read()
    {
        var file = Docx($"""
            <w:p>{R("甲")}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="1"/></w:r>
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>
            <w:r><w:instrText>PAGE \* MERGEFORMAT</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{R("7")}
            <w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:ruby><w:rt>{R("xiàn")}</w:rt><w:rubyBase>{R("县")}</w:rubyBase></w:ruby></w:r>
            <w:hyperlink>{R("链接")}</w:hyperlink><w:sdt><w:sdtContent>{R("控件")}</w:sdtContent></w:sdt></w:p>
            """, header: P("页眉"));
        Assert.Equal(["甲7县链接控件"], Read.Paragraphs(Read.Document(file)));
    }

    [Fact]
    public void Breaks_tabs_hyphens_and_symbols_become_characters()
    {
        var file = Docx("""
            <w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t><w:tab/><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t>
            <w:softHyphen/><w:sym w:font="Wingdings" w:char="F0A8"/><w:sym w:font="宋体" w:char="2605"/></w:r></w:p>
            """);
        Assert.Equal(["a\nb\nc\td-e□★"], Read.Paragraphs(Read.Document(file)));
    }

    [Fact]
    public void A_text_box_is_read_once_after_its_paragraph()
    {
        const string box = "<w:drawing><x><w:txbxContent>{0}</w:txbxContent></x></w:drawing>";
        var choice = box.Replace("{0}", P("框内"), StringComparison.Ordinal);
        var file = Docx($"""
            <w:p>{R("正文")}<w:r><mc:AlternateContent><mc:Choice>{choice}</mc:Choice>
            <mc:Fallback><w:pict><w:txbxContent>{P("框内")}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
            """ + P("后文"));
        Assert.Equal(["正文", "框内", "后文"], Read.Paragraphs(Read.Document(file)));
    }

    [Fact]
    public void Headings_centred_and_bold_paragraphs_are_marked()
    {
        const string styles = """
            <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="T"><w:name w:val="大标题"/><w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="9"/></w:pPr></w:style>
            """;
        var document = Read.Document(Docx(
            P("甲", """<w:pStyle w:val="1"/>""") + P("乙", """<w:pStyle w:val="T"/>""") + P("丙", """<w:jc w:val="center"/><w:outlineLvl w:val="2"/>""")
            + $"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>粗</w:t></w:r>{R("细")}</w:p>",
            styles: styles));

        Assert.Equal(
            [(1, false, true), (null, true, false), (3, true, false), (null, false, false)],
            document.Blocks.Cast<Paragraph>().Select(p => (p.HeadingLevel, p.Centred, p.Bold)));
    }

    [Fact]
    public void Cells_merged_over_rows_and_columns_stand_once()
    {
        const string restart = """<w:vMerge w:val="restart"/>""";
        const string below = "<w:vMerge/>";
        var file = Docx("<w:tbl>"
            + $"<w:tr><w:trPr><w:tblHeader/></w:trPr>{Cell("序号")}{Cell("任务", """<w:gridSpan w:val="2"/>""")}</w:tr>"
            + Row(Cell("1", restart), Cell("甲"), Cell("县司法局"))
            + Row(Cell("", below), Cell("乙"), Cell("县财政局"))
            + Row(Cell("2", below.Replace("/>", """ w:val="restart"/>""", StringComparison.Ordinal)), Cell("丙"), Cell(""))
            + "</w:tbl>");

        var document = Read.Document(file);

        Assert.Equal(["序号 | 任务×2", "1 | 甲 | 县司法局", "^1 | 乙 | 县财政局", "2 | 丙 | "], Read.Rows(document));
        Assert.Equal([true, false, false, false], document.Blocks.OfType<Table>().Single().Rows.Select(row => row.MarkedHeader));
        Assert.Equal("序号\t任务\n1\t甲\t县司法局\n\t乙\t县财政局\n2\t丙\t", document.Text);
    }

    [Fact]
    public void A_box_of_one_column_and_a_table_that_only_places_others_are_no_tables()
    {
        var inner = $"<w:tbl>{Row(Cell("1"), Cell("甲"))}</w:tbl>";
        var file = Docx($"<w:tbl>{Row(Cell("框内文字"))}</w:tbl><w:tbl>{Row(Cell("左"), $"<w:tc>{inner}<w:p/></w:tc>")}</w:tbl>");

        var document = Read.Document(file);

        Assert.Equal(["框内文字", "左"], Read.Paragraphs(document));
        Assert.Equal(["1 | 甲"], Read.Rows(document));
    }

    [Fact]
    public void A_document_of_pictures_alone_is_called_a_picture() =>
        Assert.Equal(DiagnosticKind.IsPicture, Read.Complaint(Docx("<w:p><w:r><w:drawing/></w:r></w:p>", picture: true)));

    [Fact]
    public void A_document_without_words_is_empty() => Assert.Equal(DiagnosticKind.EmptyFile, Read.Complaint(Docx("<w:p/>")));
}
