using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Progress;

/// <summary>Conditions on occurrences that many queries ask.</summary>
public static class Runs
{
    /// <summary>As <see cref="OccurrenceStates"/> says of a state that is not over.</summary>
    public static IQueryable<Occurrence> NotOver(this IQueryable<Occurrence> occurrences) => occurrences.Where(
        x => x.State != OccurrenceState.Closed && x.State != OccurrenceState.Cancelled && x.State != OccurrenceState.CarriedOver);
}
