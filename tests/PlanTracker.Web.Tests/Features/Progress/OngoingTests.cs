using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Dashboard.Overview;
using PlanTracker.Web.Features.Progress;
using PlanTracker.Web.Features.Tasks.Queue;
using PlanTracker.Web.Features.Tasks.Story;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Tests.Features.Reminders;
using PlanTracker.Web.Tests.Hosting;
using PlanTracker.Web.Wording;

namespace PlanTracker.Web.Tests.Features.Progress;

/// <summary>Ongoing tasks: confirmed once in a round by a report, asked for like a report, late for nothing.</summary>
public sealed class OngoingTests
{
    private static readonly DateOnly Opened = new(2026, 4, 1);

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task One_click_confirms_several_and_words_may_be_added(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await Laid(app);
        var (one, other) = (await county.Task(county.World.Development, Opened, due: null), await county.Task(county.World.Development, Opened, due: null));
        await Round(app, county, new DateOnly(2026, 4, 30));

        var results = await app.Send(county.World.DevelopmentReporter, new SubmitReports.Command(
            [new(one, new ReportEntry("")), new(other, new ReportEntry("新增两处便民窗口。"))]));
        var wrong = await app.Send(county.World.FinanceReporter, new SubmitReports.Command([new(one, new ReportEntry(""))]));

        Assert.All(results, x => Assert.Null(x.Refusal));
        Assert.Equal(RefusalKind.NotFound, Assert.Single(wrong).Refusal?.Kind);
        var reports = await app.InStore(db => db.ProgressReports.AsNoTracking().OrderBy(x => x.Words).ToListAsync());
        Assert.All(reports, x => Assert.True(x is { StillDone: true, NothingNew: false, Percent: 0 }));
        Assert.Equal(2, await app.InStore(db => db.OccurrenceSteps.CountAsync(x => x.Step == Step.ConfirmOngoing)));
        Assert.Empty((await app.Send(county.World.Coordinator, new UnconfirmedOngoing.Query())).Value);
        var rows = Assert.Single(await app.Send(county.World.DevelopmentReporter, new OpenReport.Query())).Rows;
        Assert.All(rows, x => Assert.True(x.Now!.StillDone));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_office_sees_who_has_not_confirmed_and_calls_for_it_as_for_a_report(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await Laid(app);
        var (silent, told) = (await county.Task(county.World.Development, Opened, due: null), await county.Task(county.World.Finance, Opened, due: null));
        var round = await Round(app, county, new DateOnly(2026, 4, 30));
        await app.Send(county.World.FinanceReporter, new SubmitReports.Command([new(told, new ReportEntry("照常开展。"))]));

        var row = Assert.Single((await app.Send(county.World.Coordinator, new UnconfirmedOngoing.Query())).Value);
        Assert.Equal((county.World.Development.Id, round), (row.UnitId, row.RoundId));
        Assert.Equal((1, 1), (await app.Send(county.World.Coordinator, new CountQueue.Query())).Value is var counts ? (counts[QueueTab.Ongoing], counts[QueueTab.Missing]) : default);
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(county.World.DevelopmentReporter, new UnconfirmedOngoing.Query())).Refusal?.Kind);

