using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.RollOver;

/// <summary>Makes of chosen tasks of a plan the draft of the next one, which is reviewed and published like any other; the one that lies in review is given
/// where there is one already.</summary>
public static class MakeNextDraft
{
    public sealed record Command(Guid PlanId, IReadOnlyList<Guid> TaskIds) : ICommand<Outcome<Guid>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Guid>>
    {
        public async Task<Outcome<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            var place = await db.Plans.Where(x => x.Id == request.PlanId).Select(x => (Guid?)x.JurisdictionId).SingleOrDefaultAsync(cancellationToken);
            if (place is null || !actor.Coordinates(place.Value))
                return RefusalKind.NotFound;
            if (await db.Plans.AnyAsync(x => x.ContinuesPlanId == request.PlanId, cancellationToken))
                return RefusalKind.AlreadyContinued;
            if (await db.ImportDrafts.Where(x => x.ContinuesPlanId == request.PlanId && x.State == ImportState.InReview).Select(x => (Guid?)x.Id)
                .FirstOrDefaultAsync(cancellationToken) is { } before)
                return before;
            var making = (await NextPlanMaking.Load(db, request.PlanId, clock, cancellationToken))!;
            var tasks = making.Tasks().Where(x => request.TaskIds.Contains(x.Task.Id)).Select(x => x.Draft).ToList();
            if (tasks.Count == 0)
                return new Refusal(RefusalKind.Missing, "任务");
            var read = await db.ImportDrafts.AsNoTracking()
                .Where(x => db.PlanEditions.Any(e => e.PlanId == request.PlanId && e.ImportDraftId == x.Id && e.SourceText == making.Plan.SourceText) || x.Id == making.Plan.ImportDraftId)
                .OrderByDescending(x => x.CreatedAt).FirstOrDefaultAsync(cancellationToken);
            var draft = making.Draft(read, actor.AccountId);
            foreach (var (position, task) in tasks.Index())
                task.Position = position;
            draft.Tasks.AddRange(tasks);
            db.ImportDrafts.Add(draft);
            await db.SaveChangesAsync(cancellationToken);
            return draft.Id;
        }
    }
}
