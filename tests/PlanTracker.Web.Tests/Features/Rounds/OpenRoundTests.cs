using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Features.Rounds;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Rounds;

public sealed class OpenRoundTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_next_round_ends_the_one_before_and_what_was_missing_stays_missing(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        app.Time.MoveTo(new DateOnly(2026, 7, 1), 9);
        await Report(app, world, laid, "迟报的进展");
        var told = Assert.Single((await app.Send(world.Coordinator, new ListRounds.Query())).Value.Plans);
        Assert.Equal((laid.Round.Id, 3), (Assert.Single(told.Open).Id, told.Open[0].Missing));

        var next = new OpenRound.Command(laid.Plan.Id, "2026年7月", new DateOnly(2026, 7, 31), null, true);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.NeighbourCoordinator, next)).Refusal?.Kind);
        Assert.Null(await app.InStore(db => db.ReportingRounds.Where(x => x.Id == laid.Round.Id).Select(x => x.ClosedAt).SingleAsync()));
        var opened = await app.Send(world.Coordinator, next);
        await Report(app, world, laid, "七月的进展");

        var june = (await app.Send(world.Coordinator, new RoundGrid.Query(laid.Round.Id))).Value;
        Assert.Equal((4, 1, 1, 3), (june.Counts.Asked, june.Counts.Reported, june.Counts.Late, june.Counts.NotReported));
        Assert.NotNull(june.Closing);
        var july = (await app.Send(world.Coordinator, new RoundGrid.Query(opened.Value))).Value;
        Assert.Equal((4, 1, 0, 3), (july.Counts.Asked, july.Counts.Reported, july.Counts.Late, july.Counts.NotReported));
    }

    private static async Task Report(TestApp app, World world, Laid laid, string words)
    {
        var entry = new ReportEntry(words) { Percent = 40 };
        Assert.Null((await app.Send(world.DevelopmentReporter, new FileReport.Command(laid.Lead.Id, entry))).Refusal);
    }
}
