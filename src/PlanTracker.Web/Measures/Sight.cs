using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Measures;

/// <summary>Whose tasks somebody may see in lists and numbers.</summary>
public static class Sight
{
    /// <summary>Jurisdictions that the actor reads whole: a coordinator's own, a leader's with all below.</summary>
    public static IQueryable<Jurisdiction> PlacesReadBy(this PlanTrackerDbContext db, Actor actor)
    {
        if (actor.IsSystem)
            return db.Jurisdictions;
        var own = actor.Held.Where(x => x.Function == Function.Coordinator).Select(x => x.JurisdictionId).Distinct().ToList();
        var below = actor.Held.Where(x => x.Function == Function.Leader).Select(x => x.JurisdictionPath).Distinct().ToList();
        return below.Count == 0
            ? db.Jurisdictions.Where(x => own.Contains(x.Id))
            : db.Jurisdictions.Where(x => own.Contains(x.Id) || below.Any(path => x.Path.StartsWith(path)));
    }

    /// <summary>Occurrences of the places that the actor reads whole.</summary>
    /// <param name="place">Only those of this jurisdiction.</param>
    public static IQueryable<Occurrence> OccurrencesReadBy(this PlanTrackerDbContext db, Actor actor, Guid? place, Guid? plan = null)
    {
        var read = OnePlace(actor) is { } own && (place is null || place == own)
            ? db.Occurrences.Where(x => x.JurisdictionId == own)
            : db.Occurrences.Where(x => db.PlacesReadBy(actor).Where(p => place == null || p.Id == place).Select(p => p.Id).Contains(x.JurisdictionId));
        return plan is { } one ? read.Where(x => x.PlanId == one) : read;
    }

    /// <summary>What the actor may look up: who oversees a place, all of it; who is of a unit, its own tasks and those of the plans in which it stands.</summary>
    public static IQueryable<Occurrence> OccurrencesSeenBy(this PlanTrackerDbContext db, Actor actor)
    {
        if (actor.IsSystem)
            return db.Occurrences;
        var places = db.PlacesReadBy(actor).Select(x => x.Id);
        if (actor.UnitIds.Count == 0)
            return db.Occurrences.Where(x => places.Contains(x.JurisdictionId));
        var units = actor.UnitIds;
        var plans = db.Occurrences.Where(x => units.Contains(x.OrgUnitId)).Select(x => x.PlanId);
        return actor.ReadablePaths.Count == 0
            ? db.Occurrences.Where(x => plans.Contains(x.PlanId))
            : db.Occurrences.Where(x => plans.Contains(x.PlanId) || places.Contains(x.JurisdictionId));
    }

    // An equality lets the store read in the order of its index; most readers have the one place.
    private static Guid? OnePlace(Actor actor)
    {
        if (actor.IsSystem || actor.Is(Function.Leader))
            return null;
        var own = actor.Held.Where(x => x.Function == Function.Coordinator).Select(x => x.JurisdictionId).Distinct().ToList();
        return own.Count == 1 ? own[0] : null;
    }

    /// <summary>Somebody who reads at least one place whole.</summary>
    public static bool OverseesAny(this Actor actor) => actor.IsSystem || actor.ReadablePaths.Count > 0;
}
