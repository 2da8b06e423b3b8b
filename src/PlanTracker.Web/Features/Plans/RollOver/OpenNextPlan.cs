using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans.RollOver;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.RollOver;

/// <summary>滚入下年: what of a plan would go on in the plan of the next years, and how far that has come.</summary>
public static class OpenNextPlan
{
    public sealed record Query(Guid PlanId) : IQuery<Outcome<Result>>;

    /// <param name="DraftId">The draft that lies in review; null while none was made.</param>
    /// <param name="Next">The plan that goes on with this one; null until it is published.</param>
    public sealed record Result(
        string Title, int FirstYear, int LastYear, int NextFirstYear, int NextLastYear, Guid? DraftId, PlanLink? Next, IReadOnlyList<Row> Tasks);

    public sealed record PlanLink(Guid Id, string Title);

    /// <param name="Doubts">What was moved, what was not, and which units have ended.</param>
    /// <param name="OpenRuns">Runs of units that are not over.</param>
    /// <param name="CarriedOver">Ended because the next plan goes on with it.</param>
    /// <param name="NextTaskId">The task of the next plan; null where it has none.</param>
    public sealed record Row(
        Guid Id, string Number, string Title, CarryGround Ground, TaskState State, DateOnly? DueOn, DateOnly? NextDueOn, IReadOnlyList<string> Units,
        IReadOnlyList<DraftDoubt> Doubts, int OpenRuns, int CarriedOver, Guid? NextTaskId);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var place = await db.Plans.Where(x => x.Id == request.PlanId).Select(x => (Guid?)x.JurisdictionId).SingleOrDefaultAsync(cancellationToken);
            if (place is null || !actor.Coordinates(place.Value))
                return RefusalKind.NotFound;
            var making = (await NextPlanMaking.Load(db, request.PlanId, clock, cancellationToken))!;
            var draft = await db.ImportDrafts.Where(x => x.ContinuesPlanId == request.PlanId && x.State == ImportState.InReview).Select(x => (Guid?)x.Id)
                .FirstOrDefaultAsync(cancellationToken);
            var next = await db.Plans.AsNoTracking().Where(x => x.ContinuesPlanId == request.PlanId).Select(x => new PlanLink(x.Id, x.Title)).FirstOrDefaultAsync(cancellationToken);
            var successors = (await db.PlanTasks.AsNoTracking().Where(x => db.PlanTasks.Any(t => t.PlanId == request.PlanId && t.Id == x.ContinuesTaskId))
                .Select(x => new { x.Id, Of = x.ContinuesTaskId!.Value }).ToListAsync(cancellationToken)).GroupBy(x => x.Of).ToDictionary(x => x.Key, x => x.First().Id);
            return new Result(
                making.Plan.Title, making.Plan.FirstYear, making.Plan.LastYear, making.Next.FirstYear, making.Next.LastYear, draft, next,
                [.. making.Tasks().Select(x => new Row(
                    x.Task.Id, x.Task.Number, x.Task.Title, x.Ground, x.State, x.Task.DueOn, x.Draft.Content.Deadlines.Count > 0 ? x.Draft.Content.Deadlines[^1].Day : null,
                    [.. x.Draft.Content.Units.Select(u => u.Name).Concat(x.Draft.Content.Collectives.Select(c => c.Name))], x.Draft.Content.Doubts, x.Runs.Count,
                    x.Task.Assignments.SelectMany(a => a.Occurrences).Count(o => o.State == OccurrenceState.CarriedOver),
                    successors.TryGetValue(x.Task.Id, out var successor) ? successor : null))]);
        }
    }
}
