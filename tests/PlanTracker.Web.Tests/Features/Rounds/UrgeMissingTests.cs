using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Rounds;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Rounds;

public sealed class UrgeMissingTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Asking_all_leaves_out_who_is_asked_by_letter_and_who_has_reported(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        await RoundGridTests.Report(app, laid, laid.Lead, "已梳理", app.Today);
        await app.InStore(db => db.OrgUnits.Where(x => x.Id == world.Town.Id).ExecuteUpdateAsync(x => x.SetProperty(u => u.Kind, OrgUnitKind.Judiciary)));

        var result = (await app.Send(world.Coordinator, new UrgeMissing.Command(laid.Round.Id, UrgeWay.Message))).Value;

        Assert.Equal(new UrgeMissing.Result(Units: 1, Tasks: 2, ByLetter: 1, AlreadyToday: 0), result);
        var urge = await app.InStore(db => db.Urges.AsNoTracking().SingleAsync());
        Assert.Equal((world.Finance.Id, UrgeKind.MissingReport, UrgeWay.Message, 2, "统筹员", app.Today), (urge.OrgUnitId, urge.Kind, urge.Way, urge.Count, urge.ByName, urge.On));
        var notice = await app.InStore(db => db.Notices.AsNoTracking().SingleAsync());
        Assert.Equal((world.FinanceReporter.AccountId, "MissingReport", "2026年6月\u001f2"), (notice.AccountId, notice.Kind, notice.Arguments));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Nobody_is_asked_twice_a_day_in_one_way_and_a_call_sends_no_message(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        await app.Send(world.Coordinator, new UrgeMissing.Command(laid.Round.Id, UrgeWay.Telephone, [world.Finance.Id]));

        var again = (await app.Send(world.Coordinator, new UrgeMissing.Command(laid.Round.Id, UrgeWay.Telephone, [world.Finance.Id]))).Value;

        Assert.Equal((0, 1), (again.Units, again.AlreadyToday));
        Assert.Equal(0, await app.InStore(db => db.Notices.CountAsync()));
        var grid = (await app.Send(world.Coordinator, new RoundGrid.Query(laid.Round.Id))).Value;
        Assert.Equal(1, grid.Units.Single(x => x.Id == world.Finance.Id).Urged);
        app.Time.MoveTo(new DateOnly(2026, 7, 1));
        Assert.Equal(0, (await app.Send(world.Coordinator, new RoundGrid.Query(laid.Round.Id))).Value.Units.Single(x => x.Id == world.Finance.Id).Urged);
        Assert.Equal(1, (await app.Send(world.Coordinator, new UrgeMissing.Command(laid.Round.Id, UrgeWay.Telephone, [world.Finance.Id]))).Value.Units);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_round_opened_by_hand_tells_the_units_that_have_tasks(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        OpenRound.Command july = new(laid.Plan.Id, "2026年7月", new DateOnly(2026, 7, 31), new DateOnly(2026, 7, 31), FiguresCumulative: true);

        var opened = await app.Send(world.Coordinator, july);

        Assert.Equal(4, (await app.Send(world.Coordinator, new RoundGrid.Query(opened.Value))).Value.Counts.NotReported);
        Assert.Equal(2, await app.InStore(db => db.Notices.CountAsync(x => x.Kind == "ReportWanted" && x.AccountId != world.FinanceReporter.AccountId)));
        Assert.Equal(RefusalKind.NameTaken, (await app.Send(world.Coordinator, july)).Refusal?.Kind);
        Assert.Equal(RefusalKind.Invalid, (await app.Send(world.Coordinator, july with { Name = "另一期" })).Refusal?.Kind);
        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Coordinator, july with { Name = " " })).Refusal?.Kind);
        Assert.Equal(RefusalKind.Invalid, (await app.Send(world.Coordinator, july with { Name = "旧", CutOffOn = new DateOnly(2026, 6, 1) })).Refusal?.Kind);
    }
}
