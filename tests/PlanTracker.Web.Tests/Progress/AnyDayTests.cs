using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Measures;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reminders;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Reminders;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;
using PlanTracker.Web.Tests.Measures;

namespace PlanTracker.Web.Tests.Progress;

/// <summary>Random histories. What the application counted, showed and planned day by day, out of the columns as they then were, must be what the history alone gives
/// afterwards for each of those days.</summary>
public sealed class AnyDayTests
{
    private const int Days = 50;

    private readonly Dictionary<DateOnly, (Tally Tally, Dictionary<LightColour, int> Lights)> evenings = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<Database, int> Lives => [.. Enum.GetValues<Database>().SelectMany(_ => new[] { 1, 2, 3, 4 }, (database, seed) => (database, seed))];

    [Theory, MemberData(nameof(Lives))]
    public async Task Numbers_lights_and_reminders_of_any_day_follow_from_the_history_alone(Database database, int seed)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Begin(app, world, seed % 2 == 0 ? LightFamily.ByPace : LightFamily.ByDaysLeft);
        var first = app.Today;
        Random random = new(seed);
        for (var i = 0; i < Days; i++)
        {
            await app.Send(Actor.System, new PlanReminders.Command(app.Today));
            if (i > 0)
                await LiveThrough(app, world, laid, random);
            evenings[app.Today] = await Shown(app);
            app.Time.Advance(TimeSpan.FromDays(1));
        }

        foreach (var (day, shown) in evenings)
        {
            var stood = await StoodOn(app, day);
            Assert.Equal(shown.Tally, Tally.Of(stood.Select(Histories.FactsOf), day, MeasureDay.SilentDays));
            Assert.Equal(shown.Lights, await LightsOf(app, stood, day));
        }

        var ledger = await app.InStore(db => db.Reminders.AsNoTracking().Select(x => new { x.OccurrenceId, x.Rung, x.Day, x.PlannedAt }).ToListAsync(Token));
        HashSet<(Guid, string, DateOnly)> planned = [];
        foreach (var day in evenings.Keys.Order())
        {
            var reached = (await ReachedOn(app, day, first)).Where(planned.Add).Order();
            Assert.Equal(reached, ledger.Where(x => Clock.DayOf(x.PlannedAt) == day).Select(x => (x.OccurrenceId, x.Rung, x.Day)).Order());
        }

