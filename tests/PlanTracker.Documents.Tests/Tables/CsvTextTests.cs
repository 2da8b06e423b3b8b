using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Documents.Tables;
using PlanTracker.Domain;

namespace PlanTracker.Documents.Tests.Tables;

public sealed class CsvTextTests
{
    private static readonly string[] Pieces = ["县财政局", ",", ";", "\"", "\n", "\r\n", "=", "+", "-", "@", "'", " ", "\t", "1", "、", "（"];

    [Fact]
    public void Every_table_written_is_read_as_it_was()
    {
        var cell = Gen.Elements(Pieces).ListOf(4).Select(string.Concat);
        var table = cell.ListOf(3).Select(row => (IReadOnlyList<string>)[.. row]).ListOf(5);
        Check.QuickThrowOnFailure(Prop.ForAll(table.ToArbitrary(), rows =>
            CsvText.Read(CsvText.Write(rows))!.Select(x => x.Cells).SequenceEqual(rows, new SameCells())));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("'=1")]
    public void No_cell_written_begins_like_a_formula(string cell)
    {
        var text = Encoding.UTF8.GetString(CsvText.Write([[cell, "x"]])).TrimStart('\uFEFF');

        Assert.DoesNotContain(text.TrimStart('"')[0], "=+-@");
    }

    [Theory]
    [InlineData("名称,类别\n县财政局,政府部门\n", 65001)]
    [InlineData("名称;类别\r\n县财政局;政府部门\r\n", 65001)]
    [InlineData("名称\t类别\n\"县财政局\"\t政府部门", 65001)]
    [InlineData("名称,类别\n县财政局,政府部门\n", 54936)]
    public void Encodings_and_separators_of_spreadsheets_are_told_apart(string text, int codePage)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        var table = NamedTable.Read(Encoding.GetEncoding(codePage).GetBytes(text), "名称", "类别").Value;

        var row = Assert.Single(table.Rows);
        Assert.Equal(("县财政局", "政府部门", 2), (row["名称"], row["类别"], row.Line));
    }

    [Fact]
    public void Heads_are_found_below_a_title_and_known_without_their_brackets()
    {
        var table = NamedTable.Read(Encoding.UTF8.GetBytes("某某县单位名录,\n简称（分号分隔）,名称\n甲；乙;丙,县局\n"), "名称").Value;

        Assert.Equal(["甲", "乙", "丙"], table.Rows[0].Several("简称"));
        Assert.False(table.Has("类别"));
    }

    [Theory]
    [InlineData("甲,乙\n1,2\n", RefusalKind.ColumnMissing)]
    [InlineData("名称\n\"没有收尾", RefusalKind.UnreadableFile)]
    [InlineData("", RefusalKind.UnreadableFile)]
    [InlineData("PK 不是工作簿", RefusalKind.UnreadableFile)]
    public void What_is_no_such_table_is_refused(string text, RefusalKind kind) =>
        Assert.Equal(kind, NamedTable.Read(Encoding.UTF8.GetBytes(text), "名称").Refusal?.Kind);

    [Fact]
    public void A_file_beyond_the_limit_is_refused_unread() =>
        Assert.Equal(RefusalKind.FileTooLarge, NamedTable.Read(new byte[NamedTable.MostBytes + 1], "名称").Refusal?.Kind);

    private sealed class SameCells : IEqualityComparer<IReadOnlyList<string>>
    {
        public bool Equals(IReadOnlyList<string>? x, IReadOnlyList<string>? y) => x!.SequenceEqual(y!);

        public int GetHashCode(IReadOnlyList<string> cells) => cells.Count;
    }
}
