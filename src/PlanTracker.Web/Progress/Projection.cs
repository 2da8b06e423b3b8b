using System.Globalization;
using PlanTracker.Domain;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Progress;

/// <summary>What a step makes of the columns of an occurrence: that of <see cref="Standing.After"/>.</summary>
public static class Projection
{
    /// <summary>What <see cref="OccurrenceStep.Changed"/> says of a run into which one of another unit was merged; before: that unit, after: the role from then on.</summary>
    public const string TakenOver = "TakenOver";

    /// <summary>Sets the columns to how it stands after the step, and the step to what it needs for that.</summary>
    /// <param name="redOn">Its light was red on that day, just before.</param>
    /// <param name="finishedOn">The day of the request that closes it, where that is another's.</param>
    /// <param name="askedOn">The day on which the extension that is granted was asked for.</param>
    public static void Apply(Occurrence occurrence, OccurrenceStep step, StepEntry entry, DateOnly? redOn = null, DateOnly? finishedOn = null, DateOnly? askedOn = null)
    {
        step.Place = ++occurrence.StepsTaken;
        step.Facts = FactsOf(occurrence, step.Step, entry) with { RedOn = redOn, FinishedOn = finishedOn, AskedOn = askedOn };
        var before = occurrence.State;
        SetTo(occurrence, StandingOf(occurrence).After(new TakenStep(step.Step, step.To, step.On, Clock.DayOf(step.At), step.Facts)));
        if (step.Step == Step.Amend && entry.Amended is { } run)
            (occurrence.PeriodFrom, occurrence.PeriodTo) = (run.PeriodFrom, run.PeriodTo);
        if (step.To == OccurrenceState.Closed && before != OccurrenceState.Closed)
            occurrence.ClosedAt = step.At;
        else if (step.Step == Step.Reopen)
            occurrence.ClosedAt = null;
    }

    public static Standing StandingOf(Occurrence x) => new()
    {
        State = x.State, StateBefore = x.StateBefore, UnitId = x.OrgUnitId, Ongoing = x.Ongoing, OriginalDueOn = x.OriginalDueOn, DueOn = x.DueOn,
        DeadlineConfirmed = x.DeadlineConfirmed, SignedOn = x.SignedOn, RequestedOn = x.RequestedOn, FinishedOn = x.FinishedOn, Percent = x.Percent,
        LastReportedOn = x.LastReportedOn, RedUntil = x.RedUntil, AskedLateBy = x.AskedLateBy, HeldByOtherUntil = x.HeldByOtherUntil,
        Reached = MilestoneMarks.Parse(x.Reached),
    };

    public static void SetTo(Occurrence x, Standing standing)
    {
        (x.State, x.StateBefore, x.Ongoing) = (standing.State, standing.StateBefore, standing.Ongoing);
        (x.OriginalDueOn, x.DueOn, x.DeadlineConfirmed) = (standing.OriginalDueOn, standing.DueOn, standing.DeadlineConfirmed);
        (x.SignedOn, x.RequestedOn, x.FinishedOn) = (standing.SignedOn, standing.RequestedOn, standing.FinishedOn);
        (x.Percent, x.LastReportedOn, x.RedUntil, x.AskedLateBy) = (standing.Percent, standing.LastReportedOn, standing.RedUntil, standing.AskedLateBy);
        x.HeldByOtherUntil = standing.HeldByOtherUntil;
        x.Reached = standing.Reached.Text;
        if (x.OrgUnitId != standing.UnitId)
            x.OrgUnitId = standing.UnitId;
    }

    private static StepFacts FactsOf(Occurrence x, Step step, StepEntry entry) => step switch
    {
        Step.Publish => new StepFacts
        {
            Deadline = new RunDeadline(x.PeriodFrom, x.PeriodTo, x.Ongoing, x.OriginalDueOn, x.DueOn, x.DeadlineConfirmed), UnitId = x.OrgUnitId,
        },
        Step.Amend => new StepFacts { Deadline = entry.Amended },
        Step.Reassign => new StepFacts { UnitId = entry.OrgUnitId },
        Step.Transfer => new StepFacts { UnitId = entry.OrgUnitId, HeldByOtherUntil = entry.TakenOverOn?.AddDays(-1) },
        Step.Report => new StepFacts { Percent = entry.Percent },
        Step.ReachMilestone => new StepFacts { Milestone = entry.Milestone, ReachedOn = entry.ReachedOn },
        Step.TakeBackMilestone => new StepFacts { Milestone = entry.Milestone },
        Step.ApproveExtension or Step.ConfirmDeadline => new StepFacts { NewDueOn = entry.NewDueOn },
        Step.ChangeDecision => new StepFacts { RequestedOn = entry.Restored?.RequestedOn, NewDueOn = entry.Restored?.DueOn },
        _ => new StepFacts(),
    };

