using System.Text;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Html;

namespace PlanTracker.Documents.Tests.Readers;

public sealed class HtmlReaderTests
{
    [Fact]
    public void Scripts_menus_comments_and_hidden_words_are_not_read()
    {
        var document = Read.Html("""
            <!DOCTYPE html><html><head><title>题</title><script>document.write("<p>（九）伪造。</p>")</script><style>p{}</style></head>
            <body onload="alert(1)"><nav>首页</nav><noscript>请启用脚本</noscript><template><p>模板</p></template><p style="display: none">藏</p>
            <!-- （八）注释 --><p>（一）清理<script>alert(2)</script>沟渠。</p><iframe src="file:///etc/passwd"></iframe></body></html>
            """);
        Assert.Equal(["（一）清理沟渠。"], Read.Paragraphs(document));
    }

    [Fact]
    public void Escaped_tags_stay_words() =>
        Assert.Equal(["<script>alert(1)</script>甲"], Read.Paragraphs(Read.Html("<p>&lt;script&gt;alert(1)&lt;/script&gt;甲</p>")));

    [Fact]
    public void A_page_that_names_another_encoding_than_it_is_written_in_is_read_as_it_is_written()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = "<html><head><meta charset=utf-8></head><body><p>（一）清理沟渠。（责任单位：镇水利站）</p></body></html>";

