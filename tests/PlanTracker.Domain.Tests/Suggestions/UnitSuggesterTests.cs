using FsCheck.Fluent;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Plans.Likeness;
using PlanTracker.Domain.Suggestions;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Suggestions;

public sealed class UnitSuggesterTests
{
    private static readonly SuggestibleBody Justice = new(Id(1), "县司法局");
    private static readonly SuggestibleBody Finance = new(Id(2), "县财政局");
    private static readonly SuggestibleBody Works = new(Id(3), "县住房和城乡建设局");
    private static readonly SuggestibleBody Towns = new(Id(4), "各镇人民政府", IsGroup: true);
    private static readonly SuggestibleBody WaterCompany = new(Id(5), "县水务有限责任公司");
    private static readonly IReadOnlyList<SuggestibleBody> Bodies = [Justice, Finance, Works, Towns, WaterCompany];

    private static readonly IReadOnlyList<(TaskText Task, EarlierPart[] Parts)> Laid =
    [
        Task(11, "治理小区物业纠纷", "选取小区开展物业合同体检，形成问题清单并督促整改。", (Works, Role.Lead), (Justice, Role.Cooperating)),
        Task(12, "培育示范村", "每镇选择两个村，围绕村级事项公开开展规范化培育。", (Finance, Role.Responsible), (Towns, Role.Responsible)),
        Task(13, "编印简报", "每季度编印工作简报，报送县领导参阅。", (Finance, Role.Lead)),
    ];

    private static readonly IReadOnlyList<TaskText> Earlier = [.. Laid.Select(x => x.Task)];
    private static readonly UnitSuggester Suggester = new(TaskText.Index(Earlier), Bodies);

    [Fact]
    public void A_task_of_last_year_brings_its_units_in_their_roles_with_its_words()
    {
        var found = Ask(Suggester, "继续治理物业纠纷", "再选取一批小区开展物业合同体检，形成问题清单。");

        Assert.Equal((Works.Id, Role.Lead, SuggestionStrength.Strong), (found[0].BodyId, found[0].Role, found[0].Strength));
        var ground = Assert.Single(found[0].Grounds.OfType<Ground.Earlier>());
        Assert.Equal((Id(11), Role.Lead), (ground.TaskId, ground.Role));
        Assert.Contains("物业合同体检", ground.Passage, StringComparison.Ordinal);
        Assert.Equal(Role.Cooperating, Assert.Single(found, x => x.BodyId == Justice.Id).Role);
    }

    [Fact]
    public void A_field_of_work_in_the_wording_speaks_for_its_unit_alone()
    {
        var found = Ask(Suggester, "提高复议质量", "依法办理行政复议案件，发挥人民调解作用。");

        Assert.Equal([Justice.Id], found.Select(x => x.BodyId));
        Assert.Equal([new Ground.Field("行政复议"), new Ground.Field("人民调解")], found[0].Grounds.Cast<Ground.Field>());
    }

    [Fact]
    public void A_unit_named_in_the_wording_is_suggested() =>
        Assert.Equal([new Ground.Named("县财政局")], Ask(Suggester, "拨付", "所需款项由县财政局保障。")[0].Grounds);

    [Fact]
    public void A_group_stands_beside_and_never_leads()
    {
        var found = Ask(Suggester, "培育示范村", "每镇选择三个村，围绕村级事项公开开展规范化培育。");

        Assert.Contains(found, x => x is { IsGroup: true, Role: not Role.Lead } && x.BodyId == Towns.Id);
        Assert.Single(found, x => x.Role == Role.Lead && x.BodyId == Finance.Id);
    }

    [Fact]
    public void Where_nothing_speaks_for_anybody_nobody_is_suggested() => Assert.Empty(Ask(Suggester, "其他", "上级交办的其他事项。"));

