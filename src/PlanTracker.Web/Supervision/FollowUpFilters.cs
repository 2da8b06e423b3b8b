using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Supervision;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Supervision;

/// <summary>How follow-ups are sieved. The names stand in addresses.</summary>
public enum FollowUpFilter
{
    /// <summary>All on which something is still expected of somebody.</summary>
    Open,

    /// <summary>The unit has to answer, or to answer again.</summary>
    WithUnit,

    /// <summary>With the unit, and its day passed. Bodies that are asked by letter are left out.</summary>
    Late,

    /// <summary>Answered, and the office has not said yet what becomes of it.</summary>
    ToCheck,

    /// <summary>Passed on to the leader, or settled, within <see cref="FollowUpFilters.RecentDays"/> days.</summary>
    Recent,

    /// <summary>Over: passed on, settled or climbed.</summary>
    Over,
    All,
}

/// <summary>Which instructions and orders stand behind a number: counts and lists ask the same.</summary>
public static class FollowUpFilters
{
    public const int RecentDays = 30;

    public static Expression<Func<InstructionUnit, bool>> Instructions(FollowUpFilter filter, DateOnly today) => filter == FollowUpFilter.Late
        ? x => (x.State == AnswerState.Waiting || x.State == AnswerState.Returned) && x.AnswerBy < today
            && (!OrgUnitKinds.AskedByLetter.Contains(x.OrgUnit.Kind) || x.Occurrence.Plan.Jurisdiction.LetterUnitsAreNamed)
        : Of<InstructionUnit>(filter, today);

    /// <summary>Bodies that are asked by letter get no orders.</summary>
    public static Expression<Func<SupervisionOrder, bool>> Orders(FollowUpFilter filter, DateOnly today) => Of<SupervisionOrder>(filter, today);

    /// <summary>Those of the places that the actor reads whole, and those of his own units.</summary>
    public static IQueryable<InstructionUnit> InstructionsSeenBy(this PlanTrackerDbContext db, Actor actor) => db.InstructionUnits.SeenBy(db, actor);

    /// <summary>Those of the places that the actor reads whole, and those of his own units.</summary>
    public static IQueryable<SupervisionOrder> OrdersSeenBy(this PlanTrackerDbContext db, Actor actor) => db.SupervisionOrders.SeenBy(db, actor);

    public static IQueryable<T> OfUnits<T>(this IQueryable<T> all, IReadOnlyList<Guid> units)
        where T : class, IFollowUp => all.Where(x => units.Contains(x.OrgUnitId));

    private static Expression<Func<T, bool>> Of<T>(FollowUpFilter filter, DateOnly today)
        where T : class, IFollowUp
    {
        var since = today.AddDays(-RecentDays);
        return filter switch
        {
            FollowUpFilter.Open => x => x.State != AnswerState.Settled && x.State != AnswerState.Climbed,
            FollowUpFilter.WithUnit => x => x.State == AnswerState.Waiting || x.State == AnswerState.Returned,
            FollowUpFilter.Late => x => (x.State == AnswerState.Waiting || x.State == AnswerState.Returned) && x.AnswerBy < today,
            FollowUpFilter.ToCheck => x => x.State == AnswerState.Answered,
            FollowUpFilter.Recent => x => x.State == AnswerState.Settled && x.SettledOn >= since,
            FollowUpFilter.Over => x => x.State == AnswerState.Settled || x.State == AnswerState.Climbed,
            FollowUpFilter.All => x => true,
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };
    }

    private static IQueryable<T> SeenBy<T>(this IQueryable<T> all, PlanTrackerDbContext db, Actor actor)
        where T : class, IFollowUp
    {
        var (places, units) = (db.PlacesReadBy(actor).Select(x => x.Id), actor.UnitIds);
        return all.Where(x => units.Contains(x.OrgUnitId) || places.Contains(x.JurisdictionId));
    }
}
