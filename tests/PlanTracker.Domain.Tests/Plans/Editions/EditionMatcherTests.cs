using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Plans.Editions;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Plans.Editions;

public sealed class EditionMatcherTests
{
    private static readonly string[] Subjects = ["规范性文件", "执法案卷", "矛盾纠纷", "普法宣传", "法律援助", "行政复议", "政务公开", "合法性审查", "营商环境", "镇村治理"];
    private static readonly string[] Deeds = ["全面清理", "集中评查", "分级化解", "逐村开展", "扩大覆盖", "限期办结", "及时更新", "前置把关", "专项督察", "试点推进"];
    private static readonly string[] Ends = ["按月通报进度", "结果向社会公布", "形成问题清单", "纳入年度考核", "报县政府常务会议审议", "建立长效机制", "开展回头看"];

    [Fact]
    public void A_plan_laid_over_itself_has_not_changed() => Hold(Plans(), plan =>
        EditionMatcher.Lay(plan, plan).All(x => x is { Kind: ChangeKind.Unchanged, IsUncertain: false } && x.Before == x.Now));

    [Fact]
    public void Tasks_in_another_order_under_new_numbers_are_renumbered() => Hold(Plans().SelectMany(plan => Gen.Shuffle(plan.ToArray()).Select(x => (plan, x))), given =>
    {
        WordedTask[] shuffled = [.. given.x.Select((task, place) => task with { Number = $"{place + 1}" })];
        return EditionMatcher.Lay(given.plan, shuffled).All(x => given.plan[x.Before!.Value].Title == shuffled[x.Now!.Value].Title
            && (x.Kind == ChangeKind.Unchanged) == (given.plan[x.Before.Value].Number == shuffled[x.Now.Value].Number)
            && x.Kind is ChangeKind.Unchanged or ChangeKind.Renumbered or ChangeKind.Moved);
    });

    [Fact]
    public void As_many_tasks_are_withdrawn_as_were_left_out() => Hold(Plans().SelectMany(plan => Gen.SubListOf(plan.ToArray()).Select(x => (plan, x))), given =>
    {
        var laid = EditionMatcher.Lay(given.plan, [.. given.x]);
        return laid.Count(x => x.Kind == ChangeKind.Withdrawn) == given.plan.Count - given.x.Count && laid.All(x => x.Kind is ChangeKind.Withdrawn or ChangeKind.Unchanged);
    });

    [Fact]
    public void Laid_the_other_way_round_the_pairs_are_as_much_alike() => Hold(Gen.Zip(Plans(), Plans()), given =>
        Math.Abs(EditionMatcher.Lay(given.Item1, given.Item2).Sum(x => x.Likeness) - EditionMatcher.Lay(given.Item2, given.Item1).Sum(x => x.Likeness)) < 0.1);

    [Fact]
    public void Laid_the_other_way_round_what_was_added_is_withdrawn() => Hold(Plans().SelectMany(plan => Gen.SubListOf(plan.ToArray()).Select(x => (plan, x))), given =>
        EditionMatcher.Lay([.. given.x], given.plan).Count(x => x.Kind == ChangeKind.Added) == given.plan.Count - given.x.Count);

    [Fact]
    public void Every_task_of_either_edition_stands_in_one_line() => Hold(Gen.Zip(Plans(), Plans()), given =>
    {
        var laid = EditionMatcher.Lay(given.Item1, given.Item2);
        return laid.Select(x => x.Before).OfType<int>().Order().SequenceEqual(Enumerable.Range(0, given.Item1.Count))
            && laid.Select(x => x.Now).OfType<int>().SequenceEqual(Enumerable.Range(0, given.Item2.Count));
    });

    [Fact]
    public void A_task_with_a_new_figure_is_the_same_task_changed()
    {
        var before = Task("3", "一、执法", "开展案卷评查", "抽查行政处罚案卷不少于300件，6月底前完成。");
        var now = before with { Body = "抽查行政处罚、行政许可案卷不少于400件，9月底前完成。" };

        var change = Assert.Single(EditionMatcher.Lay([before], [now]));

        Assert.Equal((ChangeKind.Changed, WordingParts.Body, false), (change.Kind, change.Parts, change.IsUncertain));
    }

    [Fact]
    public void A_renamed_heading_moves_none_of_its_tasks_and_a_task_under_another_heading_is_moved()
    {
        WordedTask[] before = [Task("1", "一、制度", "清理文件", ""), Task("2", "一、制度", "编制目录清单", ""), Task("3", "二、队伍", "轮训执法人员", ""), Task("4", "二、队伍", "选派联络员", "")];
        WordedTask[] now = [before[0] with { Section = "一、制度体系" }, before[1] with { Section = "一、制度体系" }, before[2], before[3] with { Section = "一、制度体系" }];

        var laid = EditionMatcher.Lay(before, now);

        Assert.Equal([ChangeKind.Unchanged, ChangeKind.Unchanged, ChangeKind.Unchanged, ChangeKind.Moved], laid.Select(x => x.Kind));
    }

