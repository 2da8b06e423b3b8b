using System.Linq.Expressions;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Measures;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Measures;

/// <summary>The conditions of the numbers on one day, as a query asks them. They are those of <see cref="Tally"/>; a test holds the two together.</summary>
public sealed class MeasureDay(DateOnly day, WorkingCalendar calendar)
{
    public const int SilentDays = 30;
    public const int DueSoonDays = 7;
    public const int UnsignedWorkdays = 3;

    private readonly DateOnly quietSince = day.AddDays(-SilentDays);

    public DateOnly Day => day;

    /// <summary>What was handed over before it has been unsigned for <see cref="UnsignedWorkdays"/> workdays or more.</summary>
    public DateOnly UnsignedLongBefore { get; } = calendar.AddWorkdays(calendar.PreviousWorkdayOrSame(day), 1 - UnsignedWorkdays);

    public Expression<Func<Occurrence, bool>> Where(TaskFilter filter, int dueWithin = DueSoonDays)
    {
        var soon = day.AddDays(dueWithin);
        var (unsignedBefore, quiet) = (UnsignedLongBefore, quietSince);
        return filter switch
        {
            TaskFilter.All => x => true,
            TaskFilter.Counted => Counted,
            TaskFilter.Closed => x => !x.Ongoing && x.State == OccurrenceState.Closed,
            TaskFilter.Due => x => !x.Ongoing && x.State != OccurrenceState.Cancelled && x.State != OccurrenceState.Suspended && x.DeadlineConfirmed && x.DueOn <= day,
            TaskFilter.DueClosed => x => !x.Ongoing && x.State == OccurrenceState.Closed && x.DeadlineConfirmed && x.DueOn <= day,
            TaskFilter.DueClosedOnTime => x => !x.Ongoing && x.State == OccurrenceState.Closed && x.DeadlineConfirmed && x.DueOn <= day
                && x.AskedLateBy == 0 && (x.FinishedOn ?? x.RequestedOn ?? day) <= (x.HeldByOtherUntil > x.DueOn ? x.HeldByOtherUntil : x.DueOn),
            TaskFilter.DueOpen => x => !x.Ongoing && x.State != OccurrenceState.Closed && x.State != OccurrenceState.Cancelled
                && x.State != OccurrenceState.Suspended && x.DeadlineConfirmed && x.DueOn <= day,
            TaskFilter.Overdue => x => !x.Ongoing && x.State != OccurrenceState.Closed && x.State != OccurrenceState.Cancelled && x.State != OccurrenceState.CarriedOver
                && x.State != OccurrenceState.Suspended && x.DeadlineConfirmed && x.DueOn < day && x.RequestedOn == null,
            TaskFilter.DueSoon => x => !x.Ongoing && x.State != OccurrenceState.Closed && x.State != OccurrenceState.Cancelled && x.State != OccurrenceState.CarriedOver
                && x.State != OccurrenceState.Suspended && x.DeadlineConfirmed && x.RequestedOn == null && x.DueOn >= day && x.DueOn <= soon,
            TaskFilter.AwaitingReview => x => x.State == OccurrenceState.UnitReview || x.State == OccurrenceState.FirstReview
                || x.State == OccurrenceState.LeaderApproval,
            TaskFilter.Unsigned => x => x.State == OccurrenceState.Pending,
            TaskFilter.UnsignedLong => x => x.State == OccurrenceState.Pending && x.OpenedOn < unsignedBefore,
            TaskFilter.Silent => x => (x.State == OccurrenceState.Pending || x.State == OccurrenceState.InProgress || x.State == OccurrenceState.Returned
                || x.State == OccurrenceState.Reopened) && (x.LastReportedOn ?? x.OpenedOn) <= quiet,
            TaskFilter.AtWork => x => x.State == OccurrenceState.Pending || x.State == OccurrenceState.InProgress || x.State == OccurrenceState.Returned
                || x.State == OccurrenceState.Reopened,
            TaskFilter.ClosedLate => x => !x.Ongoing && x.State == OccurrenceState.Closed && x.DeadlineConfirmed && x.DueOn <= day
                && (x.AskedLateBy > 0 || (x.FinishedOn ?? x.RequestedOn ?? day) > (x.HeldByOtherUntil > x.DueOn ? x.HeldByOtherUntil : x.DueOn)),
            TaskFilter.Extended => x => !x.Ongoing && x.State != OccurrenceState.Cancelled && x.State != OccurrenceState.Suspended && x.DueOn > x.OriginalDueOn,
            TaskFilter.Ongoing => x => x.Ongoing && x.State != OccurrenceState.Cancelled && x.State != OccurrenceState.CarriedOver,
            TaskFilter.Unconfirmed => x => !x.Ongoing && !x.DeadlineConfirmed && x.State != OccurrenceState.Closed && x.State != OccurrenceState.Cancelled
                && x.State != OccurrenceState.CarriedOver,
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };
    }

