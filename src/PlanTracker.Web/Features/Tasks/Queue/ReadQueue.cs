using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Queue;

/// <summary>One tab of the queue whose entries are occurrences, the longest waiting first.</summary>
public static class ReadQueue
{
    public const int PageSize = 30;

    /// <param name="Page">From 1.</param>
    public sealed record Query(QueueTab Tab, Guid? UnitId = null, int Page = 1) : IQuery<Outcome<Result>>;

    public sealed record Result(IReadOnlyList<Row> Rows, int Total, IReadOnlyList<UnitChoice> Units);

    public sealed record UnitChoice(Guid Id, string Name);

    /// <param name="Said">The words that it waits with: the request, the reason, the last report.</param>
    public sealed record Row(
        Guid OccurrenceId, Guid PlanTaskId, string Number, string Title, string PlanTitle, Guid UnitId, string Unit, bool IsAskedByLetter, Role Role,
        OccurrenceState State, DateOnly OpenedOn, DateOnly? PeriodFrom, DateOnly? DueOn, int Files, Light Light, Saying? Said);

    /// <param name="NewDueOn">Asked for with an extension.</param>
    /// <param name="Proposed">The unit proposed in one's own place.</param>
    public sealed record Saying(DateOnly On, string Words, string ByName, EntrySource Source, DateOnly? NewDueOn = null, string Proposed = "", Guid? ProposedId = null);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, WorkingCalendar calendar, OccurrenceLights lights) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (actor.CoordinatedIds.Count == 0)
                return RefusalKind.NotAllowed;
            var all = db.Occurrences.AsNoTracking().Where(x => actor.CoordinatedIds.Contains(x.JurisdictionId))
                .In(request.Tab, db, clock.Today, QueueFilters.UnsignedSince(clock.Today, calendar));
            var units = await all.GroupBy(x => new { x.OrgUnitId, x.OrgUnit.Name, x.OrgUnit.Position }).OrderBy(x => x.Key.Position).ThenBy(x => x.Key.Name)
                .Select(x => new UnitChoice(x.Key.OrgUnitId, x.Key.Name)).ToListAsync(cancellationToken);
            if (request.UnitId is { } unit)
                all = all.Where(x => x.OrgUnitId == unit);
            var total = await all.CountAsync(cancellationToken);
            var ordered = request.Tab switch
            {
                QueueTab.Review or QueueTab.Approval => all.OrderBy(x => x.RequestedOn).ThenBy(x => x.DueOn),
                QueueTab.Unsigned => all.OrderBy(x => x.OpenedOn).ThenBy(x => x.DueOn),
                _ => all.OrderBy(x => x.DueOn),
            };
            var page = await ordered.ThenBy(x => x.PlanTask.Position).ThenBy(x => x.Id).Skip((Math.Max(1, request.Page) - 1) * PageSize).Take(PageSize)
                .Select(x => new
                {
                    x.Id, x.PlanTaskId, x.PlanTask.Number, x.PlanTask.Title, PlanTitle = x.Plan.Title, x.OrgUnitId, Unit = x.OrgUnit.Name, x.Role, x.PeriodFrom,
                    Files = db.Evidence.Count(e => e.OccurrenceId == x.Id),
                    Columns = new LightColumns
                    {
                        PlanId = x.PlanId, PlanTaskId = x.PlanTaskId, State = x.State, OpenedOn = x.OpenedOn, DueOn = x.DueOn, DeadlineConfirmed = x.DeadlineConfirmed,
                        Ongoing = x.Ongoing, FinishedOn = x.FinishedOn, RequestedOn = x.RequestedOn, Percent = x.Percent, LastReportedOn = x.LastReportedOn,
                        RedUntil = x.RedUntil, AskedLateBy = x.AskedLateBy, HeldByOtherUntil = x.HeldByOtherUntil, Reached = x.Reached, Role = x.Role,
                        UnitKind = x.OrgUnit.Kind,
                    },
                }).ToListAsync(cancellationToken);
            var said = await Sayings(request.Tab, [.. page.Select(x => x.Id)], cancellationToken);
            var book = await lights.Of(page.Select(x => x.Columns.PlanId), cancellationToken);
            return new Result(
                [.. page.Select(x => new Row(
                    x.Id, x.PlanTaskId, x.Number, x.Title, x.PlanTitle, x.OrgUnitId, x.Unit, x.Columns.UnitKind.IsAskedByLetter, x.Role, x.Columns.State,
                    x.Columns.OpenedOn, x.PeriodFrom, x.Columns.DueOn, x.Files, book.LightOf(x.Columns), said.GetValueOrDefault(x.Id)))],
                total, units);
        }

        // The last of each counts.
        private async Task<IReadOnlyDictionary<Guid, Saying>> Sayings(QueueTab tab, Guid[] ids, CancellationToken cancellation)
        {
            var all = tab switch
            {
                QueueTab.Review or QueueTab.Approval => await db.CompletionRequests.AsNoTracking()
                    .Where(x => ids.Contains(x.OccurrenceId) && x.Decision == Decision.Waiting).OrderBy(x => x.Id)
                    .Select(x => new { x.OccurrenceId, Saying = new Saying(x.RequestedOn, x.Words, x.ByName, x.Source, null, "", null) }).ToListAsync(cancellation),
                QueueTab.Extension => await db.ExtensionRequests.AsNoTracking()
                    .Where(x => ids.Contains(x.OccurrenceId) && x.Decision == Decision.Waiting).OrderBy(x => x.Id)
                    .Select(x => new { x.OccurrenceId, Saying = new Saying(x.RequestedOn, x.Words, x.ByName, EntrySource.Own, x.NewDueOn, "", null) }).ToListAsync(cancellation),
                QueueTab.NotOurs or QueueTab.Returned => await db.OccurrenceSteps.AsNoTracking()
                    .Where(x => ids.Contains(x.OccurrenceId) && x.Step == (tab == QueueTab.NotOurs ? Step.RefuseAsNotOurs : Step.Return)).OrderBy(x => x.At).ThenBy(x => x.Id)
                    .Select(x => new { x.OccurrenceId, Saying = new Saying(x.On, x.Words, x.ByName, x.Source, null, x.After, null) }).ToListAsync(cancellation),
                _ => await db.ProgressReports.AsNoTracking().Where(x => ids.Contains(x.OccurrenceId)).OrderBy(x => x.At).ThenBy(x => x.Id)
                    .Select(x => new { x.OccurrenceId, Saying = new Saying(x.On, x.Words, x.ByName, x.Source, null, "", null) }).ToListAsync(cancellation),
            };
            Dictionary<Guid, Saying> last = [];
            foreach (var one in all)
                last[one.OccurrenceId] = one.Saying;
            return tab == QueueTab.NotOurs ? await NameProposed(last, cancellation) : last;
        }

        private async Task<Dictionary<Guid, Saying>> NameProposed(Dictionary<Guid, Saying> said, CancellationToken cancellation)
        {
            var proposed = said.Where(x => Guid.TryParse(x.Value.Proposed, out _)).ToDictionary(x => x.Key, x => Guid.Parse(x.Value.Proposed));
            Guid[] ids = [.. proposed.Values.Distinct()];
            var names = await db.OrgUnits.AsNoTracking().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Name, cancellation);
            return said.ToDictionary(x => x.Key, x => proposed.TryGetValue(x.Key, out var unit) && names.TryGetValue(unit, out var name)
                ? x.Value with { Proposed = name, ProposedId = unit }
                : x.Value with { Proposed = "" });
        }
    }
}
