namespace PlanTracker.Documents.Tests.Readers.Pdf;

public sealed class TurnedPageTests
{
    private const string Task =
        "（一）清理山塘台账。6月30日前对全县登记在册的236口山塘逐口核对，缺漏的当年补齐，权属不清的由乡镇先行管护。（责任单位：县水利局、县自然资源和规划局）";

    [Theory]
    [InlineData(90, true)]
    [InlineData(180, true)]
    [InlineData(270, true)]
    [InlineData(90, false)]
    [InlineData(270, false)]
    [InlineData(180, false)]
    public void A_page_that_lies_on_its_side_is_read_upright_whether_the_file_says_so_or_not(int degrees, bool said)
    {
        var pdf = new PdfFile().TurnedPage(degrees, said).Words(200, 60, "梅岭县水利工作要点", 22);
        pdf.Paragraph(80, 120, Task, squares: 27);

        Assert.Equal(["梅岭县水利工作要点", Task], Read.Paragraphs(Read.Document(pdf.Build())));
    }

    [Theory]
    [InlineData(90, true)]
    [InlineData(90, false)]
    [InlineData(270, false)]
    public void A_ruled_table_that_lies_on_its_side_is_a_table(int degrees, bool said)
    {
        double[] xs = [60, 110, 500, 640, 780];
        var pdf = new PdfFile().TurnedPage(degrees, said).Words(300, 60, "梅岭县水利任务分工表", 22).Grid(xs, [90, 120, 150, 180]);
        string[][] rows = [["序号", "工作任务", "责任单位", "完成时限"], ["1", "核对山塘台账", "县水利局", "6月底前"], ["2", "疏通灌渠", "县农业农村局", "全年"]];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < rows[i].Length; j++)
                pdf.Words(xs[j] + 6, 110 + (30 * i), rows[i][j], 12);
        }

        Assert.Equal(rows.Select(static row => string.Join(" | ", row)), Read.Rows(Read.Document(pdf.Build())));
    }
}
