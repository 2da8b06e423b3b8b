using System.Text;
using PlanTracker.Documents.Drafts;
using static PlanTracker.Documents.Tests.Readers.OfficeFiles;

namespace PlanTracker.Documents.Tests.Readers;

public sealed class SecrecyMarkTests
{
    [Theory]
    [InlineData("秘密★1年")]
    [InlineData("机密★")]
    [InlineData("绝密")]
    [InlineData("绝 密 ★ 长 期")]
    [InlineData("000012  秘密★1年  特急")]
    [InlineData("密级：机密")]
    [InlineData("秘密 5年")]
    [InlineData("云府办 秘密★1年 虚溪镇人民政府文件 关于印发方案的通知")]
    public void A_mark_at_the_head_is_refused_in_every_format(string mark)
    {
        Assert.Equal(DiagnosticKind.MarkedSecret, Read.Complaint(Encoding.UTF8.GetBytes(mark + "\n虚溪镇2026年工作方案\n")));
        Assert.Equal(DiagnosticKind.MarkedSecret, Read.Complaint(Encoding.UTF8.GetBytes($"<html><body><p>{mark}</p><p>方案</p></body></html>")));
        Assert.Equal(DiagnosticKind.MarkedSecret, Read.Complaint(Docx(P(mark) + P("虚溪镇2026年工作方案"))));
        Assert.Equal(DiagnosticKind.MarkedSecret, Read.Complaint(Docx(P("虚溪镇2026年工作方案"), header: P(mark))));
        var sheet = $"""<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{mark}</t></is></c></row></sheetData>""";
        Assert.Equal(DiagnosticKind.MarkedSecret, Read.Complaint(Xlsx([("a", "visible", sheet)])));
    }

    [Fact]
    public void A_mark_in_a_text_box_or_a_printed_header_counts()
    {
        var box = $"<w:p><w:r><w:pict><x><w:txbxContent>{P("机密★10年")}</w:txbxContent></x></w:pict></w:r></w:p>";
        Assert.Equal(DiagnosticKind.MarkedSecret, Read.Complaint(Docx(box + P("方案"))));
        const string sheet = """
            <sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>
            <headerFooter><oddHeader>&amp;R秘密★1年</oddHeader></headerFooter>
            """;
        Assert.Equal(DiagnosticKind.MarkedSecret, Read.Complaint(Xlsx([("a", "visible", sheet)])));
    }

    [Theory]
    [InlineData("保护商业秘密。建成商业秘密保护指导站8个。")]
    [InlineData("一、加强保守国家秘密工作")]
    [InlineData("严禁在互联网传输秘密、机密、绝密文件。")]
    [InlineData("工作秘密")]
    [InlineData("密级：公开")]
    public void The_words_in_running_text_are_no_mark(string words) =>
        Assert.Equal([words], Read.Paragraphs(Read.Document(Encoding.UTF8.GetBytes(words))));

    [Fact]
    public void A_mark_far_from_the_head_is_an_example_and_no_mark() =>
        Assert.NotNull(Read.Document(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("（一）清理沟渠。\n", 200)) + "秘密★1年\n")));
}
