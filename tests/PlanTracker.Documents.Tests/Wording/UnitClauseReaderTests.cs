using PlanTracker.Documents.Wording;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Documents.Tests.Wording;

public sealed class UnitClauseReaderTests
{
    /// <summary>牵:… 责:… 配:… 组:… in the order read.</summary>
    private static string Read(string words)
    {
        var clause = UnitClauseReader.Read(MappedText.Of(words));
        var parts = clause.Units.Select(unit => $"{Short(unit.Role)}:{unit.Name}")
            .Concat(clause.Groups.Select(group => $"组{Short(group.Role)}:{group.Name}"));
        return string.Join(' ', parts) + (clause.AndOthers ? " 等" : "");
    }

    private static string Short(Role role) => role switch { Role.Lead => "牵", Role.Responsible => "责", _ => "配" };

    [Theory]
    [InlineData("责任单位：县水利局、县财政局", "责:县水利局 责:县财政局")]
    [InlineData("责任单位:县水利局,县财政局。", "责:县水利局 责:县财政局")]
    [InlineData("牵头单位：县水利局；配合单位：县财政局、县林业局", "牵:县水利局 配:县财政局 配:县林业局")]
    [InlineData("牵头单位：县水利局，配合单位：县财政局，各乡镇", "牵:县水利局 配:县财政局 组配:各乡镇")]
    [InlineData("主办：县水利局 协办：县财政局", "牵:县水利局 配:县财政局")]
    [InlineData("牵头责任单位：县水利局", "牵:县水利局")]
    public void A_label_gives_its_role_to_the_units_behind_it(string words, string read) => Assert.Equal(read, Read(words));

    [Theory]
    [InlineData("县水利局牵头，县财政局、县林业局配合", "牵:县水利局 配:县财政局 配:县林业局")]
    [InlineData("县水利局、县财政局按职责分工负责", "责:县水利局 责:县财政局")]
    [InlineData("县水利局牵头负责;各片区配合", "牵:县水利局 组配:各片区")]
    [InlineData("责任单位：县水利局牵头，县财政局配合", "牵:县水利局 配:县财政局")]
    [InlineData("责任单位：县水利局、县林业局牵头", "牵:县水利局 牵:县林业局")]
    [InlineData("由县水利局牵头，县财政局配合", "牵:县水利局 配:县财政局")]
    [InlineData("由县水利局会同县财政局研究提出落实意见", "牵:县水利局 配:县财政局")]
    public void A_verb_gives_its_role_to_the_units_before_it_and_beats_the_label(string words, string read) => Assert.Equal(read, Read(words));

    [Fact]
    public void A_role_in_brackets_behind_a_name_is_its_role() => Assert.Equal("牵:县水利局 责:县财政局", Read("责任单位：县水利局（牵头）、县财政局"));

    [Theory]
    [InlineData("县水利局指导，试点村负责", "责:试点村")]
    [InlineData("县水利局、县林业局指导", "")]
    public void Guidance_names_no_role(string words, string read) => Assert.Equal(read, Read(words));

    [Theory]
    [InlineData("责任单位：县水利局、县财政局等", "责:县水利局 责:县财政局 等")]
    [InlineData("县水利局等单位按职责分工负责", "责:县水利局 等")]
    [InlineData("县水利局等有关部门负责", "责:县水利局 组责:有关部门 等")]
    [InlineData("县水利局、县林业局等和各乡镇人民政府负责", "责:县水利局 责:县林业局 组责:各乡镇人民政府 等")]
    public void An_open_list_is_marked_open(string words, string read) => Assert.Equal(read, Read(words));

    [Theory]
    [InlineData("责任单位：各区、县级市", "组责:各区、县级市")]
    [InlineData("责任单位：各乡镇党委、人民政府，县级有关部门（单位）", "组责:各乡镇党委、人民政府 组责:县级有关部门（单位）")]
    [InlineData("责任单位：市直各单位、领导小组成员单位", "组责:市直各单位 组责:领导小组成员单位")]
    [InlineData("责任单位：县水利局、各镇（街道）人民政府，茶园管委会", "责:县水利局 责:茶园管委会 组责:各镇（街道）人民政府")]
    [InlineData("责任单位：各区，县级市", "组责:各区、县级市")]
    [InlineData("责任单位：县水利局、沿河镇（街道），项目所在地乡镇", "责:县水利局 组责:沿河镇（街道） 组责:项目所在地乡镇")]
    [InlineData("责任单位：县水利局、县林业局（共同牵头），县财政局", "牵:县水利局 牵:县林业局 责:县财政局")]
    [InlineData("责任单位：相关镇人民政府、县水利局", "责:县水利局 组责:相关镇人民政府")]
    public void Groups_are_kept_as_printed(string words, string read) => Assert.Equal(read, Read(words));

