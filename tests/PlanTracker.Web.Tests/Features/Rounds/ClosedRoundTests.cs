using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Documents.Writing;
using PlanTracker.Domain;
using PlanTracker.Domain.Measures;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Progress;
using PlanTracker.Web.Features.Rounds;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;
using PlanTracker.Web.Tests.Measures;

namespace PlanTracker.Web.Tests.Features.Rounds;

public sealed class ClosedRoundTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Whatever_changes_later_a_closed_round_and_its_sheets_stay_the_same_byte_by_byte(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (world, laid) = await Closed(app);
        var (page, sheets) = (await Page(app, world, laid), await Sheets(app, world, laid));

        app.Time.Advance(TimeSpan.FromDays(45));
        await app.Send(world.Coordinator, new OpenRound.Command(laid.Plan.Id, "2026年8月", app.Today.AddDays(10), null, false));
        await app.InStore(async db =>
        {
            await db.Plans.ExecuteUpdateAsync(x => x.SetProperty(p => p.Title, "改名的计划"));
            await db.OrgUnits.ExecuteUpdateAsync(x => x.SetProperty(u => u.Name, u => u.Name + "（更名）").SetProperty(u => u.Position, u => 99 - u.Position));
            await db.PlanTasks.ExecuteUpdateAsync(x => x.SetProperty(t => t.Title, "改写的任务").SetProperty(t => t.Position, t => 9 - t.Position).SetProperty(t => t.Number, "九"));
            await db.ProgressReports.ExecuteUpdateAsync(x => x.SetProperty(r => r.Words, "改写的进展").SetProperty(r => r.Percent, 99));
            await db.Occurrences.ExecuteUpdateAsync(x => x.SetProperty(o => o.State, OccurrenceState.Closed).SetProperty(o => o.FinishedOn, app.Today)
                .SetProperty(o => o.DueOn, app.Today.AddDays(90)).SetProperty(o => o.OrgUnitId, world.Justice.Id));
            return await db.SaveChangesAsync();
        });

        Assert.Equal(page, await Page(app, world, laid));
        Assert.Equal(sheets, await Sheets(app, world, laid));
        var listed = (await app.Send(world.Coordinator, new ListRounds.Query())).Value.Rows.Single(x => x.Round.Id == laid.Round.Id);
        Assert.Equal(("望湖县2026年法治建设工作要点", new RoundCounts(4, 2, 0, 1, 1)), (listed.Round.PlanTitle, listed.Counts));
        var cell = (await app.Send(world.Coordinator, new ReadRoundReport.Query(laid.Round.Id, laid.Lead.Id))).Value;
        Assert.Equal(("梳理公布事项清单", "望湖县发展和改革局", "已梳理 12 项"), (cell.Title, cell.Unit, cell.Reports[0].Words));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_snapshots_numbers_are_those_that_the_history_gives_for_that_day(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (world, laid) = await Closed(app);
        var snapshot = await app.InStore(db => db.RoundSnapshots.AsNoTracking().SingleAsync());

        app.Time.Advance(TimeSpan.FromDays(20));
        await app.Acting<StepRecorder, Outcome<OccurrenceStep>>(world.DevelopmentReporter, async (recorder, db) => await recorder.Take(
            await db.Occurrences.SingleAsync(x => x.Id == laid.Lead.Id), Step.RequestCompletion, new StepEntry("已完成")));

        var stood = await app.Acting<PastStandings, List<Occurrence>>(world.Coordinator, (past, db) =>
            past.SetBack(db.Occurrences.Where(x => x.PlanId == laid.Plan.Id), snapshot.Day, default));
        var facts = stood.Select(x => (x.OrgUnitId, Facts: Histories.FactsOf(x))).ToList();
        Assert.Equal(SidedTally.Of(facts.Select(x => x.Facts), snapshot.Day, MeasureDay.SilentDays), snapshot.Content.Tally);
        Assert.All(snapshot.Content.Units, unit =>
            Assert.Equal(SidedTally.Of(facts.Where(x => x.OrgUnitId == unit.Id).Select(x => x.Facts), snapshot.Day, MeasureDay.SilentDays), unit.Tally));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_snapshots_lights_are_those_that_the_pages_showed_on_that_day(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        DateOnly step = new(2026, 6, 8);
        await app.InStore(async db =>
        {
            await db.Plans.ExecuteUpdateAsync(x => x.SetProperty(p => p.LightFamily, LightFamily.ByPace));
            await db.Occurrences.ExecuteUpdateAsync(x => x.SetProperty(o => o.Percent, 60).SetProperty(o => o.LastReportedOn, step));
            await db.Occurrences.Where(x => x.Id == laid.FinanceOwn.Id)
                .ExecuteUpdateAsync(x => x.SetProperty(o => o.Reached, MilestoneMarks.Of([new ReachedMilestone(step, step)]).Text));
            db.Milestones.AddRange(new[] { laid.Joint, laid.Each }.Select(x => new Milestone { Id = app.Clock.NewId(), PlanTaskId = x.Id, DueOn = step, Words = "过半" }));
            return await db.SaveChangesAsync();
        });

        Assert.True((await app.Send(world.Coordinator, new CloseRound.Command(laid.Round.Id))).IsDone);

        var book = await app.Acting<OccurrenceLights, LightBook>(Actor.System, (lights, _) => lights.Of([laid.Plan.Id]));
        var shown = await app.InStore(db => db.Occurrences.Select(x => new { x.Id, x.OrgUnit.Kind, Run = x }).ToListAsync());
        var kept = await app.InStore(db => db.SnapshotCells.ToDictionaryAsync(x => x.OccurrenceId, x => x.LightOfThatDay));
        Assert.All(shown, x => Assert.Equal(book.LightOf(LightColumns.Of(x.Run, x.Kind)), kept[x.Id]));
        Assert.Equal(LightReasonKind.MilestoneMissed, kept[laid.TownOwn.Id].Reason.Kind);
        Assert.NotEqual(LightReasonKind.MilestoneMissed, kept[laid.FinanceOwn.Id].Reason.Kind);
        Assert.NotEqual(LightReasonKind.MilestoneMissed, kept[laid.Cooperating.Id].Reason.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_report_that_comes_after_closing_stands_beside_the_snapshot_as_late(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (world, laid) = await Closed(app);
        var page = await Page(app, world, laid);
        app.Time.Advance(TimeSpan.FromDays(1));

        var missed = Assert.Single(await app.Send(world.FinanceReporter, new ListMissed.Query()));
        Assert.Equal([laid.FinanceOwn.Id], missed.Rows.Select(x => x.OccurrenceId));
        SubmitReports.Command late = new([new SubmitReports.Item(laid.FinanceOwn.Id, new ReportEntry("培训 3 场") { ClosedRoundId = laid.Round.Id })]);
        Assert.NotNull(Assert.Single(await app.Send(world.DevelopmentReporter, late)).Refusal);
        Assert.Null(Assert.Single(await app.Send(world.FinanceReporter, late)).Refusal);

        Assert.Equal(page, await Page(app, world, laid));
        var after = (await app.Send(world.Coordinator, new ReadAfterClosing.Query(laid.Round.Id))).Value;
        Assert.Equal(("培训 3 场", laid.FinanceOwn.Id), (Assert.Single(after.Reports).Words, after.Reports[0].OccurrenceId));
        var cell = (await app.Send(world.Coordinator, new ReadRoundReport.Query(laid.Round.Id, laid.FinanceOwn.Id))).Value;
        Assert.Equal((RoundCell.NotReported, 0, "培训 3 场"), (cell.Cell, cell.Reports.Count, Assert.Single(cell.After).Words));
        Assert.Empty(await app.Send(world.FinanceReporter, new ListMissed.Query()));
        Assert.Equal(RefusalKind.Invalid, Assert.Single(await app.Send(world.FinanceReporter, late)).Refusal?.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task While_no_round_is_open_a_report_makes_up_for_the_last_one_that_missed_it(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (world, laid) = await Closed(app);
        var entry = new SubmitReports.Command([
            new SubmitReports.Item(laid.FinanceOwn.Id, new ReportEntry("补充说明")), new SubmitReports.Item(laid.Cooperating.Id, new ReportEntry("又有进展"))]);
        Assert.All(await app.Send(world.FinanceReporter, entry), x => Assert.Null(x.Refusal));

        Assert.Equal(["补充说明"], await app.InStore(db => db.ReportsAfterClosing(laid.Round.Id).Select(x => x.Words).ToListAsync()));
        Assert.Null(await app.InStore(db => db.ProgressReports.Where(x => x.Words == "又有进展").Select(x => x.RoundId).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_database_itself_refuses_to_change_or_reopen_a_closed_round(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (world, laid) = await Closed(app);
        Assert.True((await app.Send(world.Coordinator, new AddNote.Command(laid.Round.Id, "更正：县发改局应为 13 项。"))).IsDone);

        await Refuses(db => db.ReportingRounds.ExecuteUpdateAsync(x => x.SetProperty(r => r.ClosedAt, (DateTime?)null)));
        await Refuses(db => db.ReportingRounds.ExecuteUpdateAsync(x => x.SetProperty(r => r.Name, "另一期")));
        await Refuses(db => db.RoundSnapshots.ExecuteUpdateAsync(x => x.SetProperty(s => s.ByName, "他人")));
        await Refuses(db => db.SnapshotCells.ExecuteUpdateAsync(x => x.SetProperty(c => c.Words, "另一句")));
        await Refuses(db => db.SnapshotCells.ExecuteDeleteAsync());
        await Refuses(db => db.RoundNotes.ExecuteDeleteAsync());

        async Task Refuses(Func<Web.Data.PlanTrackerDbContext, Task<int>> change) => await Assert.ThrowsAnyAsync<Exception>(() => app.InStore(change));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_correction_is_a_dated_note_of_the_coordinator_on_a_closed_round(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        Assert.Equal(RefusalKind.RoundOpen, (await app.Send(world.Coordinator, new AddNote.Command(laid.Round.Id, "更正"))).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, new CloseRound.Command(laid.Round.Id))).IsDone);

        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Coordinator, new AddNote.Command(laid.Round.Id, " "))).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, new AddNote.Command(laid.Round.Id, "县财政局已报，系统外送达。"))).IsDone);
        var note = Assert.Single((await app.Send(world.Coordinator, new ReadAfterClosing.Query(laid.Round.Id))).Value.Notes);
        Assert.Equal(("县财政局已报，系统外送达。", "统筹员", app.Clock.UtcNow), (note.Words, note.ByName, note.At));
        foreach (var stranger in new[] { world.NeighbourCoordinator, world.Leader, world.FinanceReporter })
        {
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new AddNote.Command(laid.Round.Id, "不行"))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new ReadAfterClosing.Query(laid.Round.Id))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new ReadCells.Query(laid.Round.Id))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new RoundGrid.Query(laid.Round.Id))).Refusal?.Kind);
        }
    }

    /// <summary>Closed today with one report, one without news, one that was returned and one missing.</summary>
    private static async Task<(World World, Laid Laid)> Closed(TestApp app)
    {
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        await RoundGridTests.Report(app, laid, laid.Lead, "已梳理 12 项", app.Today);
        await RoundGridTests.Report(app, laid, laid.Cooperating, "", app.Today, nothingNew: true);
        var sentBack = await RoundGridTests.Report(app, laid, laid.TownOwn, "已培训", app.Today);
        Assert.True((await app.Send(world.Coordinator, new ReturnReport.Command(sentBack, "请写明场次"))).IsDone);
        app.Time.Advance(TimeSpan.FromHours(4));
        Assert.True((await app.Send(world.Coordinator, new CloseRound.Command(laid.Round.Id))).IsDone);
        return (world, laid);
    }

    private static async Task<string> Page(TestApp app, World world, Laid laid)
    {
        var grid = (await app.Send(world.Coordinator, new RoundGrid.Query(laid.Round.Id))).Value;
        var cells = (await app.Send(world.Coordinator, new ReadCells.Query(laid.Round.Id))).Value;
        return JsonSerializer.Serialize(grid) + JsonSerializer.Serialize(cells) + JsonSerializer.Serialize(grid.Units.SelectMany(x => x.Cells.SelectMany(c => c)));
    }

    private static async Task<byte[]> Sheets(TestApp app, World world, Laid laid) => SheetWriter.Write(app.Services.GetRequiredService<GridSheet>().Of(
        (await app.Send(world.Coordinator, new RoundGrid.Query(laid.Round.Id))).Value, (await app.Send(world.Coordinator, new ReadCells.Query(laid.Round.Id))).Value));
}
