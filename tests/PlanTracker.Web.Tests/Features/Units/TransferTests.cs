using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Measures;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Dashboard.Overview;
using PlanTracker.Web.Features.Reminders;
using PlanTracker.Web.Features.Tasks.Story;
using PlanTracker.Web.Features.Units.Transfer;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;
using PlanTracker.Web.Tests.Measures;
using PlanTracker.Web.Tests.Progress;

namespace PlanTracker.Web.Tests.Features.Units;

public sealed class TransferTests
{
    /// <summary>Fifteen days after the deadline of the joint task.</summary>
    private static readonly DateOnly Day = new(2026, 7, 15);

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Open_tasks_move_to_a_new_unit_that_signs_anew_and_lateness_before_the_day_stays_with_the_old_one(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world);
        foreach (var run in new[] { laid.Lead, laid.Cooperating })
            await RandomSteps.Take(app, Actor.System, run.Id, Step.Publish, new StepEntry());
        await RandomSteps.Take(app, world.DevelopmentReporter, laid.Lead.Id, Step.Sign, new StepEntry());
        app.Time.MoveTo(Day);

        var preview = (await app.Send(world.Coordinator, new PreviewTransfer.Query([world.Development.Id], null, Day))).Value;
        var row = Assert.Single(preview.Rows);
        Assert.Equal((TransferFate.Moves, Role.Lead, 14, new DateOnly(2026, 6, 30)), (row.Fate, row.RoleAfter, row.DaysLate, row.DueOn));
        Assert.Equal(LightColour.Red, row.Light?.Colour);

        var id = (await app.Send(world.Coordinator, Renamed(world, [row.AssignmentId]))).Value;
        var read = (await app.Send(world.Leader, new ReadTransfer.Query(id))).Value;
        var item = Assert.Single(read.Items);
        Assert.Equal((14, TransferFate.Moves, OccurrenceState.Pending, "望湖县发展改革和数据局"), (item.DaysLate, item.Fate, item.State, item.Holder));
        Assert.True(read is { IsNewUnit: true, EndsOld: true });

        // The old unit's people still read the story, and it names both.
        var story = (await app.Send(world.DevelopmentReporter, new TaskStory.Query(laid.Joint.Id))).Value;
        var entry = story.History.First(x => x.Step == Step.Transfer);
        Assert.Equal((world.Development.Id.ToString(), read.To.Id.ToString(), "望编发〔2026〕5号"), (entry.Before, entry.After, entry.Words));
        var part = story.Parts.Single(x => x.Id == laid.Lead.Id);
        Assert.Equal(new LightReason(LightReasonKind.OverdueSinceTakenOver, 1, new DateOnly(2026, 6, 30)), part.Light.Reason);

        // Numbers: five days later the new unit is six days late, and not twenty.
        app.Time.MoveTo(Day.AddDays(5));
        var numbers = (await app.Send(world.Leader, new ShowUnits.Query())).Value;
        Assert.DoesNotContain(numbers, x => x.Id == world.Development.Id);
        var own = numbers.Single(x => x.Id == read.To.Id).Lead.Tally;
        Assert.Equal((1, 6), (own.Late, own.DaysLate));

        // The evening before the unit was another.
        var stood = await app.Acting<PastStandings, List<Occurrence>>(Actor.System, (past, db) => past.SetBack(db.Occurrences.Where(x => x.Id == laid.Lead.Id), Day.AddDays(-1), default));
        Assert.Equal((world.Development.Id, OccurrenceState.InProgress), (stood[0].OrgUnitId, stood[0].State));
        var then = Tally.Of(Histories.FactsOf(stood[0]), Day.AddDays(-1), MeasureDay.SilentDays);
        Assert.Equal(14, then.DaysLate);

