using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Tests.Progress;

public sealed class TransferFatesTests
{
    private static readonly Guid Old = Id(1), Other = Id(2), Heir = Id(3), Task = Id(10);

    [Fact]
    public void A_part_moves_to_who_does_not_stand_on_the_task_and_what_is_closed_stays()
    {
        HeldPart part = new(Id(20), Task, Old, Role.Lead, Recurs: false, [Run(30, OccurrenceState.Closed, 1), Run(31, OccurrenceState.InProgress, 2)]);
        var fate = Assert.Single(TransferFates.Of([part], []));
        Assert.Equal((TransferFate.Moves, part.AssignmentId, Role.Lead), (fate.Fate, fate.IntoAssignment, fate.RoleAfter));
        Assert.Equal([new RunFate(Id(31), TransferFate.Moves)], fate.Runs);
        Assert.Equal(TransferFate.Stays, Assert.Single(TransferFates.Of([part with { Runs = [Run(30, OccurrenceState.Closed, 1)] }], [])).Fate);
        Assert.Equal(TransferFate.Moves, Assert.Single(TransferFates.Of([part with { Recurs = true, Runs = [Run(30, OccurrenceState.Closed, 1)] }], [])).Fate);
    }

    [Fact]
    public void Parts_that_meet_are_merged_into_the_stronger_role()
    {
        HeldPart leads = new(Id(20), Task, Old, Role.Lead, false, [Run(30, OccurrenceState.InProgress)]);
        HeldPart helps = new(Id(21), Task, Heir, Role.Cooperating, false, [Run(31, OccurrenceState.Pending)]);
        var fate = Assert.Single(TransferFates.Of([leads], [helps]));
        Assert.Equal((TransferFate.Merges, helps.AssignmentId, Role.Lead), (fate.Fate, fate.IntoAssignment, fate.RoleAfter));
        Assert.Equal([new RunFate(Id(30), TransferFate.Merges, Id(31))], fate.Runs);
    }

    [Fact]
    public void Of_two_units_that_are_merged_the_one_that_led_moves_and_the_other_ends_in_it()
    {
        HeldPart helps = new(Id(20), Task, Other, Role.Cooperating, false, [Run(30, OccurrenceState.InProgress)]);
        HeldPart leads = new(Id(21), Task, Old, Role.Lead, false, [Run(31, OccurrenceState.Pending)]);
        var fates = TransferFates.Of([helps, leads], []);
        Assert.Equal([(leads, TransferFate.Moves), (helps, TransferFate.Merges)], fates.Select(x => (x.Part, x.Fate)));
        Assert.Equal(new RunFate(Id(30), TransferFate.Merges, Id(31)), Assert.Single(fates[1].Runs));
    }

    [Fact]
    public void Nothing_is_merged_into_what_is_over_and_a_period_that_the_heir_lacks_goes_on_under_its_part()
    {
        HeldPart part = new(Id(20), Task, Old, Role.Responsible, true, [Run(30, OccurrenceState.InProgress, 1), Run(31, OccurrenceState.Pending, 2)]);
        HeldPart own = new(Id(21), Task, Heir, Role.Responsible, true, [Run(40, OccurrenceState.Pending, 1)]);
        var merged = Assert.Single(TransferFates.Of([part], [own]));
        Assert.Equal([new RunFate(Id(30), TransferFate.Merges, Id(40)), new RunFate(Id(31), TransferFate.Moves)], merged.Runs);
        Assert.Equal(TransferFate.Blocked, Assert.Single(TransferFates.Of([part], [own with { Runs = [Run(40, OccurrenceState.Closed, 1)] }])).Fate);
    }

