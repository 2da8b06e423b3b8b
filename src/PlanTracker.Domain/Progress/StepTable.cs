using static PlanTracker.Domain.Progress.Function;
using static PlanTracker.Domain.Progress.OccurrenceState;

namespace PlanTracker.Domain.Progress;

/// <summary>What the table needs to know beside the state.</summary>
/// <param name="Path">The approvals that the plan asks for.</param>
/// <param name="SetAsideFrom">The state out of which a suspended or refused occurrence was set aside.</param>
/// <param name="Restored">Where a decision that is changed leads back to; null: where the occurrence stands.</param>
public sealed record StepOptions(ApprovalPath Path, OccurrenceState SetAsideFrom = InProgress, OccurrenceState? Restored = null)
{
    public static StepOptions Default { get; } = new(ApprovalPath.Default);

    public OccurrenceState SetAsideFrom { get; } = SetAsideFrom is not (Closed or Cancelled or Suspended or Refused or CarriedOver)
        ? SetAsideFrom
        : throw new ArgumentException("Only what is open can be set aside.", nameof(SetAsideFrom));
}

/// <summary>Who may take which step from which state to which: the one place that says so. Whether the unit is the person's own is asked by the
/// caller.</summary>
public static class StepTable
{
    private static readonly OccurrenceState[] Work = [InProgress, Returned, Reopened];
    private static readonly OccurrenceState[] Waiting = [UnitReview, FirstReview, LeaderApproval];
    private static readonly OccurrenceState[] Open = [Pending, .. Work, .. Waiting];
    private static readonly OccurrenceState[] Any = Enum.GetValues<OccurrenceState>();

    private static readonly Row[] Rows =
    [
        new(Step.Publish, [Coordinator], [null], To(Pending)),
        new(Step.Sign, [UnitReporter, UnitHead], [Pending], To(InProgress), MayBeEntered: true),
        new(Step.RefuseAsNotOurs, [UnitReporter, UnitHead], [Pending, .. Work], To(Refused), MayBeEntered: true),
        new(Step.Reassign, [Coordinator], [.. Open, Refused, Suspended], To(Pending)),
        new(Step.UpholdAssignment, [Coordinator], [Refused], Back),
        new(Step.Report, [UnitReporter, UnitHead], [.. Work, .. Waiting], Stay, MayBeEntered: true),
        new(Step.RequestCompletion, [UnitReporter, UnitHead], [.. Work], Forward, MayBeEntered: true),
        new(Step.WithdrawCompletion, [UnitReporter, UnitHead], [.. Waiting], To(InProgress), MayBeEntered: true),
        new(Step.HeadApprove, [UnitHead], [UnitReview], Forward, MayBeEntered: true),
        new(Step.Accept, [Coordinator], [FirstReview], Forward),
        new(Step.Approve, [Leader], [LeaderApproval], Forward, MayBeEntered: true),
        new(Step.Return, [UnitHead], [UnitReview], To(Returned), MayBeEntered: true),
        new(Step.Return, [Coordinator], [FirstReview], To(Returned)),
        new(Step.Return, [Leader], [LeaderApproval], To(Returned), MayBeEntered: true),
        new(Step.RequestExtension, [UnitReporter, UnitHead], [Pending, .. Work], Stay, MayBeEntered: true),
        new(Step.ApproveExtension, [Coordinator], [.. Open], Stay),
        new(Step.RefuseExtension, [Coordinator], [.. Open, Refused, Suspended], Stay),
        new(Step.RequestSuspension, [UnitReporter, UnitHead], [Pending, .. Work], Stay, MayBeEntered: true),
        new(Step.Suspend, [Coordinator], [.. Open], To(Suspended)),
        new(Step.Resume, [Coordinator], [Suspended], Back),
        new(Step.Cancel, [Coordinator], [.. Open, Refused, Suspended], To(Cancelled)),
        new(Step.CarryOver, [Coordinator], [.. Open, Refused, Suspended], To(CarriedOver)),
        new(Step.Reopen, [Coordinator], [Closed], To(Reopened)),

        // What waits for the office is not the unit's to hurry.
        new(Step.Urge, [Coordinator, Leader], [Pending, .. Work], Stay),
        new(Step.Instruct, [Leader], [.. Any], Stay, MayBeEntered: true),
        new(Step.ConfirmDeadline, [Coordinator], [.. Open, Refused, Suspended], Stay),
        new(Step.Amend, [Coordinator], [.. Open, Refused, Suspended], Stay),
        new(Step.RaiseObjection, [UnitReporter, UnitHead], [.. Open, Refused, Suspended, Cancelled], Stay, MayBeEntered: true),
        new(Step.UpholdDecision, [Coordinator, Leader], [.. Any], Stay),
        new(Step.ChangeDecision, [Coordinator, Leader], [.. Any], Restore),
        new(Step.ConfirmOngoing, [UnitReporter, UnitHead], [.. Work, .. Waiting], Stay, MayBeEntered: true),
        new(Step.ReachMilestone, [UnitReporter, UnitHead], [.. Work, .. Waiting], Stay, MayBeEntered: true),
        new(Step.TakeBackMilestone, [UnitReporter, UnitHead, Coordinator], [.. Work, .. Waiting], Stay),
        new(Step.Divide, [UnitReporter, UnitHead], [Pending, .. Work], Stay),
        new(Step.Transfer, [Coordinator], [.. Open, Refused, Suspended], Moved),
        new(Step.Merge, [Coordinator], [.. Open, Refused, Suspended], To(Cancelled)),
        new(Step.TakeOver, [Coordinator], [.. Open, Refused, Suspended], Stay),
    ];

