using System.Text;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Calendars;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>The working calendar of a place: the national notices of each year and the place's own days. Administrators change it, coordinators read it.</summary>
public static class OpenCalendar
{
    /// <param name="JurisdictionId">Null for the place whose pages the person sees first.</param>
    public sealed record Query(Guid? JurisdictionId = null) : IQuery<Outcome<Result>>;

    /// <param name="LastYear">The last year of which a notice is known; what lies after is provisional.</param>
    /// <param name="Places">Those whose calendar the person may see.</param>
    public sealed record Result(
        Guid JurisdictionId, string Place, bool MayEdit, int? LastYear, IReadOnlyList<Year> Years, IReadOnlyList<Own> Days, IReadOnlyList<PlaceLink> Places);

    /// <param name="LoadedAt">Null for what the program brought along.</param>
    /// <param name="WorkdaysOfMonths">With the place's own days.</param>
    public sealed record Year(
        int Number, IReadOnlyList<(DateOnly First, DateOnly Last)> Off, IReadOnlyList<(DateOnly First, DateOnly Last)> Worked, DateTime? LoadedAt, string ByName,
        string FileName, IReadOnlyList<int> WorkdaysOfMonths);

    /// <param name="Place">Where it was set, for one that comes from above; else empty.</param>
    public sealed record Own(Guid Id, DateOnly Day, bool IsWorked, string Reason, string ByName, DateTime At, string Place);

    public sealed record PlaceLink(Guid Id, string Name);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, CalendarShelf calendars) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            Guid[] mine = [.. actor.Held.Where(x => x.Function is Function.SystemAdministrator or Function.Coordinator).Select(x => x.JurisdictionId).Distinct()];
            if (mine.Length == 0)
                return RefusalKind.NotAllowed;
            var id = request.JurisdictionId ?? mine[0];
            if (!mine.Contains(id))
                return RefusalKind.NotFound;
            var places = await db.Jurisdictions.AsNoTracking().Where(x => mine.Contains(x.Id)).OrderBy(x => x.Path)
                .Select(x => new { x.Id, x.Name, x.Path }).ToListAsync(cancellationToken);
            var here = places.Single(x => x.Id == id);
            var days = await db.LocalDays.AsNoTracking().Where(x => here.Path.StartsWith(x.Jurisdiction.Path)).OrderBy(x => x.Day)
                .Select(x => new { x.Id, x.Day, x.IsWorked, x.Reason, x.ByName, x.At, Place = x.Jurisdiction.Name, x.JurisdictionId, x.Jurisdiction.Path })
                .ToListAsync(cancellationToken);
            var loaded = await db.LoadedNotices.AsNoTracking().ToDictionaryAsync(x => x.Year, cancellationToken);
            var (calendar, notices) = (calendars.Of(id), WorkingCalendar.National.Notices.Concat(loaded.Values
                .SelectMany(x => HolidayNotice.Read(Encoding.UTF8.GetBytes(x.Content)) is { IsDone: true, Value: var read } ? read : [])));
            var years = new WorkingCalendar(notices).Notices.Select(x =>
            {
                var by = loaded.GetValueOrDefault(x.Year);
                return new Year(x.Year, x.Runs(false), x.Runs(true), by?.At, by?.ByName ?? "", by?.FileName ?? "", [.. Months(x.Year, calendar)]);
            }).ToList();

            // Of two for one day the nearer place's counts, and is the one that is shown.
            return new Result(
                id, here.Name, actor.Holds(Function.SystemAdministrator, id), years.Count > 0 ? years[0].Number : null, years,
                [.. days.GroupBy(x => x.Day).Select(x => x.MaxBy(y => y.Path.Length)!).Select(x => new Own(
                    x.Id, x.Day, x.IsWorked, x.Reason, x.ByName, x.At, x.JurisdictionId == id ? "" : x.Place))],
                [.. places.Select(x => new PlaceLink(x.Id, x.Name))]);
        }

        private static IEnumerable<int> Months(int year, WorkingCalendar calendar) => Enumerable.Range(1, 12).Select(month =>
        {
            DateOnly first = new(year, month, 1);
            return calendar.WorkdaysBetween(first.AddDays(-1), first.AddMonths(1).AddDays(-1));
        });
    }
}