    [Fact]
    public void Few_common_words_make_no_task_alike()
    {
        TaskText[] earlier = [.. Enumerable.Range(0, 40).Select(i => new TaskText(Id(100 + i), $"第{(char)('一' + (17 * i))}类{(char)('丁' + (31 * i))}项", "年内完成，公布结果。"))];
        var parts = earlier.ToLookup(x => x.Id, _ => new EarlierPart(Justice.Id, Role.Lead));
        UnitSuggester suggester = new(TaskText.Index(earlier), Bodies);

        var found = suggester.For("布置展厅", "年内完成。", suggester.Neighbours("布置展厅", "年内完成。"), parts);

        Assert.DoesNotContain(found, x => x.Strength > SuggestionStrength.Weak);
    }

    [Fact]
    public void Who_may_take_no_tasks_any_more_is_never_suggested() =>
        Assert.DoesNotContain(Ask(new UnitSuggester(TaskText.Index(Earlier), [Justice, Finance]), "治理小区物业纠纷", "选取小区开展物业合同体检。"), x => x.BodyId == Works.Id);

    [Theory]
    [InlineData("清理违法占地", "县自然资源局", "县农业农村局")]
    [InlineData("审查规范性文件", "县司法局", "县财政局")]
    [InlineData("推进不动产登记", "县自然资源局", "县市场监督管理局")]
    public void The_longest_term_decides(string title, string wanted, string other)
    {
        SuggestibleBody right = new(Id(21), wanted), wrong = new(Id(22), other);

        Assert.Equal([right.Id], Ask(new UnitSuggester(TaskText.Index([]), [right, wrong]), title, "").Select(x => x.BodyId));
    }

    [Fact]
    public void Every_field_has_duties_and_terms_and_no_term_twice()
    {
        Assert.All(FieldOfWork.All, x => Assert.All(x.Duties.Concat(x.Terms), word => Assert.True(word.Length > 1, word)));
        Assert.All(FieldOfWork.All, x => Assert.Equal(x.Terms.Count, x.Terms.Distinct().Count()));
    }

    [Fact]
    public void A_bureau_comes_before_a_company_of_its_name()
    {
        SuggestibleBody water = new(Id(31), "县水利局");

        Assert.Equal(water, FieldOfWork.All.Single(x => x.Terms.Contains("河长制")).In([WaterCompany, water]));
    }

    [Fact]
    public void A_passage_shows_what_both_texts_share() => Assert.Equal(
        [("形成", false), ("问题清单", true), ("并整改", false)], Passages.Compare("形成问题清单并整改", "建立问题清单"));

    [Fact]
    public void Any_text_is_answered_with_weights_between_none_and_certain() => Hold(
        Gen.Elements("行政复议", "物业", "小区", "村", "。", "2026年", "县司法局", "\ud800", " ", "形成问题清单").ListOf().Select(string.Concat),
        text => Ask(Suggester, text, text + text) is var found && found.All(x => x.Weight is > 0 and < 1 && x.Grounds.Count > 0)
            && found.Count(x => x.Role == Role.Lead) <= 1 && found.Select(x => x.BodyId).Distinct().Count() == found.Count);

    [Fact]
    public void A_task_that_may_not_be_asked_is_not()
    {
        Assert.Equal(Id(11), Suggester.Neighbours("治理小区物业纠纷", "")[0].Task.Id);
        Assert.DoesNotContain(Suggester.Neighbours("治理小区物业纠纷", "", x => x.Id != Id(11)), x => x.Task.Id == Id(11));
    }

    private static IReadOnlyList<UnitSuggestion> Ask(UnitSuggester suggester, string title, string body) => suggester.For(
        title, body, suggester.Neighbours(title, body), Laid.SelectMany(x => x.Parts.Select(part => (x.Task.Id, Part: part))).ToLookup(x => x.Id, x => x.Part));

    private static (TaskText Task, EarlierPart[] Parts) Task(int id, string title, string body, params (SuggestibleBody Body, Role Role)[] parts) =>
        (new(Id(id), title, body), [.. parts.Select(x => new EarlierPart(x.Body.Id, x.Role))]);

    private static Guid Id(int id) => new(id, 0, 0, new byte[8]);
}
