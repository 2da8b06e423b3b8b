using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Search;

/// <summary>Finds tasks, one row for each unit's part in them: as many as the number says that led here.</summary>
public static class FindTasks
{
    public const int PageSize = 30;

    /// <param name="Words">Found in number, title or text; all of several words.</param>
    /// <param name="DueWithin">Days for <see cref="TaskFilter.DueSoon"/>.</param>
    /// <param name="Page">From 1.</param>
    /// <param name="Colour">Only those whose light has it today.</param>
    public sealed record Query(
        Narrowing Narrowing, TaskFilter Filter = TaskFilter.All, int DueWithin = MeasureDay.DueSoonDays, string Words = "", TaskOrder Order = TaskOrder.Due, int Page = 1,
        LightColour? Colour = null)
        : IQuery<Outcome<Result>>;

    public sealed record Result(IReadOnlyList<Row> Rows, int Total);

    public sealed record Row
    {
        public required Guid TaskId { get; init; }
        public required string Number { get; init; }
        public required string Title { get; init; }
        public required string PlanTitle { get; init; }
        public required Guid UnitId { get; init; }
        public required string Unit { get; init; }
        public required Role Role { get; init; }
        public required OccurrenceState State { get; init; }
        public required DateOnly? PeriodFrom { get; init; }
        public required DateOnly? PeriodTo { get; init; }
        public required DateOnly? DueOn { get; init; }
        public required DateOnly? OriginalDueOn { get; init; }
        public required int Percent { get; init; }
        public required DateOnly? LastReportedOn { get; init; }
        public required Light Light { get; init; }
    }

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, WorkingCalendar calendar, OccurrenceLights lights, LightScan scan)
        : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.OverseesAny() && actor.UnitIds.Count == 0)
                return RefusalKind.NotAllowed;
            var (found, skip) = (Ordered(Found(request), request.Order), (request.Page - 1) * PageSize);
            int total;
            if (request.Colour is { } colour)
            {
                (var ids, total) = await scan.Find(found, colour, skip, PageSize, cancellationToken);
                found = Ordered(db.Occurrences.Where(x => ids.Contains(x.Id)), request.Order);
            }
            else
            {
                total = await found.CountAsync(cancellationToken);
                found = found.Skip(skip).Take(PageSize);
            }

            var page = await found
                .Select(x => new
                {
                    Occurrence = x, x.PlanTask.Number, x.PlanTask.Title, PlanTitle = x.Plan.Title, Unit = x.OrgUnit.Name, x.OrgUnit.Kind,
                })
                .AsNoTracking().ToListAsync(cancellationToken);
            var book = await lights.Of(page.Select(x => x.Occurrence.PlanId), cancellationToken);
            return new Result([.. page.Select(x => Row(x.Occurrence, x.Number, x.Title, x.PlanTitle, x.Unit, x.Kind, book))], total);
        }

        private IQueryable<Occurrence> Found(Query request)
        {
            var found = db.OccurrencesSeenBy(actor).Where(new MeasureDay(clock.Today, calendar).Where(request.Filter, request.DueWithin));
            var narrowing = request.Narrowing;
            if (narrowing.Place is { } place)
                found = found.Where(x => x.JurisdictionId == place);
            if (narrowing.Plan is { } plan)
                found = found.Where(x => x.PlanId == plan);
            if (narrowing.Unit is { } unit)
                found = found.Where(x => x.OrgUnitId == unit);
            if (narrowing.Side is { } side)
                found = found.Where(MeasureDay.On(side));
            foreach (var word in request.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                var pattern = LikePattern.Holding(word);
                found = found.Where(x => EF.Functions.Like(x.PlanTask.Number, pattern, LikePattern.Escape) || EF.Functions.Like(x.PlanTask.Title, pattern, LikePattern.Escape)
                    || EF.Functions.Like(x.PlanTask.Body, pattern, LikePattern.Escape));
            }

            return found;
        }

        private static IQueryable<Occurrence> Ordered(IQueryable<Occurrence> found, TaskOrder order) => order switch
        {
            TaskOrder.Plan => found.OrderBy(x => x.PlanId).ThenBy(x => x.PlanTask.Position).ThenBy(x => x.Role).ThenBy(x => x.Id),
            TaskOrder.Unit => found.OrderBy(x => x.OrgUnit.Position).ThenBy(x => x.OrgUnit.Name).ThenBy(x => x.DueOn).ThenBy(x => x.Id),
            TaskOrder.LastReport => found.OrderBy(x => x.LastReportedOn != null).ThenBy(x => x.LastReportedOn).ThenBy(x => x.Id),
            _ => found.OrderBy(x => x.DueOn == null).ThenBy(x => x.DueOn).ThenBy(x => x.Id),
        };

        private static Row Row(Occurrence x, string number, string title, string planTitle, string unit, Domain.Units.OrgUnitKind kind, LightBook book) => new()
        {
            TaskId = x.PlanTaskId, Number = number, Title = title, PlanTitle = planTitle, UnitId = x.OrgUnitId, Unit = unit, Role = x.Role, State = x.State,
            PeriodFrom = x.PeriodFrom, PeriodTo = x.PeriodTo, DueOn = x.DueOn, OriginalDueOn = x.OriginalDueOn, Percent = x.Percent, LastReportedOn = x.LastReportedOn,
            Light = book.LightOf(new LightColumns
            {
                PlanId = x.PlanId, PlanTaskId = x.PlanTaskId, State = x.State, OpenedOn = x.OpenedOn, DueOn = x.DueOn, DeadlineConfirmed = x.DeadlineConfirmed,
                Ongoing = x.Ongoing, FinishedOn = x.FinishedOn, RequestedOn = x.RequestedOn, Percent = x.Percent, LastReportedOn = x.LastReportedOn,
                RedUntil = x.RedUntil, UnitKind = kind,
            }),
        };
    }
}

public enum TaskOrder
{
    /// <summary>By the deadline, those without one last.</summary>
    Due,

    /// <summary>By plan and the numbers of its tasks.</summary>
    Plan,

    /// <summary>By unit in protocol order.</summary>
    Unit,

    /// <summary>Those never or longest ago reported first.</summary>
    LastReport,
}
