using System.Text;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Tests.Readers;

public sealed class PlainTextReaderTests
{
    private const string Plan = "虚溪镇2026年工作方案\r\n\r\n　　（一）清理沟渠。6月底前完成。（责任单位：镇水利站）\r\n";

    static PlainTextReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", true }, { "utf-8", false }, { "utf-16", true }, { "utf-16", false }, { "utf-16BE", true }, { "utf-16BE", false },
        { "GB18030", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_same_text_comes_out_of_every_encoding(string name, bool marked)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] file = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(Plan)];

        var document = Read.Document(file);

        Assert.Equal(SourceFormat.Text, document.Format);
        Assert.Equal(["虚溪镇2026年工作方案", "（一）清理沟渠。6月底前完成。（责任单位：镇水利站）"], Read.Paragraphs(document));
    }

    [Fact]
    public void Characters_that_only_GB18030_has_are_kept()
    {
        var file = Encoding.GetEncoding("GB18030").GetBytes("责任单位：镇𠮷㐂站");
        Assert.Equal(["责任单位：镇𠮷㐂站"], Read.Paragraphs(Read.Document(file)));
    }

    [Fact]
    public void A_damaged_place_is_said_and_the_rest_is_read()
    {
        byte[] file = [.. Encoding.UTF8.GetBytes("（一）清理沟渠。责任单位：镇水利站"), 0xFF, .. Encoding.UTF8.GetBytes("。（二）绿化村道。")];

        var reading = Read.Any(file);

        Assert.Equal("（一）清理沟渠。责任单位：镇水利站\uFFFD。（二）绿化村道。", reading.Document!.Text);
        var note = Assert.Single(reading.Notes);
        Assert.Equal((DiagnosticKind.UndecodableCharacters, "1"), (note.Kind, note.Words));
        Assert.Equal("\uFFFD", reading.Document[note.Span!.Value]);
    }

    [Fact]
    public void Blanks_of_other_widths_are_blanks_and_what_shows_nothing_is_left_out()
    {
        var document = Read.Document(Encoding.UTF8.GetBytes("县\u200B司法局\u00A0县\u2002财政局　甲"));
        Assert.Equal("县司法局 县 财政局　甲", document.Text);
    }

    [Fact]
    public void A_single_line_of_a_million_characters_is_one_paragraph()
    {
        var line = string.Concat(Enumerable.Repeat("（一）清理沟渠。（责任单位：镇水利站）", 50_000));
        Assert.Single(Read.Document(Encoding.UTF8.GetBytes(line)).Blocks);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n　\t\n")]
    public void A_text_without_words_is_empty(string text) =>
        Assert.Equal(DiagnosticKind.EmptyFile, Read.Complaint(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_line_that_begins_with_a_bracket_of_a_title_is_no_markup() =>
        Assert.Equal(SourceFormat.Text, Read.Document("<《2026年工作要点》>"u8.ToArray()).Format);
}
