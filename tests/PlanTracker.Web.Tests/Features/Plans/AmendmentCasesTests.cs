using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Plans.Editions;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Amend;
using PlanTracker.Web.Features.Rounds;
using PlanTracker.Web.Features.Tasks.Queue;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Plans;

/// <summary>Amendments that turn a task into another kind of duty while somebody works on it.</summary>
public sealed class AmendmentCasesTests
{
    private const string Guides = "编制办事指南。把高频事项的办事指南编印成册，发放到各镇，2026年10月31日前完成。（牵头单位：县财政局）";
    private const string Once = "清理规范性文件。对现行有效的规范性文件逐件清理，2026年9月30日前公布清理结果。（牵头单位：县司法局；配合单位：县发改局）";
    private const string EveryQuarter = "清理规范性文件。对现行有效的规范性文件逐件清理，每季度末公布清理结果。（牵头单位：县司法局；配合单位：县发改局）";

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_was_done_once_is_asked_for_every_quarter_from_now_on_of_who_is_at_work_and_of_who_was_done(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var plan = await app.Published(world, Words("", Once, Guides));
        var cleaning = await app.RunOf(plan, "清理规范性文件", world.Development);
        await Close(app, world, cleaning);

        var draft = await app.Amended(world, plan, Words("（修订）", EveryQuarter, Guides));
        var preview = (await app.Send(world.Coordinator, new PreviewAmendment.Query(draft))).Value;
        Assert.True((await app.PublishAmendment(world, draft)).IsDone);

        var task = await app.Task("清理规范性文件");
        Assert.Equal(Recurrence.Quarterly, task.Recurrence);
        var lead = Assert.Single(RunsOf(task, world.Justice));
        Assert.Equal((new DateOnly(2026, 4, 1), new DateOnly(2026, 6, 30), OccurrenceState.Pending), (lead.PeriodFrom!.Value, lead.DueOn!.Value, lead.State));
        Assert.Equal([OccurrenceState.Closed, OccurrenceState.Pending], RunsOf(task, world.Development).Select(x => x.State));
        Assert.Equal(new DateOnly(2026, 6, 30), RunsOf(task, world.Development)[1].DueOn);
        Assert.Equal(UnitDeedKind.Added, Assert.Single(preview.Units.Single(x => x.OrgUnitId == world.Development.Id).Lines).Kind);
        Assert.Empty(preview.Over);

        // The next quarter opens once for each.
        await app.Send(Actor.System, new OpenPeriods.Command(new DateOnly(2026, 7, 2)));
        await app.Send(Actor.System, new OpenPeriods.Command(new DateOnly(2026, 7, 3)));
        Assert.All((await app.Task("清理规范性文件")).Assignments, x => Assert.Single(x.Occurrences, run => run.PeriodFrom == new DateOnly(2026, 7, 1)));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_was_asked_for_every_quarter_is_asked_for_once_and_of_who_closed_his_quarter_too(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var plan = await app.Published(world, Words("", EveryQuarter, Guides));
        await Close(app, world, await app.RunOf(plan, "清理规范性文件", world.Development));
        var running = await app.RunOf(plan, "清理规范性文件", world.Justice);

        var draft = await app.Amended(world, plan, Words("（修订）", Once, Guides));
        var preview = (await app.Send(world.Coordinator, new PreviewAmendment.Query(draft))).Value;
        Assert.True((await app.PublishAmendment(world, draft)).IsDone);

        var task = await app.Task("清理规范性文件");
        Assert.Null(task.Recurrence);
        var lead = Assert.Single(RunsOf(task, world.Justice));
        Assert.Equal((running, null, new DateOnly(2026, 9, 30)), (lead.Id, lead.PeriodFrom, lead.DueOn!.Value));
        var cooperating = RunsOf(task, world.Development);
        Assert.Equal([OccurrenceState.Closed, OccurrenceState.Pending], cooperating.Select(x => x.State));
        Assert.Equal((null, new DateOnly(2026, 9, 30)), (cooperating[1].PeriodFrom, cooperating[1].DueOn!.Value));
        Assert.Equal(UnitDeedKind.Added, Assert.Single(preview.Units.Single(x => x.OrgUnitId == world.Development.Id).Lines).Kind);
        await app.Send(Actor.System, new OpenPeriods.Command(new DateOnly(2026, 7, 2)));
        Assert.Equal(3, (await app.Task("清理规范性文件")).Assignments.Sum(x => x.Occurrences.Count));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Another_day_of_the_year_asks_nothing_anew_of_who_closed_this_year(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var words = TwoYears("", Once.Replace("2026年9月30日前公布", "每年公布", StringComparison.Ordinal), Guides);
        var first = (await app.Import(world, words)).Value;
        await SetDay(app, first, new DateOnly(2026, 9, 30));
        var plan = (await app.Publish(world, first)).Value;
        await Close(app, world, await app.RunOf(plan, "清理规范性文件", world.Development));

        var draft = await app.Amended(world, plan, words.Replace("（2026—2027年）", "（2026—2027年）（修订）", StringComparison.Ordinal));
        await SetDay(app, draft, new DateOnly(2026, 10, 15));
        Assert.True((await app.PublishAmendment(world, draft)).IsDone);

        var task = await app.Task("清理规范性文件");
        Assert.Equal(OccurrenceState.Closed, Assert.Single(RunsOf(task, world.Development)).State);
        Assert.Equal(new DateOnly(2026, 10, 15), Assert.Single(RunsOf(task, world.Justice)).DueOn);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_unit_that_was_dropped_and_is_named_again_takes_part_anew_within_the_same_quarter(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var plan = await app.Published(world, Words("", EveryQuarter, Guides));
        var before = await app.RunOf(plan, "清理规范性文件", world.Development);
        await app.Take(world.DevelopmentReporter, before, Step.Sign);

        Assert.True((await app.PublishAmendment(world, await app.Amended(
            world, plan, Words("（修订）", EveryQuarter.Replace("；配合单位：县发改局", "", StringComparison.Ordinal), Guides)))).IsDone);
        var dropped = (await app.Task("清理规范性文件")).Assignments.Single(x => x.OrgUnitId == world.Development.Id);
        Assert.Equal((app.Today, OccurrenceState.Cancelled), (dropped.EndedOn!.Value, dropped.Occurrences.Single().State));
        Assert.True((await app.PublishAmendment(world, await app.Amended(world, plan, Words("（再次修订）", EveryQuarter, Guides)))).IsDone);

        var again = (await app.Task("清理规范性文件")).Assignments.Single(x => x.OrgUnitId == world.Development.Id);
        Assert.Equal((dropped.Id, null, Role.Cooperating), (again.Id, again.EndedOn, again.Role));
        var run = Assert.Single(again.Occurrences, x => x.Id != before);
        Assert.Equal((OccurrenceState.Pending, new DateOnly(2026, 6, 30)), (run.State, run.DueOn!.Value));
        Assert.True(run.OpenedOn <= app.Today);
        await app.Take(world.DevelopmentReporter, run.Id, Step.Sign);
        await app.Send(Actor.System, new OpenPeriods.Command(new DateOnly(2026, 7, 2)));
        Assert.Single(RunsOf(await app.Task("清理规范性文件"), world.Development), x => x.PeriodFrom == new DateOnly(2026, 7, 1));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_task_under_another_number_and_in_other_words_keeps_who_works_on_it_and_how_far_he_is(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var plan = await app.Published(world, Words("", Once, Guides));
        var run = await app.RunOf(plan, "清理规范性文件", world.Development);
        await app.Take(world.DevelopmentReporter, run, Step.Sign);
        Assert.True((await app.Send(world.DevelopmentReporter, new FileReport.Command(run, new ReportEntry("清理了一半。") { Percent = 50 }))).IsDone);

        var reworded = Once.Replace("清理规范性文件。对现行有效的规范性文件逐件清理", "全面清理规范性文件。对现行有效的规范性文件和其他制度文件逐件清理", StringComparison.Ordinal);
        Assert.True((await app.PublishAmendment(world, await app.Amended(world, plan, Words("（修订）", Guides, reworded)))).IsDone);

        var task = await app.Task("全面清理规范性文件");
        var kept = Assert.Single(RunsOf(task, world.Development));
        Assert.Equal((run, OccurrenceState.InProgress, 50, "2"), (kept.Id, kept.State, kept.Percent, task.Number.TrimEnd('.')));
        Assert.Contains("其他制度文件", task.Body, StringComparison.Ordinal);
        Assert.Contains(kept.Steps, x => x.Step == Step.Amend);
        var wordings = await app.InStore(db => db.TaskWordings.Where(x => x.PlanTaskId == task.Id).OrderBy(x => x.PlanEdition.Ordinal)
            .Select(x => new { x.Number, x.Title, x.Change }).ToListAsync());
        Assert.Equal([("1", "清理规范性文件", null), ("2", "全面清理规范性文件", ChangeKind.Changed)], wordings.Select(x => (x.Number.TrimEnd('.'), x.Title, x.Change)));
        Assert.Equal(2, await app.InStore(db => db.PlanTasks.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_day_brought_forward_does_not_take_an_extension_away_and_one_still_asked_for_can_be_given(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var plan = await app.Published(world, Words("", Once, Guides.Replace("县财政局", "县发改局", StringComparison.Ordinal)));
        var extended = await app.RunOf(plan, "清理规范性文件", world.Development);
        var asked = await app.RunOf(plan, "编制办事指南", world.Development);
        await app.Take(world.DevelopmentReporter, extended, Step.RequestExtension, new StepEntry("文件未收齐。") { NewDueOn = new DateOnly(2026, 11, 10) });
        await app.Take(world.Coordinator, extended, Step.ApproveExtension);
        await app.Take(world.DevelopmentReporter, asked, Step.RequestExtension, new StepEntry("印厂排期。") { NewDueOn = new DateOnly(2026, 11, 20) });

        var draft = await app.Amended(world, plan, Words(
            "（修订）", Once.Replace("9月30日", "8月31日", StringComparison.Ordinal),
            Guides.Replace("县财政局", "县发改局", StringComparison.Ordinal).Replace("10月31日", "9月15日", StringComparison.Ordinal)));
        var preview = (await app.Send(world.Coordinator, new PreviewAmendment.Query(draft))).Value;
        Assert.True((await app.PublishAmendment(world, draft)).IsDone);

        var lines = preview.Units.Single(x => x.OrgUnitId == world.Development.Id).Lines;
        Assert.Equal([true, false], lines.Select(x => x.KeepsExtension));
        var kept = RunsOf(await app.Task("清理规范性文件"), world.Development).Single();
        Assert.Equal((new DateOnly(2026, 8, 31), new DateOnly(2026, 11, 10)), (kept.OriginalDueOn!.Value, kept.DueOn!.Value));
        Assert.Equal(new DateOnly(2026, 8, 31), RunsOf(await app.Task("清理规范性文件"), world.Justice).Single().DueOn);
        await app.Take(world.Coordinator, asked, Step.ApproveExtension);
        var given = RunsOf(await app.Task("编制办事指南"), world.Development).Single();
        Assert.Equal((new DateOnly(2026, 9, 15), new DateOnly(2026, 11, 20)), (given.OriginalDueOn!.Value, given.DueOn!.Value));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Another_lead_begins_by_signing_while_the_former_one_goes_on_in_his_new_part(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var led = Once.Replace("县司法局；配合单位：县发改局", "县发改局；配合单位：县司法局", StringComparison.Ordinal);
        var plan = await app.Published(world, Words("", led, Guides));
        var run = await app.RunOf(plan, "清理规范性文件", world.Development);
        await app.Take(world.DevelopmentReporter, run, Step.Sign);
        Assert.True((await app.Send(world.DevelopmentReporter, new FileReport.Command(run, new ReportEntry("清理了一半。") { Percent = 50 }))).IsDone);
        await app.Take(world.DevelopmentReporter, run, Step.RequestCompletion, new StepEntry("已办结。"));

        // 财政局 leads, 发改局 cooperates, 司法局 is named no more.
        var changed = Once.Replace("县司法局", "县财政局", StringComparison.Ordinal);
        Assert.True((await app.PublishAmendment(world, await app.Amended(world, plan, Words("（修订）", changed, Guides)))).IsDone);

        var task = await app.Task("清理规范性文件");
        var former = RunsOf(task, world.Development).Single();
        Assert.Equal((run, Role.Cooperating, OccurrenceState.FirstReview, 50), (former.Id, former.Role, former.State, former.Percent));
        Assert.NotNull(former.SignedOn);
        var lead = RunsOf(task, world.Finance).Single();
        Assert.Equal((Role.Lead, OccurrenceState.Pending, null), (lead.Role, lead.State, lead.SignedOn));
        Assert.Equal([world.Finance.Id], task.Assignments.Where(x => x.Gathers).Select(x => x.OrgUnitId));
        Assert.Equal(OccurrenceState.Cancelled, RunsOf(task, world.Justice).Single().State);

        // What the former lead hands in closes his own part alone.
        await app.Take(world.Coordinator, run, Step.Accept);
        Assert.Equal(OccurrenceState.Pending, RunsOf(await app.Task("清理规范性文件"), world.Finance).Single().State);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_lead_who_is_named_no_more_waits_for_no_review(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var plan = await app.Published(world, Words("", Guides.Replace("县财政局", "县发改局", StringComparison.Ordinal), Once));
        var run = await app.RunOf(plan, "编制办事指南", world.Development);
        await app.Take(world.DevelopmentReporter, run, Step.Sign);
        await app.Take(world.DevelopmentReporter, run, Step.RequestCompletion, new StepEntry("已办结。"));

        Assert.True((await app.PublishAmendment(world, await app.Amended(world, plan, Words("（修订）", Guides, Once)))).IsDone);

        var request = await app.InStore(db => db.CompletionRequests.SingleAsync(x => x.OccurrenceId == run));
        Assert.Equal(Decision.Withdrawn, request.Decision);
        Assert.Equal((OccurrenceState.Cancelled, null), RunsOf(await app.Task("编制办事指南"), world.Development).Select(x => (x.State, x.RequestedOn)).Single());
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Who_cooperated_and_was_done_leads_anew(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var plan = await app.Published(world, Words("", Once, Guides));
        await Close(app, world, await app.RunOf(plan, "清理规范性文件", world.Development));

        var draft = await app.Amended(world, plan, Words("（修订）", Once.Replace("县司法局；配合单位：县发改局", "县发改局", StringComparison.Ordinal), Guides));
        var preview = (await app.Send(world.Coordinator, new PreviewAmendment.Query(draft))).Value;
        Assert.True((await app.PublishAmendment(world, draft)).IsDone);

        var runs = RunsOf(await app.Task("清理规范性文件"), world.Development);
        Assert.Equal([(Role.Cooperating, OccurrenceState.Closed), (Role.Lead, OccurrenceState.Pending)], runs.Select(x => (x.Role, x.State)));
        Assert.Equal(new DateOnly(2026, 9, 30), runs[1].DueOn);
        Assert.Equal((UnitDeedKind.RoleChanged, false), preview.Units.Single(x => x.OrgUnitId == world.Development.Id).Lines.Select(x => (x.Kind, x.IsOver)).Single());
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_next_quarter_opens_in_the_part_that_the_newest_edition_gives(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var plan = await app.Published(world, Words("", EveryQuarter, Guides));
        await Close(app, world, await app.RunOf(plan, "清理规范性文件", world.Development));

        Assert.True((await app.PublishAmendment(world, await app.Amended(world, plan, Words(
            "（修订）", EveryQuarter.Replace("县司法局；配合单位：县发改局", "县发改局；配合单位：县司法局", StringComparison.Ordinal), Guides)))).IsDone);
        await app.Send(Actor.System, new OpenPeriods.Command(new DateOnly(2026, 7, 2)));

        var next = (await app.Task("清理规范性文件")).Assignments.SelectMany(x => x.Occurrences).Where(x => x.PeriodFrom == new DateOnly(2026, 7, 1)).ToList();
        Assert.Equal([(world.Development.Id, Role.Lead), (world.Justice.Id, Role.Cooperating)], next.OrderBy(x => x.Role).Select(x => (x.OrgUnitId, x.Role)));
    }

    private static IReadOnlyList<Occurrence> RunsOf(PlanTask task, OrgUnit unit) =>
        [.. task.Assignments.Single(x => x.OrgUnitId == unit.Id).Occurrences.OrderBy(x => x.State.IsOver ? 0 : 1).ThenBy(x => x.Id)];

    /// <summary>As the person who reviews the draft sets it.</summary>
    private static Task<int> SetDay(TestApp app, Guid draft, DateOnly day) => app.InStore(async db =>
    {
        var task = await db.ImportDraftTasks.SingleAsync(x => x.ImportDraftId == draft && x.Title == "清理规范性文件");
        task.Content = task.Content with { Recurrence = Recurrence.Yearly, Deadlines = [new DraftDay(day, null, null)], DeadlineConfirmed = true };
        return await db.SaveChangesAsync();
    });

    private static async Task Close(TestApp app, World world, Guid run)
    {
        await app.Take(world.DevelopmentReporter, run, Step.Sign);
        await app.Take(world.DevelopmentReporter, run, Step.RequestCompletion, new StepEntry("已办结。"));
        await app.Take(world.Coordinator, run, Step.Accept);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Who_is_newly_named_gets_the_day_that_the_office_has_set_since(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var unstated = "建立联络员名册。各单位确定一名联络员，汇总成册。（牵头单位：县司法局）";
        var plan = await app.Published(world, Words("", unstated, Guides));
        var task = await app.Task("建立联络员名册");
        Assert.False(task.DeadlineConfirmed);
        var confirmed = await app.Send(world.Coordinator, new ConfirmDeadlines.Command([task.Id], new DateOnly(2026, 8, 20)));
        Assert.Null(confirmed.Single().Refusal);

        var named = unstated.Replace("县司法局", "县司法局；配合单位：县财政局", StringComparison.Ordinal);
        Assert.True((await app.PublishAmendment(world, await app.Amended(world, plan, Words("（修订）", named, Guides)))).IsDone);

        var run = RunsOf(await app.Task("建立联络员名册"), world.Finance).Single();
        Assert.Equal((new DateOnly(2026, 8, 20), true), (run.DueOn!.Value, run.DeadlineConfirmed));
    }

    private static string TwoYears(string stage, params string[] tasks) => Words(stage, tasks).Replace(
        $"望湖县2026年法治建设工作要点{stage}", $"望湖县法治建设实施方案（2026—2027年）{stage}", StringComparison.Ordinal);

    private static string Words(string stage, params string[] tasks) => $"""
        望湖县2026年法治建设工作要点{stage}

        望府发〔2026〕8号

        一、健全制度体系

        {string.Join("\n\n", tasks.Select((x, i) => $"{i + 1}. {x}"))}

        望湖县人民政府

        2026年3月2日
        """;
}
