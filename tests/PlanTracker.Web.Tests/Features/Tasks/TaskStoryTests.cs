using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Features.Tasks.Mine;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Features.Tasks.Story;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Tasks;

public sealed class TaskStoryTests
{
    private static readonly EvidenceFile Pdf = new("公布截图.pdf", "%PDF-1.4\n..."u8.ToArray());

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Units_on_a_task_read_each_others_reports_and_files_and_nobody_else_does(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.FinanceReporter, new FileReport.Command(laid.Lead.Id, new ReportEntry("代填")))).Refusal?.Kind);
        var outcome = await app.Send(world.DevelopmentReporter, new FileReport.Command(laid.Lead.Id, new ReportEntry("清单初稿完成") { Percent = 60, Files = [Pdf] }));
        Assert.True(outcome.IsDone, outcome.Refusal?.Kind.ToString());

        var seen = (await app.Send(world.FinanceReporter, new TaskStory.Query(laid.Joint.Id))).Value;

        var report = Assert.Single(seen.Reports);
        Assert.Equal(("清单初稿完成", 60, "2026年6月"), (report.Words, report.Percent, report.Round));
        var file = Assert.Single(report.Evidence);
        Assert.Equal("公布截图.pdf", (await app.Send(world.FinanceReporter, new OpenEvidence.Query(file.Id))).Value.FileName);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.DevelopmentReporter, new TaskStory.Query(laid.Each.Id))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.NeighbourCoordinator, new TaskStory.Query(laid.Joint.Id))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.NeighbourCoordinator, new OpenEvidence.Query(file.Id))).Refusal?.Kind);
        Assert.Contains("梳理公布事项清单", seen.Source!.Marked, StringComparison.Ordinal);
        Assert.All(seen.Parts, part => Assert.Equal(part.UnitId == world.Finance.Id, part.Acts.Count > 0));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_file_is_known_by_what_it_is_and_not_by_its_name(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        EvidenceFile program = new("总结.pdf", new byte[] { 0x4D, 0x5A, 0x90, 0x00, 0x03 });

        var outcome = await app.Send(world.DevelopmentReporter, new FileReport.Command(laid.Lead.Id, new ReportEntry("完成") { Files = [program] }));

        Assert.Equal(RefusalKind.FileNotItsEnding, outcome.Refusal?.Kind);
        Assert.Empty((await app.Send(world.DevelopmentReporter, new TaskStory.Query(laid.Joint.Id))).Value.Reports);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Of_a_file_marked_secret_nothing_stays_but_that_one_was_refused(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        EvidenceFile secret = new("会议纪要.txt", "机密★3年\n关于专项行动的会议纪要\n会议研究了下一步安排。\n"u8.ToArray());

        var outcome = await app.Send(world.DevelopmentReporter, new FileReport.Command(laid.Lead.Id, new ReportEntry("完成") { Files = [secret] }));

        Assert.Equal(RefusalKind.FileMarkedSecret, outcome.Refusal?.Kind);
        var (refused, kept, evidence) = await app.InStore(async db =>
            (await db.RefusedUploads.CountAsync(), await db.StoredFiles.CountAsync(x => x.Size == secret.Content.Length), await db.Evidence.CountAsync()));
        Assert.Equal((1, 0, 0), (refused, kept, evidence));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task My_tasks_are_those_of_my_unit_and_what_came_back_stands_first(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        await app.Send(world.FinanceReporter, new TakeStep.Command([laid.FinanceOwn.Id], Step.RequestCompletion, new StepEntry()));
        await app.Send(world.Coordinator, new TakeStep.Command([laid.FinanceOwn.Id], Step.Return, new StepEntry("请补充")));

        var mine = await app.Send(world.FinanceReporter, new MyTasks.Query(MyTasks.Group.Open));

        Assert.Equal([laid.FinanceOwn.Id, laid.Cooperating.Id], mine.Rows.Select(x => x.Id));
        Assert.Equal((2, 1, 0), (mine.Counts[MyTasks.Group.Open], mine.Counts[MyTasks.Group.Returned], mine.Counts[MyTasks.Group.Overdue]));
        Assert.Equal(15, mine.Rows[1].DaysLeft);
    }

    [Fact]
    public async Task A_file_leaves_as_an_attachment_alone_and_not_without_signing_in()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        var world = await World.Found(app);
        using var client = app.CreateClient(new() { AllowAutoRedirect = false });

        var response = await client.GetAsync($"/evidence/{world.County.Id}", TestContext.Current.CancellationToken);

        Assert.NotEqual(System.Net.HttpStatusCode.OK, response.StatusCode);
    }
}