        Assert.Equal(["（一）清理沟渠。（责任单位：镇水利站）"], Read.Paragraphs(Read.Document(Encoding.GetEncoding("GB18030").GetBytes(page))));
    }

    [Fact]
    public void Blocks_break_paragraphs_and_inline_elements_do_not()
    {
        var document = Read.Html("<div>前<p>&emsp;&ensp;<b>（一）</b><span>抓牢</span>学法&nbsp;&nbsp;。<br/>责任单位：甲</p>后</div>");
        Assert.Equal(["前", "（一）抓牢学法  。\n责任单位：甲", "后"], Read.Paragraphs(document));
    }

    [Fact]
    public void White_space_of_the_source_is_one_blank_and_none_between_Chinese_characters() =>
        Assert.Equal(["县司法局 A B 县"], Read.Paragraphs(Read.Html("<p>\n  县司\n  法局 A\n B   县\n</p>")));

    [Fact]
    public void Headings_centred_and_bold_are_marked()
    {
        var document = Read.Html("<h2>甲</h2><p align=center>乙</p><div style='text-align:center'><p><strong>丙</strong></p></div><p><b>丁</b>戊</p>");
        Assert.Equal(
            [(2, false, true), (null, true, false), (null, true, true), (null, false, false)],
            document.Blocks.Cast<Paragraph>().Select(p => (p.HeadingLevel, p.Centred, p.Bold)));
    }

    [Fact]
    public void The_title_in_the_head_tells_the_title_of_the_document_from_the_menus_above_it()
    {
        var document = Read.Html("""
            <html><head><title>虚溪镇2026年防汛工作方案_规划计划_虚溪县人民政府</title></head><body>
            <ul><li>工作报告</li><li>规划计划</li></ul><p align=center>虚溪镇2026年</p><p align=center>防汛工作方案</p><p>一、任务</p><p>（一）清淤。（责任单位：镇水利站）</p>
            """);

        Assert.Equal([null, null, 1, 1, null, null], document.Blocks.Cast<Paragraph>().Select(p => p.HeadingLevel));
        Assert.Equal("虚溪镇2026年防汛工作方案", Documents.Parsing.PlanParser.Parse(document).Title);
    }

    [Theory]
    [InlineData("<h1>虚溪县人民政府</h1><ul><li>工作总结</li></ul><h2>虚溪镇2026年防汛工作方案</h2><p>一、任务</p>")]
    [InlineData("<table><tr><td><ul><li>工作报告</li></ul></td><td><h3>虚溪镇2026年防汛工作方案</h3><p>一、任务</p></td></tr></table>")]
    public void A_heading_of_the_page_that_reads_as_a_title_goes_before_the_lines_of_its_menus(string page) =>
        Assert.Equal("虚溪镇2026年防汛工作方案", Documents.Parsing.PlanParser.Parse(Read.Html(page)).Title);

    [Fact]
    public void A_table_that_lays_out_the_page_is_none_and_the_one_inside_it_is()
    {
        var document = Read.Html("<table><tr><td>菜单</td></tr><tr><td><p>虚溪镇清单</p><table><tr><td>1</td><td>清淤</td></tr></table></td></tr></table>");

        Assert.Equal(2, document.Blocks.OfType<Paragraph>().Count());
        Assert.Equal(2, Assert.Single(document.Blocks.OfType<Table>()).Rows[0].Cells.Count);
    }

    [Fact]
    public void An_ordered_list_numbers_its_items()
    {
        var document = Read.Html("""
            <ol start=3><li>甲<li value=7><p>乙</p><p>续</p></ol><ol style="list-style-type:cjk-ideographic"><li>丙</li></ol>
            <ol style="list-style:none"><li>丁</li></ol><ul><li>戊</li></ul>
            """);
        Assert.Equal(["3. 甲", "7. 乙", "续", "一、 丙", "丁", "戊"], Read.Paragraphs(document));
        Assert.Equal("3.", document[((Paragraph)document.Blocks[0]).Number!.Value]);
    }

    [Fact]
    public void Cells_over_rows_and_columns_are_laid_on_the_grid()
    {
        var document = Read.Html("""
            <table><thead><tr><th rowspan=2>类别</th><th colspan=2>分工</th></tr><tr><th>牵头</th><th>责任</th></tr></thead>
            <tbody><tr><td rowspan=0>一</td><td>甲</td><td>乙<br>丙</td></tr><tr><td>丁</td><td>戊</td></tr></tbody>
            <tr><td colspan=3>合计</td></tr></table>
            """);
        Assert.Equal(["类别 | 分工×2", "^类别 | 牵头 | 责任", "一 | 甲 | 乙\n丙", "^一 | 丁 | 戊", "合计×3"], Read.Rows(document));
        Assert.Equal([true, true, false, false, false], document.Blocks.OfType<Table>().Single().Rows.Select(row => row.MarkedHeader));
    }

    [Fact]
    public void Tables_that_only_place_things_are_looked_through()
    {
        var document = Read.Html("""
            <table><tr><td><ul><li>菜单</li></ul></td><td><p>题</p><table><tr><td>1</td><td>甲</td></tr></table></td></tr></table>
            <table><tr><td>一段</td></tr><tr><td>二段</td></tr></table>
            """);
        Assert.Equal(["菜单", "题", "一段", "二段"], Read.Paragraphs(document));
        Assert.Equal(["1 | 甲"], Read.Rows(document));
    }

    [Fact]
    public void The_charset_that_a_page_names_is_followed()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = Encoding.GetEncoding("GB18030").GetBytes("<html><head><meta charset=\"gb2312\"></head><body><p>县司法局</p></body></html>");
        Assert.Equal(["县司法局"], Read.Paragraphs(Read.Document(page)));
    }

    [Fact]
    public void Elements_nested_beyond_the_limit_are_refused_before_a_tree_is_built()
    {
        var deep = Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<div></span>", 300_000)) + "甲");
        Assert.Equal(DiagnosticKind.TooDeep, Read.Complaint(deep));
    }

    [Fact]
    public void A_tag_whose_name_only_begins_as_that_of_a_list_closes_none()
    {
        var page = string.Concat(Enumerable.Repeat("<ol><li>丁</ol县局 >", 200));
        Assert.True(HtmlNesting.IsDeeperThan(100, page));
        Assert.False(HtmlNesting.IsDeeperThan(100, page.Replace("县局", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Elements_that_browsers_close_themselves_are_not_taken_for_nesting()
    {
        var page = "<table>" + string.Concat(Enumerable.Range(1, 800).Select(static i => $"<tr><td>{i}<td>甲<p>乙<br>")) + "</table>";
        Assert.Equal(800, Read.Rows(Read.Html(page)).Length);
    }
}
