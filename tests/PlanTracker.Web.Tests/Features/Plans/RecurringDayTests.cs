using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Web.Features.Plans.Browse;
using PlanTracker.Web.Features.Plans.Publish;
using PlanTracker.Web.Features.Plans.Review;
using PlanTracker.Web.Features.Rounds;
using PlanTracker.Web.Features.Tasks.Queue;
using PlanTracker.Web.Features.Tasks.Story;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Plans;

/// <summary>The day that returns in every period, from the review to the last period of the plan.</summary>
public sealed class RecurringDayTests
{
    private const string Quarterly = "清理规范性文件。对现行有效的规范性文件逐件清理，每季度末公布清理结果。（牵头单位：县司法局）";
    private const string Guides = "编制办事指南。把高频事项的办事指南编印成册，2026年10月31日前完成。（牵头单位：县财政局）";

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_day_set_in_the_review_is_that_of_every_period(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var plan = await Published(app, world, new DayInPeriod(3, 25));

        await Open(app, new DateOnly(2026, 7, 1));
        await Open(app, new DateOnly(2026, 10, 1));

        Assert.Equal([new(2026, 6, 25), new(2026, 9, 25), new(2026, 12, 25)], await DueDays(app));
        Assert.Equal(new DayInPeriod(3, 25), (await app.Send(world.Coordinator, new OpenPlan.Query(plan))).Value.Tasks[0].PeriodDay);
        var task = (await app.Task("清理规范性文件")).Id;
        Assert.Equal(new DayInPeriod(3, 25), (await app.Send(world.Coordinator, new TaskStory.Query(task))).Value.Task.PeriodDay);
        var edition = (await app.Send(world.Coordinator, new OpenEdition.Query(plan, 1))).Value;
        Assert.Equal(new Deadline.EveryPeriod(Recurrence.Quarterly, new DayInPeriod(3, 25)), edition.Tasks[0].Task.Deadline);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_new_edition_moves_the_day_of_the_period_that_runs_and_of_all_that_follow(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var plan = await Published(app, world, new DayInPeriod(3, 25));

        var draft = await app.Amended(world, plan, Words("（修订）"));
        await SetDay(app, world, draft, new DayInPeriod(3, 10));
        Assert.True((await app.PublishAmendment(world, draft)).IsDone);
        await Open(app, new DateOnly(2026, 7, 1));

        Assert.Equal([new(2026, 6, 10), new(2026, 9, 10)], await DueDays(app));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_day_that_the_rhythm_does_not_have_is_refused_and_one_who_may_not_edit_sets_none(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var task = (await app.Draft(world, (await app.Import(world, Words(""))).Value)).Tasks[0];

        var nine = await app.Send(world.Coordinator, Set(task, new DayInPeriod(9, 30)));
        var wrong = await app.Send(world.FinanceReporter, Set(task, new DayInPeriod(3, 25)));

        Assert.Equal((RefusalKind.Invalid, RefusalKind.NotFound), (nine.Refusal!.Kind, wrong.Refusal!.Kind));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_task_whose_every_day_has_passed_is_shown_before_publishing(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var draft = (await app.Import(world, Words("").Replace("2026—2027年", "2026年", StringComparison.Ordinal))).Value;
        var task = (await app.Draft(world, draft)).Tasks[0];
        await app.Send(world.Coordinator, new EditTask.Command(task.Id, task.Version, task with
        {
            Content = task.Content with { Recurrence = Recurrence.Yearly, PeriodDay = new DayInPeriod(2, 31), Deadlines = [] },
        }));

        var preview = (await app.Send(world.Coordinator, new PreviewPublish.Query(draft))).Value;

        Assert.Equal(task.Id, Assert.Single(preview.WithoutPeriods).TaskId);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_recurring_deadline_that_nobody_confirmed_waits_in_the_queue_until_somebody_does(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        await Published(app, world, new DayInPeriod(3, 25), isConfirmed: false);
        var task = await app.Task("清理规范性文件");

        var doubt = (await app.Send(world.Coordinator, new ReadDoubts.Query())).Value.Tasks.Single(x => x.Id == task.Id);
        Assert.Equal((true, Recurrence.Quarterly, new DayInPeriod(3, 25)), (doubt.DeadlineDoubtful, doubt.Recurrence, doubt.PeriodDay));
        Assert.Null(Assert.Single(await app.Send(world.Coordinator, new ConfirmDeadlines.Command([task.Id]))).Refusal);

        task = await app.Task("清理规范性文件");
        Assert.True(task.DeadlineConfirmed);
        Assert.All(task.Assignments.SelectMany(x => x.Occurrences), x => Assert.Equal((true, new DateOnly(2026, 6, 25)), (x.DeadlineConfirmed, x.DueOn!.Value)));
    }

    private static string Words(string edition) => $"""
        望湖县法治政府建设实施方案（2026—2027年）{edition}

        一、健全制度体系

        （一）{Quarterly}

        （二）{Guides}
        """;

    private static async Task<Guid> Published(TestApp app, World world, DayInPeriod day, bool isConfirmed = true)
    {
        var draft = (await app.Import(world, Words(""))).Value;
        await SetDay(app, world, draft, day, isConfirmed);
        var plan = await app.Publish(world, draft);
        Assert.True(plan.IsDone, plan.Refusal?.Kind.ToString());
        return plan.Value;
    }

    private static async Task SetDay(TestApp app, World world, Guid draft, DayInPeriod day, bool isConfirmed = true)
    {
        var task = (await app.Draft(world, draft)).Tasks[0];
        var edited = await app.Send(world.Coordinator, Set(task, day, isConfirmed));
        Assert.True(edited.IsDone, edited.Refusal?.Kind.ToString());
    }

    private static EditTask.Command Set(TaskView task, DayInPeriod day, bool isConfirmed = true) => new(task.Id, task.Version, task with
    {
        Content = task.Content with { Recurrence = Recurrence.Quarterly, PeriodDay = day, Deadlines = [], DeadlineConfirmed = isConfirmed },
    });

    private static async Task Open(TestApp app, DateOnly day)
    {
        app.Time.MoveTo(day, 1);
        await app.Send(Actor.System, new OpenPeriods.Command(day));
    }

    private static Task<List<DateOnly>> DueDays(TestApp app) => app.InStore(db =>
        db.Occurrences.Where(x => x.PlanTask.Recurrence != null).OrderBy(x => x.PeriodFrom).Select(x => x.DueOn!.Value).ToListAsync());
}