        Assert.True(ledger.Count > Days / 4, $"only {ledger.Count} reminders");
        Assert.True(evenings.Values.Select(x => x.Tally).Distinct().Count() > Days / 5);
    }

    private static async Task<Laid> Begin(TestApp app, World world, LightFamily family)
    {
        var laid = await Laid.Down(app, world);
        await app.InStore(async db =>
        {
            (await db.Plans.SingleAsync(x => x.Id == laid.Plan.Id, Token)).LightFamily = family;
            db.Milestones.Add(new Milestone { Id = app.Clock.NewId(), PlanTaskId = laid.Each.Id, DueOn = app.Today.AddDays(Days / 2), Words = "过半" });
            db.ReportingRounds.Add(new ReportingRound
            {
                Id = app.Clock.NewId(), JurisdictionId = world.County.Id, PlanId = laid.Plan.Id, Name = "2026年7月", OpensOn = new DateOnly(2026, 7, 1),
                CutOffOn = new DateOnly(2026, 7, 25), FiguresUpTo = new DateOnly(2026, 7, 25),
            });
            return await db.SaveChangesAsync(Token);
        });
        foreach (var run in new[] { laid.Lead, laid.Cooperating, laid.FinanceOwn, laid.TownOwn })
            await RandomSteps.Take(app, Actor.System, run.Id, Step.Publish, new StepEntry());
        return laid;
    }

    private static async Task LiveThrough(TestApp app, World world, Laid laid, Random random)
    {
        Guid[] ids = [laid.Lead.Id, laid.Cooperating.Id, laid.FinanceOwn.Id, laid.TownOwn.Id];
        for (var i = random.Next(4); i > 0; i--)
            await RandomSteps.TakeAny(app, world, ids[random.Next(ids.Length)], random);
        if (random.Next(3) == 0)
            await app.Send(world.FinanceReporter, new FileReport.Command(ids[random.Next(ids.Length)], new ReportEntry("有进展") { Percent = random.Next(101) }));
    }

    /// <summary>What the pages count today.</summary>
    private static async Task<(Tally, Dictionary<LightColour, int>)> Shown(TestApp app)
    {
        MeasureDay day = new(app.Today, WorkingCalendar.National);
        var rows = await app.InStore(db => day.Alike(db.Occurrences).ToListAsync(Token));
        var lights = await app.Acting<LightScan, IReadOnlyDictionary<Guid, LightCounts>>(Actor.System, (scan, db) => scan.Count(db.Occurrences, Token));
        var sum = LightCounts.Sum(lights.Values);
        return (rows.Aggregate(default(Tally), (all, row) => all + row.Tally), LightCounts.Colours.Where(x => sum[x] > 0).ToDictionary(x => x, x => sum[x]));
    }

    private static Task<List<Occurrence>> StoodOn(TestApp app, DateOnly day) =>
        app.Acting<PastStandings, List<Occurrence>>(Actor.System, (past, db) => past.SetBack(db.Occurrences, day, Token));

    private static async Task<Dictionary<LightColour, int>> LightsOf(TestApp app, IReadOnlyList<Occurrence> stood, DateOnly day)
    {
        var kinds = await app.InStore(db => db.OrgUnits.ToDictionaryAsync(x => x.Id, x => x.Kind, Token));
        var book = await app.Acting<OccurrenceLights, LightBook>(Actor.System, (lights, _) => lights.Of(stood.Select(x => x.PlanId), day, Token));
        return stood.GroupBy(x => book.LightOf(LightColumns.Of(x, kinds[x.OrgUnitId])).Colour).ToDictionary(x => x.Key, x => x.Count());
    }

    /// <summary>The rungs that the ladder reaches on a morning, for how all stood the evening before.</summary>
    private static async Task<IEnumerable<(Guid, string, DateOnly)>> ReachedOn(TestApp app, DateOnly day, DateOnly first)
    {
        var before = day.AddDays(-1);
        var stood = await StoodOn(app, day == first ? first : before);
        var reports = await app.InStore(db => db.ProgressReports.AsNoTracking().ToListAsync(Token));
        var rounds = await app.InStore(db => db.ReportingRounds.AsNoTracking().ToListAsync(Token));
        var milestones = (await app.InStore(db => db.Milestones.AsNoTracking().ToListAsync(Token))).ToLookup(x => x.PlanTaskId, x => x.DueOn);
        var moved = (await app.InStore(db => db.OccurrenceSteps.AsNoTracking().Where(x => x.Step == Step.Reassign || x.Step == Step.Transfer).ToListAsync(Token)))
            .Where(x => Clock.DayOf(x.At) <= before).ToLookup(x => x.OccurrenceId, x => x.On);
        return stood.SelectMany(run =>
        {
            ReminderFacts facts = new()
            {
                State = run.State, HandedOverOn = moved[run.Id].DefaultIfEmpty(run.OpenedOn).Max(), DueOn = run.Ongoing ? null : run.DueOn,
                IsConfirmed = run.DeadlineConfirmed, RequestWaitingSince = run.RequestedOn, HeldByOtherUntil = run.HeldByOtherUntil,
                OpenMilestones = Milestones.AreAskedOf(run.Role)
                    ? Milestones.Open(milestones[run.PlanTaskId], MilestoneMarks.Parse(run.Reached)) : [],
                MissingReports = [.. rounds.Where(round => !reports.Exists(x => x.OccurrenceId == run.Id && x.RoundId == round.Id && Clock.DayOf(x.At) <= before))
                    .Select(x => x.CutOffOn)],
            };

            // What was handed over after the run of its day is told on the next working day.
            return ReminderPlanner.Upcoming(facts, WorkingCalendar.National.AddWorkdays(day, -1), day, Ladder.Default, WorkingCalendar.National)
                .Where(x => x.GoesOutOn == day || x.Rung.Kind == RungKind.Published).Select(x => (run.Id, x.Rung.Name, x.NominalDay));
        });
    }
}
