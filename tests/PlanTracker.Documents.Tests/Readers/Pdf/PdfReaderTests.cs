using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers;

namespace PlanTracker.Documents.Tests.Readers.Pdf;

public sealed class PdfReaderTests
{
    private const string Long =
        "（一）清理山塘台账。6月30日前对全县登记在册的236口山塘逐口核对，缺漏的当年补齐，权属不清的由乡镇先行管护。（责任单位：县水利局、县自然资源和规划局）";

    private static readonly string Other = Long.Replace("权属不清的由乡镇先行", "不该补的要逐口写明理", StringComparison.Ordinal);

    [Fact]
    public void Paragraphs_are_whole_again_whatever_words_their_lines_cut()
    {
        var pdf = new PdfFile().Page();
        var y = pdf.Paragraph(80, 120, Long, squares: 27);
        y = pdf.Paragraph(80, y, "（二）疏通灌渠。春灌前完成。", squares: 27);
        pdf.Paragraph(80, y, Long.Replace("（一）", "（三）", StringComparison.Ordinal), squares: 27);

        Assert.Equal(
            [Long, "（二）疏通灌渠。春灌前完成。", Long.Replace("（一）", "（三）", StringComparison.Ordinal)],
            Read.Paragraphs(Read.Document(pdf.Build())));
    }

    [Fact]
    public void A_paragraph_goes_on_over_the_page_and_what_the_page_carries_is_left_out()
    {
        var pdf = new PdfFile();
        for (var page = 1; page <= 3; page++)
        {
            pdf.Page().Words(80, 50, "梅岭县文件汇编", 10.5).Words(270, 800, $"— {page} —", 14);
            if (page == 1)
                pdf.Words(80 + 32, 120, "现将要点印发给你们。");
            if (page > 1)
                pdf.Words(80, 120, (page == 2 ? Long : Other)[28..55]).Words(80, 146, Long[55..]);
            if (page < 3)
                pdf.Words(80 + 32, 700, Long[..28]);
        }

        var paragraphs = Read.Paragraphs(Read.Document(pdf.Build()));

        Assert.Equal(["现将要点印发给你们。", Long, Other], paragraphs);
    }

    [Fact]
    public void Lines_that_end_before_the_margin_end_their_paragraph()
    {
        var pdf = new PdfFile().Page();
        pdf.Paragraph(80, 120, Long, squares: 27);
        pdf.Words(112, 300, "牵头单位：县水利局").Words(112, 326, "责任单位：县财政局、县农业农村局").Words(400, 380, "2026年3月1日");

        Assert.Equal(
            [Long, "牵头单位：县水利局", "责任单位：县财政局、县农业农村局", "2026年3月1日"], Read.Paragraphs(Read.Document(pdf.Build())));
    }

    [Fact]
    public void The_left_column_is_read_before_the_right()
    {
        var pdf = new PdfFile().Page();
        pdf.Words(180, 80, "梅岭县水利工作要点", 22);
        pdf.Paragraph(50, 120, "左栏" + Long, squares: 20, size: 11, leading: 17);
        pdf.Paragraph(300, 120, "右栏" + Long, squares: 20, size: 11, leading: 17);

        Assert.Equal(["梅岭县水利工作要点", "左栏" + Long, "右栏" + Long], Read.Paragraphs(Read.Document(pdf.Build())));
    }

    [Fact]
    public void Ruled_lines_make_a_table_and_a_missing_one_merges_two_cells()
    {
        var pdf = new PdfFile().Page().Words(180, 70, "梅岭县水利任务分工表", 22);
        double[] xs = [60, 100, 304, 412, 540];
        foreach (var y in new double[] { 100, 130, 190, 250 })
            pdf.Line(y == 190 ? 100 : 60, y, 540, y);
        foreach (var x in xs)
            pdf.Bar(x - 0.25, 100, 0.5, 150);
        Row(pdf, xs, 120, "序号", "工作任务", "责任单位", "完成时限");
        Row(pdf, xs, 150, "1", "核对山塘台账，缺漏的当年补齐，权", "县水利局、县自然", "6月底前");
        Row(pdf, xs, 164, "", "属不清的由乡镇管护", "资源和规划局", "");
        Row(pdf, xs, 220, "", "疏通灌渠", "县农业农村局", "全年");

        Assert.Equal(
        [
            "序号 | 工作任务 | 责任单位 | 完成时限",
            "1 | 核对山塘台账，缺漏的当年补齐，权属不清的由乡镇管护 | 县水利局、县自然资源和规划局 | 6月底前",
            "^1 | 疏通灌渠 | 县农业农村局 | 全年",
        ],
            Read.Rows(Read.Document(pdf.Build())));
    }

