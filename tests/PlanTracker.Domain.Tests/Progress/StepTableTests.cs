using PlanTracker.Domain.Progress;
using static PlanTracker.Domain.Progress.Function;
using static PlanTracker.Domain.Progress.OccurrenceState;

namespace PlanTracker.Domain.Tests.Progress;

public sealed class StepTableTests
{
    private static readonly StepOptions Full = new(new ApprovalPath(unitReview: true, firstReview: true, leaderApproval: true));

    public static TheoryData<bool, bool, bool> Paths() =>
        [.. from unit in Both from first in Both from leader in Both where unit || first || leader select (unit, first, leader)];

    private static bool[] Both => [true, false];

    [Theory]
    [InlineData(Step.Publish, null, Coordinator, Pending)]
    [InlineData(Step.Sign, Pending, UnitReporter, InProgress)]
    [InlineData(Step.Sign, Pending, UnitHead, InProgress)]
    [InlineData(Step.RefuseAsNotOurs, Pending, UnitReporter, Refused)]
    [InlineData(Step.RefuseAsNotOurs, InProgress, UnitHead, Refused)]
    [InlineData(Step.Reassign, Refused, Coordinator, Pending)]
    [InlineData(Step.Reassign, InProgress, Coordinator, Pending)]
    [InlineData(Step.Transfer, InProgress, Coordinator, Pending)]
    [InlineData(Step.Transfer, FirstReview, Coordinator, Pending)]
    [InlineData(Step.Transfer, Suspended, Coordinator, Suspended)]
    [InlineData(Step.Merge, InProgress, Coordinator, Cancelled)]
    [InlineData(Step.TakeOver, InProgress, Coordinator, InProgress)]
    [InlineData(Step.Report, InProgress, UnitReporter, InProgress)]
    [InlineData(Step.Report, FirstReview, UnitReporter, FirstReview)]
    [InlineData(Step.RequestCompletion, InProgress, UnitReporter, FirstReview)]
    [InlineData(Step.RequestCompletion, Returned, UnitReporter, FirstReview)]
    [InlineData(Step.RequestCompletion, Reopened, UnitReporter, FirstReview)]
    [InlineData(Step.WithdrawCompletion, FirstReview, UnitReporter, InProgress)]
    [InlineData(Step.Accept, FirstReview, Coordinator, Closed)]
    [InlineData(Step.Return, FirstReview, Coordinator, Returned)]
    [InlineData(Step.RequestExtension, InProgress, UnitReporter, InProgress)]
    [InlineData(Step.ApproveExtension, InProgress, Coordinator, InProgress)]
    [InlineData(Step.Suspend, InProgress, Coordinator, Suspended)]
    [InlineData(Step.Resume, Suspended, Coordinator, InProgress)]
    [InlineData(Step.Cancel, Suspended, Coordinator, Cancelled)]
    [InlineData(Step.Reopen, Closed, Coordinator, Reopened)]
    [InlineData(Step.Urge, InProgress, Leader, InProgress)]
    [InlineData(Step.Instruct, Closed, Leader, Closed)]
    public void A_step_leads_to_its_state(Step step, OccurrenceState? from, Function by, OccurrenceState to) =>
        Assert.Equal(to, StepTable.Take(step, from, by, StepOptions.Default).Value);

    [Theory]
    [InlineData(Step.Sign, Pending, Leader)]
    [InlineData(Step.Accept, FirstReview, UnitHead)]
    [InlineData(Step.Accept, FirstReview, UnitReporter)]
    [InlineData(Step.HeadApprove, UnitReview, UnitReporter)]
    [InlineData(Step.Approve, LeaderApproval, UnitHead)]
    [InlineData(Step.Return, FirstReview, UnitReporter)]
    [InlineData(Step.ApproveExtension, InProgress, UnitHead)]
    [InlineData(Step.Suspend, InProgress, UnitReporter)]
    [InlineData(Step.Cancel, InProgress, Leader)]
    [InlineData(Step.Instruct, InProgress, UnitHead)]
    public void A_step_that_is_not_the_function_s_is_not_allowed(Step step, OccurrenceState from, Function by) =>
        Assert.Equal(RefusalKind.NotAllowed, StepTable.Take(step, from, by, Full).Refusal?.Kind);

