using PlanTracker.Documents.Blocks;
using static PlanTracker.Documents.Tests.Readers.OfficeFiles;

namespace PlanTracker.Documents.Tests.Readers;

public sealed class DocxNumberingTests
{
    private static readonly string ThreeLevels =
        Level(0, "chineseCountingThousand", "%1、") + Level(1, "chineseCounting", "（%2）") + Level(2, "decimal", "%3.");

    [Fact]
    public void Levels_count_and_restart_under_the_level_above()
    {
        var file = Docx(
            Item("总体要求") + Item("重点任务") + Item("甲", 1) + Item("乙", 1) + Item("丙", 2) + Item("保障措施") + Item("丁", 1),
            Numbering(ThreeLevels));

        Assert.Equal(["一、总体要求", "二、重点任务", "（一）甲", "（二）乙", "1.丙", "三、保障措施", "（一）丁"], Read.Paragraphs(Read.Document(file)));
    }

    [Fact]
    public void The_computed_number_is_marked_and_a_typed_one_is_not()
    {
        var document = Read.Document(Docx(Item("甲") + P("二、乙"), Numbering(ThreeLevels)));

        var paragraphs = document.Blocks.OfType<Paragraph>().ToList();
        Assert.Equal("一、", document[paragraphs[0].Number!.Value]);
        Assert.Null(paragraphs[1].Number);
    }

    [Theory]
    [InlineData("nothing", "1.甲")]
    [InlineData("space", "1. 甲")]
    [InlineData("tab", "1. 甲")]
    public void What_follows_the_number_is_kept_as_a_blank_or_nothing(string suffix, string shown) =>
        Assert.Equal([shown], Read.Paragraphs(Read.Document(Docx(Item("甲"), Numbering(Level(0, "decimal", "%1.", suffix: suffix))))));

    [Fact]
    public void A_level_that_never_restarts_runs_through_the_sections()
    {
        var levels = Level(0, "chineseCounting", "%1、") + Level(1, "decimal", "%2.", """<w:lvlRestart w:val="0"/>""");
        var file = Docx(Item("甲") + Item("乙", 1) + Item("丙", 1) + Item("丁") + Item("戊", 1), Numbering(levels));

        Assert.Equal(["一、甲", "1.乙", "2.丙", "二、丁", "3.戊"], Read.Paragraphs(Read.Document(file)));
    }

    [Fact]
    public void A_level_may_restart_only_after_a_higher_one()
    {
        var levels = Level(0, "decimal", "%1.") + Level(1, "decimal", "%2)") + Level(2, "decimal", "%3#", """<w:lvlRestart w:val="1"/>""");
        var file = Docx(Item("a") + Item("b", 1) + Item("c", 2) + Item("d", 1) + Item("e", 2) + Item("f") + Item("g", 2), Numbering(levels));

        Assert.Equal(["1.a", "1)b", "1#c", "2)d", "2#e", "2.f", "1#g"], Read.Paragraphs(Read.Document(file)));
    }

    [Fact]
    public void A_second_list_over_the_same_definition_counts_on_unless_it_says_where_to_start()
    {
        var lists = """
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>
            <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
            """;
        var file = Docx(Item("甲") + Item("乙", 0, 2) + Item("丙", 0, 3) + Item("丁", 0, 3), Numbering(ThreeLevels, lists));

        Assert.Equal(["一、甲", "二、乙", "五、丙", "六、丁"], Read.Paragraphs(Read.Document(file)));
    }

    [Fact]
    public void A_list_may_replace_a_level_of_its_definition()
    {
        var lists = $"""
            <w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{Level(0, "decimalEnclosedCircle", "%1")}</w:lvlOverride></w:num>
            """;
        Assert.Equal(["①甲", "②乙"], Read.Paragraphs(Read.Document(Docx(Item("甲") + Item("乙"), Numbering(ThreeLevels, lists)))));
    }

    [Fact]
    public void Numbers_of_upper_levels_may_stand_in_a_label_and_legal_ones_in_digits()
    {
        var levels = Level(0, "chineseCounting", "第%1章") + Level(1, "decimal", "%1.%2", "<w:isLgl/>");
        Assert.Equal(["第一章甲", "1.1乙", "1.2丙"], Read.Paragraphs(Read.Document(Docx(Item("甲") + Item("乙", 1) + Item("丙", 1), Numbering(levels)))));
    }

    [Fact]
    public void Numbering_comes_down_from_a_style_and_its_base()
    {
        const string styles = """
            <w:style w:type="paragraph" w:styleId="Item"><w:name w:val="条目"/>
              <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="Boxed"><w:name w:val="加框"/><w:basedOn w:val="Item"/></w:style>
            """;
        var file = Docx(
            Item("甲") + P("乙", """<w:pStyle w:val="Item"/>""") + P("丙", """<w:pStyle w:val="Boxed"/>""")
            + P("丁", """<w:pStyle w:val="Boxed"/><w:numPr><w:numId w:val="0"/></w:numPr>"""),
            Numbering(ThreeLevels), styles);

        Assert.Equal(["一、甲", "（一）乙", "（二）丙", "丁"], Read.Paragraphs(Read.Document(file)));
    }

    [Fact]
    public void A_level_that_names_a_style_gives_that_style_its_level()
    {
        const string styles = """
            <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            """;
        var levels = Level(0, "decimal", "%1") + Level(1, "chineseCounting", "（%2）", """<w:pStyle w:val="2"/>""");
        var document = Read.Document(Docx(P("甲", """<w:pStyle w:val="2"/>"""), Numbering(levels), styles));

        Assert.Equal(["（一）甲"], Read.Paragraphs(document));
        Assert.Equal(2, Assert.IsType<Paragraph>(document.Blocks[0]).HeadingLevel);
    }

    [Fact]
    public void A_number_column_made_of_empty_numbered_paragraphs_shows_its_numbers()
    {
        var item = Item("").Replace("<w:p>", "<w:tc><w:p>", StringComparison.Ordinal) + "</w:tc>";
        var file = Docx($"<w:tbl>{Row(item, Cell("甲"))}{Row(item, Cell("乙"))}</w:tbl>", Numbering(Level(0, "decimal", "%1")));

        Assert.Equal(["1 | 甲", "2 | 乙"], Read.Rows(Read.Document(file)));
    }

    [Fact]
    public void A_bullet_is_no_number() =>
        Assert.Equal(["甲"], Read.Paragraphs(Read.Document(Docx(Item("甲"), Numbering(Level(0, "bullet", "\uF0B7"))))));
}
