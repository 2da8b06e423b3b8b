using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Browse;

/// <summary>A plan with its tasks by section, and how each stands, today or on a past day.</summary>
public static class OpenPlan
{
    /// <param name="AsOf">A past day: how the tasks stood then; null: today.</param>
    public sealed record Query(Guid Id, DateOnly? AsOf = null) : IQuery<Outcome<Result>>;

    public sealed record Result(
        Guid Id, string Title, PlanKind Kind, string DocNumber, string Issuer, DateOnly? Issued, int FirstYear, int LastYear, DateOnly PublishedOn,
        ReportingCycle Cycle, string Place, string FileName, bool HasFile, string SourceText, int Units, IReadOnlyList<Row> Tasks,
        IReadOnlyList<EditionLink> Editions, bool MayAmend);

    /// <param name="Light">The worst among those who lead or answer for it; null where nobody does.</param>
    /// <param name="Runs">Parts of units, latest period of each.</param>
    public sealed record Row(
        Guid Id, string Number, string Section, string Title, IReadOnlyList<string> Leads, int Others, bool Provisional, DateOnly? DueOn, bool DeadlineConfirmed,
        Recurrence? Recurrence, DayInPeriod? PeriodDay, bool Ongoing, Light? Light, int Runs, int Closed);

    public sealed class Handler(PlanTrackerDbContext db, OccurrenceLights lights, PastStandings standings, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var plan = await db.PlansFor(actor).AsNoTracking().Where(x => x.Id == request.Id).Select(x => new
            {
                x.Id, x.Title, x.Kind, x.DocNumber, x.Issuer, x.Issued, x.FirstYear, x.LastYear, x.PublishedOn, x.RoundCycle, Place = x.Jurisdiction.Name,
                x.FileName, x.FileHash, x.SourceText, x.JurisdictionId,
            }).SingleOrDefaultAsync(cancellationToken);
            if (plan is null)
                return RefusalKind.NotFound;
            var tasks = await db.PlanTasks.AsNoTracking().Where(x => x.PlanId == plan.Id && (x.WithdrawnOn == null || x.WithdrawnOn > request.AsOf)).OrderBy(x => x.Position).Select(x => new
            {
                x.Id, x.Number, x.Section, x.Title, x.DueOn, x.DeadlineConfirmed, x.Recurrence, x.PeriodDay, x.Ongoing,
                Parts = x.Assignments.Where(a => a.EndedOn == null || a.EndedOn > request.AsOf).OrderBy(a => a.Role).ThenBy(a => a.OrgUnit.Position).ThenBy(a => a.OrgUnit.Name)
                    .Select(a => new { a.OrgUnitId, a.OrgUnit.Name, a.Role, a.Provisional }).ToList(),
            }).ToListAsync(cancellationToken);
            var runs = (await Runs(plan.Id, request.AsOf, cancellationToken)).GroupBy(x => x.AssignmentId).Select(x => x.OrderByDescending(y => y.PeriodFrom).First())
                .ToLookup(x => x.Columns.PlanTaskId);
            var book = request.AsOf is { } day ? await lights.Of([plan.Id], day, cancellationToken) : await lights.Of([plan.Id], cancellationToken);
            var rows = tasks.Select(x =>
            {
                var leads = x.Parts.Where(p => p.Role == Role.Lead).ToList();
                if (leads.Count == 0)
                    leads = [.. x.Parts.Where(p => p.Role == Role.Responsible)];
                var own = runs[x.Id].Where(r => r.Role != Role.Cooperating).Select(r => (Light?)book.LightOf(r.Columns)).OrderByDescending(l => l!.Value.Colour);
                var then = request.AsOf is null ? null : runs[x.Id].OrderBy(r => r.Role).FirstOrDefault();
                var names = then is null ? leads.Select(p => p.Name) : runs[x.Id].Where(r => r.Role == then.Role).Select(r => r.Unit);
                return new Row(
                    x.Id, x.Number, x.Section, x.Title, [.. names], x.Parts.Count - leads.Count, leads.Exists(p => p.Provisional), then is null ? x.DueOn : then.Columns.DueOn,
                    then?.Columns.DeadlineConfirmed ?? x.DeadlineConfirmed, x.Recurrence, x.PeriodDay, x.Ongoing, own.FirstOrDefault(), runs[x.Id].Count(),
                    runs[x.Id].Count(r => r.Columns.State == OccurrenceState.Closed));
            });
            return new Result(
                plan.Id, plan.Title, plan.Kind, plan.DocNumber, plan.Issuer, plan.Issued, plan.FirstYear, plan.LastYear, plan.PublishedOn, plan.RoundCycle,
                plan.Place, plan.FileName, plan.FileHash.Length > 0, plan.SourceText,
                tasks.SelectMany(x => x.Parts).Select(x => x.OrgUnitId).Distinct().Count(), [.. rows],
                await db.EditionsOf(plan.Id, cancellationToken), actor.Coordinates(plan.JurisdictionId));
        }

        private async Task<List<Run>> Runs(Guid planId, DateOnly? asOf, CancellationToken cancellation)
        {
            var all = db.Occurrences.AsNoTracking().Where(x => x.PlanId == planId && (x.Assignment.EndedOn == null || x.Assignment.EndedOn > asOf));
            if (asOf is not { } day)
            {
                return await all.Select(x => new Run(x.AssignmentId, x.Role, x.PeriodFrom, x.OrgUnit.Name, new LightColumns
                {
                    PlanId = x.PlanId, PlanTaskId = x.PlanTaskId, State = x.State, OpenedOn = x.OpenedOn, DueOn = x.DueOn, DeadlineConfirmed = x.DeadlineConfirmed,
                    Ongoing = x.Ongoing, FinishedOn = x.FinishedOn, RequestedOn = x.RequestedOn, Percent = x.Percent, LastReportedOn = x.LastReportedOn,
                    RedUntil = x.RedUntil, AskedLateBy = x.AskedLateBy, HeldByOtherUntil = x.HeldByOtherUntil, Reached = x.Reached, Role = x.Role,
                        UnitKind = x.OrgUnit.Kind,
                })).ToListAsync(cancellation);
            }

            var stood = await standings.SetBack(all, day, cancellation);
            Guid[] ids = [.. stood.Select(x => x.OrgUnitId).Distinct()];
            var units = await db.OrgUnits.AsNoTracking().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => (x.Name, x.Kind), cancellation);
            return [.. stood.Select(x => new Run(
                x.AssignmentId, x.Role, x.PeriodFrom, units[x.OrgUnitId].Name, LightColumns.Of(x, units[x.OrgUnitId].Kind)))];
        }

        private sealed record Run(Guid AssignmentId, Role Role, DateOnly? PeriodFrom, string Unit, LightColumns Columns);
    }
}