    [Fact]
    public void A_table_over_two_pages_is_one_without_its_second_header_and_with_its_cut_row_whole()
    {
        double[] xs = [60, 100, 304, 412, 540];
        var pdf = new PdfFile().Page().Grid(xs, [700, 730, 760, 800]);
        Row(pdf, xs, 720, "序号", "工作任务", "责任单位", "完成时限");
        Row(pdf, xs, 750, "1", "核对山塘台账", "县水利局", "6月底前");
        Row(pdf, xs, 780, "2", "疏通灌渠，春灌前对沿线淤积的渠段", "县农业农村局", "全年");
        pdf.Page().Grid(xs, [60, 90, 120, 150]);
        Row(pdf, xs, 80, "序号", "工作任务", "责任单位", "完成时限");
        Row(pdf, xs, 110, "", "全面清一遍", "", "");
        Row(pdf, xs, 140, "3", "管护山塘", "各乡镇人民政府", "长期坚持");

        Assert.Equal(
        [
            "序号 | 工作任务 | 责任单位 | 完成时限",
            "1 | 核对山塘台账 | 县水利局 | 6月底前",
            "2 | 疏通灌渠，春灌前对沿线淤积的渠段全面清一遍 | 县农业农村局 | 全年",
            "3 | 管护山塘 | 各乡镇人民政府 | 长期坚持",
        ],
            Read.Rows(Read.Document(pdf.Build())));
    }

    [Fact]
    public void A_row_whose_number_counts_on_at_the_top_of_a_page_is_a_row_of_its_own()
    {
        double[] xs = [60, 120, 160, 344, 452, 540];
        var pdf = new PdfFile().Page().Grid(xs, [700, 730, 760, 800]);
        Row(pdf, xs, 720, "类别", "序号", "工作任务", "责任单位", "完成时限");
        Row(pdf, xs, 750, "水利", "1", "核对山塘台账", "县水利局", "6月底前");
        Row(pdf, xs, 780, "农业", "2", "疏通灌渠，清理淤积的渠段及其他", "县农业农村局", "全年");
        pdf.Page().Grid(xs, [60, 90, 120]);
        Row(pdf, xs, 80, "类别", "序号", "工作任务", "责任单位", "完成时限");
        Row(pdf, xs, 110, "", "3", "管护山塘", "各乡镇人民政府", "5月底");

        Assert.Equal(
        [
            "类别 | 序号 | 工作任务 | 责任单位 | 完成时限",
            "水利 | 1 | 核对山塘台账 | 县水利局 | 6月底前",
            "农业 | 2 | 疏通灌渠，清理淤积的渠段及其他 | 县农业农村局 | 全年",
            "^农业 | 3 | 管护山塘 | 各乡镇人民政府 | 5月底",
        ],
            Read.Rows(Read.Document(pdf.Build())));
    }

    [Fact]
    public void A_mark_of_secrecy_is_found_even_in_a_running_head()
    {
        var pdf = new PdfFile();
        for (var page = 0; page < 2; page++)
            pdf.Page().Words(60, 50, "秘密★1年", 12).Words(80, 120, "要点正文");

        Assert.Equal(DiagnosticKind.MarkedSecret, Read.Complaint(pdf.Build()));
    }

    [Fact]
    public void More_pages_than_the_limit_are_refused()
    {
        var pdf = new PdfFile();
        for (var page = 0; page < 4; page++)
            pdf.Page().Words(80, 120, "要点正文");

        Assert.Equal(DiagnosticKind.TooManyPages, Read.Complaint(pdf.Build(), ReadingLimits.Default with { MaxPages = 3 }));
    }

    [Fact]
    public void What_comes_out_is_marked_as_pdf_and_a_title_as_centred()
    {
        var pdf = new PdfFile().Page().Words(188, 80, "梅岭县水利工作要点", 22);
        pdf.Paragraph(70, 120, Long, squares: 28);
        var document = Read.Document(pdf.Build());

        Assert.Equal(SourceFormat.Pdf, document.Format);
        Assert.Equal([true, false], document.Blocks.OfType<Paragraph>().Select(static paragraph => paragraph.Centred));
    }

    private static void Row(PdfFile pdf, double[] xs, double y, params string[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length > 0)
                pdf.Words(xs[i] + 5, y, cells[i], 12);
        }
    }
}
