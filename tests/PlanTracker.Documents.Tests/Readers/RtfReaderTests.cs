using System.Text;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Tests.Readers;

public sealed class RtfReaderTests
{
    private const string Fonts = @"{\fonttbl{\f0\fnil\fcharset134 SimSun;}{\f1\froman\fcharset0 Times;}}";

    [Fact]
    public void Both_ways_of_writing_characters_are_read_and_their_substitutes_are_not()
    {
        var document = Rtf(@"\uc1\f0 \'cf\'d8\'cb\'be\'b7\'a8\'be\'d6\u29301 ?\u22836\'c9\par\uc0\u21439\u-25864 x\~\emdash\ldblquote a\rdblquote\line b");
        Assert.Equal(SourceFormat.Rtf, document.Format);
        Assert.Equal(["县司法局牵头", "县\u9AF8x —“a”\nb"], Read.Paragraphs(document));
    }

    [Fact]
    public void The_second_byte_of_a_character_may_be_written_as_a_letter() =>
        Assert.Equal(["丂甲"], Read.Paragraphs(Rtf(@"\f0 \'81@\'bc\'d7")));

    [Fact]
    public void Numbers_come_as_the_writer_counted_them_and_marks_of_lists_do_not() =>
        Assert.Equal(
            ["一、任务", "（一） 清理", "没有编号"],
            Read.Paragraphs(Rtf(
                @"{\listtext\pard\plain\f0 \'d2\'bb\'a1\'a2}\u20219?\u21153?\par{\pntext\'a3\'a8\'d2\'bb\'a3\'a9\tab}\u28165?\u29702?\par"
                + @"{\listtext\'b7\tab}\u27809?\u26377?\u32534?\u21495?\par")));

    [Fact]
    public void What_does_not_show_is_left_out() =>
        Assert.Equal(
            ["ab县政府网c"],
            Read.Paragraphs(Rtf(
                @"a{\v hidden}{\deleted gone}{\*\unknown x}{\footnote note}{\pict 00ff}b{\field{\*\fldinst HYPERLINK ""http://x""}{\fldrslt "
                + @"\u21439?\u25919?\u24220?\u32593?}}{\header top}{\object{\*\objdata 0105}}c\bin3 {{}\par")));

    [Fact]
    public void A_table_keeps_merged_cells_and_a_table_inside_of_a_cell()
    {
        var document = Rtf(
            @"\trowd\cellx1000\cellx3000\cellx6000\pard\intbl 1\cell 2\cell 3\cell\row"
            + @"\trowd\clvmgf\cellx1000\cellx6000\pard\intbl a\cell b\par c\cell\row"
            + @"\trowd\clvmrg\cellx1000\cellx3000\cellx6000\pard\intbl\cell d\cell"
            + @"\pard\intbl\itap2 e\nestcell f\nestcell{\*\nesttableprops\trowd\cellx3500\cellx6000\nestrow}{\nonesttables\par}"
            + @"\pard\intbl\itap1 g\cell\trowd\clvmrg\cellx1000\cellx3000\cellx6000\row\pard end\par");
        Assert.Equal(["1 | 2 | 3", "a | b\nc×2", "^a | d | e\nf\ng"], Read.Rows(document));
        Assert.Equal(["end"], Read.Paragraphs(document));
    }

    [Fact]
    public void A_mark_in_the_printed_header_refuses_the_file() =>
        Assert.Equal(DiagnosticKind.MarkedSecret, Read.Complaint(File(@"{\header\pard\f0 \'bb\'fa\'c3\'dc\u9733?10\u24180?\par}text\par")));

    [Fact]
    public void A_file_cut_off_is_damage_and_no_half_plan() =>
        Assert.Equal(DiagnosticKind.Damaged, Read.Complaint(File("text\\par")[..^1]));

    [Fact]
    public void Braces_and_tables_nested_without_end_are_refused()
    {
        Assert.Equal(DiagnosticKind.TooDeep, Read.Complaint(File(new string('{', 20_000))));
        Assert.Equal(DiagnosticKind.TooDeep, Read.Complaint(File(@"\pard\intbl\itap100000 a\nestcell")));
    }

    private static DocumentText Rtf(string body) => Read.Document(File(body));

    internal static byte[] File(string body) => Encoding.ASCII.GetBytes($@"{{\rtf1\ansi\ansicpg936\deff0{Fonts}{body}}}");
}