        // The last day of April is a Thursday, and the first working day after it the 6th of May.
        await county.RunDay(new DateOnly(2026, 4, 30));
        await county.RunDay(new DateOnly(2026, 5, 6));
        var called = (await county.Reminders()).Where(x => x.OccurrenceId == silent).Select(x => x.Rung).ToList();
        Assert.Equal(["MissingReport", "MissingReport1"], called.Where(x => x != "Published"));
        Assert.DoesNotContain(await county.Reminders(), x => x.OccurrenceId == told && x.Rung != "Published");
        Assert.Equal(0, (await app.Send(county.World.Coordinator, new CountQueue.Query())).Value[QueueTab.Late]);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_was_not_confirmed_stays_grey_and_stands_with_the_owners_health(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await Laid(app);
        var id = await county.Task(county.World.Development, Opened, due: null);
        await Round(app, county, new DateOnly(2026, 4, 30));
        app.Time.MoveTo(new DateOnly(2026, 5, 4), 9);

        var task = await TaskOf(app, id);
        var light = (await app.Send(county.World.Coordinator, new TaskStory.Query(task))).Value.Parts.Single().Light;
        Assert.Equal((LightColour.Grey, LightReasonKind.OngoingUnconfirmed), (light.Colour, light.Reason.Kind));
        var steps = (await app.Send(county.World.Coordinator, new ShowSteps.Query())).Value;
        Assert.Equal((county.World.Development.Id, 1), steps.Unconfirmed.Select(x => (x.Key, x.Value)).Single());

        // Said late it is said all the same.
        await app.Send(county.World.DevelopmentReporter, new SubmitReports.Command([new(id, new ReportEntry(""))]));
        Assert.Empty((await app.Send(county.World.Coordinator, new ShowSteps.Query())).Value.Unconfirmed);
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(county.World.DevelopmentReporter, new ShowSteps.Query())).Refusal?.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Round_by_round_and_on_a_past_day_it_is_told_who_had_confirmed(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await Laid(app);
        var id = await county.Task(county.World.Development, Opened, due: null);
        await Round(app, county, new DateOnly(2026, 4, 30));
        app.Time.MoveTo(new DateOnly(2026, 4, 20), 9);
        await app.Send(county.World.DevelopmentReporter, new SubmitReports.Command([new(id, new ReportEntry("每周巡查一次。"))]));
        app.Time.MoveTo(new DateOnly(2026, 5, 10), 9);
        await app.InStore(db => db.ReportingRounds.ExecuteUpdateAsync(x => x.SetProperty(round => round.ClosedAt, Clock.ToUtc(new DateOnly(2026, 5, 7), new TimeOnly(9, 0)))));
        await Round(app, county, new DateOnly(2026, 5, 31), "五月");

        var task = await TaskOf(app, id);
        var now = (await app.Send(county.World.Coordinator, new ReadConfirmations.Query(task))).Value;
        Assert.Equal([ConfirmationState.Awaited, ConfirmationState.Confirmed], now.Select(x => x.Lines.Single().State));
        Assert.Equal(("每周巡查一次。", new DateOnly(2026, 4, 20)), (now[1].Lines[0].Words, now[1].Lines[0].On!.Value));
        var before = (await app.Send(county.World.Coordinator, new ReadConfirmations.Query(task, new DateOnly(2026, 4, 19)))).Value;
        Assert.Equal(ConfirmationState.Awaited, Assert.Single(before).Lines.Single().State);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(county.World.FinanceReporter, new ReadConfirmations.Query(task))).Refusal?.Kind);
    }

    [Fact]
    public async Task The_form_confirms_by_one_word()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        var county = await Laid(app);
        var id = await county.Task(county.World.Development, Opened, due: null);
        await Round(app, county, new DateOnly(2026, 4, 30));
        var sheet = ReportForm.Write(await app.Send(county.World.DevelopmentReporter, new OpenReport.Query()), app.Services.GetRequiredService<Labels>());
        Assert.Equal(0, (await app.Send(county.World.DevelopmentReporter, new ImportForm.Command(sheet))).Value.Taken);

        var outcome = await app.Send(county.World.DevelopmentReporter, new ImportForm.Command(Encoding.UTF8.GetBytes($"""
            识别码,本次进展,"无新进展(或仍在坚持，填“是”)"
            {id},,是
            """)));

        Assert.Equal(1, outcome.Value.Taken);
        Assert.True((await app.InStore(db => db.ProgressReports.AsNoTracking().SingleAsync())).StillDone);
    }

    private static async Task<ReminderWorld> Laid(TestApp app)
    {
        app.Time.MoveTo(new DateOnly(2026, 4, 15), 9);
        return await ReminderWorld.Found(app, Opened);
    }

    private static async Task<Guid> Round(TestApp app, ReminderWorld county, DateOnly cutOff, string name = "四月")
    {
        var id = app.Clock.NewId();
        await app.InStore(db =>
        {
            db.ReportingRounds.Add(new ReportingRound
            {
                Id = id, JurisdictionId = county.World.County.Id, PlanId = county.PlanId, Name = name, OpensOn = new DateOnly(cutOff.Year, cutOff.Month, 1), CutOffOn = cutOff,
                FiguresUpTo = cutOff,
            });
            return db.SaveChangesAsync();
        });
        return id;
    }

    private static Task<Guid> TaskOf(TestApp app, Guid run) => app.InStore(db => db.Occurrences.Where(x => x.Id == run).Select(x => x.PlanTaskId).SingleAsync());
}
