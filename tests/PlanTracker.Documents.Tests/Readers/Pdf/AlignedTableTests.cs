using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Readers;

namespace PlanTracker.Documents.Tests.Readers.Pdf;

/// <summary>Tables that only the places of their words show.</summary>
public sealed class AlignedTableTests
{
    private static readonly double[] Xs = [60, 100, 310, 400, 490];

    private static readonly string[] Expected =
    [
        "序号 | 工作任务 | 牵头单位 | 配合单位 | 完成时限",
        "1 | 核对山塘台账，缺漏的当年补齐，权属不清的由乡镇先行管护 | 县水利局 | 县财政局、县自然资源和规划局 | 6月底前",
        "2 | 疏通灌渠 | 县农业农村局 |  | 全年",
        "3 | 公布巡查名单，每月更新一次，并在公示栏张贴 | 县水利局 | 各乡镇人民政府 | 9月底前",
    ];

    [Fact]
    public void Columns_that_only_alignment_shows_are_a_table_whose_rows_its_numbers_tell()
    {
        var pdf = Headed();
        Put(pdf, 130, "1", "核对山塘台账，缺漏的当年补齐，权", "县水利局", "县财政局、县", "6月底前");
        Put(pdf, 148, "", "属不清的由乡镇先行管护", "", "自然资源和规", "");
        Put(pdf, 166, "", "", "", "划局", "");
        Put(pdf, 184, "2", "疏通灌渠", "县农业农村局", "", "全年");
        Put(pdf, 202, "3", "公布巡查名单，每月更新一次，并在", "县水利局", "各乡镇人民政", "9月底前");
        Put(pdf, 220, "", "公示栏张贴", "", "府", "");

        Assert.Equal(Expected, Read.Rows(Read.Document(pdf.Build())));
    }

    [Fact]
    public void Numbers_in_the_middle_of_their_rows_tell_the_same_rows()
    {
        var pdf = Headed();
        Put(pdf, 130, "", "", "", "县财政局、县", "");
        Put(pdf, 139, "", "核对山塘台账，缺漏的当年补齐，权", "", "", "");
        Put(pdf, 148, "1", "", "县水利局", "自然资源和规", "6月底前");
        Put(pdf, 157, "", "属不清的由乡镇先行管护", "", "", "");
        Put(pdf, 166, "", "", "", "划局", "");
        Put(pdf, 184, "2", "疏通灌渠", "县农业农村局", "", "全年");
        Put(pdf, 202, "", "公布巡查名单，每月更新一次，并在", "", "各乡镇人民政", "");
        Put(pdf, 211, "3", "", "县水利局", "", "9月底前");
        Put(pdf, 220, "", "公示栏张贴", "", "府", "");

        Assert.Equal(Expected, Read.Rows(Read.Document(pdf.Build())));
    }

    [Fact]
    public void It_goes_on_over_the_page_with_its_head_printed_anew_or_without()
    {
        foreach (var again in new[] { true, false })
        {
            var pdf = Headed();
            Put(pdf, 130, "1", "核对山塘台账，缺漏的当年补齐，权", "县水利局", "县财政局、县", "6月底前");
            Put(pdf, 148, "", "属不清的由乡镇先行管护", "", "自然资源和规", "");
            Put(pdf, 166, "", "", "", "划局", "");
            Put(pdf, 184, "2", "疏通灌渠", "县农业农村局", "", "全年");
            pdf.Page();
            if (again)
                Put(pdf, 70, "序号", "工作任务", "牵头单位", "配合单位", "完成时限");
            Put(pdf, 90, "3", "公布巡查名单，每月更新一次，并在", "县水利局", "各乡镇人民政", "9月底前");
            Put(pdf, 108, "", "公示栏张贴", "", "府", "");

            Assert.Equal(Expected, Read.Rows(Read.Document(pdf.Build())));
        }
    }

    [Fact]
    public void What_stands_above_and_below_it_stays_text_and_its_tasks_are_found()
    {
        var pdf = Headed();
        pdf.Words(60, 40, "现将分工印发给你们。", 12);
        Put(pdf, 130, "1", "核对山塘台账", "县水利局", "县财政局", "6月底前");
        Put(pdf, 150, "2", "疏通灌渠", "县农业农村局", "县水利局", "9月底前");
        pdf.Words(60, 190, "注：每月底前向县水利局报送进展情况，逾期未报的予以通报。", 12);

        var read = ReadDocument.Read(pdf.Build(), ReadingLimits.Default, TestContext.Current.CancellationToken);

        Assert.Equal([("核对山塘台账", 2), ("疏通灌渠", 2)], read.Draft.Tasks.Select(static task => (task.Title, task.Units.Count)));
        Assert.Contains("注：每月底前向县水利局报送进展情况，逾期未报的予以通报。", Read.Paragraphs(read.Text!));
    }

