using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Features.Tasks.Story;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Tasks;

public sealed class TakeStepTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Of_many_each_is_done_or_refused_for_itself(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world);

        var results = await app.Send(world.FinanceReporter, new TakeStep.Command(
            [laid.Cooperating.Id, laid.Lead.Id, laid.FinanceOwn.Id], Step.Sign, new StepEntry()));

        Assert.Equal([null, RefusalKind.NotFound, null], results.Select(x => x.Refusal?.Kind));
        Assert.Equal(2, await app.InStore(db => db.Occurrences.CountAsync(x => x.State == OccurrenceState.InProgress)));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_request_goes_before_the_office_and_its_return_before_the_unit(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);

        await app.Send(world.DevelopmentReporter, new TakeStep.Command([laid.Lead.Id], Step.RequestCompletion, new StepEntry("已办结")));
        Assert.All(
            await app.Send(world.NeighbourCoordinator, new TakeStep.Command([laid.Lead.Id], Step.Return, new StepEntry("不对"))),
            x => Assert.Equal(RefusalKind.NotFound, x.Refusal?.Kind));
        Assert.Equal(RefusalKind.Missing, Assert.Single(await app.Send(world.Coordinator, new TakeStep.Command([laid.Lead.Id], Step.Return, new StepEntry(" ")))).Refusal?.Kind);
        await app.Send(world.Coordinator, new TakeStep.Command([laid.Lead.Id], Step.Return, new StepEntry("缺少公布的网址")));

        var notices = await app.InStore(db => db.Notices.AsNoTracking().OrderBy(x => x.Id).ToListAsync());
        Assert.Contains(notices, x => x.AccountId == world.Coordinator.AccountId && x.Kind == nameof(NoticeKind.CompletionRequested));
        Assert.Equal(2, notices.Count(x => x.Kind == nameof(NoticeKind.Returned) && x.Arguments.EndsWith("缺少公布的网址", StringComparison.Ordinal)));
        var request = await app.InStore(db => db.CompletionRequests.AsNoTracking().SingleAsync());
        Assert.Equal((Decision.Refused, "缺少公布的网址"), (request.Decision, request.Reason));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task An_approved_extension_moves_the_current_deadline_and_keeps_the_original(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        var later = new DateOnly(2026, 9, 30);
        Assert.Equal(RefusalKind.NothingWaits, Assert.Single(await app.Send(world.Coordinator, new TakeStep.Command([laid.Lead.Id], Step.ApproveExtension, new StepEntry { NewDueOn = later }))).Refusal?.Kind);
        await app.Send(world.DevelopmentReporter, new TakeStep.Command([laid.Lead.Id], Step.RequestExtension, new StepEntry("机构调整") { NewDueOn = later }));

        await app.Send(world.Coordinator, new TakeStep.Command([laid.Lead.Id], Step.ApproveExtension, new StepEntry()));

        var lead = await app.InStore(db => db.Occurrences.AsNoTracking().SingleAsync(x => x.Id == laid.Lead.Id));
        Assert.Equal((later, new DateOnly(2026, 6, 30)), (lead.DueOn!.Value, lead.OriginalDueOn!.Value));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task An_extension_asked_after_the_deadline_is_taken_and_both_days_and_the_lateness_of_the_request_stay(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        var (due, later) = (new DateOnly(2026, 6, 30), new DateOnly(2026, 9, 30));
        app.Time.MoveTo(new DateOnly(2026, 7, 6));

        Assert.Null(Assert.Single(await app.Send(world.DevelopmentReporter, new TakeStep.Command([laid.Lead.Id], Step.RequestExtension, new StepEntry("机构调整") { NewDueOn = later }))).Refusal);
        var asked = (await app.Send(world.Coordinator, new TaskStory.Query(laid.Joint.Id))).Value.Parts.Single(x => x.Id == laid.Lead.Id);
        Assert.Equal((app.Today, due), (asked.ExtensionAskedOn!.Value, asked.Columns.DueOn!.Value));
        await app.Send(world.Coordinator, new TakeStep.Command([laid.Lead.Id], Step.ApproveExtension, new StepEntry()));

        var story = (await app.Send(world.Coordinator, new TaskStory.Query(laid.Joint.Id))).Value;
        var lead = story.Parts.Single(x => x.Id == laid.Lead.Id);
        Assert.Equal((later, due), (lead.Columns.DueOn!.Value, lead.OriginalDueOn!.Value));
        var entry = story.History.Single(x => x.Step == Step.RequestExtension);
        Assert.Equal((app.Today, "2026-06-30", "2026-09-30"), (entry.On, entry.Before, entry.After));

        // Closed long before the new deadline, it still is not on time: in its light, in every list and in every rate.
        await app.Send(world.DevelopmentReporter, new TakeStep.Command([laid.Lead.Id], Step.RequestCompletion, new StepEntry("已办结")));
        await app.Send(world.Coordinator, new TakeStep.Command([laid.Lead.Id], Step.Accept, new StepEntry()));
        lead = (await app.Send(world.Coordinator, new TaskStory.Query(laid.Joint.Id))).Value.Parts.Single(x => x.Id == laid.Lead.Id);
        Assert.Equal((LightColour.ClosedLate, new LightReason(LightReasonKind.ExtendedLate, 6, app.Today)), (lead.Light.Colour, lead.Light.Reason));
        app.Time.MoveTo(later);
        MeasureDay day = new(app.Today, WorkingCalendar.National);
        Assert.Equal(laid.Lead.Id, await app.InStore(db => db.Occurrences.Where(day.Where(TaskFilter.ClosedLate)).Where(x => x.Role == Role.Lead).Select(x => x.Id).SingleAsync()));
        var closed = (await app.InStore(db => day.Alike(db.Occurrences).ToListAsync())).Single(x => x.Role == Role.Lead).Tally;
        Assert.Equal((1, 0, 6), (closed.DueClosed, closed.DueClosedOnTime, closed.DaysLate));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Of_a_joint_task_the_lead_sees_who_has_not_reported_and_which_lead_has_not_asked_to_close(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        await app.InStore(db => db.Occurrences.Where(x => x.Id == laid.Cooperating.Id).ExecuteUpdateAsync(x => x.SetProperty(o => o.Role, Role.Lead)));

        var story = (await app.Send(world.DevelopmentReporter, new TaskStory.Query(laid.Joint.Id))).Value;
        var lead = story.Parts.Single(x => x.Id == laid.Lead.Id);
        Assert.Equal(("望湖县财政局", "望湖县财政局"), (story.Behind(lead).Single().Unit, story.OtherLeads(lead).Single().Unit));
        await app.Send(world.FinanceReporter, new FileReport.Command(laid.Cooperating.Id, new ReportEntry("已提供资金数据")));
        await app.Send(world.FinanceReporter, new TakeStep.Command([laid.Cooperating.Id], Step.RequestCompletion, new StepEntry("已办结")));
        await app.Send(world.Coordinator, new TakeStep.Command([laid.Cooperating.Id], Step.Accept, new StepEntry()));

        // One lead of two has closed: the task is not.
        story = (await app.Send(world.DevelopmentReporter, new TaskStory.Query(laid.Joint.Id))).Value;
        lead = story.Parts.Single(x => x.Id == laid.Lead.Id);
        Assert.Equal(OccurrenceState.InProgress, lead.Columns.State);
        Assert.Empty(story.Behind(lead).Concat(story.OtherLeads(lead)));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_reassigned_task_is_signed_for_anew_by_the_unit_that_takes_it(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);

        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.NeighbourCoordinator, new Reassign.Command(laid.Lead.Id, world.Town.Id, ""))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.DevelopmentReporter, new Reassign.Command(laid.Lead.Id, world.Town.Id, ""))).Refusal?.Kind);
        Assert.Equal(RefusalKind.AlreadyOnTask, (await app.Send(world.Coordinator, new Reassign.Command(laid.Lead.Id, world.Finance.Id, ""))).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, new Reassign.Command(laid.Lead.Id, world.Town.Id, "职责划转"))).IsDone);

        var lead = await app.InStore(db => db.Occurrences.AsNoTracking().Include(x => x.Assignment).SingleAsync(x => x.Id == laid.Lead.Id));
        Assert.Equal((world.Town.Id, world.Town.Id, OccurrenceState.Pending, (DateOnly?)null), (lead.OrgUnitId, lead.Assignment.OrgUnitId, lead.State, lead.SignedOn));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Reopening_the_lead_reopens_who_cooperates_only_where_the_office_says_so(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.Closed);

        await app.Send(world.Coordinator, new TakeStep.Command([laid.Lead.Id], Step.Reopen, new StepEntry("回头看发现缺项")));
        Assert.Equal(OccurrenceState.Closed, await StateOf(app, laid.Cooperating));
        await app.InStore(db => db.Occurrences.ExecuteUpdateAsync(x => x.SetProperty(o => o.State, OccurrenceState.Closed)));
        await app.InStore(db => db.Notices.ExecuteDeleteAsync());
        await app.Send(world.Coordinator, new TakeStep.Command([laid.Lead.Id], Step.Reopen, new StepEntry("回头看发现缺项") { WithCooperating = true }));

        Assert.Equal((OccurrenceState.Reopened, OccurrenceState.Reopened), (await StateOf(app, laid.Lead), await StateOf(app, laid.Cooperating)));
        Assert.Equal(OccurrenceState.Closed, await StateOf(app, laid.FinanceOwn));
        var told = await app.InStore(db => db.Notices.Where(x => x.Kind == nameof(NoticeKind.Reopened)).Select(x => x.AccountId).ToListAsync());
        Assert.Contains(world.FinanceReporter.AccountId, told);
        Assert.Contains(world.DevelopmentReporter.AccountId, told);
        var step = await app.InStore(db => db.OccurrenceSteps.SingleAsync(x => x.OccurrenceId == laid.Cooperating.Id));
        Assert.Equal((Step.Reopen, "回头看发现缺项", StepRecorder.ReopenedWithLead), (step.Step, step.Words, step.Changed));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_office_enters_for_a_unit_that_there_is_nothing_new(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        var entry = new ReportEntry("") { Source = EntrySource.Telephone, On = app.Today, NothingNew = true };

        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.NeighbourCoordinator, new FileReport.Command(laid.TownOwn.Id, entry))).Refusal?.Kind);
        Assert.Null((await app.Send(world.Coordinator, new FileReport.Command(laid.TownOwn.Id, entry))).Refusal);

        var report = await app.InStore(db => db.ProgressReports.SingleAsync());
        Assert.Equal((true, EntrySource.Telephone, laid.Round.Id), (report.NothingNew, report.Source, report.RoundId!.Value));
    }

    private static Task<OccurrenceState> StateOf(TestApp app, Occurrence occurrence) =>
        app.InStore(db => db.Occurrences.Where(x => x.Id == occurrence.Id).Select(x => x.State).SingleAsync());
}
