using PlanTracker.Domain.Progress;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Reminders;

internal static class Coordinated
{
    /// <summary>The jurisdictions in which the person coordinates; none for everybody else.</summary>
    public static Guid[] CoordinatedIds(this Actor actor) =>
        [.. actor.Held.Where(x => x.Function == Function.Coordinator).Select(x => x.JurisdictionId).Distinct()];
}
