using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Features.Tasks.Story;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Tasks;

public sealed class EnterStepTests
{
    private static readonly EvidenceFile Scan = new("审签单.pdf", "%PDF-1.7 scan"u8.ToArray());

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_came_on_paper_keeps_its_day_its_name_its_source_and_its_scan(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        await app.InStore(db => db.Plans.ExecuteUpdateAsync(x => x.SetProperty(p => p.NeedsUnitReview, true)));
        await app.Send(world.DevelopmentReporter, new TakeStep.Command([laid.Lead.Id], Step.RequestCompletion, new StepEntry("清单已公布")));
        StepEntry paper = new() { Source = EntrySource.Paper, On = app.Today };

        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Coordinator, new EnterStep.Command(laid.Lead.Id, Step.HeadApprove, paper, "", []))).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, new EnterStep.Command(laid.Lead.Id, Step.HeadApprove, paper, "郭守文", [Scan]))).IsDone);

        var story = (await app.Send(world.Coordinator, new TaskStory.Query(laid.Joint.Id, null))).Value;
        var entry = story.History.Single(x => x.Step == Step.HeadApprove);
        Assert.Equal(("郭守文", EntrySource.Paper, app.Today, OccurrenceState.FirstReview), (entry.Words, entry.Source, entry.On, entry.To));
        Assert.Equal("审签单.pdf", Assert.Single(story.Scans).FileName);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Nobody_enters_for_another_but_the_office_of_the_county_and_nothing_it_does_itself(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world);
        StepEntry call = new() { Source = EntrySource.Telephone, On = app.Today };
        foreach (var stranger in new[] { world.NeighbourCoordinator, world.Leader, world.FinanceReporter, world.DevelopmentReporter })
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new EnterStep.Command(laid.Lead.Id, Step.Sign, call, "", []))).Refusal?.Kind);

        Assert.Equal(RefusalKind.WrongState, (await app.Send(world.Coordinator, new EnterStep.Command(laid.Lead.Id, Step.Cancel, call, "", []))).Refusal?.Kind);
        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Coordinator, new EnterStep.Command(laid.Lead.Id, Step.Sign, call with { On = null }, "", []))).Refusal?.Kind);
        EvidenceFile program = new("扫描.pdf", new byte[] { 0x4D, 0x5A, 0, 0 });
        Assert.Equal(
            RefusalKind.FileNotItsEnding, (await app.Send(world.Coordinator, new EnterStep.Command(laid.Lead.Id, Step.Sign, call, "", [program]))).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, new EnterStep.Command(laid.Lead.Id, Step.Sign, call, "", []))).IsDone);
    }
}
