using PlanTracker.Domain;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Jobs;
using PlanTracker.Web.Jobs;
using PlanTracker.Web.Tests.Features.Reminders;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Jobs;

public sealed class JobsTests
{
    private static readonly Dictionary<string, string> On = new() { ["Jobs:Enabled"] = "true" };

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_job_run_by_hand_delivers_and_says_what_it_did(Database database)
    {
        await using var app = await TestApp.Start(database, On);
        var county = await ReminderWorld.Found(app, new DateOnly(2026, 6, 1));
        await county.Task(county.World.Development, new DateOnly(2026, 6, 1), app.Today.AddDays(3));
        var administrator = county.World.SystemAdministrator;

        var before = (await app.Send(administrator, new ListJobs.Query())).Value;
        Assert.Equal(["open-periods", "daily-reminders", "remove-old-audit", "send-again"], before.Jobs.Select(x => x.Key));
        Assert.Equal((true, new TimeSpan(0, 30, 0)), (before.IsOn, before.Jobs[1].NextRunAt?.TimeOfDay));
        Assert.True((await app.Send(administrator, new RunJob.Command("daily-reminders"))).IsDone);

        var run = await FirstRun(app, administrator);
        Assert.True(run.Succeeded, run.Failure);
        Assert.Equal((true, 1, 1), (run.ByHand, run.Counts[0], run.Counts[1]));
        Assert.Equal(ReminderState.Sent, Assert.Single(await county.Reminders()).State);
    }

    [Fact]
    public async Task Only_the_system_administrator_sees_or_runs_jobs()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        var world = await World.Found(app);

        foreach (var stranger in new[] { world.Coordinator, world.Leader, world.SecurityAdministrator, world.DevelopmentReporter })
        {
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new ListJobs.Query())).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new RunJob.Command("daily-reminders"))).Refusal?.Kind);
        }

        Assert.False((await app.Send(world.SystemAdministrator, new ListJobs.Query())).Value.IsOn);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.SystemAdministrator, new RunJob.Command("daily-reminders"))).Refusal?.Kind);
    }

    /// <summary>The scheduler works beside the test and writes its history a moment later.</summary>
    private static async Task<JobRun> FirstRun(TestApp app, Web.Security.Actor administrator)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            var job = (await app.Send(administrator, new ListJobs.Query())).Value.Jobs[1];
            if (job.Runs.Count > 0)
                return job.Runs[0];
            await Task.Delay(50);
        }

        throw new TimeoutException("The job left no trace within half a minute.");
    }
}