    [Fact]
    public void Names_of_groups_stand_across_and_heads_may_take_two_lines()
    {
        var pdf = new PdfFile().Page().Words(190, 50, "梅岭县水利任务分工表", 22);
        Put(pdf, 98, "", "", "", "", "完成");
        Put(pdf, 105, "序号", "工作任务", "牵头单位", "配合单位", "");
        Put(pdf, 112, "", "", "", "", "时限");
        pdf.Words(60, 136, "一、山塘管护和巡查", 12);
        Put(pdf, 156, "1", "核对山塘台账", "县水利局", "县财政局", "6月底前");
        Put(pdf, 176, "2", "公布巡查名单，每月更新一次，并在", "县水利局", "各乡镇人民政", "9月底前");
        Put(pdf, 194, "", "公示栏张贴", "", "府", "");
        pdf.Words(60, 216, "二、灌渠疏通", 12);
        Put(pdf, 236, "3", "疏通灌渠", "县农业农村局", "县水利局", "全年");
        pdf.Words(60, 258, "梅岭县水利局", 12);

        var document = Read.Document(pdf.Build());

        Assert.Equal(
        [
            "序号 | 工作任务 | 牵头单位 | 配合单位 | 完成时限", "一、山塘管护和巡查×5", "1 | 核对山塘台账 | 县水利局 | 县财政局 | 6月底前",
            "2 | 公布巡查名单，每月更新一次，并在公示栏张贴 | 县水利局 | 各乡镇人民政府 | 9月底前", "二、灌渠疏通×5", "3 | 疏通灌渠 | 县农业农村局 | 县水利局 | 全年",
        ],
            Read.Rows(document));
        Assert.Equal(["梅岭县水利任务分工表", "梅岭县水利局"], Read.Paragraphs(document));
    }

    [Fact]
    public void Two_of_them_on_one_page_are_two_with_the_text_between_them()
    {
        var pdf = Headed();
        Put(pdf, 130, "1", "核对山塘台账", "县水利局", "县财政局", "6月底前");
        Put(pdf, 150, "2", "疏通灌渠", "县农业农村局", "县水利局", "全年");
        pdf.Words(60, 200, "以下任务由各乡镇分头落实，县水利局每季度通报一次。", 12);
        Put(pdf, 240, "序号", "工作任务", "牵头单位", "配合单位", "完成时限");
        Put(pdf, 260, "1", "公布巡查名单", "各乡镇人民政府", "", "9月底前");
        Put(pdf, 280, "2", "张贴公示", "各乡镇人民政府", "", "9月底前");
        pdf.Words(60, 330, "特此通知，请认真组织落实，遇有问题及时向县水利局报告。", 12);

        var document = Read.Document(pdf.Build());

        Assert.Equal([3, 3], document.Blocks.OfType<Table>().Select(static table => table.Rows.Count));
        Assert.Equal(
            ["梅岭县水利任务分工表", "以下任务由各乡镇分头落实，县水利局每季度通报一次。", "特此通知，请认真组织落实，遇有问题及时向县水利局报告。"],
            Read.Paragraphs(document));
        Assert.Equal([typeof(Paragraph), typeof(Table), typeof(Paragraph), typeof(Table), typeof(Paragraph)], document.Blocks.Select(static block => block.GetType()));
    }

    [Fact]
    public void Without_numbers_a_row_begins_where_its_cells_do()
    {
        var pdf = new PdfFile().Page();
        pdf.Words(60, 105, "工作任务", 12).Words(300, 105, "责任单位", 12).Words(450, 105, "完成时限", 12);
        pdf.Words(60, 130, "核对山塘台账，缺漏的当年补齐，权属", 12).Words(300, 130, "县水利局", 12).Words(450, 130, "6月底前", 12).Words(60, 148, "不清的由乡镇先行管护", 12);
        pdf.Words(60, 166, "疏通灌渠", 12).Words(300, 166, "县农业农村局", 12).Words(450, 166, "全年", 12);

        Assert.Equal(
            ["工作任务 | 责任单位 | 完成时限", "核对山塘台账，缺漏的当年补齐，权属不清的由乡镇先行管护 | 县水利局 | 6月底前", "疏通灌渠 | 县农业农村局 | 全年"],
            Read.Rows(Read.Document(pdf.Build())));
    }

    [Fact]
    public void Stretched_lines_and_two_columns_of_text_are_no_table()
    {
        var pdf = new PdfFile().Page();
        for (var i = 0; i < 6; i++)
        {
            // Names of columns in running text, and words set wide apart.
            pdf.Words(60, 120 + (20 * i), "工作任务由牵头单位", 12).Words(190, 120 + (20 * i), "与配合单位", 12).Words(270, 120 + (20 * i), "按完成时限办理，", 12);
        }
        pdf.Page();
        for (var i = 0; i < 8; i++)
            pdf.Words(60, 120 + (20 * i), "左栏讲工作任务，右栏讲单位", 12).Words(310, 120 + (20 * i), "这里是右栏的牵头单位名单", 12);

        Assert.Empty(Read.Document(pdf.Build()).Blocks.OfType<Table>());
    }

    private static PdfFile Headed()
    {
        var pdf = new PdfFile().Page().Words(190, 70, "梅岭县水利任务分工表", 22);
        Put(pdf, 105, "序号", "工作任务", "牵头单位", "配合单位", "完成时限");
        return pdf;
    }

    private static void Put(PdfFile pdf, double y, params string[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length > 0)
                pdf.Words(Xs[i], y, cells[i], 12);
        }
    }
}
