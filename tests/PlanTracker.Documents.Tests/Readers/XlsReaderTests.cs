using System.Text;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using static PlanTracker.Documents.Tests.Readers.XlsFiles;

namespace PlanTracker.Documents.Tests.Readers;

public sealed class XlsReaderTests
{
    [Fact]
    public void Cells_come_as_they_show_with_their_merged_areas()
    {
        var document = Read.Document(Workbook(
            [
                .. Record(0x41E, [0xA4, 0, .. Words("yyyy\"年\"m\"月\"d\"日\"")]), .. Record(0xE0, Format(0)), .. Record(0xE0, Format(0xA4)),
                .. Record(0xE0, Format(9)),
            ],
            ["任务分解表", "序号", "任务", "单位", "时限", "清理文件", "县司法局\n县财政局", "公开流程"],
            [
                .. Text(0, 0, 0), .. Text(1, 0, 1), .. Text(1, 1, 2), .. Text(1, 2, 3), .. Text(1, 3, 4),
                .. Number(2, 0, 1, 0), .. Text(2, 1, 5), .. Text(2, 2, 6), .. Number(2, 3, 46203, 1),
                .. Text(3, 1, 7), .. Record(0x27E, [3, 0, 3, 0, 2, 0, .. BitConverter.GetBytes((100 << 2) | 3)]),
                .. Record(0xE5, [1, 0, 2, 0, 3, 0, 0, 0, 0, 0]), .. Record(0xE5, [1, 0, 0, 0, 0, 0, 0, 0, 3, 0]),
            ]));
        Assert.Equal(SourceFormat.Xls, document.Format);
        Assert.Equal(["任务分解表"], Read.Paragraphs(document));
        Assert.Equal(["序号 | 任务 | 单位 | 时限", "1 | 清理文件 | 县司法局\n县财政局 | 2026-06-30", "^1 | 公开流程 |  | 100%"], Read.Rows(document));
    }

    [Fact]
    public void A_string_cut_by_the_longest_record_goes_on_in_the_next()
    {
        var words = new string('清', 3000) + new string('x', 9000);
        byte[] first = [.. Count(1), .. BitConverter.GetBytes((ushort)12000), 1, .. Encoding.Unicode.GetBytes(words[..3000])];
        byte[] strings = [.. Record(0xFC, first), .. Record(0x3C, [0, .. Encoding.Latin1.GetBytes(words[3000..11000])]),
            .. Record(0x3C, [0, .. Encoding.Latin1.GetBytes(words[11000..])])];
        var document = Read.Document(Book([], strings, [.. Text(0, 0, 0), .. Text(1, 0, 0), .. Text(0, 1, 0), .. Text(1, 1, 0)]));
        Assert.StartsWith($"{words}\t{words}", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_shows_its_last_value_and_is_not_worked_out()
    {
        byte[] result = [0, 0, 0, 0, 0, 0, 0xFF, 0xFF];
        var document = Read.Document(Workbook([], ["甲", "乙"],
            [
                .. Text(0, 0, 0), .. Text(0, 1, 1), .. Record(6, [1, 0, 0, 0, 0, 0, .. BitConverter.GetBytes(2.5), .. new byte[8]]),
                .. Record(6, [1, 0, 1, 0, 0, 0, .. result, .. new byte[8]]), .. Record(0x207, Words("县水利局")),
            ]));
        Assert.Equal(["甲 | 乙", "2.5 | 县水利局"], Read.Rows(document));
    }

    [Theory]
    [InlineData(0x2F, DiagnosticKind.PasswordProtected)]
    [InlineData(0x809, DiagnosticKind.OutdatedFormat)]
    public void What_cannot_be_read_says_why(int record, DiagnosticKind kind) =>
        Assert.Equal(kind, Read.Complaint(Workbook(Record(record, [0, 5, 5, 0, 0, 0]), ["甲"], Text(0, 0, 0))));

    [Fact]
    public void A_cell_that_names_a_string_that_is_not_there_is_left_out() =>
        Assert.Equal(["甲"], Read.Paragraphs(Read.Document(Workbook([], ["甲"], [.. Text(0, 0, 0), .. Text(1, 0, 9)]))));
}
