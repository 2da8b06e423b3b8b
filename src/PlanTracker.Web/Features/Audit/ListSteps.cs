using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Audit;

/// <summary>办理记录: the entries of the history of all tasks, newest first.</summary>
public static class ListSteps
{
    public sealed record Query(AuditNarrowing Narrowing) : IQuery<Outcome<Result>>;

    /// <param name="By">Empty for what the system itself did.</param>
    /// <param name="Unit">Of whose assignment the step was taken.</param>
    public sealed record Row(
        DateTime At, DateOnly On, string By, EntrySource Source, Step Step, OccurrenceState From, OccurrenceState To, string Number, string Title, string Plan,
        string Unit, string Words);

    public sealed record Result(IReadOnlyList<Row> Rows, int Total);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.Audits)
                return RefusalKind.NotAllowed;
            var places = await db.Audited(actor, cancellationToken);
            var wanted = request.Narrowing;
            var (since, until) = (wanted.Since, wanted.Until);
            var steps = db.OccurrenceSteps.AsNoTracking().Where(x => places.Contains(x.JurisdictionId));
            if (wanted.From is not null)
                steps = steps.Where(x => x.At >= since);
            if (wanted.To is not null)
                steps = steps.Where(x => x.At < until);
            if (wanted.Person.Trim().Length > 0)
                steps = steps.Where(x => EF.Functions.Like(x.ByName, LikePattern.Holding(wanted.Person.Trim()), LikePattern.Escape));
            var total = await steps.CountAsync(cancellationToken);
            var rows = await steps.OrderByDescending(x => x.At).ThenByDescending(x => x.Id).Skip(wanted.Skipped).Take(AuditNarrowing.PageSize)
                .Select(x => new Row(
                    x.At, x.On, x.ByName, x.Source, x.Step, x.From, x.To, x.Occurrence.PlanTask.Number, x.Occurrence.PlanTask.Title, x.Occurrence.Plan.Title,
                    x.Occurrence.OrgUnit.Name, x.Words))
                .ToListAsync(cancellationToken);
            return new Result(rows, total);
        }
    }
}