    private static readonly Expression<Func<Occurrence, bool>> Counted =
        x => !x.Ongoing && x.State != OccurrenceState.Cancelled && x.State != OccurrenceState.Suspended;

    // Cooperating is the last of the roles: so each side is one stretch of the index.
    public static Expression<Func<Occurrence, bool>> On(Side side) =>
        side == Side.Cooperating ? x => x.Role == Role.Cooperating : x => x.Role < Role.Cooperating;

    /// <summary>One row for each role, unit, state, ongoing and confirmed, counted in the order of IX_Occurrences_Measures and out of it alone.</summary>
    public IQueryable<AlikeRow> Alike(IQueryable<Occurrence> occurrences)
    {
        var (soon, quiet, unsignedBefore) = (day.AddDays(DueSoonDays), quietSince, UnsignedLongBefore);
        return occurrences
            .GroupBy(x => new { x.JurisdictionId, x.Role, x.OrgUnitId, x.State, x.Ongoing, x.DeadlineConfirmed })
            .Select(group => new AlikeRow
            {
                JurisdictionId = group.Key.JurisdictionId, OrgUnitId = group.Key.OrgUnitId, Role = group.Key.Role, State = group.Key.State, Ongoing = group.Key.Ongoing,
                DeadlineConfirmed = group.Key.DeadlineConfirmed,
                All = group.Count(),
                DueSoFar = group.Count(x => x.DueOn <= day),
                Passed = group.Count(x => x.DueOn < day && x.RequestedOn == null),
                Late = group.Count(x => x.DueOn <= day && (x.AskedLateBy > 0 || (x.FinishedOn ?? x.RequestedOn ?? day) > (x.HeldByOtherUntil > x.DueOn ? x.HeldByOtherUntil : x.DueOn))),
                DaysLate = group.Sum(x => x.DueOn <= day && (x.FinishedOn ?? x.RequestedOn ?? day) > (x.HeldByOtherUntil > x.DueOn ? x.HeldByOtherUntil : x.DueOn)
                    ? (x.FinishedOn ?? x.RequestedOn ?? day).DayNumber - (x.HeldByOtherUntil > x.DueOn ? x.HeldByOtherUntil : x.DueOn)!.Value.DayNumber : 0)
                    + group.Sum(x => x.DueOn <= day ? x.AskedLateBy : 0),
                Quiet = group.Count(x => (x.LastReportedOn ?? x.OpenedOn) <= quiet),
                Moved = group.Count(x => x.DueOn > x.OriginalDueOn),
                Soon = group.Count(x => x.DueOn >= day && x.DueOn <= soon && x.RequestedOn == null),
                OpenedLongAgo = group.Count(x => x.OpenedOn < unsignedBefore),
                LastReportedOn = group.Max(x => x.LastReportedOn),
                FirstOpenedOn = group.Min(x => x.OpenedOn),
            });
    }
}

/// <summary>Occurrences of one unit that share role, state, ongoing and confirmed, counted.</summary>
public sealed record AlikeRow
{
    public Guid JurisdictionId { get; init; }
    public Guid OrgUnitId { get; init; }
    public Role Role { get; init; }
    public OccurrenceState State { get; init; }
    public bool Ongoing { get; init; }
    public bool DeadlineConfirmed { get; init; }
    public int All { get; init; }
    public int DueSoFar { get; init; }
    public int Passed { get; init; }
    public int Late { get; init; }
    public int DaysLate { get; init; }
    public int Quiet { get; init; }
    public int Moved { get; init; }
    public int Soon { get; init; }
    public int OpenedLongAgo { get; init; }
    public DateOnly? LastReportedOn { get; init; }
    public DateOnly FirstOpenedOn { get; init; }

    public Side Side => Role == Role.Cooperating ? Side.Cooperating : Side.Lead;

    /// <summary>As <see cref="TaskFilter.AtWork"/> counts.</summary>
    public int AtWork => State == OccurrenceState.Pending || State.IsUnderWay ? All : 0;

    public Tally Tally => new AlikeCounts
    {
        State = State, IsOngoing = Ongoing, IsUnconfirmed = !DeadlineConfirmed, All = All, DueSoFar = DueSoFar, Passed = Passed, Late = Late,
        DaysLate = DaysLate, Quiet = Quiet, Moved = Moved,
    }.Tally;

    /// <summary>As <see cref="TaskFilter.DueSoon"/> counts.</summary>
    public int DueSoon => !Ongoing && DeadlineConfirmed && !State.IsOver && State != OccurrenceState.Suspended ? Soon : 0;

    /// <summary>As <see cref="TaskFilter.UnsignedLong"/> counts.</summary>
    public int UnsignedLong => State == OccurrenceState.Pending ? OpenedLongAgo : 0;
}
