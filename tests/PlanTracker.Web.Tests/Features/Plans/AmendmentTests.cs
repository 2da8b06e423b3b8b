using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Plans.Editions;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Amend;
using PlanTracker.Web.Features.Rounds;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Plans;

public sealed class AmendmentTests
{
    private const string First = """
        望湖县2026年法治建设工作要点

        望府发〔2026〕8号

        一、健全制度体系

        1. 清理规范性文件。对现行有效的规范性文件逐件清理，2026年9月30日前公布清理结果。（牵头单位：县司法局；配合单位：县发改局）

        2. 编制办事指南。把高频事项的办事指南编印成册，2026年10月31日前发放到各镇。（牵头单位：县发改局；配合单位：县财政局）

        3. 统一行政合同文本。梳理通用文本二十份，2026年11月30日前印发。（牵头单位：县财政局）

        二、加强队伍建设

        4. 轮训执法人员。分两批组织全员轮训，参训率达到100%，2026年12月20日前完成。（牵头单位：县发改局）

        望湖县人民政府

        2026年3月2日
        """;

    /// <summary>1 has a new day and names 财政局 too; 2 names 柳堤镇 in place of 财政局 and has new words; 3 is gone; 4 is number 3 now; 4 is new.</summary>
    private const string Second = """
        望湖县2026年法治建设工作要点（修订）

        望府发〔2026〕21号

        一、健全制度体系

        1. 清理规范性文件。对现行有效的规范性文件逐件清理，2026年11月15日前公布清理结果。（牵头单位：县司法局；配合单位：县发改局、县财政局）

        2. 编制办事指南。把高频事项的办事指南和办理时限编印成册，2026年10月31日前发放到各镇各村。（牵头单位：县发改局；配合单位：柳堤镇人民政府）

        二、加强队伍建设

        3. 轮训执法人员。分两批组织全员轮训，参训率达到100%，2026年12月20日前完成。（牵头单位：县发改局）

        4. 选聘村居法律顾问。为每个村居聘请一名法律顾问，公开联系方式，2026年8月31日前到位。（牵头单位：县司法局；配合单位：柳堤镇人民政府）

        望湖县人民政府

        2026年6月8日
        """;

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_goes_on_keeps_its_progress_and_its_extension_and_what_is_withdrawn_is_cancelled(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var plan = await app.Published(world, First);
        var training = await app.RunOf(plan, "轮训执法人员", world.Development);
        await app.Take(world.DevelopmentReporter, training, Step.Sign);
        Assert.True((await app.Send(world.DevelopmentReporter, new FileReport.Command(training, new ReportEntry("办了第一批。") { Percent = 40 }))).IsDone);
        await app.Take(world.DevelopmentReporter, training, Step.RequestExtension, new StepEntry("讲师未定。") { NewDueOn = new DateOnly(2027, 1, 20) });
        await app.Take(world.Coordinator, training, Step.ApproveExtension);
        var before = await app.InStore(db => db.PlanTasks.AsNoTracking().ToDictionaryAsync(x => x.Title, x => x.Id));

        var draft = await app.Amended(world, plan, Second);
        var done = await app.PublishAmendment(world, draft);

        Assert.True(done.IsDone, done.Refusal?.ToString());
        Assert.Equal(plan, done.Value);
        var tasks = await app.InStore(db => db.PlanTasks.AsNoTracking().Include(x => x.Assignments).ThenInclude(x => x.Occurrences).ThenInclude(x => x.Steps)
            .AsSplitQuery().ToDictionaryAsync(x => x.Title));
        Assert.Equal(5, tasks.Count);
        Assert.All(before, x => Assert.Equal(x.Value, tasks[x.Key].Id));
        var trained = Assert.Single(tasks["轮训执法人员"].Assignments.Single().Occurrences);
        Assert.Equal((training, OccurrenceState.InProgress, 40, new DateOnly(2027, 1, 20), new DateOnly(2026, 12, 20), "3"),
            (trained.Id, trained.State, trained.Percent, trained.DueOn!.Value, trained.OriginalDueOn!.Value, tasks["轮训执法人员"].Number.TrimEnd('.')));
        Assert.DoesNotContain(trained.Steps, x => x.Step == Step.Amend);

        var contracts = tasks["统一行政合同文本"];
        Assert.Equal(app.Today, contracts.WithdrawnOn);
        var gone = Assert.Single(contracts.Assignments.Single().Occurrences);
        Assert.Equal((OccurrenceState.Cancelled, app.Today), (gone.State, contracts.Assignments.Single().EndedOn!.Value));
        Assert.Contains("修订", gone.Steps.Single(x => x.Step == Step.Cancel).Words, StringComparison.Ordinal);
        var added = tasks["选聘村居法律顾问"];
        Assert.Equal([world.Justice.Id, world.Town.Id], added.Assignments.OrderBy(x => x.Role).Select(x => x.OrgUnitId));
        Assert.All(added.Assignments, x => Assert.Equal(OccurrenceState.Pending, Assert.Single(x.Occurrences).State));
        Assert.Equal(["1", "2", "3", "3", "4"], tasks.Values.OrderBy(x => x.Position).Select(x => x.Number.TrimEnd('.')));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_new_day_moves_the_deadline_and_units_are_named_and_named_no_more(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var plan = await app.Published(world, First);
        await app.InStore(db => db.Notices.ExecuteDeleteAsync());

        var draft = await app.Amended(world, plan, Second);
        var preview = (await app.Send(world.Coordinator, new PreviewAmendment.Query(draft))).Value;
        var done = await app.PublishAmendment(world, draft);

        Assert.True(done.IsDone, done.Refusal?.ToString());
        var cleaning = await app.Task("清理规范性文件");
        Assert.Equal(new[] { world.Justice.Id, world.Development.Id, world.Finance.Id }.Order(), cleaning.Assignments.Select(x => x.OrgUnitId).Order());
        Assert.All(cleaning.Assignments.SelectMany(x => x.Occurrences), x => Assert.Equal((new DateOnly(2026, 11, 15), x.DueOn), (x.DueOn!.Value, x.OriginalDueOn)));
        var moved = cleaning.Assignments.Single(x => x.OrgUnitId == world.Development.Id).Occurrences.Single().Steps.Single(x => x.Step == Step.Amend);
        Assert.Equal((nameof(Occurrence.DueOn), "2026-09-30", "2026-11-15"), (moved.Changed, moved.Before, moved.After));

        var guides = await app.Task("编制办事指南");
        Assert.Equal(OccurrenceState.Cancelled, guides.Assignments.Single(x => x.OrgUnitId == world.Finance.Id).Occurrences.Single().State);
        Assert.Equal(OccurrenceState.Pending, guides.Assignments.Single(x => x.OrgUnitId == world.Town.Id).Occurrences.Single().State);
        Assert.Equal((2, 2, 4), (guides.Assignments.Count(x => x.EndedOn is null), preview.Hindrances.Count + 2, preview.Units.Count));

        // 发改局: the new day of 1 and the new words of 2. 财政局: named on 1, no more on 2 and 3.
        var told = await app.InStore(db => db.Notices.ToListAsync());
        Assert.Equal("0,2,0", Counts(told.First(x => x.AccountId == world.DevelopmentReporter.AccountId)));
        Assert.Equal("1,0,2", Counts(told.Single(x => x.AccountId == world.FinanceReporter.AccountId)));
        var finance = preview.Units.Single(x => x.OrgUnitId == world.Finance.Id);
        Assert.Equal((1, 2), (finance.Of(UnitDeedKind.Added), finance.Of(UnitDeedKind.Ended)));

        // Nothing opens any more for who was ended.
        await app.Send(Actor.System, new OpenPeriods.Command(app.Today.AddDays(40)));
        Assert.Single((await app.Task("编制办事指南")).Assignments.Single(x => x.OrgUnitId == world.Finance.Id).Occurrences);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Both_editions_keep_their_words(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var plan = await app.Published(world, First);

        await app.PublishAmendment(world, await app.Amended(world, plan, Second));

        var editions = await app.InStore(db => db.PlanEditions.AsNoTracking().Include(x => x.Wordings.OrderBy(w => w.Position)).OrderBy(x => x.Ordinal).ToListAsync());
        Assert.Equal([1, 2], editions.Select(x => x.Ordinal));
        Assert.Equal(["望府发〔2026〕8号", "望府发〔2026〕21号"], editions.Select(x => x.DocNumber));
        Assert.Equal([null, null, null, null], editions[0].Wordings.Select(x => x.Change));
        Assert.Equal([ChangeKind.Changed, ChangeKind.Changed, ChangeKind.Withdrawn, ChangeKind.Renumbered, ChangeKind.Added], editions[1].Wordings.Select(x => x.Change!.Value));
        Assert.Contains("编印成册，2026年10月31日前发放到各镇。", editions[0].Wordings[1].Body, StringComparison.Ordinal);
        Assert.Contains("各镇各村", editions[1].Wordings[1].Body, StringComparison.Ordinal);
        var stored = await app.InStore(db => db.Plans.AsNoTracking().SingleAsync());
        Assert.Equal(("望湖县2026年法治建设工作要点（修订）", "望府发〔2026〕21号"), (stored.Title, stored.DocNumber));
        foreach (var edition in editions)
        {
            var first = edition.Wordings[0];
            Assert.Contains("清理规范性文件", edition.SourceText[first.SpanStart!.Value..first.SpanEnd!.Value], StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Published_twice_or_from_a_stale_page_or_by_two_at_once_it_is_one_edition(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var plan = await app.Published(world, First);
        var draft = await app.Amended(world, plan, Second);
        var stale = (await app.Send(world.Coordinator, new PreviewAmendment.Query(draft))).Value.Stamp;
        var opened = (await app.Send(world.Coordinator, new OpenAmendment.Query(draft))).Value;
        var withdrawn = opened.Lines.Single(x => x.Change.Kind == ChangeKind.Withdrawn);
        Assert.True((await app.Send(world.Coordinator, new DecideChanges.Command(draft, opened.Version, [withdrawn.Id], IsAccepted: false))).IsDone);
        Assert.Equal(RefusalKind.ChangedMeanwhile, (await app.Send(world.Coordinator, new DecideChanges.Command(draft, opened.Version, [withdrawn.Id], true))).Refusal?.Kind);

        Assert.Equal(RefusalKind.ChangedMeanwhile, (await app.Send(world.Coordinator, new PublishAmendment.Command(draft, stale, "根据修订文件"))).Refusal?.Kind);
        var fresh = (await app.Send(world.Coordinator, new PreviewAmendment.Query(draft))).Value.Stamp;
        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Coordinator, new PublishAmendment.Command(draft, fresh, " "))).Refusal?.Kind);
        var both = await Task.WhenAll(
            app.Send(world.Coordinator, new PublishAmendment.Command(draft, fresh, "根据修订文件")), app.Send(world.Coordinator, new PublishAmendment.Command(draft, fresh, "根据修订文件")));

        Assert.Single(both, x => x.IsDone);
        Assert.Equal(RefusalKind.DraftIsClosed, (await app.Send(world.Coordinator, new PublishAmendment.Command(draft, fresh, "根据修订文件"))).Refusal?.Kind);
        Assert.Equal(2, await app.InStore(db => db.PlanEditions.CountAsync()));

        // The withdrawal was not adopted: the task goes on as it was.
        var kept = await app.Task("统一行政合同文本");
        Assert.Null(kept.WithdrawnOn);
        Assert.Equal(OccurrenceState.Pending, kept.Assignments.Single().Occurrences.Single().State);
        var wording = await app.InStore(db => db.TaskWordings.AsNoTracking().SingleAsync(x => x.PlanTaskId == kept.Id && x.PlanEdition.Ordinal == 2));
        Assert.Equal((ChangeKind.Withdrawn, true), (wording.Change!.Value, wording.IsDeclined));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Only_who_coordinates_sees_and_publishes_it_and_it_is_not_published_beside_its_plan(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var plan = await app.Published(world, First);
        var draft = await app.Amended(world, plan, Second);
        var stamp = (await app.Send(world.Coordinator, new PreviewAmendment.Query(draft))).Value.Stamp;

        foreach (var stranger in new[] { world.NeighbourCoordinator, world.FinanceReporter, world.Leader, world.SystemAdministrator })
        {
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new FindAmended.Query(draft))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new OpenAmendment.Query(draft))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new PreviewAmendment.Query(draft))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new ChooseAmended.Command(draft, null))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new DecideChanges.Command(draft, 0, [], true))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new PairTasks.Command(draft, 0, draft, null))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new PublishAmendment.Command(draft, stamp, "根据修订文件"))).Refusal?.Kind);
        }

        Assert.Equal(RefusalKind.DraftIsAmendment, (await app.Publish(world, draft)).Refusal?.Kind);
        Assert.Equal(1, await app.InStore(db => db.PlanEditions.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_document_much_like_a_published_plan_is_offered_as_its_amendment_and_another_one_is_not(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var plan = await app.Published(world, First);

        var alike = await app.Send(world.Coordinator, new FindAmended.Query((await app.Import(world, Second, "修订.txt")).Value));
        var other = await app.Send(world.Coordinator, new FindAmended.Query((await app.Import(world, SamplePlan.Words, "另一份.txt")).Value));

        var offer = Assert.Single(alike.Value.Alike);
        Assert.Equal((plan, 4, 3), (offer.Plan.PlanId, offer.Tasks, offer.FoundAgain));
        Assert.Empty(other.Value.Alike);
        Assert.Equal(plan, Assert.Single(other.Value.All).PlanId);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Who_took_a_task_over_keeps_it_while_the_document_names_the_same_units(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var plan = await app.Published(world, First);
        var training = await app.RunOf(plan, "轮训执法人员", world.Development);
        Assert.True((await app.Send(world.Coordinator, new Reassign.Command(training, world.Town.Id, "改由镇里办理。"))).IsDone);

        var words = Second.Replace("县发改局）\n\n4", "县发改局；配合单位：县财政局）\n\n4", StringComparison.Ordinal);
        Assert.True((await app.PublishAmendment(world, await app.Amended(world, plan, words))).IsDone);

        var task = await app.Task("轮训执法人员");
        Assert.Equal([(world.Town.Id, Role.Lead), (world.Finance.Id, Role.Cooperating)], task.Assignments.OrderBy(x => x.Role).Select(x => (x.OrgUnitId, x.Role)));
        Assert.Equal(training, task.Assignments.Single(x => x.OrgUnitId == world.Town.Id).Occurrences.Single().Id);
    }

    private static string Counts(Notice notice) => string.Join(',', notice.Arguments.Split(NoticeWriter.Separator)[1..]);
}

internal static class AmendmentSteps
{
    public static async Task<Guid> Published(this TestApp app, World world, string words)
    {
        var published = await app.Publish(world, (await app.Import(world, words)).Value);
        Assert.True(published.IsDone, published.Refusal?.ToString());
        return published.Value;
    }

    /// <summary>Imports the words as an amended document of the plan.</summary>
    public static async Task<Guid> Amended(this TestApp app, World world, Guid plan, string words)
    {
        var draft = (await app.Import(world, words, "修订.txt")).Value;
        var chosen = await app.Send(world.Coordinator, new ChooseAmended.Command(draft, plan));
        Assert.True(chosen.IsDone, chosen.Refusal?.ToString());
        return draft;
    }

    public static async Task<Outcome<Guid>> PublishAmendment(this TestApp app, World world, Guid draft)
    {
        var preview = (await app.Send(world.Coordinator, new PreviewAmendment.Query(draft))).Value;
        return await app.Send(world.Coordinator, new PublishAmendment.Command(draft, preview.Stamp, "根据2026年修订的工作要点"));
    }

    public static Task<Guid> RunOf(this TestApp app, Guid plan, string title, OrgUnit unit) => app.InStore(db =>
        db.Occurrences.Where(x => x.PlanId == plan && x.PlanTask.Title == title && x.OrgUnitId == unit.Id).Select(x => x.Id).SingleAsync());

    public static Task<PlanTask> Task(this TestApp app, string title) => app.InStore(db =>
        db.PlanTasks.AsNoTracking().Include(x => x.Assignments).ThenInclude(x => x.Occurrences).ThenInclude(x => x.Steps).AsSplitQuery().SingleAsync(x => x.Title == title));

    public static async Task Take(this TestApp app, Actor actor, Guid run, Step step, StepEntry? entry = null) =>
        Assert.Null((await app.Send(actor, new TakeStep.Command([run], step, entry ?? new StepEntry()))).Single().Refusal);
}
