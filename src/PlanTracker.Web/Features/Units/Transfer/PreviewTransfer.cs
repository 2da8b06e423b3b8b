using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Units.Transfer;

/// <summary>What a reform would do to every open task of the units that give up duties. Changes nothing.</summary>
public static class PreviewTransfer
{
    /// <param name="ToId">Null: a unit that is not registered yet.</param>
    public sealed record Query(IReadOnlyList<Guid> FromIds, Guid? ToId, DateOnly On) : IQuery<Outcome<Result>>;

    /// <param name="Closed">Parts that are over and stay where they were done.</param>
    /// <param name="Elsewhere">Open tasks of these units in plans of other places: those places hand them over themselves.</param>
    public sealed record Result(IReadOnlyList<Row> Rows, int Closed, int Elsewhere);

    /// <param name="Waits">A request to close waits for the office: handed over it would have to be made anew.</param>
    /// <param name="DaysLate">Until the day before; stays with the unit.</param>
    /// <param name="RoleAfter">Of the unit that takes over.</param>
    public sealed record Row(
        Guid AssignmentId, Guid TaskId, string Number, string Title, string Plan, string From, Role Role, TransferFate Fate, Role RoleAfter, DateOnly? DueOn, int Runs,
        bool Waits, int DaysLate, Light? Light);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, OccurrenceLights lights) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (actor.CoordinatedIds.Count == 0)
                return RefusalKind.NotAllowed;
            var register = actor.CoordinatedIds[0];
            var known = await db.OrgUnits.OfRegister(register).Where(x => request.FromIds.Contains(x.Id) || x.Id == request.ToId).CountAsync(cancellationToken);
            if (known != request.FromIds.Count + (request.ToId is null ? 0 : 1))
                return RefusalKind.NotFound;
            var plan = await TransferPlan.Lay(db, register, request.FromIds, request.ToId, chosen: null, cancellationToken);
            var book = await lights.Of(plan.Assignments.Values.Select(x => x.PlanId), cancellationToken);
            Row[] rows = [.. plan.Fates.Where(x => x.Fate != TransferFate.Stays).Select(x => RowOf(x, plan.Assignments[x.Part.AssignmentId], request.On, book))];
            var elsewhere = await db.Occurrences.NotOver().CountAsync(x => request.FromIds.Contains(x.OrgUnitId) && x.JurisdictionId != register, cancellationToken);
            return new Result(
                [.. rows.OrderBy(x => x.Plan, StringComparer.Ordinal).ThenBy(x => plan.Assignments[x.AssignmentId].PlanTask.Position).ThenBy(x => x.Role)],
                plan.Fates.Count(x => x.Fate == TransferFate.Stays), elsewhere);
        }

        private static Row RowOf(PartFate fate, Assignment part, DateOnly on, LightBook book)
        {
            var open = part.Occurrences.Where(x => !x.State.IsOver).OrderBy(x => x.DueOn ?? DateOnly.MaxValue).ToList();
            var (task, unit) = (part.PlanTask, part.OrgUnit);
            return new Row(
                part.Id, task.Id, task.Number, task.Title, task.Plan.Title, unit.Name, part.Role, fate.Fate, fate.RoleAfter, open.FirstOrDefault()?.DueOn, open.Count,
                open.Exists(x => x.State.IsAwaitingReview), open.Sum(x => TransferLateness.DaysBefore(x, on)),
                open.Count == 0 ? null : open.Select(x => book.LightOf(LightColumns.Of(x, unit.Kind))).MaxBy(x => x.Colour));
        }
    }
}

/// <summary>How late a run was under the unit that gives it up.</summary>
internal static class TransferLateness
{
    /// <summary>Calendar days of lateness before that day, of the unit that has the run now.</summary>
    public static int DaysBefore(Occurrence x, DateOnly on) => x is { Ongoing: false, DeadlineConfirmed: true, DueOn: { } due }
        ? Lateness.Days(Lateness.From(due, x.HeldByOtherUntil), null, x.RequestedOn, on.AddDays(-1)) + x.AskedLateBy
        : 0;
}
