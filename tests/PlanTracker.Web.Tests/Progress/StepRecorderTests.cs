using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Progress;

public sealed class StepRecorderTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_lead_closes_a_joint_task_for_all_on_the_day_of_its_request(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world);
        await Step(app, world.DevelopmentReporter, laid.Lead, Domain.Progress.Step.Sign);
        await Step(app, world.DevelopmentReporter, laid.Lead, Domain.Progress.Step.RequestCompletion, new StepEntry("清单已公布"));
        var asked = app.Today;
        app.Time.Advance(TimeSpan.FromDays(20));

        var outcome = await Step(app, world.Coordinator, laid.Lead, Domain.Progress.Step.Accept);

        Assert.True(outcome.IsDone);
        var (lead, other) = (await Now(app, laid.Lead), await Now(app, laid.Cooperating));
        Assert.Equal((OccurrenceState.Closed, asked), (lead.State, lead.FinishedOn));
        Assert.Equal((OccurrenceState.Closed, asked), (other.State, other.FinishedOn));
        Assert.Equal(StepRecorder.ClosedWithLead, Assert.Single(other.Steps).Changed);
        Assert.Equal(Decision.Accepted, await app.InStore(db => db.CompletionRequests.Select(x => x.Decision).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Units_that_do_their_own_part_each_close_it_alone(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        await Step(app, world.FinanceReporter, laid.FinanceOwn, Domain.Progress.Step.RequestCompletion);

        await Step(app, world.Coordinator, laid.FinanceOwn, Domain.Progress.Step.Accept);

        Assert.Equal(OccurrenceState.Closed, (await Now(app, laid.FinanceOwn)).State);
        Assert.Equal(OccurrenceState.InProgress, (await Now(app, laid.TownOwn)).State);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Nobody_steps_for_another_unit_or_county_and_the_office_only_with_the_source_named(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world);

        Assert.Equal(RefusalKind.NotFound, (await Step(app, world.FinanceReporter, laid.Lead, Domain.Progress.Step.Sign)).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Step(app, world.NeighbourCoordinator, laid.Lead, Domain.Progress.Step.Sign)).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await Step(app, world.Leader, laid.Lead, Domain.Progress.Step.Sign)).Refusal?.Kind);
        Assert.Equal(RefusalKind.WrongState, (await Step(app, world.DevelopmentReporter, laid.Lead, Domain.Progress.Step.RequestCompletion)).Refusal?.Kind);
        Assert.Equal(RefusalKind.Missing, (await Step(app, world.Coordinator, laid.Lead, Domain.Progress.Step.Sign)).Refusal?.Kind);
        var paper = new StepEntry { Source = EntrySource.Paper, On = new DateOnly(2026, 6, 10) };
        Assert.True((await Step(app, world.Coordinator, laid.Lead, Domain.Progress.Step.Sign, paper)).IsDone);
        Assert.Equal(new DateOnly(2026, 6, 10), (await Now(app, laid.Lead)).SignedOn);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_was_set_aside_goes_back_to_where_it_stood(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        await Step(app, world.DevelopmentReporter, laid.Lead, Domain.Progress.Step.RequestCompletion);
        await Step(app, world.Coordinator, laid.Lead, Domain.Progress.Step.Suspend, new StepEntry("县政府第10次常务会议"));
        Assert.Equal(OccurrenceState.Suspended, (await Now(app, laid.Lead)).State);

        await Step(app, world.Coordinator, laid.Lead, Domain.Progress.Step.Resume);

        var lead = await Now(app, laid.Lead);
        Assert.Equal((OccurrenceState.FirstReview, null, app.Today), (lead.State, lead.StateBefore, lead.RequestedOn!.Value));
    }

    private static Task<Outcome<OccurrenceStep>> Step(TestApp app, Actor actor, Occurrence occurrence, Step step, StepEntry? entry = null) =>
        app.Acting<StepRecorder, Outcome<OccurrenceStep>>(
            actor, async (recorder, db) => await recorder.Take(await db.Occurrences.SingleAsync(x => x.Id == occurrence.Id), step, entry ?? new StepEntry()));

    private static Task<Occurrence> Now(TestApp app, Occurrence occurrence) =>
        app.InStore(db => db.Occurrences.AsNoTracking().Include(x => x.Steps).SingleAsync(x => x.Id == occurrence.Id));
}