    [Theory]
    [InlineData("责任单位：县市场监管局（知识产权局）、各县(市、区)政府", "责:县市场监管局（知识产权局） 组责:各县(市、区)政府")]
    [InlineData("责任单位：县发展和改革局、文化和旅游局", "责:县发展和改革局 责:文化和旅游局")]
    [InlineData("责任单位：县水 利局、县财\n政局", "责:县水利局 责:县财政局")]
    [InlineData("县水利局 县财政局", "责:县水利局 责:县财政局")]
    [InlineData("县水利局\n县财政局", "责:县水利局 责:县财政局")]
    [InlineData("县水利局\n市生态环境局\n岚石分局", "责:县水利局 责:市生态环境局岚石分局")]
    [InlineData("农业银行 岚石支行、县财政局", "责:农业银行岚石支行 责:县财政局")]
    [InlineData("区水利局区财政局相关镇人民政府", "责:区水利局 责:区财政局 组责:相关镇人民政府")]
    public void Names_are_parted_where_one_ends_and_the_next_begins(string words, string read) => Assert.Equal(read, Read(words));

    [Fact]
    public void A_unit_printed_as_lead_and_again_as_responsible_is_lead_only() =>
        Assert.Equal("牵:县水利局 责:县财政局", Read("牵头单位：县水利局；责任单位：县水利局、县财政局"));

    [Fact]
    public void Leaders_and_times_inside_the_clause_are_no_units()
    {
        var clause = UnitClauseReader.Read(MappedText.Of("责任领导：贺山、江渔；责任单位：县水利局；完成时限：6月底前"));

        Assert.Equal(["贺山", "江渔"], clause.Leaders.Select(leader => leader.Name));
        Assert.Equal(["县水利局"], clause.Units.Select(unit => unit.Name));
        Assert.Equal("6月底前", Assert.Single(clause.Times).Printed);
    }

    [Fact]
    public void A_remark_that_the_first_leads_changes_no_printed_role()
    {
        var clause = UnitClauseReader.Read(MappedText.Of("县水利局、县财政局负责，排在第一位的单位为牵头单位，下同"));

        Assert.True(clause.FirstIsLead);
        Assert.All(clause.Units, unit => Assert.Equal(Role.Responsible, unit.Role));
    }

    [Fact]
    public void A_default_for_all_that_follows_is_kept_apart()
    {
        var clause = UnitClauseReader.Read(MappedText.Of("县水利局牵头负责，以下均需各片区配合落实，不再列出"));

        Assert.Equal(("各片区", Role.Cooperating), clause.ForLaterTasks.Select(unit => (unit.Name, unit.Role)).Single());
        Assert.Equal(["县水利局"], clause.Units.Select(unit => unit.Name));
    }

    [Fact]
    public void A_column_for_two_roles_is_doubtful() =>
        Assert.Contains(UnitClauseReader.Read(MappedText.Of("配合/责任单位：县水利局")).Doubts, doubt => doubt.Kind == Drafts.DiagnosticKind.UnsureRole);

    /// <summary>Twenty thousand names in a cell once took longer than anybody waits: each was read to the cell's end, and back.</summary>
    [Theory]
    [InlineData("", "县财政局")]
    [InlineData("、县水利局", "县水利局")]
    public void A_run_of_names_is_cut_once_wherever_a_list_follows(string list, string named)
    {
        var run = string.Concat(Enumerable.Repeat("县财政局", 20_000));

        var units = UnitClauseReader.Read(MappedText.Of(run + list)).Units;

        Assert.Contains(units, unit => unit.Name == named);
    }

    [Fact]
    public void Tens_of_thousands_of_bodies_in_one_cell_are_read_at_once()
    {
        var names = string.Join('、', Enumerable.Range(1, 30_000).Select(number => $"县第{number}局"));

        Assert.Equal(30_000, UnitClauseReader.Read(MappedText.Of(names, 0)).Units.Count);
    }
}
