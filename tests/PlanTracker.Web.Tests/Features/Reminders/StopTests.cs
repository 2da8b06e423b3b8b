using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Messages;
using PlanTracker.Web.Features.Reminders;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Features.Plans;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Reminders;

/// <summary>What was closed, handed on or set aside as people do it is reminded of no more, from that very morning.</summary>
public sealed class StopTests
{
    private static readonly string[] Titles = ["清理台账", "核对清单", "公开目录", "编印手册", "整改问题", "撤销事项", "留存事项"];

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task After_each_real_step_nothing_more_is_sent(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        app.Time.MoveTo(new DateOnly(2026, 6, 1), 7);
        var plan = await app.Published(world, Words("", Titles));
        Dictionary<string, Guid> runs = [];
        foreach (var title in Titles)
            runs[title] = await app.RunOf(plan, title, world.Development);
        for (var day = new DateOnly(2026, 6, 1); day < new DateOnly(2026, 6, 11); day = day.AddDays(1))
            await RunDay(app, day);
        var before = await Delivered(app);
        Assert.All(runs.Values, x => Assert.True(before.ContainsKey(x), "told once it was published"));

        // 15 days before the deadline: planned at eight, and before the digest leaves everything changes.
        app.Time.MoveTo(new DateOnly(2026, 6, 11), 8);
        Assert.Equal(Titles.Length, (await app.Send(Actor.System, new PlanReminders.Command(app.Today))).Value.Planned);
        await app.Take(world.DevelopmentReporter, runs["清理台账"], Step.Sign);
        await app.Take(world.DevelopmentReporter, runs["清理台账"], Step.RequestCompletion, new StepEntry("已办结"));
        await app.Take(world.Coordinator, runs["清理台账"], Step.Accept);
        Assert.True((await app.Send(world.Coordinator, new Reassign.Command(runs["核对清单"], world.Finance.Id, "职责划转"))).IsDone);
        await app.Take(world.Coordinator, runs["公开目录"], Step.Suspend, new StepEntry("县政府专题会议"));
        await app.Take(world.Coordinator, runs["编印手册"], Step.Cancel, new StepEntry("县政府专题会议"));
        await app.Take(world.DevelopmentReporter, runs["整改问题"], Step.RefuseAsNotOurs, new StepEntry("不属本单位职责"));
        Assert.True((await app.PublishAmendment(world, await app.Amended(world, plan, Words("（修订）", [.. Titles.Where(x => x != "撤销事项")])))).IsDone);
        await app.Send(Actor.System, new DeliverReminders.Command(app.Today));
        for (var day = new DateOnly(2026, 6, 12); day < new DateOnly(2026, 9, 1); day = day.AddDays(1))
            await RunDay(app, day);

        var after = await Delivered(app);
        foreach (var title in new[] { "清理台账", "公开目录", "编印手册", "整改问题", "撤销事项" })
            Assert.Equal((title, before[runs[title]].Count), (title, after[runs[title]].Count));
        Assert.All(after[runs["核对清单"]].Skip(before[runs["核对清单"]].Count), x => Assert.Equal(world.FinanceReporter.AccountId, x));
        Assert.True(after[runs["核对清单"]].Count > before[runs["核对清单"]].Count);
        Assert.True(after[runs["留存事项"]].Count > before[runs["留存事项"]].Count + 5);
        Assert.DoesNotContain(await app.InStore(db => db.Reminders.AsNoTracking().ToListAsync()), x => x.State == ReminderState.Planned);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_is_suspended_taken_up_again_and_ended_is_told_to_its_unit_with_the_authority(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);

        await app.Take(world.Coordinator, laid.Lead.Id, Step.Suspend, new StepEntry("县政府第12次常务会议"));
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.Take(world.Coordinator, laid.Lead.Id, Step.Resume);
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.Take(world.Coordinator, laid.Lead.Id, Step.Cancel, new StepEntry("县政府第13次常务会议"));

        foreach (var reader in new[] { world.DevelopmentReporter, world.DevelopmentHead })
        {
            var messages = await app.Send(reader, new ListMessages.Query(UnreadOnly: true));
            Assert.Equal([nameof(NoticeKind.Cancelled), nameof(NoticeKind.Resumed), nameof(NoticeKind.Suspended)], messages.Rows.Select(x => x.Kind));
            Assert.Equal($"1 梳理公布事项清单{NoticeWriter.Separator}县政府第13次常务会议", messages.Rows[0].Arguments);
            var opened = await app.Send(reader, new OpenMessage.Command(messages.Rows[0].Id));
            Assert.True(opened.IsDone);
        }

        foreach (var other in new[] { world.Coordinator, world.FinanceReporter, world.NeighbourCoordinator })
            Assert.Empty((await app.Send(other, new ListMessages.Query())).Rows);
    }

    private static async Task RunDay(TestApp app, DateOnly day)
    {
        app.Time.MoveTo(day, 8);
        await app.Send(Actor.System, new PlanReminders.Command(day));
        await app.Send(Actor.System, new DeliverReminders.Command(day));
    }

    /// <summary>To whom each run was reminded of, in the order of sending.</summary>
    private static async Task<Dictionary<Guid, List<Guid?>>> Delivered(TestApp app) =>
        (await app.InStore(db => db.Deliveries.AsNoTracking().OrderBy(x => x.Digest.MadeAt).ThenBy(x => x.Id)
            .Select(x => new { x.Reminder.OccurrenceId, x.AccountId }).ToListAsync()))
        .GroupBy(x => x.OccurrenceId).ToDictionary(x => x.Key, x => x.Select(d => d.AccountId).ToList());

    private static string Words(string stage, IReadOnlyList<string> titles) => $"""
        望湖县2026年法治建设工作要点{stage}

        望府发〔2026〕8号

        一、健全制度体系

        {string.Join("\n\n", titles.Select((x, i) => $"{i + 1}. {x}。按要求逐项落实到位，2026年6月26日前完成。（牵头单位：县发改局）"))}

        望湖县人民政府

        2026年3月2日
        """;
}