    [Theory]
    [InlineData(Step.RequestCompletion, Pending, UnitReporter)]
    [InlineData(Step.RequestCompletion, Closed, UnitReporter)]
    [InlineData(Step.Sign, InProgress, UnitReporter)]
    [InlineData(Step.Accept, InProgress, Coordinator)]
    [InlineData(Step.Return, FirstReview, Leader)]
    [InlineData(Step.Reopen, Cancelled, Coordinator)]
    [InlineData(Step.Publish, Pending, Coordinator)]
    [InlineData(Step.Cancel, Closed, Coordinator)]
    [InlineData(Step.Urge, Closed, Leader)]
    [InlineData(Step.Urge, Suspended, Coordinator)]
    [InlineData(Step.Urge, FirstReview, Leader)]
    public void A_step_out_of_its_turn_is_refused_with_step_and_state(Step step, OccurrenceState from, Function by)
    {
        var refusal = StepTable.Take(step, from, by, Full).Refusal;

        Assert.Equal(RefusalKind.WrongState, refusal?.Kind);
        Assert.Equal([step.ToString(), from.ToString()], refusal!.Arguments);
    }

    [Theory, MemberData(nameof(Paths))]
    public void A_request_passes_every_chosen_approval_in_turn_and_no_other(bool unit, bool first, bool leader)
    {
        StepOptions options = new(new ApprovalPath(unit, first, leader));
        var state = StepTable.Take(Step.RequestCompletion, InProgress, UnitReporter, options).Value;
        List<OccurrenceState> passed = [];
        while (state != Closed)
        {
            passed.Add(state);
            var (step, by) = state switch
            {
                UnitReview => (Step.HeadApprove, UnitHead),
                FirstReview => (Step.Accept, Coordinator),
                _ => (Step.Approve, Leader),
            };
            state = StepTable.Take(step, state, by, options).Value;
        }

        OccurrenceState?[] chosen = [unit ? UnitReview : null, first ? FirstReview : null, leader ? LeaderApproval : null];
        Assert.Equal(chosen.OfType<OccurrenceState>(), passed);
    }

    [Fact]
    public void Somebody_always_approves() => Assert.Throws<ArgumentException>(() => new ApprovalPath(false, false, false));

    [Theory]
    [InlineData(Step.Resume, Suspended)]
    [InlineData(Step.UpholdAssignment, Refused)]
    public void What_was_set_aside_goes_on_where_it_was(Step step, OccurrenceState from) =>
        Assert.Equal(Pending, StepTable.Take(step, from, Coordinator, new StepOptions(ApprovalPath.Default, SetAsideFrom: Pending)).Value);

    [Fact]
    public void The_office_may_enter_what_units_and_leaders_did_on_paper()
    {
        Assert.Equal(Closed, StepTable.Take(Step.Approve, LeaderApproval, Coordinator, Full).Value);
        Assert.True(StepTable.IsEnteredForAnother(Step.Approve, LeaderApproval, Coordinator));
        Assert.True(StepTable.IsEnteredForAnother(Step.Return, LeaderApproval, Coordinator));
        Assert.False(StepTable.IsEnteredForAnother(Step.Return, FirstReview, Coordinator));
        Assert.False(StepTable.IsEnteredForAnother(Step.Approve, LeaderApproval, Leader));
    }

    [Fact]
    public void Administrators_take_no_step_in_any_state() => Assert.All(
        from function in new[] { SystemAdministrator, SecurityAdministrator, AuditAdministrator }
        from state in Enum.GetValues<OccurrenceState>()
        select StepTable.Possible(state, function),
        Assert.Empty);

    [Fact]
    public void What_is_said_to_be_possible_is_what_may_be_taken() => Assert.All(
        from function in Enum.GetValues<Function>()
        from state in Enum.GetValues<OccurrenceState>()
        from step in Enum.GetValues<Step>()
        select (function, state, step),
        given => Assert.Equal(
            StepTable.Possible(given.state, given.function).Contains(given.step),
            StepTable.Take(given.step, given.state, given.function, Full).IsDone));

    [Fact]
    public void From_every_open_state_an_occurrence_can_still_be_closed() => Assert.All(
        Enum.GetValues<OccurrenceState>().Where(state => state is not (Cancelled or CarriedOver)),
        state => Assert.Contains(Closed, Reachable(state)));

    [Fact]
    public void What_was_carried_over_stays_so() => Assert.Equal([CarriedOver], Reachable(CarriedOver));

    [Fact]
    public void What_was_cancelled_stays_so() => Assert.Equal([Cancelled], Reachable(Cancelled));

    private static HashSet<OccurrenceState> Reachable(OccurrenceState start)
    {
        HashSet<OccurrenceState> seen = [start];
        Queue<OccurrenceState> open = new([start]);
        while (open.TryDequeue(out var state))
        {
            var next = from function in Enum.GetValues<Function>()
                       from step in StepTable.Possible(state, function)
                       select StepTable.Take(step, state, function, Full).Value;
            foreach (var reached in next.Where(seen.Add))
                open.Enqueue(reached);
        }

        return seen;
    }
}
