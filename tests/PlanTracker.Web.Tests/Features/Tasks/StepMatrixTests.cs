using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Supervision.Instruct;
using PlanTracker.Web.Features.Tasks.Divide;
using PlanTracker.Web.Features.Tasks.Queue;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Features.Tasks.Story;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Tasks;

/// <summary>Every step tried from every state by everybody, through the handlers that the pages send to.</summary>
public sealed class StepMatrixTests
{
    private static readonly StepOptions Full = new(new ApprovalPath(unitReview: true, firstReview: true, leaderApproval: true));
    private static readonly OccurrenceState[] States = Enum.GetValues<OccurrenceState>();

    /// <summary>Taken on pages of their own for many tasks or a whole plan, made by publishing, offered where a decision or an objection stands, or with a report.</summary>
    private static readonly Step[] Elsewhere =
        [Step.Publish, Step.ConfirmDeadline, Step.Amend, Step.RaiseObjection, Step.UpholdDecision, Step.ChangeDecision, Step.CarryOver, Step.Transfer,
            Step.Merge, Step.TakeOver, Step.ConfirmOngoing, Step.ReachMilestone, Step.TakeBackMilestone];

    private sealed record Cell(Function? Function, Actor Actor, Step Step, OccurrenceState From, Occurrence Occurrence)
    {
        public RefusalKind? Refused { get; set; }

        public RefusalKind? Expected => Function is { } function ? StepTable.Take(Step, From, function, Full).Refusal?.Kind : RefusalKind.NotFound;

        public bool IsEntered => Function is { } function && StepTable.IsEnteredForAnother(Step, From, function);

