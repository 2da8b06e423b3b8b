using System.Buffers.Binary;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using static PlanTracker.Documents.Tests.Readers.WordFiles;

namespace PlanTracker.Documents.Tests.Readers;

public sealed class DocReaderTests
{
    private const byte Decimal = 0;
    private const byte ChineseCounting = 37;
    private const byte ChineseCountingThousand = 39;

    [Fact]
    public void Text_lines_and_special_signs_come_as_the_page_shows_them()
    {
        var document = Read.Document(Doc([new("甲\u000B乙\u001E丙\u0001\u0008\u0002"), new(""), new("\u0013 HYPERLINK \"http://x\" \u0014县政府网\u0015丁")]));
        Assert.Equal(SourceFormat.Doc, document.Format);
        Assert.Equal(["甲\n乙-丙", "县政府网丁"], Read.Paragraphs(document));
    }

    [Fact]
    public void Numbers_that_Word_counts_stand_in_the_text_as_Word_shows_them()
    {
        var lists = Lists(Level(ChineseCounting, "\u0000、"), Level(ChineseCountingThousand, "（\u0001）"), Level(Decimal, "\u0002."));
        var document = Read.Document(Doc(
            [
                new("重点任务", ListItem()), new("规范文件", ListItem(1)), new("清理", ListItem(2)), new("公布", ListItem(2)), new("公开流程", ListItem(1)),
                new("保障措施", ListItem()), new("加强领导", ListItem(1)), new("没有编号"),
            ],
            lists, Uses([null])));
        Assert.Equal(
            ["一、重点任务", "（一）规范文件", "1.清理", "2.公布", "（二）公开流程", "二、保障措施", "（一）加强领导", "没有编号"],
            Read.Paragraphs(document));
    }

    [Fact]
    public void A_level_that_never_restarts_counts_on_through_the_sections()
    {
        var lists = Lists(Level(ChineseCounting, "\u0000、"), Level(Decimal, "\u0001.", flags: 0x08));
        var document = Read.Document(Doc(
            [new("甲", ListItem()), new("子", ListItem(1)), new("丑", ListItem(1)), new("乙", ListItem()), new("寅", ListItem(1))], lists, Uses([null])));
        Assert.Equal(["一、甲", "1.子", "2.丑", "二、乙", "3.寅"], Read.Paragraphs(document));
    }

    [Fact]
    public void A_use_of_a_list_may_start_anew()
    {
        var document = Read.Document(Doc(
            [new("甲", ListItem()), new("乙", ListItem()), new("丙", ListItem(use: 2)), new("丁", ListItem(use: 2))],
            Lists(Level(Decimal, "\u0000.", start: 4)), Uses(null, (0, 1))));
        Assert.Equal(["4.甲", "5.乙", "1.丙", "2.丁"], Read.Paragraphs(document));
    }

    [Fact]
    public void Deleted_and_hidden_words_do_not_show_and_a_deleted_end_joins_two_paragraphs()
    {
        var deleted = Change(0x0800, 1);
        var document = Read.Document(Doc(
            [
                new([new("县司法局"), new("县财政局", deleted), new("牵头"), new("不可见", Change(0x083C, 1))], []),
                new([new("甲\r", deleted), new("乙")], []),
            ]));
        Assert.Equal(["县司法局牵头", "乙"], Read.Paragraphs(document));
    }

    [Fact]
    public void Bold_and_centred_paragraphs_are_known()
    {
        var document = Read.Document(Doc([new([new("标题", Change(0x0835, 1))], Change(0x2461, 1)), new("正文")]));
        Assert.Equal((true, true), (((Paragraph)document.Blocks[0]).Bold, ((Paragraph)document.Blocks[0]).Centred));
        Assert.Equal((false, false), (((Paragraph)document.Blocks[1]).Bold, ((Paragraph)document.Blocks[1]).Centred));
    }

    [Fact]
    public void A_table_keeps_cells_merged_across_and_downward()
    {
        var document = Read.Document(Doc(
            [
                new("表"), .. Row([0, 1000, 4000, 7000], ("序号", 0), ("任务", 0), ("单位", 0)),
                .. Row([0, 7000], ("一、清理", 0)),
                .. Row([0, 1000, 4000, 7000], ("1", 0x60), ("甲", 0), ("县司法局", 0)),
                .. Row([0, 1000, 4000, 7000], ("", 0x20), ("乙", 0), ("县财政局", 0)),
                .. Row([0, 1000, 4000, 7000], ("2", 0), ("丙", 0), ("", 1)),
                new("注"),
            ]));
        Assert.Equal(["序号 | 任务 | 单位", "一、清理×3", "1 | 甲 | 县司法局", "^1 | 乙 | 县财政局", "2 | 丙×2"], Read.Rows(document));
        Assert.Equal(["表", "注"], Read.Paragraphs(document));
    }

    [Theory]
    [InlineData(0x0300, DiagnosticKind.PasswordProtected)]
    [InlineData(0x0000, DiagnosticKind.Damaged)]
    public void What_cannot_be_read_says_why(int flags, DiagnosticKind kind) => Assert.Equal(kind, Read.Complaint(Doc([new("甲")], flags: flags)));

    [Theory]
    [InlineData(0xA5EC, 0x0065)]
    [InlineData(0xA5DC, 0x0065)]
    [InlineData(0xA5DC, 0x0068)]
    [InlineData(0xA5DC, 0x006D)]
    public void A_document_of_Word_6_or_95_says_that_it_is_to_be_saved_anew(int signature, int version)
    {
        var old = Doc([new("甲")]);
        var at = old.AsSpan().IndexOf(new byte[] { 0xEC, 0xA5, 0xC1, 0x00 });
        BinaryPrimitives.WriteUInt16LittleEndian(old.AsSpan(at), (ushort)signature);
        BinaryPrimitives.WriteUInt16LittleEndian(old.AsSpan(at + 2), (ushort)version);

        var complaint = Read.Any(old).Complaint!;

        Assert.Equal(DiagnosticKind.OutdatedFormat, complaint.Kind);
        Assert.Equal(
            "文件由很早的办公软件保存，无法读取。请用 WPS 或 Word 打开，另存为 .docx 或 .xlsx 后重新上传。", DiagnosticWording.Sentence(complaint, WordingLanguage.Chinese));
    }

    [Fact]
    public void A_document_of_Word_before_6_says_so_too() =>
        Assert.Equal(DiagnosticKind.OutdatedFormat, Read.Complaint([0xDB, 0xA5, 0x2D, 0x00, .. new byte[600]]));

    [Fact]
    public void Half_a_document_is_damage_and_no_half_plan()
    {
        var whole = Doc([.. Enumerable.Range(1, 400).Select(static i => new WordParagraph($"（{i}）任务。"))]);
        Assert.Equal(DiagnosticKind.Damaged, Read.Complaint(whole[..(whole.Length * 2 / 3)]));
    }

    [Fact]
    public void Tables_said_to_lie_deeper_than_the_limit_are_refused()
    {
        var deep = Change(0x6649, 0x10, 0x27, 0, 0);
        Assert.Equal(DiagnosticKind.TooDeep, Read.Complaint(Doc([new([new("甲")], [.. Change(0x2416, 1), .. deep], '\a')])));
    }
}
