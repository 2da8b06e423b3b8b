using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Browse;

/// <summary>The file that a plan or a draft was read from: a plan's for whoever may read the plan, a draft's for who imports.</summary>
public static class OpenFile
{
    /// <param name="Edition">Of a plan; null for its newest document.</param>
    public sealed record Query(Guid Id, bool OfDraft, int? Edition = null) : IQuery<Outcome<Result>>;

    public sealed record Result(string FileName, string Hash);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (request.Edition is { } ordinal)
            {
                var ofEdition = await db.PlanEditions.Where(x => x.PlanId == request.Id && x.Ordinal == ordinal && x.FileHash != "")
                    .Where(x => db.PlansFor(actor).Any(plan => plan.Id == x.PlanId)).Select(x => new Result(x.FileName, x.FileHash)).SingleOrDefaultAsync(cancellationToken);
                return ofEdition is null ? RefusalKind.NotFound : ofEdition;
            }

            if (!request.OfDraft)
            {
                var ofPlan = await db.PlansFor(actor).Where(x => x.Id == request.Id && x.FileHash != "")
                    .Select(x => new Result(x.FileName, x.FileHash)).SingleOrDefaultAsync(cancellationToken);
                return ofPlan is null ? RefusalKind.NotFound : ofPlan;
            }

            var draft = await db.ImportDrafts.Where(x => x.Id == request.Id)
                .Select(x => new { x.JurisdictionId, File = new Result(x.FileName, x.FileHash) }).SingleOrDefaultAsync(cancellationToken);
            return draft is null || !actor.Coordinates(draft.JurisdictionId) ? RefusalKind.NotFound : draft.File;
        }
    }
}
