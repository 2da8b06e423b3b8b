using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Tasks.Queue;

/// <summary>What may wait for the office. The names stand in addresses.</summary>
public enum QueueTab
{
    /// <summary>待初审</summary>
    Review,

    /// <summary>申请调整责任单位</summary>
    NotOurs,

    /// <summary>延期申请</summary>
    Extension,

    /// <summary>未签收: for three working days or longer.</summary>
    Unsigned,

    /// <summary>本期未报: counted in reports, listed by unit and round.</summary>
    Missing,

    /// <summary>已退回, and not yet asked for again.</summary>
    Returned,

    /// <summary>存疑: counted in tasks and drafts.</summary>
    Doubts,

    /// <summary>逾期</summary>
    Late,

    /// <summary>待签批: waits for a unit's head or a leader, whose paper the office may enter.</summary>
    Approval,

    /// <summary>异议: counted in objections, those whose time is up first.</summary>
    Objection,

    /// <summary>长期未确认: ongoing tasks without a word in the current round; counted in reports, listed by unit and round.</summary>
    Ongoing,
}

/// <summary>Which occurrences wait where: the counts and the lists ask the same.</summary>
public static class QueueFilters
{
    public const int UnsignedWorkdays = 3;

    /// <summary>The last day of handing over since which the working days have passed.</summary>
    public static DateOnly UnsignedSince(DateOnly today, WorkingCalendar calendar) =>
        calendar.AddWorkdays(today.AddDays(1), -UnsignedWorkdays).AddDays(-1);

    public static IQueryable<Occurrence> In(this IQueryable<Occurrence> all, QueueTab tab, PlanTrackerDbContext db, DateOnly today, DateOnly unsignedSince) => tab switch
    {
        QueueTab.Review => all.Where(x => x.State == OccurrenceState.FirstReview),
        QueueTab.NotOurs => all.Where(x => x.State == OccurrenceState.Refused),
        QueueTab.Extension => all.Where(x => db.ExtensionRequests.Any(r => r.OccurrenceId == x.Id && r.Decision == Decision.Waiting)),
        QueueTab.Unsigned => all.Where(x => x.State == OccurrenceState.Pending && x.OpenedOn <= unsignedSince
            && !x.Steps.Any(s => (s.Step == Step.Reassign || s.Step == Step.Transfer) && s.On > unsignedSince)),
        QueueTab.Returned => all.Where(x => x.State == OccurrenceState.Returned),

        // Who cooperates in a joint task is closed with its lead and cannot close it: only the lead is urged.
        QueueTab.Late => all.Where(x => x.DeadlineConfirmed && !x.Ongoing && x.DueOn < today
            && (x.State == OccurrenceState.Pending || x.State == OccurrenceState.InProgress || x.State == OccurrenceState.Returned || x.State == OccurrenceState.Reopened)
            && (x.Role != Role.Cooperating || x.PlanTask.Sharing == Sharing.Each)),
        QueueTab.Approval => all.Where(x => x.State == OccurrenceState.UnitReview || x.State == OccurrenceState.LeaderApproval),
        _ => throw new ArgumentOutOfRangeException(nameof(tab), tab, "is no list of occurrences"),
    };

    extension(QueueTab tab)
    {
        /// <summary>What the office may do there for many at once.</summary>
        public IReadOnlyList<Step> StepsOffered() => tab switch
        {
            QueueTab.Review => [Step.Accept, Step.Return],
            QueueTab.NotOurs => [Step.Reassign, Step.UpholdAssignment],
            QueueTab.Extension => [Step.ApproveExtension, Step.RefuseExtension],
            _ => [],
        };

        /// <summary>The states in which occurrences stand there.</summary>
        public IReadOnlyList<OccurrenceState> StatesShown() => tab switch
        {
            QueueTab.Review => [OccurrenceState.FirstReview],
            QueueTab.NotOurs => [OccurrenceState.Refused],

            // Asked for while the work runs; an answer that finds it set aside meanwhile is refused for that one.
            QueueTab.Extension => [OccurrenceState.Pending, OccurrenceState.InProgress, OccurrenceState.Returned, OccurrenceState.Reopened],
            QueueTab.Unsigned => [OccurrenceState.Pending],
            QueueTab.Returned => [OccurrenceState.Returned],
            QueueTab.Late => [OccurrenceState.Pending, OccurrenceState.InProgress, OccurrenceState.Returned, OccurrenceState.Reopened],
            QueueTab.Approval => [OccurrenceState.UnitReview, OccurrenceState.LeaderApproval],
            _ => [],
        };
    }

    /// <summary>本期: of each plan the open round that ends next; what was missing in those that ended is asked for no more.</summary>
    public static IQueryable<ReportingRound> Current(this IQueryable<ReportingRound> all, DateOnly today) => all.Where(x => x.ClosedAt == null && x.OpensOn <= today
        && !all.Any(earlier => earlier.PlanId == x.PlanId && earlier.ClosedAt == null && earlier.OpensOn <= today && earlier.CutOffOn < x.CutOffOn));

    /// <summary>Tasks that are open somewhere and whose lead or deadline was only proposed.</summary>
    public static IQueryable<PlanTask> Doubtful(this IQueryable<PlanTask> all) => all.Where(x =>
        x.Assignments.Any(a => a.Occurrences.Any(o => o.State != OccurrenceState.Closed && o.State != OccurrenceState.Cancelled && o.State != OccurrenceState.CarriedOver))
        && (x.Assignments.Any(a => a.Provisional && a.EndedOn == null) || (!x.DeadlineConfirmed && !x.Ongoing && (x.DueOn != null || x.Recurrence != null))));
}
