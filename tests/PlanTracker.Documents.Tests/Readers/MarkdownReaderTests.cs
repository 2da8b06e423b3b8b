using System.Text;
using PlanTracker.Documents.Blocks;

namespace PlanTracker.Documents.Tests.Readers;

public sealed class MarkdownReaderTests
{
    [Fact]
    public void Headings_and_bold_lines_are_known_and_their_marks_gone()
    {
        var document = Markdown("# 望湖县实施方案\n\n一、总体要求 ##\n\n## 二、**重点**任务 ##\n\n**（一）清理文件。**\n\n副标题\n===\n");
        Assert.Equal(["望湖县实施方案", "一、总体要求 ##", "二、重点任务", "（一）清理文件。", "副标题"], Read.Paragraphs(document));
        Assert.Equal([1, null, 2, null, 1], document.Blocks.Cast<Paragraph>().Select(static x => x.HeadingLevel));
        Assert.True(((Paragraph)document.Blocks[3]).Bold);
    }

    [Fact]
    public void Items_keep_their_numbers_and_are_counted_where_all_are_written_alike() =>
        Assert.Equal(
            ["任务", "1. 清理", "2. 公开", "1. 甲", "2. 乙", "3. 监督", "说明", "30. 修缮", "34. 宣传", "没有编号"],
            Read.Paragraphs(Markdown("# 任务\n1. 清理\n1. 公开\n   1. 甲\n   2. 乙\n1. 监督\n\n说明\n\n30. 修缮\n34. 宣传\n- 没有编号\n")));

    [Fact]
    public void A_table_is_a_table()
    {
        var document = Markdown("任务表\n\n| 序号 | 任务 | 单位 |\n|:--|---|--:|\n| 1 | **清理**<br>公开 | 县司法局 |\n| 2 | a\\|b | |\n\n附注\n");
        Assert.Equal(["序号 | 任务 | 单位", "1 | 清理\n公开 | 县司法局", "2 | a|b | "], Read.Rows(document));
        Assert.True(document.Blocks.OfType<Table>().Single().Rows[0].MarkedHeader);
        Assert.Equal(["任务表", "附注"], Read.Paragraphs(document));
    }

    [Fact]
    public void Markup_of_pages_shows_nothing_and_is_not_looked_at() =>
        Assert.Equal(
            ["甲", "乙 丙网 *丁* <戊>", "己"],
            Read.Paragraphs(Markdown(
                "# 甲\n<!-- 县公安局\n牵头 --><script>alert(1)</script>\n> 乙 [丙网](http://x/) ![图](http://x/y.png)<img src=x onerror=y>\\*丁\\* &lt;戊&gt;\n```\n己\n```\n"
                + "<style>p{}")));

    private static DocumentText Markdown(string text)
    {
        var document = Read.Document(Encoding.UTF8.GetBytes(text));
        Assert.Equal(SourceFormat.Markdown, document.Format);
        return document;
    }
}
