using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Tests.Wording;

public sealed class ClauseFinderTests
{
    private static string Rest(string words)
    {
        var text = MappedText.Of(words);
        return text.Except(ClauseFinder.FindIn(text).ConvertAll(clause => (clause.Start, clause.End))).Printed;
    }

    [Theory]
    [InlineData("疏浚河道。（责任单位：县水利局）", "疏浚河道。")]
    [InlineData("疏浚河道。〔责任单位：各镇人民政府，县级有关部门（单位）〕", "疏浚河道。")]
    [InlineData("疏浚河道。（县水利局、县财政局按职责分工负责）", "疏浚河道。")]
    [InlineData("疏浚河道。（县水利局、林业局，各片区管理局）", "疏浚河道。")]
    [InlineData("疏浚河道。责任单位：县水利局，县财政局", "疏浚河道。")]
    [InlineData("疏浚河道。\n牵头单位：县水利局\n责任单位：县财政局", "疏浚河道。\n\n")]
    [InlineData("疏浚河道。（责任单位：县水利局、县财政局", "疏浚河道。")]
    [InlineData("关于疏浚河道的问题，由县水利局会同县财政局研究提出落实意见。", "关于疏浚河道的问题。")]
    public void A_clause_is_found_and_taken_out_of_the_wording(string words, string rest) => Assert.Equal(rest, Rest(words));

    [Theory]
    [InlineData("坚持谁主办、谁负责（谁主管谁负责）。")]
    [InlineData("编制图表（“一图一表一计划”）。")]
    [InlineData("建立工程档案（简称“清河行动”）。")]
    [InlineData("由分管领导担任组长，主要负责人负总责。")]
    [InlineData("生产者是第一责任人，责任告知率达到100%。")]
    [InlineData("牵头单位要主动对接。")]
    [InlineData("县水利局会同林业局提出了办理意见。")]
    public void What_only_sounds_like_a_clause_stays(string words) => Assert.Equal(words, Rest(words));
}