        // The register: the old name is the new unit's from that day on.
        var units = await app.InStore(db => db.OrgUnits.AsNoTracking().Include(x => x.Aliases).Where(x => x.JurisdictionId == world.County.Id).ToListAsync());
        Assert.Equal(Day.AddDays(-1), units.Single(x => x.Id == world.Development.Id).EndedOn);
        UnitMatcher matcher = new(
            units.Select(x => new RegisteredUnit(x.Id, x.Name, null, [.. x.Aliases.Select(a => new Alias(a.Name, a.ValidFrom, a.ValidTo))])).Where(x => x.Id == read.To.Id), []);
        Assert.Equal(read.To.Id, matcher.Match("县发改局", Day).Found);
        Assert.Null(matcher.Match("县发改局", Day.AddDays(-1)).Found);
        Assert.Contains(await app.InStore(db => db.AuditEntries.ToListAsync()), x => x.Action == "Units.TransferDuties" && x.ObjectTitle.Contains("望编发", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_unit_that_stands_on_the_task_already_takes_the_stronger_role_and_the_other_part_ends_in_its(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        app.Time.MoveTo(Day);
        var row = Assert.Single((await app.Send(world.Coordinator, new PreviewTransfer.Query([world.Development.Id], world.Finance.Id, Day))).Value.Rows);
        Assert.Equal((TransferFate.Merges, Role.Lead), (row.Fate, row.RoleAfter));

        Assert.True((await app.Send(world.Coordinator, Merged(world, [row.AssignmentId]))).IsDone);

        var now = await app.InStore(db => db.Occurrences.AsNoTracking().Where(x => x.PlanTaskId == laid.Joint.Id).ToDictionaryAsync(x => x.Id));
        Assert.Equal((OccurrenceState.Cancelled, laid.Cooperating.Id, world.Development.Id), (now[laid.Lead.Id].State, now[laid.Lead.Id].MergedIntoId, now[laid.Lead.Id].OrgUnitId));
        Assert.Equal((OccurrenceState.InProgress, Role.Lead, world.Finance.Id), (now[laid.Cooperating.Id].State, now[laid.Cooperating.Id].Role, now[laid.Cooperating.Id].OrgUnitId));
        var history = (await app.Send(world.FinanceReporter, new TaskStory.Query(laid.Joint.Id))).Value.History;
        Assert.Contains(history, x => x.Step == Step.TakeOver && x.Before == world.Development.Id.ToString() && x.After == nameof(Role.Lead));
        Assert.Contains(history, x => x.Step == Step.Merge);

        // Undone by another transfer alone, and not into what is over.
        var back = (await app.Send(world.Coordinator, new PreviewTransfer.Query([world.Finance.Id], world.Development.Id, Day))).Value;
        Assert.Equal(TransferFate.Blocked, back.Rows.Single(x => x.TaskId == laid.Joint.Id).Fate);
        Assert.Equal(TransferFate.Moves, back.Rows.Single(x => x.TaskId == laid.Each.Id).Fate);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Reminders_of_the_old_unit_stop_and_the_new_one_is_told_by_a_ladder_of_its_own(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        app.Time.MoveTo(Day);
        await app.Send(Actor.System, new PlanReminders.Command(Day));
        var assignment = await app.InStore(db => db.Assignments.Where(x => x.PlanTaskId == laid.Joint.Id && x.OrgUnitId == world.Development.Id).Select(x => x.Id).SingleAsync());
        Assert.True((await app.Send(world.Coordinator, new TransferDuties.Command([world.Development.Id], world.Town.Id, "", Day, "望编发〔2026〕5号", false, [assignment]))).IsDone);

        for (var day = Day.AddDays(1); day <= Day.AddDays(8); day = day.AddDays(1))
        {
            app.Time.MoveTo(day);
            await app.Send(Actor.System, new PlanReminders.Command(day));
        }

        var told = await app.InStore(db => db.Reminders.AsNoTracking().Where(x => x.OccurrenceId == laid.Lead.Id && x.Day >= Day).ToListAsync());
        Assert.All(told.Where(x => x.PlannedAt > Clock.ToUtc(Day.AddDays(1), new TimeOnly(0, 1))), x => Assert.Equal(world.Town.Id, x.OrgUnitId));
        Assert.Equal(Day.AddDays(2), told.Single(x => x.Rung == "Overdue3" && x.OrgUnitId == world.Town.Id).Day);
        Assert.Contains(told, x => x.Rung == "Unsigned3" && x.OrgUnitId == world.Town.Id);
        Assert.Contains(told, x => x.Rung == "HeadOverdue7" && x.Day == Day.AddDays(6));
        Assert.DoesNotContain(told, x => x.Rung.StartsWith("Leader", StringComparison.Ordinal) && x.OrgUnitId == world.Town.Id);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Only_the_office_of_the_place_hands_duties_over_and_only_what_is_sound(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        app.Time.MoveTo(Day);
        var all = await app.InStore(db => db.Assignments.Where(x => x.OrgUnitId == world.Finance.Id).Select(x => x.Id).ToListAsync());
        foreach (var stranger in new[] { world.Leader, world.DevelopmentReporter, world.FinanceReporter, world.SystemAdministrator })
        {
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, Renamed(world, all))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new PreviewTransfer.Query([world.Development.Id], world.Finance.Id, Day))).Refusal?.Kind);
        }

        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.NeighbourCoordinator, Renamed(world, all))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.NeighbourCoordinator, new PreviewTransfer.Query([world.Development.Id], null, Day))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.FinanceReporter, new ListTransfers.Query())).Refusal?.Kind);
        Assert.Empty((await app.Send(world.NeighbourCoordinator, new ListTransfers.Query())).Value.Rows);

        TransferDuties.Command sound = new([world.Finance.Id], world.Town.Id, "", Day, "望编发〔2026〕6号", true, all);
        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Coordinator, sound with { Ground = " " })).Refusal?.Kind);
        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Coordinator, sound with { FromIds = [] })).Refusal?.Kind);
        Assert.Equal(RefusalKind.Invalid, (await app.Send(world.Coordinator, sound with { ToId = world.Finance.Id })).Refusal?.Kind);
        Assert.Equal(RefusalKind.TransferAhead, (await app.Send(world.Coordinator, sound with { On = Day.AddDays(1) })).Refusal?.Kind);
        Assert.Equal(RefusalKind.NothingToTransfer, (await app.Send(world.Coordinator, sound with { AssignmentIds = [laid.Joint.Id] })).Refusal?.Kind);
        Assert.Equal(RefusalKind.TransferLeavesTasks, (await app.Send(world.Coordinator, sound with { AssignmentIds = [all[0]] })).Refusal?.Kind);
        Assert.Equal(RefusalKind.NameOfOther, (await app.Send(world.Coordinator, sound with { ToId = null, NewName = "县发改局" })).Refusal?.Kind);
        Assert.Equal(0, await app.InStore(db => db.DutyTransfers.CountAsync()));
        Assert.Equal(0, await app.InStore(db => db.OccurrenceSteps.CountAsync()));

        var done = (await app.Send(world.Coordinator, sound)).Value;
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.NeighbourCoordinator, new ReadTransfer.Query(done))).Refusal?.Kind);
        var each = await app.InStore(db => db.Occurrences.AsNoTracking().Where(x => x.PlanTaskId == laid.Each.Id).ToDictionaryAsync(x => x.Id));
        Assert.Equal((OccurrenceState.Cancelled, laid.TownOwn.Id), (each[laid.FinanceOwn.Id].State, each[laid.FinanceOwn.Id].MergedIntoId));
        Assert.Equal(world.Town.Id, await app.InStore(db => db.Occurrences.Where(x => x.Id == laid.Cooperating.Id).Select(x => x.OrgUnitId).SingleAsync()));
    }

    private static TransferDuties.Command Renamed(World world, IReadOnlyList<Guid> parts) =>
        new([world.Development.Id], null, "望湖县发展改革和数据局", Day, "望编发〔2026〕5号", true, parts);

    private static TransferDuties.Command Merged(World world, IReadOnlyList<Guid> parts) =>
        new([world.Development.Id], world.Finance.Id, "", Day, "望编发〔2026〕5号", false, parts);
}
