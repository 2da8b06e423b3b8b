using System.Globalization;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Progress;

/// <summary>What a step makes of the columns of an occurrence.</summary>
internal static class Projection
{
    public static void Apply(Occurrence occurrence, Step step, OccurrenceState to, StepEntry entry, DateOnly on, DateTime at)
    {
        var from = occurrence.State;
        occurrence.State = to;
        switch (step)
        {
            case Step.Sign:
                occurrence.SignedOn = on;
                break;
            case Step.RefuseAsNotOurs or Step.Suspend:
                occurrence.StateBefore = from;
                break;
            case Step.UpholdAssignment or Step.Resume:
                occurrence.StateBefore = null;
                break;
            case Step.Reassign:
                (occurrence.OrgUnitId, occurrence.SignedOn, occurrence.RequestedOn, occurrence.StateBefore) = (entry.OrgUnitId!.Value, null, null, null);
                break;
            case Step.Report:
                occurrence.LastReportedOn = occurrence.LastReportedOn is { } last && last > on ? last : on;
                occurrence.Percent = entry.Percent ?? occurrence.Percent;
                break;
            case Step.RequestCompletion:
                occurrence.RequestedOn = on;
                break;
            case Step.WithdrawCompletion or Step.Return:
                occurrence.RequestedOn = null;
                break;
            case Step.ApproveExtension:
                (occurrence.DueOn, occurrence.DeadlineConfirmed) = (entry.NewDueOn, true);
                break;
            case Step.ConfirmDeadline:
                // What nobody had confirmed was no deadline yet: the day that is confirmed is the original one.
                (occurrence.DueOn, occurrence.OriginalDueOn, occurrence.DeadlineConfirmed) =
                    (entry.NewDueOn ?? occurrence.DueOn, entry.NewDueOn ?? occurrence.OriginalDueOn, true);
                break;
            case Step.Amend when entry.Amended is { } run:
                (occurrence.PeriodFrom, occurrence.PeriodTo, occurrence.Ongoing) = (run.PeriodFrom, run.PeriodTo, run.Ongoing);
                (occurrence.OriginalDueOn, occurrence.DueOn, occurrence.DeadlineConfirmed) = (run.OriginalDueOn, run.DueOn, run.IsConfirmed);
                break;
            case Step.ChangeDecision when entry.Restored is { } restored:
                (occurrence.RequestedOn, occurrence.DueOn) = (restored.RequestedOn ?? occurrence.RequestedOn, restored.DueOn ?? occurrence.DueOn);
                if (to == OccurrenceState.Refused && from != to)
                    occurrence.StateBefore = from;
                break;
            case Step.Cancel:
                (occurrence.RequestedOn, occurrence.StateBefore) = (null, null);
                break;
            case Step.Reopen:
                (occurrence.FinishedOn, occurrence.ClosedAt, occurrence.RequestedOn) = (null, null, null);
                break;
        }

        // Finished on the day of the request that is accepted now, however long the office took.
        if (to == OccurrenceState.Closed && from != OccurrenceState.Closed)
            (occurrence.FinishedOn, occurrence.ClosedAt, occurrence.RequestedOn, occurrence.StateBefore, occurrence.Percent) =
                (occurrence.RequestedOn ?? on, at, null, null, 100);
    }

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
        Step.Divide => (nameof(Division), "", entry.Divided ?? ""),
        Step.RequestExtension => ("NewDueOn", Day(occurrence.DueOn), Day(entry.NewDueOn)),
        Step.Reassign => (nameof(Occurrence.OrgUnitId), occurrence.OrgUnitId.ToString(), entry.OrgUnitId?.ToString() ?? ""),
        Step.RefuseAsNotOurs when entry.OrgUnitId is { } proposed => ("ProposedUnit", "", proposed.ToString()),
        Step.Report when entry.Percent is { } percent => (nameof(Occurrence.Percent), Number(occurrence.Percent), Number(percent)),
        _ => ("", "", ""),
    };

    /// <summary>What a step cannot do without.</summary>
    public static Refusal? Needs(Step step, StepEntry entry) => step switch
    {
        Step.RefuseAsNotOurs or Step.Return or Step.RequestExtension or Step.RefuseExtension or Step.RequestSuspension or Step.Reopen
            or Step.RaiseObjection or Step.UpholdDecision or Step.ChangeDecision
            when string.IsNullOrWhiteSpace(entry.Words) => new Refusal(RefusalKind.Missing, "理由"),
        Step.Suspend or Step.Cancel when string.IsNullOrWhiteSpace(entry.Words) => new Refusal(RefusalKind.Missing, "依据"),
        Step.RequestExtension or Step.ApproveExtension when entry.NewDueOn is null => new Refusal(RefusalKind.Missing, "新的时限"),
        Step.Reassign when entry.OrgUnitId is null => new Refusal(RefusalKind.Missing, "接收单位"),
        _ => null,
    };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
