using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Scores;
using PlanTracker.Domain.Supervision;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Accounts;
using PlanTracker.Web.Features.Scores;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Scores;

public sealed class ScoreTests
{
    private static readonly ScorePeriod Year = ScorePeriod.OfYear(2026);

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Until_a_place_turns_them_on_there_are_no_scores_for_anybody(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        await Laid.Down(app, world);

        foreach (var reader in new[] { world.Coordinator, world.Leader, world.DevelopmentReporter, world.NeighbourCoordinator, world.SystemAdministrator })
        {
            Assert.Equal(RefusalKind.NotFound, (await app.Send(reader, new ReadScores.Query(null, Year))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(reader, new ReadScores.Query(null, Year, world.Development.Id))).Refusal?.Kind);
            Assert.False((await app.Send(reader, new WhoAmI.Query())).WorksWithScores);
        }

        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.Coordinator, new FreezeScores.Command(world.County.Id, Year))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.Coordinator, new PraiseUnit.Command(world.Development.Id, null, "抢险"))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.Coordinator, new StrikePoint.Command(world.Development.Id, Year, "x", "理由"))).Refusal?.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Only_its_coordinator_sets_the_rules_and_what_is_no_rule_is_refused(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        TypedRule[] rules = [new(ScoreGround.ClosedOnTime, 1, 4)];

        foreach (var stranger in new[] { world.NeighbourCoordinator, world.Leader, world.DevelopmentHead, world.SystemAdministrator })
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new SaveScoreRules.Command(world.County.Id, true, 100, rules, 0))).Refusal?.Kind);
        foreach (var wrong in new TypedRule[][] { [new(ScoreGround.ClosedOnTime, 0, 4)], [new(ScoreGround.ClosedOnTime, 1, 0)], [new(ScoreGround.ClosedOnTime, 1, null)], [rules[0], rules[0]] })
            Assert.Equal(RefusalKind.Invalid, (await app.Send(world.Coordinator, new SaveScoreRules.Command(world.County.Id, true, 100, wrong, 0))).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, new SaveScoreRules.Command(world.County.Id, true, 80, rules, 0))).IsDone);
        Assert.Equal(RefusalKind.ChangedMeanwhile, (await app.Send(world.Coordinator, new SaveScoreRules.Command(world.County.Id, true, 80, rules, 0))).Refusal?.Kind);

        var kept = (await app.Send(world.Coordinator, new ReadScoreRules.Query(null))).Value;
        Assert.Equal((true, 80m, 4m, 1), (kept.IsOn, kept.Rules.Base, Assert.Single(kept.Rules.Rules).Cap, kept.Version));
        Assert.True((await app.Send(world.Coordinator, new SaveScoreRules.Command(world.County.Id, true, null, null, 1))).IsDone);
        Assert.Equal(ScoreRules.Default, (await app.Send(world.Coordinator, new ReadScoreRules.Query(null))).Value.Rules);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.Leader, new ReadScoreRules.Query(null))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.NeighbourCoordinator, new PreviewScores.Query(world.County.Id, Year, 100, rules))).Refusal?.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Every_point_names_its_ground_and_who_cooperates_counts_half(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Lived(app, world);

        var all = (await app.Send(world.Leader, new ReadScores.Query(null, Year))).Value;
        Assert.Equal(new[] { world.Development.Id, world.Finance.Id, world.Town.Id }.Order(), all.Units.Select(x => x.UnitId).Order());
        var lead = all.Units.Single(x => x.UnitId == world.Development.Id);
        var of = lead.Points.ToLookup(x => x.Ground);

        // Due on 30 June, extended on 6 July to 20 July, closed by the request of 16 July.
        Assert.Equal((new DateOnly(2026, 7, 6), 6, laid.Joint.Id), (of[ScoreGround.ExtensionLate].Single().Day, of[ScoreGround.ExtensionLate].Single().Number, of[ScoreGround.ExtensionLate].Single().Tasks.Single().Id));
        Assert.Equal((new DateOnly(2026, 7, 16), 6), (of[ScoreGround.ClosedLate].Single().Day, of[ScoreGround.ClosedLate].Single().Number));
        Assert.Equal("材料不全", of[ScoreGround.Returned].Single().Words);
        Assert.Equal($"/supervision/instructions/{await app.InStore(db => db.Instructions.Select(x => x.Id).SingleAsync())}", of[ScoreGround.InstructionUnanswered].Single().Link);
        Assert.Equal("县长", of[ScoreGround.InstructionUnanswered].Single().Words);
        Assert.Equal("蓝色督办 督办〔2026〕1号", of[ScoreGround.OrderIssued].Single().Words);
        Assert.Empty(of[ScoreGround.ClosedOnTime]);
        Assert.All(lead.Points, x => Assert.Equal("1 梳理公布事项清单", x.Tasks.Single().Name));

        // Whoever cooperates was due on 30 June as well and was closed with the lead: three weeks had begun.
        var finance = all.Units.Single(x => x.UnitId == world.Finance.Id).Points.Where(x => x.IsCooperating).ToLookup(x => x.Ground);
        Assert.Equal([new(2026, 7, 1), new(2026, 7, 8), new(2026, 7, 15)], finance[ScoreGround.OverdueWeek].Select(x => x.Day));
        Assert.All(finance[ScoreGround.OverdueWeek], x => Assert.Equal(-0.25m, x.Value));
        Assert.Equal(100 + lead.Plus + lead.Minus, lead.Total);

        // A quarter knows its own days alone, and how all stood on its last.
        var second = (await app.Send(world.Coordinator, new ReadScores.Query(world.County.Id, ScorePeriod.OfQuarter(2026, 2), world.Finance.Id))).Value.Units.Single();
        Assert.Equal((ScoreGround.ReportMissing, "2026年6月", laid.Each.Id), second.Points.Select(x => (x.Ground, x.Words, x.Tasks.Single().Id)).Single());
        Assert.Empty((await app.Send(world.Coordinator, new ReadScores.Query(world.County.Id, ScorePeriod.OfQuarter(2026, 2), world.Development.Id))).Value.Units.Single().Points);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Units_without_tasks_and_those_asked_by_letter_are_left_out_and_a_unit_sees_itself_alone(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        await Lived(app, world);
        await app.InStore(db => db.OrgUnits.Where(x => x.Id == world.Town.Id).ExecuteUpdateAsync(x => x.SetProperty(u => u.Kind, OrgUnitKind.PeoplesCongress)));

        var all = (await app.Send(world.Coordinator, new ReadScores.Query(null, Year))).Value;
        Assert.Equal(new[] { world.Development.Id, world.Finance.Id }.Order(), all.Units.Select(x => x.UnitId).Order());
        Assert.Equal(all.Units.Select(x => x.Name).Order(StringComparer.Ordinal), (await app.Send(world.Coordinator, new ReadScores.Query(null, Year, ByName: true))).Value.Units.Select(x => x.Name));
        var own = (await app.Send(world.DevelopmentReporter, new ReadScores.Query(null, Year))).Value;
        Assert.Equal((world.Development.Id, false, false), (Assert.Single(own.Units).UnitId, own.Keeps, own.SeesAll));
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.DevelopmentReporter, new ReadScores.Query(null, Year, world.Finance.Id))).Refusal?.Kind);
        foreach (var stranger in new[] { world.NeighbourCoordinator, world.SystemAdministrator, world.SecurityAdministrator })
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new ReadScores.Query(world.County.Id, Year))).Refusal?.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_point_is_struck_with_a_reason_that_stays_and_may_be_restored(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        await Lived(app, world);
        async Task<ScoredUnit> Unit(Actor reader) => (await app.Send(reader, new ReadScores.Query(null, Year, world.Development.Id))).Value.Units.Single();
        var before = await Unit(world.Coordinator);
        var point = before.Points.Single(x => x.Ground == ScoreGround.OrderIssued);

        foreach (var stranger in new[] { world.NeighbourCoordinator, world.Leader, world.DevelopmentHead, world.FinanceReporter })
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new StrikePoint.Command(world.Development.Id, Year, point.Key, "理由"))).Refusal?.Kind);
        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Coordinator, new StrikePoint.Command(world.Development.Id, Year, point.Key, " "))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.Coordinator, new StrikePoint.Command(world.Finance.Id, Year, point.Key, "理由"))).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, new StrikePoint.Command(world.Development.Id, Year, point.Key, "督办单下发有误"))).IsDone);
        Assert.Equal(RefusalKind.ChangedMeanwhile, (await app.Send(world.Coordinator, new StrikePoint.Command(world.Development.Id, Year, point.Key, "再剔"))).Refusal?.Kind);

        var after = await Unit(world.DevelopmentReporter);
        var struck = after.Points.Single(x => x.Struck is not null);
        Assert.Equal((point.Key, "督办单下发有误", "统筹员"), (struck.Key, struck.Struck!.Reason, struck.Struck.ByName));
        Assert.Equal(before.Total + 2, after.Total);
        Assert.Equal(before.Points.Where(x => x.Key != point.Key).Select(x => (x.Key, x.Value)), after.Points.Where(x => x.Key != point.Key).Select(x => (x.Key, x.Value)));
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.DevelopmentHead, new RestorePoint.Command(struck.Struck.StrikeId))).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, new RestorePoint.Command(struck.Struck.StrikeId))).IsDone);
        Assert.Equal(before.Total, (await Unit(world.Coordinator)).Total);
        Assert.Equal("督办单下发有误", (await app.InStore(db => db.ScoreStrikes.SingleAsync())).Reason);
        Assert.True((await app.Send(world.Coordinator, new StrikePoint.Command(world.Development.Id, Year, point.Key, "再剔"))).IsDone);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_was_frozen_stays_as_it_was(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        await Lived(app, world);
        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Coordinator, new PraiseUnit.Command(world.Finance.Id, null, ""))).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, new PraiseUnit.Command(world.Finance.Id, app.Today, "资金审核提前完成"))).IsDone);
        foreach (var stranger in new[] { world.NeighbourCoordinator, world.Leader, world.FinanceReporter })
        {
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new PraiseUnit.Command(world.Finance.Id, null, "自评"))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new FreezeScores.Command(world.County.Id, Year))).Refusal?.Kind);
        }

        var id = (await app.Send(world.Coordinator, new FreezeScores.Command(world.County.Id, Year, "前三季度"))).Value;
        var frozenOn = app.Today;
        var then = (await app.Send(world.Coordinator, new ReadSnapshot.Query(id))).Value;
        app.Time.Advance(TimeSpan.FromDays(40));
        var point = then.Units.Single(x => x.UnitId == world.Finance.Id).Points.Single(x => x.Ground == ScoreGround.Praised);
        Assert.Equal((1m, "资金审核提前完成"), (point.Value, point.Words));
        await app.Send(world.Coordinator, new StrikePoint.Command(world.Finance.Id, Year, point.Key, "重复登记"));
        await app.Send(world.Coordinator, new SaveScoreRules.Command(world.County.Id, true, 50, [], 1));

        var now = (await app.Send(world.Leader, new ReadSnapshot.Query(id))).Value;
        Assert.Equal((frozenOn, frozenOn, "前三季度"), (now.FrozenOn, now.Period.To, now.Words));
        Assert.Equal(then.Units.Select(x => (x.UnitId, x.Total, x.Points.Count)), now.Units.Select(x => (x.UnitId, x.Total, x.Points.Count)));
        Assert.Equal(world.Finance.Id, Assert.Single((await app.Send(world.FinanceReporter, new ReadSnapshot.Query(id))).Value.Units).UnitId);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.NeighbourCoordinator, new ReadSnapshot.Query(id))).Refusal?.Kind);
        await app.Send(world.Coordinator, new SaveScoreRules.Command(world.County.Id, false, 50, [], 2));
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.Coordinator, new ReadSnapshot.Query(id))).Refusal?.Kind);
    }

    /// <summary>发改局 leads a task due on 30 June: returned once, extended late, urged by an order and an instruction, and closed in July.</summary>
    private static async Task<Laid> Lived(TestApp app, World world)
    {
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        Assert.True((await app.Send(world.Coordinator, new SaveScoreRules.Command(world.County.Id, true, null, null, 0))).IsDone);
        await app.InStore(async db =>
        {
            Instruction instruction = new()
            {
                Id = app.Clock.NewId(), JurisdictionId = world.County.Id, PlanTaskId = laid.Joint.Id, Words = "抓紧", LeaderName = "县长", On = new DateOnly(2026, 7, 1),
                AnswerBy = new DateOnly(2026, 7, 5), At = app.Clock.UtcNow,
            };
            instruction.Units.Add(new InstructionUnit
            {
                Id = app.Clock.NewId(), JurisdictionId = world.County.Id, OccurrenceId = laid.Lead.Id, OrgUnitId = world.Development.Id, AnswerBy = instruction.AnswerBy,
            });
            db.Instructions.Add(instruction);
            db.SupervisionOrders.Add(new SupervisionOrder
            {
                Id = app.Clock.NewId(), JurisdictionId = world.County.Id, Year = 2026, Ordinal = 1, Number = "督办〔2026〕1号", PlanTaskId = laid.Joint.Id, OccurrenceId = laid.Lead.Id,
                OrgUnitId = world.Development.Id, Colour = OrderColour.Blue, RungName = "蓝色督办", IssuedOn = new DateOnly(2026, 7, 4), IssuedAt = app.Clock.UtcNow, AnswerBy = new DateOnly(2026, 7, 9),
            });
            return await db.SaveChangesAsync();
        });
        Task Take(Actor actor, Step step, StepEntry entry) => app.Send(actor, new TakeStep.Command([laid.Lead.Id], step, entry));
        app.Time.MoveTo(new DateOnly(2026, 7, 6));
        await Take(world.DevelopmentReporter, Step.RequestExtension, new StepEntry("机构调整") { NewDueOn = new DateOnly(2026, 7, 20) });
        await Take(world.Coordinator, Step.ApproveExtension, new StepEntry());
        app.Time.MoveTo(new DateOnly(2026, 7, 10));
        await Take(world.DevelopmentReporter, Step.RequestCompletion, new StepEntry("已办结"));
        await Take(world.Coordinator, Step.Return, new StepEntry("材料不全"));
        app.Time.MoveTo(new DateOnly(2026, 7, 16));
        await Take(world.DevelopmentReporter, Step.RequestCompletion, new StepEntry("已办结"));
        app.Time.MoveTo(new DateOnly(2026, 7, 22));
        await Take(world.Coordinator, Step.Accept, new StepEntry());
        return laid;
    }
}
