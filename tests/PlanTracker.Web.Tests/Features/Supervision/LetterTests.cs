using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Dashboard.Overview;
using PlanTracker.Web.Features.Dashboard.Unit;
using PlanTracker.Web.Features.Reminders;
using PlanTracker.Web.Features.Search;
using PlanTracker.Web.Features.Supervision;
using PlanTracker.Web.Features.Supervision.Letter;
using PlanTracker.Web.Features.Tasks.Queue;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Security;
using PlanTracker.Web.Supervision;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Supervision;

public sealed class LetterTests
{
    /// <summary>Eight days after the deadline of the joint task.</summary>
    private static readonly DateOnly EightDaysLate = new(2026, 7, 8);

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_letter_is_proposed_drafted_mended_signed_with_the_next_number_and_answered(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (world, laid) = await Court(app);
        Assert.Equal(new CountLetterProposals.Result(1, 0), await app.Send(world.Coordinator, new CountLetterProposals.Query(laid.Plan.Id)));
        var proposed = Assert.Single(Assert.Single((await app.Send(world.Coordinator, new ListLetterProposals.Query(laid.Plan.Id))).Value).Units);
        Assert.Equal((world.Development.Id, LetterGround.NotAsked), (proposed.UnitId, proposed.Ground));

        var draft = Assert.Single((await app.Send(world.Coordinator, Draft(world, laid))).Value);
        Assert.Empty((await app.Send(world.Coordinator, new ListLetterProposals.Query())).Value);
        Assert.Equal(RefusalKind.NothingWaits, (await app.Send(world.Coordinator, Draft(world, laid))).Refusal?.Kind);
        var read = (await app.Send(world.Coordinator, new ReadLetter.Query(draft))).Value;
        var paper = Paper.Of(read);
        Assert.Contains("1．第1项任务“梳理公布事项清单”，贵单位为牵头单位，时限为2026年6月30日。", paper.Paragraphs);
        Assert.Equal(("", "望湖县发展和改革局："), (paper.Head, paper.To));

        EditLetter.Command edit = new(draft, read.Version, read.Title, "请支持下列任务：", read.Closing, new DateOnly(2026, 6, 18), [read.Tasks[0].Id]);
        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Coordinator, edit with { Kept = [] })).Refusal?.Kind);
        Assert.Equal(RefusalKind.Invalid, (await app.Send(world.Coordinator, edit with { AnswerBy = app.Today })).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, edit)).IsDone);
        Assert.Equal(RefusalKind.ChangedMeanwhile, (await app.Send(world.Coordinator, edit)).Refusal?.Kind);

        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Coordinator, new IssueLetter.Command(draft, " "))).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, new IssueLetter.Command(draft, "局长"))).IsDone);
        read = (await app.Send(world.DevelopmentReporter, new ReadLetter.Query(draft))).Value;
        Assert.Equal(($"商请〔{app.Today.Year}〕1号", LetterState.Issued, "局长", "请支持下列任务："), (read.Number, read.State, read.SignedByName, read.Opening));
        Assert.Equal(RefusalKind.LetterIsOut, (await app.Send(world.Coordinator, edit with { Version = read.Version })).Refusal?.Kind);

        app.Time.MoveTo(new DateOnly(2026, 6, 22));
        Assert.Equal(LetterGround.Unanswered, Assert.Single(Assert.Single((await app.Send(world.Coordinator, new ListLetterProposals.Query())).Value).Units).Ground);
        AnswerEntry answer = new("已列入年度工作。", [], EntrySource.Paper, new DateOnly(2026, 6, 20));
        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Coordinator, new AnswerLetter.Command(draft, answer with { Source = EntrySource.Own }))).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, new AnswerLetter.Command(draft, answer))).IsDone);
        Assert.Empty((await app.Send(world.Coordinator, new ListLetterProposals.Query())).Value);
        Assert.Equal(RefusalKind.NothingWaits, (await app.Send(world.Coordinator, new DropLetter.Command(draft, "重发"))).Refusal?.Kind);
        read = (await app.Send(world.Leader, new ReadLetter.Query(draft))).Value;
        Assert.Equal((new DateOnly(2026, 6, 20), "已列入年度工作。"), (read.AnsweredOn, Assert.Single(read.Answers).Words));

        app.Time.MoveTo(EightDaysLate);
        Assert.Equal(new CountLetterProposals.Result(0, 1), await app.Send(world.Coordinator, new CountLetterProposals.Query(laid.Plan.Id)));
        var second = Assert.Single((await app.Send(world.Coordinator, Draft(world, laid))).Value);
        Assert.True((await app.Send(world.Coordinator, new IssueLetter.Command(second, "局长"))).IsDone);
        var again = (await app.Send(world.Leader, new ReadLetter.Query(second))).Value;
        Assert.Equal(($"商请〔{app.Today.Year}〕2号", LetterGround.Overdue), (again.Number, again.Ground));
        Assert.True((await app.Send(world.Coordinator, new DropLetter.Command(second, "任务已办结"))).IsDone);
        Assert.Equal(RefusalKind.NothingWaits, (await app.Send(world.Coordinator, new AnswerLetter.Command(second, answer))).Refusal?.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Nobody_but_the_office_writes_letters_and_a_draft_is_shown_to_it_and_its_leaders_alone(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (world, laid) = await Court(app);
        var draft = (await app.Send(world.Coordinator, Draft(world, laid))).Value[0];
        var read = (await app.Send(world.Coordinator, new ReadLetter.Query(draft))).Value;
        AnswerEntry answer = new("答复", []);
        foreach (var stranger in new[] { world.NeighbourCoordinator, world.Leader, world.DevelopmentReporter, world.FinanceReporter, world.SystemAdministrator })
        {
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, Draft(world, laid))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(
                stranger, new EditLetter.Command(draft, read.Version, "改", "改", "改", app.Today.AddDays(9), [read.Tasks[0].Id]))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new IssueLetter.Command(draft, "我"))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new DropLetter.Command(draft, "不要"))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new AnswerLetter.Command(draft, answer))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new SaveLetterRules.Command(world.County.Id, new LetterRules(), 0))).Refusal?.Kind);
            Assert.Equal(new CountLetterProposals.Result(0, 0), await app.Send(stranger, new CountLetterProposals.Query(laid.Plan.Id)));
        }

        foreach (var stranger in new[] { world.NeighbourCoordinator, world.DevelopmentReporter, world.FinanceReporter })
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new ReadLetter.Query(draft))).Refusal?.Kind);
        Assert.True((await app.Send(world.Leader, new ReadLetter.Query(draft))).IsDone);
        Assert.Empty((await app.Send(world.DevelopmentReporter, new ListLetters.Query(LetterFilter.All))).Rows);

        Assert.True((await app.Send(world.Coordinator, new IssueLetter.Command(draft, "局长"))).IsDone);
        Assert.Single((await app.Send(world.DevelopmentReporter, new ListLetters.Query(LetterFilter.Awaited))).Rows);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.FinanceReporter, new AnswerLetter.Command(draft, answer))).Refusal?.Kind);
        Assert.True((await app.Send(world.DevelopmentReporter, new AnswerLetter.Command(draft, answer))).IsDone);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_a_place_says_of_red_and_of_names_holds_on_every_page_and_for_it_alone(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (world, laid) = await Court(app);
        app.Time.MoveTo(EightDaysLate);
        await Shown(LightColour.Yellow, named: false);
        Assert.Equal(RefusalKind.Invalid, (await Save(app, world, new LetterRules { Pattern = "商请" })).Refusal?.Kind);

        Assert.True((await Save(app, world, new LetterRules { MayBeRed = true, AreNamed = true })).IsDone);
        await Shown(LightColour.Red, named: true);
        Assert.Equal(RefusalKind.ChangedMeanwhile, (await app.Send(world.Coordinator, new SaveLetterRules.Command(world.County.Id, new LetterRules(), 0))).Refusal?.Kind);
        Assert.Contains(await app.InStore(db => db.AuditEntries.Select(x => x.Action).ToListAsync()), x => x == "Supervision.SaveLetterRules");

        async Task Shown(LightColour colour, bool named)
        {
            var unit = (await app.Send(world.Leader, new ShowUnits.Query())).Value.Single(x => x.Id == world.Development.Id);
            Assert.Equal(named, unit.IsNamed);
            Assert.Equal(named ? 1 : 0, (await app.Send(world.Leader, new ShowOverdue.Query())).Value.Count);
            Assert.Equal(1, (await app.Send(world.Leader, new ShowLights.Query())).Value.Of(world.Development.Id)[colour]);
            Assert.Equal(colour == LightColour.Red, (await app.Send(world.Leader, new ShowUnit.Query(world.Development.Id))).Value.MayBeRed);
            Assert.Equal(colour, (await app.Send(world.Leader, new ShowUnit.Query(world.Development.Id))).Value.Tasks.Single().Light.Colour);
            var listed = (await app.Send(world.Leader, new FindTasks.Query(new Narrowing(Unit: world.Development.Id), Colour: colour))).Value;
            Assert.Equal(laid.Joint.Id, Assert.Single(listed.Rows).TaskId);
            Assert.Equal(0, (await app.Send(world.Leader, new ShowLights.Query())).Value.Of(world.Town.Id)[LightColour.Red]);
        }
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_late_body_is_urged_by_no_machine_and_by_no_button_but_proposed_for_another_letter(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (world, laid) = await Court(app);
        var letter = (await app.Send(world.Coordinator, Draft(world, laid))).Value[0];
        await app.Send(world.Coordinator, new IssueLetter.Command(letter, "局长"));
        await app.Send(world.Coordinator, new AnswerLetter.Command(letter, new AnswerEntry("收悉", [], EntrySource.Paper)));

        foreach (var day in new[] { new DateOnly(2026, 6, 30), new DateOnly(2026, 7, 1), new DateOnly(2026, 7, 7), new DateOnly(2026, 7, 15) })
        {
            app.Time.MoveTo(day);
            await app.Send(Actor.System, new PlanReminders.Command(day));
        }

        var rungs = await app.InStore(db => db.Reminders.Where(x => x.OccurrenceId == laid.Lead.Id).Select(x => x.Rung).ToListAsync());
        Assert.Contains("OnTheDay", rungs);
        Assert.DoesNotContain(rungs, x => x.StartsWith("Overdue", StringComparison.Ordinal) || x.StartsWith("Head", StringComparison.Ordinal) || x.StartsWith("Leader", StringComparison.Ordinal));
        await app.Send(world.Coordinator, new UrgeLate.Command(UrgeWay.Message, [world.Development.Id], "请抓紧"));
        Assert.Equal(0, await app.InStore(db => db.Urges.CountAsync(x => x.OrgUnitId == world.Development.Id)));
        Assert.Equal(new CountLetterProposals.Result(0, 1), await app.Send(world.Coordinator, new CountLetterProposals.Query(laid.Plan.Id)));
    }

    private static async Task<(World World, Laid Laid)> Court(TestApp app)
    {
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        await app.InStore(db => db.OrgUnits.Where(x => x.Id == world.Development.Id).ExecuteUpdateAsync(x => x.SetProperty(u => u.Kind, OrgUnitKind.Judiciary)));
        return (world, laid);
    }

    private static DraftLetters.Command Draft(World world, Laid laid) => new(world.County.Id, laid.Plan.Id, [world.Development.Id]);

    private static async Task<Outcome<Done>> Save(TestApp app, World world, LetterRules rules)
    {
        var found = (await app.Send(world.Coordinator, new ReadLetterRules.Query())).Value;
        return await app.Send(world.Coordinator, new SaveLetterRules.Command(found.JurisdictionId, rules, found.Version));
    }
}
