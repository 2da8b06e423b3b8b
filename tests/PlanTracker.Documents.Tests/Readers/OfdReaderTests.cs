using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers;
using static PlanTracker.Documents.Tests.Readers.OfdFiles;

namespace PlanTracker.Documents.Tests.Readers;

public sealed class OfdReaderTests
{
    private const string Long = "为全面提升望湖县行政执法水平，根据上级有关部署，";

    [Fact]
    public void Lines_become_paragraphs_over_pages_without_numbers_and_running_heads()
    {
        var first = Line(0, 8, "望湖县实施方案") + Filled(1) + Line(20, 2, Long + "结合实")
            + Text(100, 270, "— 1 —");
        var second = Line(0, 0, "际，制定本方案。") + Line(1, 2, "一、重点任务") + Text(100, 270, "— 2 —");
        var document = Read.Document(Ofd([first, second], template: Text(28, 22, "望湖县司法局文件")));
        Assert.Equal(SourceFormat.Ofd, document.Format);
        var paragraphs = Read.Paragraphs(document);
        Assert.Equal("望湖县实施方案", paragraphs[0]);
        Assert.Equal(Long + "结合实际，制定本方案。", paragraphs[^2]);
        Assert.Equal("一、重点任务", paragraphs[^1]);
        Assert.DoesNotContain("文件", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Pieces_of_a_line_are_put_together_by_their_places_in_any_order() =>
        Assert.Equal(
            ["（一）清理规范性文件2026件"],
            Read.Paragraphs(Read.Document(Ofd([Line(0, 10, "2026件") + Line(0, 0, "（一）清") + Line(0, 6, "范性文件") + Line(0, 4, "理规") + Line(0, 6, "")]))));

    [Fact]
    public void Distances_may_be_repeated_missing_or_stretched_by_a_matrix()
    {
        var stretched = Text(28, 57, "县水利局牵头", "g 4 2.75 2.75", " CTM=\"2 0 0 1 0 0\"");
        var plain = "<ofd:TextObject Boundary=\"28 67 150 7\" Size=\"5.5\"><ofd:TextCode X=\"0\" Y=\"4.8\">年底</ofd:TextCode><ofd:TextCode>前完成</ofd:TextCode></ofd:TextObject>";
        Assert.Equal(
            ["县司法局 负责", "县水利局牵头", "年底前完成"],
            Read.Paragraphs(Read.Document(Ofd([Text(28, 47, "县司法局负责", "5.5 g 2 5.5 11 5.5") + stretched + plain]))));
    }

    [Fact]
    public void A_watermark_and_what_is_not_to_be_seen_are_left_out() =>
        Assert.Equal(
            ["正文。"],
            Read.Paragraphs(Read.Document(Ofd(
                [Line(0, 0, "正文。") + Line(5, 0, "内部资料", " CTM=\"0.7 0.7 -0.7 0.7 0 0\"") + Line(6, 0, "不可见", " Visible=\"false\"")]))));

    [Fact]
    public void Ruled_lines_make_a_table()
    {
        string[][] rows = [["序号", "任务", "单位"], ["1", "清理文件", "县司法局"], ["2", "公开流程", "县财政局"]];
        double[] across = [30, 50, 110, 170];
        var objects = string.Concat(Enumerable.Range(0, 4).Select(i => Rule(30, 60 + (10 * i), 170, 60 + (10 * i)) + Rule(across[i], 60, across[i], 90)));
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
                objects += Text(across[column] + 2, 62 + (10 * row), rows[row][column]);
        }
        var document = Read.Document(Ofd([Line(0, 8, "任务分解表") + objects]));
        Assert.Equal(["序号 | 任务 | 单位", "1 | 清理文件 | 县司法局", "2 | 公开流程 | 县财政局"], Read.Rows(document));
        Assert.Equal(["任务分解表"], Read.Paragraphs(document));
    }

    [Fact]
    public void A_page_that_is_missing_is_damage_and_no_half_plan() =>
        Assert.Equal(DiagnosticKind.Damaged, Read.Complaint(Ofd([Line(0, 0, "甲"), null])));

    [Fact]
    public void An_encrypted_document_says_so() =>
        Assert.Equal(DiagnosticKind.PasswordProtected, Read.Complaint(Ofd([null, null], null, ("Doc_0/Encrypt/Encryptions.xml", "<a/>"))));

    [Fact]
    public void A_mark_in_the_running_head_refuses_the_file() =>
        Assert.Equal(DiagnosticKind.MarkedSecret, Read.Complaint(Ofd([Line(0, 0, "甲")], Text(28, 22, "机密★10年"))));

    [Fact]
    public void More_pages_than_the_limit_are_refused() =>
        Assert.Equal(
            DiagnosticKind.TooManyPages, Read.Complaint(Ofd([Line(0, 0, "甲"), Line(0, 0, "乙")]), ReadingLimits.Default with { MaxPages = 1 }));

    [Fact]
    public void Objects_of_the_resources_are_read_where_they_are_placed_and_as_often() =>
        Assert.Equal(
            "一、重点任务（一）清理文件。下半年（二）公开流程。下半年",
            string.Concat(Read.Paragraphs(Read.Document(Ofd(
                [Text(28, 37, "一、重点任务") + Text(28, 57, "（一）清理文件。") + Placed(28, 67, 51) + Text(28, 97, "（二）公开流程。") + Placed(28, 107, 51)], null,
                ("Doc_0/DocumentRes.xml", Resources(Text(0, 0, "下半年"), Placed(0, 5, 50, " CTM=\"1 0 0 1 0 5\""))))))));

    [Fact]
    public void A_mark_of_secrecy_among_the_resources_is_a_mark() =>
        Assert.Equal(
            DiagnosticKind.MarkedSecret,
            Read.Complaint(Ofd([Placed(28, 22, 50) + Text(28, 57, "工作方案")], null, ("Doc_0/PublicRes.xml", Resources(Text(0, 0, "机密★10年"))))));

    [Fact]
    public void An_object_that_holds_itself_or_is_missing_does_no_harm()
    {
        Assert.Equal(DiagnosticKind.TooDeep, Read.Complaint(Ofd([Placed(28, 22, 50)], null, ("Doc_0/PublicRes.xml", Resources(Placed(0, 0, 50))))));
        Assert.Equal(["甲"], Read.Paragraphs(Read.Document(Ofd([Line(0, 0, "甲") + Placed(28, 22, 77)]))));
    }

    [Fact]
    public void Objects_that_hold_each_other_many_times_over_are_counted()
    {
        var ten = Enumerable.Range(0, 8).Select(static i => string.Concat(Enumerable.Repeat(i == 7 ? Text(0, 0, "甲") : Placed(0, 0, 51 + i), 10)));
        Assert.Equal(DiagnosticKind.TooManyParts, Read.Complaint(Ofd([Placed(28, 22, 50)], null, ("Doc_0/PublicRes.xml", Resources([.. ten])))));
    }

    private static string Filled(int from) =>
        string.Concat(Enumerable.Range(from, 19).Select(row => row % 2 == 1 ? Line(row, 2, Long + "特此") : Line(row, 0, Long[..20] + "说明如下。")));
}
