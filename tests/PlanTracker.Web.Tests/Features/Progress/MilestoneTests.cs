using System.Text;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Dashboard.Overview;
using PlanTracker.Web.Features.Progress;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Features.Tasks.Story;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Tests.Features.Reminders;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Progress;

/// <summary>Several dated steps: the unit says when each is reached, the office sees it beside what was planned.</summary>
public sealed class MilestoneTests
{
    private static readonly DateOnly Opened = new(2026, 1, 5);
    private static readonly DateOnly First = new(2026, 3, 31);
    private static readonly DateOnly Second = new(2026, 6, 30);

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_milestone_is_reached_with_a_report_and_on_a_past_day_it_was_not_yet(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (county, run, task) = await Laid(app);
        await app.Send(county.World.DevelopmentReporter, new SaveDraft.Command(run, "", null, "", [new(First, new DateOnly(2026, 4, 2))]));

        var wrong = await Report(app, county.World.FinanceReporter, run, new(First, new DateOnly(2026, 4, 2)));
        var right = await Report(app, county.World.DevelopmentReporter, run, new(First, new DateOnly(2026, 4, 2)));

        Assert.Equal((RefusalKind.NotFound, null), (wrong?.Kind, right?.Kind));
        var part = (await app.Send(county.World.Coordinator, new TaskStory.Query(task))).Value.Parts.Single();
        Assert.Equal(new DateOnly(2026, 4, 2), part.Reached.On(First));
        Assert.Equal([Step.Report, Step.ReachMilestone], await app.InStore(db => db.OccurrenceSteps.OrderByDescending(x => x.Place).Select(x => x.Step).ToListAsync()));
        var before = (await app.Send(county.World.Coordinator, new TaskStory.Query(task, AsOf: app.Today.AddDays(-1)))).Value.Parts;
        Assert.All(before, x => Assert.Null(x.Reached.On(First)));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Only_what_the_task_has_and_what_has_come_to_pass_is_reached(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (county, run, _) = await Laid(app);
        var by = county.World.DevelopmentReporter;

        Assert.Equal(RefusalKind.Invalid, (await Report(app, by, run, new(new DateOnly(2026, 5, 1), app.Today)))?.Kind);
        Assert.Equal(RefusalKind.Invalid, (await Report(app, by, run, new(First, app.Today.AddDays(1))))?.Kind);
        Assert.Equal(RefusalKind.Invalid, (await Report(app, by, run, new(First, Opened.AddDays(-1))))?.Kind);
        await county.Change(run, x => x.Role = Role.Cooperating);
        Assert.Equal(RefusalKind.Invalid, (await Report(app, by, run, new(First, app.Today)))?.Kind);

        Assert.Empty(await app.InStore(db => db.OccurrenceSteps.ToListAsync()));
        Assert.Empty(await app.InStore(db => db.ProgressReports.ToListAsync()));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_was_said_to_be_reached_is_taken_back_with_a_reason_and_the_unit_hears_of_it(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (county, run, task) = await Laid(app);
        await Report(app, county.World.DevelopmentReporter, run, new(First, First));

        Assert.Equal(RefusalKind.NotFound, (await app.Send(county.World.FinanceReporter, new TakeBackMilestone.Command(run, First, "没有完成"))).Refusal?.Kind);
        Assert.Equal(RefusalKind.Missing, (await app.Send(county.World.Coordinator, new TakeBackMilestone.Command(run, First, " "))).Refusal?.Kind);
        Assert.Equal(RefusalKind.Invalid, (await app.Send(county.World.Coordinator, new TakeBackMilestone.Command(run, Second, "没有完成"))).Refusal?.Kind);
        Assert.True((await app.Send(county.World.Coordinator, new TakeBackMilestone.Command(run, First, "初稿还没有报送。"))).IsDone);

        var story = (await app.Send(county.World.Coordinator, new TaskStory.Query(task))).Value;
        Assert.Null(story.Parts.Single().Reached.On(First));
        Assert.Equal("初稿还没有报送。", story.History[0].Words);
        Assert.Contains(await app.InStore(db => db.Notices.Select(x => x.AccountId).ToListAsync()), x => x == county.World.DevelopmentReporter.AccountId);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Of_what_went_over_to_the_next_plan_no_milestone_is_missed_and_a_body_asked_by_letter_is_named_where_its_place_says_so(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (county, run, _) = await Laid(app, LightFamily.ByPace);
        async Task<int> Missed() => (await app.Send(county.World.Leader, new ShowSteps.Query())).Value.AllMissed;

        await app.InStore(db => db.OrgUnits.Where(x => x.Id == county.World.Development.Id).ExecuteUpdateAsync(x => x.SetProperty(u => u.Kind, OrgUnitKind.PartyOrgan)));
        Assert.Equal(0, await Missed());
        await app.InStore(db => db.Jurisdictions.ExecuteUpdateAsync(x => x.SetProperty(p => p.LetterUnitsAreNamed, true)));
        Assert.Equal(1, await Missed());
        await county.Change(run, x => x.State = OccurrenceState.CarriedOver);
        Assert.Equal(0, await Missed());
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_missed_milestone_stands_on_the_dashboard_and_shows_in_the_light_by_pace(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (county, run, task) = await Laid(app, LightFamily.ByPace);
        await county.Change(run, x => (x.Percent, x.LastReportedOn) = (60, app.Today));

        var missed = Assert.Single((await app.Send(county.World.Leader, new ShowSteps.Query())).Value.Missed);
        Assert.Equal((task, First, app.Today.DayNumber - First.DayNumber), (missed.TaskId, missed.DueOn, missed.DaysLate));
        var light = (await app.Send(county.World.Coordinator, new TaskStory.Query(task))).Value.Parts.Single().Light;
        Assert.Equal((LightColour.Yellow, LightReasonKind.MilestoneMissed, First), (light.Colour, light.Reason.Kind, light.Reason.Day!.Value));

        await Report(app, county.World.DevelopmentReporter, run, new(First, First));
        Assert.Empty((await app.Send(county.World.Leader, new ShowSteps.Query())).Value.Missed);
        light = (await app.Send(county.World.Coordinator, new TaskStory.Query(task))).Value.Parts.Single().Light;
        Assert.Equal((LightColour.Green, LightReasonKind.OnPace), (light.Colour, light.Reason.Kind));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Before_and_after_a_milestone_the_unit_is_reminded_until_it_is_reached(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (county, run, _) = await Laid(app);
        await Report(app, county.World.DevelopmentReporter, run, new(First, First));

        // The last day of June is a Tuesday.
        await county.RunDay(new DateOnly(2026, 6, 23));
        await county.RunDay(new DateOnly(2026, 6, 30));
        await county.RunDay(new DateOnly(2026, 7, 1));
        Assert.Equal(
            ["MilestoneBefore7", "MilestoneBefore3", "MilestoneBefore1", "MilestoneBefore", "MilestoneOverdue1"],
            (await Rungs(county, new DateOnly(2026, 6, 23))).Where(x => x.StartsWith("Milestone", StringComparison.Ordinal)));

        await Report(app, county.World.DevelopmentReporter, run, new(Second, new DateOnly(2026, 7, 1)));
        await county.RunDay(new DateOnly(2026, 7, 3));
        Assert.Empty(await Rungs(county, new DateOnly(2026, 7, 2)));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_form_says_in_one_column_what_is_reached(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (county, run, _) = await Laid(app);

        var outcome = await app.Send(county.World.DevelopmentReporter, new ImportForm.Command(Encoding.UTF8.GetBytes($"""
            识别码,本次进展,已完成节点(节点日期=完成日期)
            {run},,2026年3月31日=2026/4/1
            """)));
        var nonsense = await app.Send(county.World.DevelopmentReporter, new ImportForm.Command(Encoding.UTF8.GetBytes($"""
            识别码,本次进展,已完成节点
            {run},已完成,三月底
            """)));

        Assert.Null(Assert.Single(outcome.Value.Rows).Refusal);
        Assert.Equal("2026-03-31=2026-04-01", await app.InStore(db => db.Occurrences.Where(x => x.Id == run).Select(x => x.Reached).SingleAsync()));
        Assert.Equal(RefusalKind.Invalid, Assert.Single(nonsense.Value.Rows).Refusal?.Kind);
    }

    private static async Task<(ReminderWorld County, Guid Run, Guid Task)> Laid(TestApp app, LightFamily family = LightFamily.ByDaysLeft)
    {
        app.Time.MoveTo(new DateOnly(2026, 4, 15), 9);
        var county = await ReminderWorld.Found(app, Opened);
        var run = await county.Task(county.World.Development, Opened, new DateOnly(2026, 12, 31));
        var task = await app.InStore(async db =>
        {
            var id = await db.Occurrences.Where(x => x.Id == run).Select(x => x.PlanTaskId).SingleAsync();
            db.Milestones.AddRange(
                new Milestone { Id = app.Clock.NewId(), PlanTaskId = id, DueOn = First, Words = "完成初稿" }, new Milestone { Id = app.Clock.NewId(), PlanTaskId = id, DueOn = Second, Words = "征求意见" });
            await db.SaveChangesAsync();
            await db.Plans.ExecuteUpdateAsync(x => x.SetProperty(plan => plan.LightFamily, family));
            return id;
        });
        return (county, run, task);
    }

    private static async Task<Refusal?> Report(TestApp app, PlanTracker.Web.Security.Actor by, Guid run, ReachedMilestone mark) =>
        (await app.Send(by, new SubmitReports.Command([new(run, new ReportEntry("") { Reached = [mark] })])))[0].Refusal;

    private static async Task<List<string>> Rungs(ReminderWorld county, DateOnly from) =>
        [.. (await county.Reminders()).Where(x => x.GoesOutOn >= from).Select(x => x.Rung)];
}
