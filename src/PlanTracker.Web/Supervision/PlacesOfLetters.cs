using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Supervision;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Supervision;

/// <summary>What a jurisdiction says of bodies that are asked by letter.</summary>
public static class PlacesOfLetters
{
    public static LetterRules Letters(this Jurisdiction place) => new()
    {
        MayBeRed = place.LetterUnitsTurnRed, AreNamed = place.LetterUnitsAreNamed, Pattern = place.LetterPattern, Issuer = place.LetterIssuer,
        AnswerWorkdays = place.LetterAnswerWorkdays,
    };

    public static async Task<LetterRules> LetterRulesOf(this PlanTrackerDbContext db, Guid jurisdictionId, CancellationToken cancellation) =>
        (await db.Jurisdictions.AsNoTracking().SingleAsync(x => x.Id == jurisdictionId, cancellation)).Letters();

    /// <summary>Those whose units a list of who is late, or a comparison, may name: by the place of the plan.</summary>
    public static IQueryable<Occurrence> Named(this IQueryable<Occurrence> occurrences, PlanTrackerDbContext db)
    {
        // Two short lists asked for once: the occurrences stay in the order of their index.
        var byLetter = db.OrgUnits.Where(x => OrgUnitKinds.AskedByLetter.Contains(x.Kind)).Select(x => x.Id);
        var naming = db.Jurisdictions.Where(x => x.LetterUnitsAreNamed).Select(x => x.Id);
        return occurrences.Where(x => !byLetter.Contains(x.OrgUnitId) || naming.Contains(x.JurisdictionId));
    }

    public static IQueryable<Occurrence> AskedByLetter(this IQueryable<Occurrence> occurrences) => occurrences.Where(x => OrgUnitKinds.AskedByLetter.Contains(x.OrgUnit.Kind));
}
