using PlanTracker.Documents.Readers;

namespace PlanTracker.Documents.Tests.Readers.Pdf;

public sealed class FootnoteTests
{
    private const string Task =
        "（一）清理山塘台账。6月30日前对全县登记在册的236口山塘逐口核对，缺漏的当年补齐，权属不清的由乡镇先行管护。（责任单位：县水利局、县自然资源和规划局）";

    private const string Next = "（二）疏通灌渠。春灌前完成。（责任单位：县农业农村局）";

    [Theory]
    [InlineData("①", "①", "指库容不足十万立方米的蓄水工程。")]
    [InlineData("[1]", "[1]", " 指库容不足十万立方米的蓄水工程。")]
    [InlineData("1", "1", " 指库容不足十万立方米的蓄水工程。")]
    [InlineData("*", "*", "指库容不足十万立方米的蓄水工程。")]
    public void A_note_at_the_foot_does_not_cut_the_paragraph_that_goes_on_over_the_page(string raised, string mark, string note)
    {
        var pdf = new PdfFile().Page().Words(180, 80, "梅岭县水利工作要点", 22).Words(80 + 32, 120, "一、重点任务")
            .Words(80 + 32, 680, Task[..9]).Words(80 + (16 * 11), 673, raised, 8)
            .Words(80 + (16 * 11) + (raised.Length * 8), 680, Task[9..24]).Words(80, 706, Task[24..52])
            .Line(80, 735, 230, 735).Words(80, 750, mark + note, 9).Words(80, 764, "数据截至上年末。", 9);
        pdf.Page().Words(80, 120, Task[52..]);
        pdf.Paragraph(80, 146, Next, squares: 28);

        Assert.Equal(
            ["梅岭县水利工作要点", "一、重点任务", Task, Next, $"注：{note.Trim()}数据截至上年末。"], Read.Paragraphs(Read.Document(pdf.Build())));
    }

    [Fact]
    public void Notes_are_no_words_of_a_task()
    {
        var pdf = new PdfFile().Page().Words(160, 80, "梅岭县2026年水利工作要点", 22).Words(112, 120, "一、重点任务");
        var y = pdf.Paragraph(80, 146, Task, squares: 27);
        pdf.Paragraph(80, y, Next, squares: 27);
        pdf.Words(80, 750, "①指库容不足十万立方米的蓄水工程。", 9).Words(80, 764, "②由县财政局、县审计局另行通知。", 9);

        var read = ReadDocument.Read(pdf.Build(), ReadingLimits.Default, TestContext.Current.CancellationToken);

        Assert.Equal([Task, Next], read.Draft.Tasks.Select(task => read.Text![task.Span].Trim()));
        Assert.Equal(["县农业农村局"], read.Draft.Tasks[1].Units.Select(static unit => unit.Name));
    }

    [Fact]
    public void A_list_in_small_type_in_the_text_stays_where_it_is()
    {
        var pdf = new PdfFile().Page().Words(80 + 32, 600, "下列山塘列入清单：").Words(112, 624, "①上塘村一号山塘。", 12).Words(112, 642, "②下塘村二号山塘。", 12)
            .Words(112, 668, "其余山塘另行公布。");

        Assert.Equal(["下列山塘列入清单：", "①上塘村一号山塘。", "②下塘村二号山塘。", "其余山塘另行公布。"], Read.Paragraphs(Read.Document(pdf.Build())));
    }
}
