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
    public void A_text_in_Big5_is_told_from_one_in_GB18030()
    {
        var file = Encoding.GetEncoding("big5").GetBytes("虛溪鎮二〇二六年工作方案\n（一）清理溝渠。六月底前完成。（責任單位：鎮水利站）".Replace('〇', '○'));
        Assert.Equal("（一）清理溝渠。六月底前完成。（責任單位：鎮水利站）", Read.Paragraphs(Read.Document(file))[1]);
    }

    [Fact]
    public void UTF_16_without_a_mark_or_a_single_Latin_character_is_known()
    {
        var file = Encoding.Unicode.GetBytes("虚溪镇工作方案：清理沟渠，绿化村道，修缮水塘，六月底前完成，由镇水利站负责。");
        Assert.Equal(["虚溪镇工作方案：清理沟渠，绿化村道，修缮水塘，六月底前完成，由镇水利站负责。"], Read.Paragraphs(Read.Document(file)));
    }

    [Theory]
    [InlineData("虚溪镇工作方案\n（一）清理沟渠。\n?。ㄒ唬┳ソ袈袒宓馈？\n", "ㄒ唬┳")]
    [InlineData("虚溪镇工作方案\n锛堜竴锛夋竻鐞嗘矡娓犮€傝矗浠诲崟浣嶏細闀囨按鍒╃珯\n（二）绿化村道。\n", "锛堜竴锛夋竻鐞嗘矡娓犮")]
    [InlineData("虚溪镇工作方案\nï¼ˆä¸€ï¼‰æ¸…ç†æ²Ÿæ¸ ã€‚\n（二）绿化村道。\n", "ï¼ˆä¸€ï¼‰æ¸…ç†æ²Ÿæ¸")]
    [InlineData("虚溪镇工作方案\n（一）清理锟斤拷锟斤拷渠。\n（二）绿化村道。\n", "锟斤拷锟斤拷")]
    [InlineData("虚溪镇工作方案\n（一）清\uE0A1\uE2B3\uE5C7渠。\n（二）绿化村道。\n", "\uE0A1\uE2B3\uE5C7")]
    public void Words_that_were_decoded_wrongly_before_are_said(string text, string words)
    {
        var reading = Read.Any(Encoding.UTF8.GetBytes(text));

        var note = Assert.Single(reading.Notes);
        Assert.Equal(DiagnosticKind.GarbledText, note.Kind);
        Assert.StartsWith(words, note.Words, StringComparison.Ordinal);
        Assert.Equal(text.IndexOf(words, StringComparison.Ordinal), note.Span!.Value.Start);
    }

    [Theory]
    [InlineData("（一）修缮龑塘、垚村、喆岭三处水塘，请张翀、李赟、王喆负责。")]
    [InlineData("發展改革、財政、稅務等部門，應當按照職責分工，認真貫徹執行。")]
    [InlineData("\uF0B7 清理沟渠；\uF0B7 绿化村道；\uF0B7 修缮水塘。")]
    [InlineData("公园面积≥5公顷，误差±3℃，café 与 naïve 两处，┃表┃格┃线┃")]
    public void Rare_names_and_signs_are_not_taken_for_garbled(string text) => Assert.Empty(Read.Any(Encoding.UTF8.GetBytes(text)).Notes);

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
