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
    /// <param name="Colour">Only those whose light has it on the day.</param>
    /// <param name="AsOf">A past day: all is as it stood then; null: today.</param>
    public sealed record Query(
        Narrowing Narrowing, TaskFilter Filter = TaskFilter.All, int DueWithin = MeasureDay.DueSoonDays, string Words = "", TaskOrder Order = TaskOrder.Due, int Page = 1,
        LightColour? Colour = null, DateOnly? AsOf = null)
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

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, WorkingCalendar calendar, OccurrenceLights lights, LightScan scan, PastTasks past)
        : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.OverseesAny() && actor.UnitIds.Count == 0)
                return RefusalKind.NotAllowed;
            if (request.AsOf is { } day)
                return await past.Find(Ordered(Narrowed(request), request.Order), request, day, cancellationToken);
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
            return new Result([.. page.Select(x => RowOf(x.Occurrence, x.Number, x.Title, x.PlanTitle, x.Unit, x.Kind, book))], total);
        }

        private IQueryable<Occurrence> Found(Query request)
        {
            var found = Narrowed(request).Where(new MeasureDay(clock.Today, calendar).Where(request.Filter, request.DueWithin));
            return request.Narrowing.Unit is { } unit ? found.Where(x => x.OrgUnitId == unit) : found;
        }

        // Without what depends on the day: how a task stands, and which unit has it.
        private IQueryable<Occurrence> Narrowed(Query request)
        {
            var found = db.OccurrencesSeenBy(actor);
            var narrowing = request.Narrowing;
            if (narrowing.Place is { } place)
                found = found.Where(x => x.JurisdictionId == place);
            if (narrowing.Plan is { } plan)
                found = found.Where(x => x.PlanId == plan);
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

        internal static Row RowOf(Occurrence x, string number, string title, string planTitle, string unit, Domain.Units.OrgUnitKind kind, LightBook book) => new()
        {
            TaskId = x.PlanTaskId, Number = number, Title = title, PlanTitle = planTitle, UnitId = x.OrgUnitId, Unit = unit, Role = x.Role, State = x.State,
            PeriodFrom = x.PeriodFrom, PeriodTo = x.PeriodTo, DueOn = x.DueOn, OriginalDueOn = x.OriginalDueOn, Percent = x.Percent, LastReportedOn = x.LastReportedOn,
            Light = book.LightOf(LightColumns.Of(x, kind)),
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