    /// <summary>What changes beside the state, to be asked before <see cref="Apply"/>.</summary>
    public static (string Changed, string Before, string After) Changes(Occurrence occurrence, Step step, StepEntry entry) => step switch
    {
        Step.ApproveExtension => (nameof(Occurrence.DueOn), Day(occurrence.DueOn), Day(entry.NewDueOn)),
        Step.ConfirmDeadline => (nameof(Occurrence.DeadlineConfirmed), Day(occurrence.DueOn), Day(entry.NewDueOn ?? occurrence.DueOn)),
        Step.Amend when entry.Amended is { } run && run.DueOn != occurrence.DueOn => (nameof(Occurrence.DueOn), Day(occurrence.DueOn), Day(run.DueOn)),
        Step.Amend when entry.Amended is { } run && run.OriginalDueOn != occurrence.OriginalDueOn =>
            (nameof(Occurrence.OriginalDueOn), Day(occurrence.OriginalDueOn), Day(run.OriginalDueOn)),
        Step.ChangeDecision when entry.Restored is { DueOn: { } due } => (nameof(Occurrence.DueOn), Day(occurrence.DueOn), Day(due)),
        Step.ChangeDecision when entry.Restored is { RequestedOn: { } requested } => (nameof(Occurrence.RequestedOn), "", Day(requested)),
        Step.ReachMilestone or Step.TakeBackMilestone when entry.Milestone is { } milestone => (
            nameof(Milestone), Day(milestone),
            Day(step == Step.ReachMilestone ? entry.ReachedOn : MilestoneMarks.Parse(occurrence.Reached).On(milestone))),
        Step.Divide => (nameof(Division), "", entry.Divided ?? ""),
        Step.RequestExtension => ("NewDueOn", Day(occurrence.DueOn), Day(entry.NewDueOn)),
        Step.Merge => (nameof(Occurrence.MergedIntoId), occurrence.OrgUnitId.ToString(), entry.OrgUnitId?.ToString() ?? ""),
        Step.TakeOver => (TakenOver, entry.OrgUnitId?.ToString() ?? "", entry.Role?.ToString() ?? ""),
        Step.Reassign or Step.Transfer => (nameof(Occurrence.OrgUnitId), occurrence.OrgUnitId.ToString(), entry.OrgUnitId?.ToString() ?? ""),
        Step.RefuseAsNotOurs when entry.OrgUnitId is { } proposed => ("ProposedUnit", "", proposed.ToString()),
        Step.Report when entry.Percent is { } percent => (nameof(Occurrence.Percent), Number(occurrence.Percent), Number(percent)),
        _ => ("", "", ""),
    };

    /// <summary>What a step cannot do without.</summary>
    public static Refusal? Needs(Step step, StepEntry entry) => step switch
    {
        Step.RefuseAsNotOurs or Step.Return or Step.RequestExtension or Step.RefuseExtension or Step.RequestSuspension or Step.Reopen
            or Step.RaiseObjection or Step.UpholdDecision or Step.ChangeDecision or Step.TakeBackMilestone
            when string.IsNullOrWhiteSpace(entry.Words) => new Refusal(RefusalKind.Missing, "理由"),
        Step.Suspend or Step.Cancel or Step.CarryOver when string.IsNullOrWhiteSpace(entry.Words) => new Refusal(RefusalKind.Missing, "依据"),
        Step.RequestExtension or Step.ApproveExtension when entry.NewDueOn is null => new Refusal(RefusalKind.Missing, "新的时限"),
        Step.Transfer or Step.Merge or Step.TakeOver when string.IsNullOrWhiteSpace(entry.Words) => new Refusal(RefusalKind.Missing, "依据"),
        Step.Reassign or Step.Transfer or Step.Merge or Step.TakeOver when entry.OrgUnitId is null => new Refusal(RefusalKind.Missing, "接收单位"),
        Step.ReachMilestone when entry.Milestone is null || entry.ReachedOn is null => new Refusal(RefusalKind.Missing, "节点完成日期"),
        Step.TakeBackMilestone when entry.Milestone is null => new Refusal(RefusalKind.Missing, "时间节点"),
        _ => null,
    };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
