using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Supervision;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Dashboard.Overview;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Dashboard.Unit;

/// <summary>One unit: who it is, its numbers, its tasks by their lights, its last reports, and what was asked of it this month. For who oversees its place and
/// for its own people.</summary>
public static class ShowUnit
{
    public sealed record Query(Guid UnitId) : IQuery<Outcome<Result>>;

    /// <param name="MayBeRed">False for a body that is asked by letter, unless its place says otherwise.</param>
    /// <param name="Asked">What was asked of the unit this month; null for who does not coordinate.</param>
    public sealed record Result(
        string Name, OrgUnitKind Kind, string Place, string Leader, IReadOnlyList<Contact> Contacts, UnitNumbers Lead, UnitNumbers Cooperating,
        IReadOnlyList<TaskRow> Tasks, IReadOnlyList<ReportRow> Reports, IReadOnlyList<UrgeRow> Urges, Asked? Asked, bool MayBeRed, IReadOnlyList<Handed> HandedOver);

    /// <summary>What a reform took from the unit.</summary>
    /// <param name="DaysLate">Until the day before; they stay this unit's.</param>
    public sealed record Handed(Guid TaskId, string Number, string Title, string To, DateOnly On, DateOnly? DueOn, int DaysLate);

    public sealed record Contact(string Name, string Phone, string Email, bool IsHead);

    public sealed record TaskRow(Guid TaskId, string Number, string Title, string PlanTitle, Role Role, DateOnly? DueOn, int Percent, DateOnly? LastReportedOn, Light Light);

    public sealed record ReportRow(Guid TaskId, string Title, string Words, int Percent, bool NothingNew, bool StillDone, string Reached, string ByName, DateOnly On);

    public sealed record UrgeRow(UrgeKind Kind, UrgeWay Way, int Count, string ByName, DateOnly On);

    /// <param name="Rounds">Calls for progress on its plans with a cut-off this month.</param>
    /// <param name="Urges">Nudges this month.</param>
    public sealed record Asked(int Rounds, int Urges);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, WorkingCalendar calendar, OccurrenceLights lights) : IHandler<Query, Outcome<Result>>
    {
        private const int LastReports = 8;

        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var unit = await db.OrgUnits.AsNoTracking().Where(x => x.Id == request.UnitId)
                .Select(x => new
                {
                    x.Name, x.Kind, Place = x.Jurisdiction.Name, x.Jurisdiction.Path, x.JurisdictionId, x.Jurisdiction.LetterUnitsTurnRed, Leader = x.SupervisingLeader!.Name,
                    Contacts = x.Contacts.OrderBy(c => c.IsHead).ThenBy(c => c.Name).Select(c => new Contact(c.Name, c.Phone, c.Email, c.IsHead)).ToList(),
                })
                .SingleOrDefaultAsync(cancellationToken);
            if (unit is null || !(actor.Oversees(unit.Path) || actor.IsOfUnit(request.UnitId)))
                return RefusalKind.NotFound;
            var own = db.OccurrencesSeenBy(actor).Where(x => x.OrgUnitId == request.UnitId);
            var rows = await new MeasureDay(clock.Today, calendar).Alike(own).ToListAsync(cancellationToken);
            var month = new DateOnly(clock.Today.Year, clock.Today.Month, 1);
            var urges = await db.Urges.AsNoTracking().Where(x => x.OrgUnitId == request.UnitId && x.On >= month).OrderByDescending(x => x.At)
                .Select(x => new UrgeRow(x.Kind, x.Way, x.Count, x.ByName, x.On)).ToListAsync(cancellationToken);
            return new Result(
                unit.Name, unit.Kind, unit.Place, unit.Leader ?? "", unit.Contacts,
                UnitNumbers.Of(rows.Where(x => x.Side == Side.Lead)), UnitNumbers.Of(rows.Where(x => x.Side == Side.Cooperating)),
                await Tasks(own, cancellationToken), await Reports(own, cancellationToken), urges,
                actor.Coordinates(unit.JurisdictionId) ? new Asked(await Rounds(own, month, cancellationToken), urges.Count) : null,
                new LetterRules { MayBeRed = unit.LetterUnitsTurnRed }.MayTurnRed(unit.Kind),
                await HandedOver(request.UnitId, cancellationToken));
        }

        private async Task<IReadOnlyList<TaskRow>> Tasks(IQueryable<Occurrence> own, CancellationToken cancellation)
        {
            var rows = await own.AsNoTracking().Select(x => new
            {
                x.PlanTask.Number, x.PlanTask.Title, PlanTitle = x.Plan.Title, x.Role,
                Columns = new LightColumns
                {
                    PlanId = x.PlanId, PlanTaskId = x.PlanTaskId, State = x.State, OpenedOn = x.OpenedOn, DueOn = x.DueOn, DeadlineConfirmed = x.DeadlineConfirmed,
                    Ongoing = x.Ongoing, FinishedOn = x.FinishedOn, RequestedOn = x.RequestedOn, Percent = x.Percent, LastReportedOn = x.LastReportedOn,
                    RedUntil = x.RedUntil, AskedLateBy = x.AskedLateBy, HeldByOtherUntil = x.HeldByOtherUntil, Reached = x.Reached, Role = x.Role,
                        UnitKind = x.OrgUnit.Kind,
                },
            }).ToListAsync(cancellation);
            var book = await lights.Of(rows.Select(x => x.Columns.PlanId), cancellation);
            return
            [
                .. rows.Select(x => new TaskRow(
                        x.Columns.PlanTaskId, x.Number, x.Title, x.PlanTitle, x.Role, x.Columns.DueOn, x.Columns.Percent, x.Columns.LastReportedOn, book.LightOf(x.Columns)))
                    .OrderByDescending(x => x.Light.Colour).ThenBy(x => x.DueOn is null).ThenBy(x => x.DueOn).ThenBy(x => x.PlanTitle, StringComparer.Ordinal),
            ];
        }

        private async Task<IReadOnlyList<Handed>> HandedOver(Guid unitId, CancellationToken cancellation) =>
            await db.TransferItems.AsNoTracking().Where(x => x.FromUnitId == unitId).OrderByDescending(x => x.DutyTransfer.On).ThenBy(x => x.PlanTask.Position)
                .Select(x => new Handed(x.PlanTaskId, x.PlanTask.Number, x.PlanTask.Title, x.DutyTransfer.ToUnit.Name, x.DutyTransfer.On, x.DueOn, x.DaysLate))
                .ToListAsync(cancellation);

        private async Task<IReadOnlyList<ReportRow>> Reports(IQueryable<Occurrence> own, CancellationToken cancellation) =>
            await own.AsNoTracking().SelectMany(x => x.Reports, (x, report) => new { x.PlanTaskId, x.PlanTask.Title, report })
                .OrderByDescending(x => x.report.At).Take(LastReports)
                .Select(x => new ReportRow(x.PlanTaskId, x.Title, x.report.Words, x.report.Percent, x.report.NothingNew, x.report.StillDone, x.report.Reached, x.report.ByName, x.report.On))
                .ToListAsync(cancellation);

        private Task<int> Rounds(IQueryable<Occurrence> own, DateOnly month, CancellationToken cancellation)
        {
            var (plans, next) = (own.Select(x => x.PlanId), month.AddMonths(1));
            return db.ReportingRounds.CountAsync(x => plans.Contains(x.PlanId) && x.CutOffOn >= month && x.CutOffOn < next, cancellation);
        }
    }
}