    [Fact]
    public void Whatever_is_handed_over_every_open_run_has_one_fate_and_the_heir_stands_on_each_task_once() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            Random random = new(seed);
            var next = 100;
            List<HeldPart> Parts(params Guid[] units) =>
            [
                .. from unit in units from task in Enumerable.Range(50, 4) where random.Next(3) > 0
                   select new HeldPart(Id(next++), Id(task), unit, (Role)random.Next(3), random.Next(2) == 0,
                       [.. Enumerable.Range(1, 3).Where(_ => random.Next(2) == 0).Select(month => Run(next++, (OccurrenceState)random.Next(11), month))]),
            ];
            var (given, own) = (Parts(Old, Other), Parts(Heir));
            var fates = TransferFates.Of(given, own);

            Assert.Equal(given.Select(x => x.AssignmentId).Order(), fates.Select(x => x.Part.AssignmentId).Order());
            foreach (var fate in fates.Where(x => x.Fate != TransferFate.Stays))
            {
                Assert.Equal(fate.Part.Runs.Where(x => !x.State.IsOver).Select(x => x.Id), fate.Runs.Select(x => x.RunId));
                Assert.True(fate.RoleAfter <= fate.Part.Role);
            }

            var after = fates.Where(x => x.Fate is TransferFate.Moves or TransferFate.Merges).ToList();
            var parts = own.Select(x => (x.TaskId, x.AssignmentId)).Concat(after.Select(x => (x.Part.TaskId, x.IntoAssignment))).Distinct().ToList();
            Assert.Equal(parts.Count, parts.Select(x => x.TaskId).Distinct().Count());
            var runs = own.SelectMany(x => x.Runs.Select(run => (x.AssignmentId, run.PeriodFrom)))
                .Concat(after.SelectMany(x => x.Runs.Where(run => run.Fate == TransferFate.Moves).Select(run => (x.IntoAssignment, x.Part.Runs.Single(r => r.Id == run.RunId).PeriodFrom))))
                .ToList();
            Assert.Equal(runs.Count, runs.Distinct().Count());
            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_was_late_before_a_reform_stays_with_the_unit_before_and_both_make_up_the_whole()
    {
        DateOnly due = new(2026, 6, 30), on = new(2026, 7, 15), finished = new(2026, 7, 20);
        var before = Lateness.Days(due, null, null, on.AddDays(-1));
        var after = Lateness.Days(Lateness.From(due, on.AddDays(-1)), finished, null, finished);
        Assert.Equal((14, 6, 20), (before, after, Lateness.Days(due, finished, null, finished)));
        Assert.Equal(new DateOnly(2026, 12, 31), Lateness.From(new(2026, 12, 31), on.AddDays(-1)));
    }

    [Fact]
    public void A_run_that_is_handed_over_is_signed_for_anew_and_one_that_stands_aside_stays_aside()
    {
        var stood = new Standing { State = OccurrenceState.InProgress, UnitId = Old, SignedOn = new(2026, 5, 6), DueOn = new(2026, 6, 30), DeadlineConfirmed = true, AskedLateBy = 3 };
        TakenStep Moved(OccurrenceState to) =>
            new(Step.Transfer, to, new(2026, 7, 15), new(2026, 7, 15), new StepFacts { UnitId = Heir, HeldByOtherUntil = new(2026, 7, 14) });
        var after = stood.After(Moved(OccurrenceState.Pending));
        Assert.Equal((Heir, (DateOnly?)null, 0, new DateOnly(2026, 7, 14)), (after.UnitId, after.SignedOn, after.AskedLateBy, after.HeldByOtherUntil));
        var aside = (stood with { State = OccurrenceState.Suspended, StateBefore = OccurrenceState.InProgress }).After(Moved(OccurrenceState.Suspended));
        Assert.Equal((OccurrenceState.Suspended, OccurrenceState.Pending), (aside.State, aside.StateBefore));
    }

    private static HeldRun Run(int id, OccurrenceState state, int? month = null) => new(Id(id), month is { } m ? new DateOnly(2026, m, 1) : null, state);

    private static Guid Id(int n) => new(n, 0, 0, new byte[8]);
}