    [Fact]
    public void Of_two_tasks_with_the_same_words_each_keeps_its_section()
    {
        WordedTask[] before = [Task("1", "甲镇", "开展普法宣传", ""), Task("1", "乙镇", "开展普法宣传", "")];

        var laid = EditionMatcher.Lay(before, [before[1], before[0]]);

        Assert.All(laid, x => Assert.Equal(ChangeKind.Unchanged, x.Kind));
    }

    [Fact]
    public void A_task_that_was_cut_in_two_is_followed_by_one_half_and_the_other_says_where_it_came_from()
    {
        var whole = Task("5", "", "建好服务中心", "明确进驻单位、轮驻办法和接访流程，6月底前正式运行。同步建设矛盾纠纷信息平台，实现部门数据互通，年内接入全部乡镇。");
        WordedTask[] now =
        [
            Task("5", "", "建好服务中心", "明确进驻单位、轮驻办法和接访流程，6月底前正式运行。"),
            Task("6", "", "建设信息平台", "同步建设矛盾纠纷信息平台，实现部门数据互通，年内接入全部乡镇。"),
        ];

        var laid = EditionMatcher.Lay([whole], now);

        Assert.Equal([ChangeKind.Changed, ChangeKind.Added], laid.Select(x => x.Kind));
        Assert.Equal(0, laid[1].Kin);
    }

    [Fact]
    public void Two_tasks_in_one_leave_one_withdrawn_that_says_where_its_words_went()
    {
        WordedTask[] before =
        [
            Task("5", "", "建好服务中心", "明确进驻单位、轮驻办法和接访流程，6月底前正式运行，并向社会公布地址电话。"), Task("6", "", "更新普法菜单", "根据群众需求每季度更新一次。"),
        ];
        var now = Task("5", "", "建好服务中心", before[0].Body + "根据群众需求每季度更新一次普法菜单。");

        var laid = EditionMatcher.Lay(before, [now]);

        Assert.Equal([ChangeKind.Changed, ChangeKind.Withdrawn], laid.Select(x => x.Kind));
        Assert.Equal(0, laid[1].Kin);
    }

    [Fact]
    public void What_a_person_paired_stays_paired_and_what_he_called_new_is_new()
    {
        WordedTask[] before = [Task("1", "", "清理规范性文件", "逐件清理。"), Task("2", "", "开展法治督察", "督察两轮。")];
        WordedTask[] now = [before[0], Task("2", "", "办好法律服务进园区", "体检企业一百家。")];

        Assert.Equal([ChangeKind.Unchanged, ChangeKind.Withdrawn, ChangeKind.Added], EditionMatcher.Lay(before, now).Select(x => x.Kind));
        var chosen = EditionMatcher.Lay(before, now, [new ChosenPair(1, 1), new ChosenPair(0, null)]);

        Assert.Equal([ChangeKind.Withdrawn, ChangeKind.Added, ChangeKind.Changed], chosen.Select(x => x.Kind));
        Assert.False(chosen[2].IsUncertain);
    }

    [Fact]
    public void A_deadline_that_nobody_confirmed_changes_nothing()
    {
        var before = Task("1", "", "清理文件", "") with { Deadline = new Deadline.DueBy(Day("2026-06-30")) };

        Assert.Equal(WordingParts.None, before.ChangedParts(before with { Deadline = new Deadline.Unstated(Day("2026-12-31")) }));
        Assert.Equal(WordingParts.Deadline, before.ChangedParts(before with { Deadline = new Deadline.DueBy(Day("2026-09-30")) }));
        Assert.Equal(WordingParts.None, (before with { Deadline = before.Deadline with { IsConfirmed = false } }).ChangedParts(before));
    }

    [Fact]
    public void A_unit_that_cooperates_instead_of_leading_is_a_change()
    {
        var before = Task("1", "", "清理文件", "") with { Units = [new("县司法局", Role.Lead), new("县财政局", Role.Cooperating)] };

        Assert.Equal(WordingParts.None, before.ChangedParts(before with { Units = [.. before.Units.Reverse()] }));
        Assert.Equal(WordingParts.Units, before.ChangedParts(before with { Units = [new("县司法局", Role.Cooperating), new("县财政局", Role.Cooperating)] }));
    }

    private static WordedTask Task(string number, string section, string title, string body) => new(number, section, title, body);

    /// <summary>Invented plans of up to a dozen tasks; no two of them have the same words.</summary>
    private static Gen<IReadOnlyList<WordedTask>> Plans() =>
        Gen.Elements(Subjects).SelectMany(subject => Gen.Elements(Deeds).SelectMany(deed => Gen.Elements(Ends).Select(end => (subject, deed, end)))).ListOf()
            .Select(x => (IReadOnlyList<WordedTask>)[.. x.Distinct().Take(12)
                .Select((words, place) => Task($"{place + 1}", "", words.deed + words.subject, $"{words.deed}{words.subject}工作，{words.end}。"))]);

    private static void Hold<T>(Gen<T> gen, Func<T, bool> holds) => Prop.ForAll(gen.ToArbitrary(), holds).QuickCheckThrowOnFailure();
}
