using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Rounds;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Rounds;

public sealed class RoundGridTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Each_cell_says_how_the_unit_stands_and_the_counts_are_those_of_the_cells(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        await Report(app, laid, laid.Lead, "已梳理", new DateOnly(2026, 6, 10));
        await Report(app, laid, laid.Cooperating, "", new DateOnly(2026, 6, 11), nothingNew: true);
        await Report(app, laid, laid.FinanceOwn, "补报", new DateOnly(2026, 7, 2));

        var grid = (await app.Send(world.Coordinator, new RoundGrid.Query(laid.Round.Id))).Value;

        Assert.Equal((4, 3, 1, 0, 1), (grid.Counts.Asked, grid.Counts.Reported, grid.Counts.Late, grid.Counts.Returned, grid.Counts.NotReported));
        Assert.Equal(RoundCell.Reported, Cell(grid, world.Development, laid.Joint));
        Assert.Equal(RoundCell.NothingNew, Cell(grid, world.Finance, laid.Joint));
        Assert.Equal(RoundCell.Late, Cell(grid, world.Finance, laid.Each));
        Assert.Equal(RoundCell.NotReported, Cell(grid, world.Town, laid.Each));
        Assert.Equal(grid.Counts.Asked, grid.Units.Sum(x => x.Cells.Sum(task => task.Count(cell => cell.State.IsAsked))));

        var listed = Assert.Single((await app.Send(world.Coordinator, new ListRounds.Query())).Value.Rows);
        Assert.Equal((4, 3, 1, 0, 1), (listed.Counts.Asked, listed.Counts.Reported, listed.Counts.Late, listed.Counts.Returned, listed.Counts.NotReported));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_report_that_was_sent_back_is_missing_again_until_a_newer_one_comes(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        var report = await Report(app, laid, laid.Lead, "正在推进", new DateOnly(2026, 6, 10));

        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Coordinator, new ReturnReport.Command(report, " "))).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, new ReturnReport.Command(report, "请写明数量"))).IsDone);

        var missing = (await app.Send(world.Coordinator, new RoundGrid.Query(laid.Round.Id, MissingOnly: true))).Value;
        Assert.Equal(RoundCell.Returned, Cell(missing, world.Development, laid.Joint));
        Assert.Equal(1, missing.Counts.Returned);
        Assert.Equal(RefusalKind.ChangedMeanwhile, (await app.Send(world.Coordinator, new ReturnReport.Command(report, "再退"))).Refusal?.Kind);
        Assert.Equal(2, await app.InStore(db => db.Notices.CountAsync(x => x.Kind == "ReportReturned")));

        await Report(app, laid, laid.Lead, "已公布 12 项", new DateOnly(2026, 6, 12));
        var page = (await app.Send(world.Coordinator, new ReadRoundReport.Query(laid.Round.Id, laid.Lead.Id))).Value;
        Assert.Equal((RoundCell.Reported, true), (page.Cell, page.CanReturn));
        Assert.Equal(["已公布 12 项", "正在推进"], page.Reports.Select(x => x.Words));
        Assert.Equal(("统筹员", app.Clock.UtcNow, "请写明数量"), (page.Reports[1].ReturnedByName, page.Reports[1].ReturnedAt!.Value, page.Reports[1].ReturnedBecause));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_closed_round_stays_as_it_stood(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        var report = await Report(app, laid, laid.Lead, "正在推进", app.Today);
        Assert.True((await app.Send(world.Coordinator, new CloseRound.Command(laid.Round.Id))).IsDone);

        app.Time.Advance(TimeSpan.FromDays(40));
        await app.InStore(db => db.Occurrences.Where(x => x.Id == laid.TownOwn.Id)
            .ExecuteUpdateAsync(x => x.SetProperty(o => o.State, OccurrenceState.Closed).SetProperty(o => o.FinishedOn, app.Today)));

        var grid = (await app.Send(world.Coordinator, new RoundGrid.Query(laid.Round.Id))).Value;
        Assert.Equal((4, 1, 3), (grid.Counts.Asked, grid.Counts.Reported, grid.Counts.NotReported));
        Assert.Equal(RefusalKind.RoundClosed, (await app.Send(world.Coordinator, new ReturnReport.Command(report, "晚了"))).Refusal?.Kind);
        Assert.Equal(RefusalKind.RoundClosed, (await app.Send(world.Coordinator, new CloseRound.Command(laid.Round.Id))).Refusal?.Kind);
        Assert.Equal(RefusalKind.RoundClosed, (await app.Send(world.Coordinator, new UrgeMissing.Command(laid.Round.Id, UrgeWay.Message))).Refusal?.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Nobody_but_the_office_of_the_county_sees_or_moves_a_round(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        var report = await Report(app, laid, laid.Lead, "正在推进", app.Today);
        foreach (var stranger in new[] { world.NeighbourCoordinator, world.Leader, world.FinanceReporter, world.DevelopmentHead })
        {
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new RoundGrid.Query(laid.Round.Id))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new ReadRoundReport.Query(laid.Round.Id, laid.Lead.Id))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new ReturnReport.Command(report, "不行"))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new CloseRound.Command(laid.Round.Id))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new UrgeMissing.Command(laid.Round.Id, UrgeWay.Message))).Refusal?.Kind);
            Assert.Equal(
                RefusalKind.NotFound,
                (await app.Send(stranger, new OpenRound.Command(laid.Plan.Id, "7月", new DateOnly(2026, 7, 31), null, true))).Refusal?.Kind);
        }

        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.Leader, new ListRounds.Query())).Refusal?.Kind);
        Assert.Empty((await app.Send(world.NeighbourCoordinator, new ListRounds.Query())).Value.Rows);
    }

    internal static Task<Guid> Report(TestApp app, Laid laid, Occurrence occurrence, string words, DateOnly on, bool nothingNew = false) => app.InStore(async db =>
    {
        ProgressReport report = new()
        {
            Id = app.Clock.NewId(), JurisdictionId = laid.Plan.JurisdictionId, OccurrenceId = occurrence.Id, RoundId = laid.Round.Id, Words = words,
            NothingNew = nothingNew, Percent = 40, ByName = "经办", At = Clock.ToUtc(on, new TimeOnly(10, 0)), On = on,
        };
        db.ProgressReports.Add(report);
        await db.SaveChangesAsync();
        return report.Id;
    });

    private static RoundCell Cell(RoundGrid.Result grid, OrgUnit unit, PlanTask task) =>
        Assert.Single(grid.Units.Single(x => x.Id == unit.Id).Cells[task.Id]).State;
}
