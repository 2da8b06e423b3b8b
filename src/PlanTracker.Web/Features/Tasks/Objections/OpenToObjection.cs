using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Tasks.Objections;

/// <summary>A decision to which its unit may still object.</summary>
/// <param name="ObjectBy">The last day.</param>
public sealed record OpenDecision(Guid Id, Guid OccurrenceId, Step Step, DateOnly On, string Words, string ByName, DateOnly ObjectBy);

internal static class OpenToObjection
{
    /// <summary>Decisions on these occurrences that the unit which has the task now may object to: of others than its own head, not objected to before.</summary>
    public static IQueryable<OccurrenceStep> Contestable(this PlanTrackerDbContext db, IReadOnlyCollection<Guid> occurrenceIds) =>
        db.OccurrenceSteps.AsNoTracking().Where(x => occurrenceIds.Contains(x.OccurrenceId)
            && (x.Step == Step.RefuseExtension || x.Step == Step.UpholdAssignment || x.Step == Step.Cancel || (x.Step == Step.Return && x.From != OccurrenceState.UnitReview))
            && !db.Objections.Any(o => o.DecisionId == x.Id)
            && !db.OccurrenceSteps.Any(r => r.OccurrenceId == x.OccurrenceId && (r.Step == Step.Reassign || r.Step == Step.Transfer) && r.At > x.At));

    public static async Task<ObjectionTerms> TermsOf(this PlanTrackerDbContext db, Guid jurisdictionId, CancellationToken cancellation)
    {
        var place = await db.Jurisdictions.Where(x => x.Id == jurisdictionId).Select(x => new { x.DaysToObject, x.DaysToAnswer }).SingleAsync(cancellation);
        return new ObjectionTerms(place.DaysToObject, place.DaysToAnswer);
    }
}