    private delegate OccurrenceState Target(OccurrenceState? from, StepOptions options);

    /// <summary>The state after the step, or why it may not be taken: <see cref="RefusalKind.NotAllowed"/> where the function never takes this step,
    /// <see cref="RefusalKind.WrongState"/> where it does, but not from here.</summary>
    /// <param name="state">Null for what is not yet published.</param>
    public static Outcome<OccurrenceState> Take(Step step, OccurrenceState? state, Function function, StepOptions options)
    {
        Row[] own = [.. Rows.Where(row => row.Step == step && row.IsFor(function))];
        if (own.Length == 0)
            return RefusalKind.NotAllowed;
        return own.FirstOrDefault(row => row.From.Contains(state)) is { } row
            ? row.To(state, options)
            : new Refusal(RefusalKind.WrongState, step.ToString(), state?.ToString() ?? "");
    }

    /// <summary>All that a person in the function may do now, in the order of the list of steps.</summary>
    public static IReadOnlyList<Step> Possible(OccurrenceState? state, Function function) =>
        [.. Rows.Where(row => row.IsFor(function) && row.From.Contains(state)).Select(row => row.Step).Distinct().Order()];

    /// <summary>代录: the office enters what a unit or a leader did on paper, so that source and day must be named.</summary>
    public static bool IsEnteredForAnother(Step step, OccurrenceState? state, Function function) =>
        function == Coordinator && Rows.Any(row => row.Step == step && row.From.Contains(state) && row.MayBeEntered);

    private static Target To(OccurrenceState state) => (_, _) => state;

    private static OccurrenceState Stay(OccurrenceState? from, StepOptions options) => from!.Value;

    // What stands aside does so whoever has it; once resumed it is signed for.
    private static OccurrenceState Moved(OccurrenceState? from, StepOptions options) => from == Suspended ? Suspended : Pending;

    private static OccurrenceState Forward(OccurrenceState? from, StepOptions options) => options.Path.After(from!.Value);

    private static OccurrenceState Back(OccurrenceState? from, StepOptions options) => options.SetAsideFrom;

    private static OccurrenceState Restore(OccurrenceState? from, StepOptions options) => options.Restored ?? from!.Value;

    private sealed record Row(Step Step, Function[] By, OccurrenceState?[] From, Target To, bool MayBeEntered = false)
    {
        public bool IsFor(Function function) => By.Contains(function) || (MayBeEntered && function == Coordinator);
    }
}