        public override string ToString() => $"{Function?.ToString() ?? "nobody's"} {Actor.Name}: {Step} from {From}";
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Each_step_from_each_state_is_taken_as_the_table_says_and_what_is_refused_leaves_no_trace(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var cells = await Lay(app, Matrix.Of(app, world));

        foreach (var group in cells.GroupBy(x => (x.Actor, x.Step)))
            await Try(app, world, group.Key.Actor, group.Key.Step, [.. group]);

        Assert.Empty(cells.Where(x => x.Refused != x.Expected).Select(x => $"{x}: {x.Refused} for {x.Expected}"));
        Assert.Contains(cells, x => x.Refused is null);
        await Compare(app, cells);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_buttons_of_a_task_are_those_that_the_table_allows(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var matrix = Matrix.Of(app, world);
        var laid = States.Select(matrix.Add).ToList();
        await matrix.Lay();
        await Wait(app, laid.Where(x => x.State != OccurrenceState.Pending));

        foreach (var (function, actor) in matrix.Actors)
        {
            foreach (var occurrence in laid)
            {
                var story = await app.Send(actor, new TaskStory.Query(occurrence.PlanTaskId));
                Assert.Equal(function is null, !story.IsDone);
                if (function is null)
                    continue;
                var allowed = StepTable.Possible(occurrence.State, function.Value).Except(Elsewhere)
                    .Where(x => x is not (Step.ApproveExtension or Step.RefuseExtension) || occurrence.State != OccurrenceState.Pending);
                Assert.Equal(allowed, story.Value.Parts.Single().Acts.Select(x => x.Step).Order());
            }
        }
    }

    [Fact]
    public void What_the_queue_offers_for_many_at_once_the_table_allows_for_each_of_them()
    {
        var offered = Enum.GetValues<QueueTab>().SelectMany(tab => tab.StatesShown().SelectMany(state => tab.StepsOffered().Select(step => (tab, state, step)))).ToList();

        Assert.NotEmpty(offered);
        Assert.All(offered, x => Assert.Contains(x.step, StepTable.Possible(x.state, Function.Coordinator)));
        Assert.All(offered, x => Assert.False(StepTable.IsEnteredForAnother(x.step, x.state, Function.Coordinator)));
    }

    private static async Task<List<Cell>> Lay(TestApp app, Matrix matrix)
    {
        List<Cell> cells = [.. from actor in matrix.Actors from step in Enum.GetValues<Step>() from state in States
                               select new Cell(actor.Function, actor.Actor, step, state, matrix.Add(state))];
        await matrix.Lay();
        await Wait(app, cells.Where(x => x is { Function: Function.Coordinator, Step: Step.ApproveExtension or Step.RefuseExtension }).Select(x => x.Occurrence));
        return cells;
    }

    // With a request to extend that waits for its answer.
    private static Task<int> Wait(TestApp app, IEnumerable<Occurrence> occurrences) => app.InStore(db =>
    {
        db.AddRange(occurrences.Select(x => new ExtensionRequest
        {
            Id = app.Clock.NewId(), JurisdictionId = x.JurisdictionId, OccurrenceId = x.Id, RequestedOn = app.Today.AddDays(-1), NewDueOn = app.Today.AddDays(60), Words = "机构调整",
        }));
        return db.SaveChangesAsync();
    });

    private static async Task Try(TestApp app, World world, Actor actor, Step step, List<Cell> cells)
    {
        StepEntry entry = new("如附件所述")
        {
            NewDueOn = step is Step.RequestExtension or Step.ApproveExtension ? app.Today.AddDays(60) : null, OrgUnitId = step is Step.Reassign or Step.Transfer or Step.Merge or Step.TakeOver ? world.Town.Id : null,
            Milestone = step is Step.ReachMilestone or Step.TakeBackMilestone ? app.Today : null, ReachedOn = step == Step.ReachMilestone ? app.Today : null,
        };
        if (step is Step.Urge or Step.Instruct)
        {
            // Not among those that one form takes for many tasks; each has a handler of its own.
            var others = await app.Send(actor, new TakeStep.Command([.. cells.Select(x => x.Occurrence.Id)], step, entry));
            Assert.All(others, x => Assert.Equal(RefusalKind.NotAllowed, x.Refusal?.Kind));
            foreach (var cell in cells)
                cell.Refused = (step == Step.Urge ? (await app.Send(actor, new UrgeTask.Command(cell.Occurrence.Id, UrgeWay.Telephone))).Refusal : (await Instruct(app, world, cell)).Refusal)?.Kind;
            return;
        }

        if (Elsewhere.Contains(step))
        {
            var results = await app.Send(actor, new TakeStep.Command([.. cells.Select(x => x.Occurrence.Id)], step, entry));
            Assert.All(results, x => Assert.Equal(RefusalKind.NotAllowed, x.Refusal?.Kind));
            await Record(app, actor, step, entry, cells);
            return;
        }

        var single = step is Step.Report or Step.Reassign or Step.Divide;
        foreach (var cell in cells.Where(x => single || x.IsEntered))
        {
            var source = cell.IsEntered ? EntrySource.Paper : EntrySource.Own;
            cell.Refused = (step switch
            {
                Step.Report => await app.Send(actor, new FileReport.Command(cell.Occurrence.Id, new ReportEntry("已完成一半") { Percent = 50, Source = source })),
                Step.Divide => (await app.Send(actor, new DivideTask.Command(cell.Occurrence.Id, "法规股", null, "如附件所述", null))).Refusal is { } why ? why : Done.It,
                Step.Reassign => await app.Send(actor, new Reassign.Command(cell.Occurrence.Id, world.Town.Id, "职责划转")),
                _ => await app.Send(actor, new EnterStep.Command(cell.Occurrence.Id, step, entry with { Source = source, On = app.Today }, "张局长", [])),
            }).Refusal?.Kind;
        }

        var rest = cells.Where(x => !single && !x.IsEntered).ToDictionary(x => x.Occurrence.Id);
        foreach (var result in await app.Send(actor, new TakeStep.Command([.. rest.Keys], step, entry)))
            rest[result.OccurrenceId].Refused = result.Refusal?.Kind;
    }

    private static async Task<Outcome<Guid>> Instruct(TestApp app, World world, Cell cell)
    {
        var leader = await app.InStore(async db =>
        {
            if (await db.SupervisingLeaders.FirstOrDefaultAsync() is { } known)
                return known.Id;
            var added = db.SupervisingLeaders.Add(new SupervisingLeader { Id = app.Clock.NewId(), JurisdictionId = world.County.Id, Name = "陈副县长" }).Entity;
            await db.SaveChangesAsync();
            return added.Id;
        });
        return await app.Send(cell.Actor, new GiveInstruction.Command(
            cell.Occurrence.PlanTaskId, [cell.Occurrence.Id], "抓紧办理", app.Today.AddDays(7), cell.IsEntered ? leader : null, cell.IsEntered ? EntrySource.Paper : EntrySource.Own,
            cell.IsEntered ? app.Today : null));
    }

    // No page sends these for one occurrence: the recorder itself is asked, as their handlers ask it.
    private static Task Record(TestApp app, Actor actor, Step step, StepEntry entry, List<Cell> cells) => app.Acting<StepRecorder, int>(actor, async (recorder, db) =>
    {
        foreach (var cell in cells)
        {
            // Nothing that stands in the store is unpublished: publishing once more is what is tried here.
            var occurrence = await db.Occurrences.SingleAsync(x => x.Id == cell.Occurrence.Id);
            cell.Refused = step == Step.Publish
                ? cell.Expected
                : (await recorder.Take(occurrence, step, cell.IsEntered ? entry with { Source = EntrySource.Paper, On = app.Today } : entry)).Refusal?.Kind;
        }

        return cells.Count;
    });

    private static async Task Compare(TestApp app, List<Cell> cells)
    {
        var now = await app.InStore(db => db.Occurrences.AsNoTracking().ToDictionaryAsync(x => x.Id));
        var steps = (await app.InStore(db => db.OccurrenceSteps.AsNoTracking().ToListAsync())).ToLookup(x => x.OccurrenceId);
        var reports = (await app.InStore(db => db.ProgressReports.AsNoTracking().ToListAsync())).ToLookup(x => x.OccurrenceId);
        var closing = (await app.InStore(db => db.CompletionRequests.AsNoTracking().ToListAsync())).ToLookup(x => x.OccurrenceId);
        var longer = (await app.InStore(db => db.ExtensionRequests.AsNoTracking().ToListAsync())).ToLookup(x => x.OccurrenceId);
        var notices = (await app.InStore(db => db.Notices.AsNoTracking().ToListAsync())).ToLookup(x => x.Link);
        foreach (var cell in cells)
        {
            var (id, occurrence) = (cell.Occurrence.Id, now[cell.Occurrence.Id]);
            if (cell.Expected is null)
            {
                var step = Assert.Single(steps[id]);
                var to = StepTable.Take(cell.Step, cell.From, cell.Function!.Value, Full).Value;
                Assert.Equal((cell.ToString(), cell.Step, cell.From, to, to), (cell.ToString(), step.Step, step.From, step.To, occurrence.State));
                Assert.Equal((cell.Actor.AccountId, cell.IsEntered), (step.ById, step.Source != EntrySource.Own));
                continue;
            }

            Assert.Equal((cell.ToString(), 0, cell.From), (cell.ToString(), occurrence.Version, occurrence.State));
            Assert.Empty(steps[id]);
            Assert.Empty(reports[id]);
            Assert.Empty(closing[id]);
            Assert.DoesNotContain(longer[id], x => x.Decision != Decision.Waiting || cell.Step == Step.RequestExtension);
            Assert.Empty(notices[$"/tasks/{cell.Occurrence.PlanTaskId}"]);
        }
    }
}
