using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Features.Tasks.Divide;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Mine;

/// <summary>All that stands with the units of whoever asks, the most urgent first.</summary>
public static class MyTasks
{
    public enum Group
    {
        /// <summary>交给我的: given to the reader within his unit, and not over.</summary>
        Mine,

        /// <summary>All that is begun and not over.</summary>
        Open,
        Unsigned,
        Returned,
        Overdue,

        /// <summary>Due within <see cref="SoonDays"/> days.</summary>
        Soon,
        UnderReview,
        Upcoming,
        Over,
    }

    public const int SoonDays = 7;

    public sealed record Query(Group Group, Guid? PlanId = null, int Page = 1) : IQuery<Result>;

    /// <param name="Counts">Of all groups, whatever the one chosen.</param>
    public sealed record Result(IReadOnlyList<Row> Rows, int Total, IReadOnlyDictionary<Group, int> Counts, IReadOnlyList<(Guid Id, string Title)> Plans)
    {
        public const int PageSize = 50;
    }

    public sealed record Row
    {
        public required Guid Id { get; init; }
        public required Guid TaskId { get; init; }
        public required string Number { get; init; }
        public required string Title { get; init; }
        public required int Position { get; init; }
        public required Guid PlanId { get; init; }
        public required string Plan { get; init; }
        public required string Unit { get; init; }
        public required Role Role { get; init; }
        public required bool Provisional { get; init; }
        public required Recurrence? Recurrence { get; init; }
        public required DateOnly? PeriodFrom { get; init; }
        public required DateOnly? OriginalDueOn { get; init; }
        public required LightColumns Columns { get; init; }
        public Light Light { get; init; }

        /// <summary>Who within the unit does the work.</summary>
        public IReadOnlyList<Given> Given { get; init; } = [];

        /// <summary>Calendar days from today to the deadline; negative when it passed; null where nothing runs.</summary>
        public int? DaysLeft { get; init; }
    }

    /// <param name="DueOn">Inner deadline.</param>
    public sealed record Given(string Office, string Person, DateOnly? DueOn, string Words, bool IsMine);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, OccurrenceLights lights) : IHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var units = actor.UnitIds;
            var rows = await db.Occurrences.AsNoTracking().Where(x => units.Contains(x.OrgUnitId))
                .Select(x => new Row
                {
                    Id = x.Id, TaskId = x.PlanTaskId, Number = x.PlanTask.Number, Title = x.PlanTask.Title, Position = x.PlanTask.Position, PlanId = x.PlanId,
                    Plan = x.Plan.Title, Unit = x.OrgUnit.Name, Role = x.Role, Provisional = x.Assignment.Provisional,
                    Recurrence = x.PlanTask.Recurrence, PeriodFrom = x.PeriodFrom, OriginalDueOn = x.OriginalDueOn,
                    Columns = new LightColumns
                    {
                        PlanId = x.PlanId, PlanTaskId = x.PlanTaskId, State = x.State, OpenedOn = x.OpenedOn, DueOn = x.DueOn,
                        DeadlineConfirmed = x.DeadlineConfirmed, Ongoing = x.Ongoing, FinishedOn = x.FinishedOn, RequestedOn = x.RequestedOn,
                        Percent = x.Percent, LastReportedOn = x.LastReportedOn, RedUntil = x.RedUntil, AskedLateBy = x.AskedLateBy, HeldByOtherUntil = x.HeldByOtherUntil, Reached = x.Reached, Role = x.Role,
                        UnitKind = x.OrgUnit.Kind,
                    },
                })
                .ToListAsync(cancellationToken);
            var plans = rows.Select(x => (Id: x.PlanId, Title: x.Plan)).Distinct().OrderBy(x => x.Title, StringComparer.Ordinal).ToList();
            if (request.PlanId is { } plan)
                rows.RemoveAll(x => x.PlanId != plan);
            var given = (await db.Divisions.AsNoTracking().Where(x => units.Contains(x.OrgUnitId)).Holding().OrderBy(x => x.Id)
                .Select(x => new { x.OccurrenceId, Given = new Given(x.Office, x.PersonName, x.DueOn, x.Words, x.AccountId == actor.AccountId) }).ToListAsync(cancellationToken))
                .ToLookup(x => x.OccurrenceId, x => x.Given);
            var book = await lights.Of(rows.Select(x => x.PlanId), cancellationToken);
            var today = clock.Today;
            rows = [.. rows.Select(x => x with { Light = book.LightOf(x.Columns), DaysLeft = DaysLeft(x.Columns, today), Given = [.. given[x.Id]] })];
            var counts = Enum.GetValues<Group>().ToDictionary(group => group, group => rows.Count(x => IsIn(x, group, today)));
            List<Row> chosen = [.. rows.Where(x => IsIn(x, request.Group, today)).OrderBy(Urgency)
                .ThenBy(x => x.Columns.DueOn ?? DateOnly.MaxValue).ThenBy(x => x.Plan, StringComparer.Ordinal).ThenBy(x => x.Position)];
            var page = Math.Max(1, request.Page);
            return new Result([.. chosen.Skip((page - 1) * Result.PageSize).Take(Result.PageSize)], chosen.Count, counts, plans);
        }

        private static int? DaysLeft(LightColumns columns, DateOnly today) => columns.State.IsOver || columns.State == OccurrenceState.Suspended
            || columns.RequestedOn is not null || columns.DueOn is not { } due ? null : due.DayNumber - today.DayNumber;

        private static bool IsIn(Row row, Group group, DateOnly today)
        {
            var (columns, begun) = (row.Columns, row.Columns.OpenedOn <= today);
            return group switch
            {
                Group.Mine => !columns.State.IsOver && row.Given.Any(x => x.IsMine),
                Group.Open => begun && !columns.State.IsOver,
                Group.Unsigned => begun && columns.State == OccurrenceState.Pending,
                Group.Returned => columns.State is OccurrenceState.Returned or OccurrenceState.Reopened,
                Group.Overdue => columns.DeadlineConfirmed && !columns.Ongoing && row.DaysLeft < 0,
                Group.Soon => begun && row.DaysLeft is >= 0 and <= SoonDays,
                Group.UnderReview => columns.State.IsAwaitingReview,
                Group.Upcoming => !begun && !columns.State.IsOver,
                Group.Over => columns.State.IsOver,
                _ => throw new ArgumentOutOfRangeException(nameof(group)),
            };
        }

        // What waits for the unit stands before what runs, and that before what waits for others.
        private static int Urgency(Row row) => row switch
        {
            { Columns.State: OccurrenceState.Returned or OccurrenceState.Reopened } => 0,
            { Light.Colour: LightColour.Red } => 1,
            { Columns.State: OccurrenceState.Pending } => 2,
            { Light.Colour: LightColour.Yellow, Columns.RequestedOn: null } => 3,
            { Columns.RequestedOn: not null } => 5,
            { Columns.Ongoing: true } => 6,
            { Columns.State: OccurrenceState.Suspended or OccurrenceState.Refused } => 7,
            _ => 4,
        };
    }
}
