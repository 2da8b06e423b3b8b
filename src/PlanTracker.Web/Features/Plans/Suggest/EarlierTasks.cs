using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Suggestions;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Registry;

namespace PlanTracker.Web.Features.Plans.Suggest;

/// <summary>What was handed over before in a jurisdiction and in those above it, with every unit mapped to the one that has its duties here today.
/// Neighbours are never read.</summary>
internal sealed class EarlierTasks(PlanTrackerDbContext db, Guid jurisdictionId, DateOnly today)
{
    /// <summary>A unit that a new edition named no more, or whose work was called off, does not speak for itself.</summary>
    private static readonly Expression<Func<Assignment, bool>> IsInForce = x => x.EndedOn == null && x.PlanTask.WithdrawnOn == null
        && (!x.Occurrences.Any() || x.Occurrences.Any(run => run.State != OccurrenceState.Cancelled));

    /// <summary>What is known of an earlier task that is shown.</summary>
    /// <param name="IsOwn">Of this jurisdiction: whoever coordinates it may open the task.</param>
    public sealed record Origin(string Plan, string Number, bool IsOwn);

    /// <summary>Those who stood on some earlier tasks, and where these come from.</summary>
    public sealed record Known(ILookup<Guid, EarlierPart> Parts, IReadOnlyDictionary<Guid, Origin> Origins);

    /// <summary>Tasks that were handed over and taken back from everybody since: they speak for nobody.</summary>
    public async Task<HashSet<Guid>> Silent(CancellationToken cancellation) =>
    [
        .. await db.Occurrences.AsNoTracking()
            .Where(x => x.State == OccurrenceState.Cancelled
                && db.Jurisdictions.Any(place => place.Id == jurisdictionId && place.Path.StartsWith(x.Plan.Jurisdiction.Path))
                && !db.Assignments.Where(IsInForce).Any(part => part.PlanTaskId == x.PlanTaskId))
            .Select(x => x.PlanTaskId).Distinct().ToListAsync(cancellation),
    ];

    public async Task<Known> Of(IReadOnlyCollection<Guid> tasks, IReadOnlyList<SuggestibleBody> bodies, CancellationToken cancellation)
    {
        var rows = await db.PlanTasks.AsNoTracking().Where(x => tasks.Contains(x.Id))
            .Select(x => new { x.Id, x.JurisdictionId, x.Number, x.Collectives, Plan = x.Plan.Title }).ToListAsync(cancellation);
        var stood = await db.Assignments.AsNoTracking().Where(IsInForce)
            .Where(x => tasks.Contains(x.PlanTaskId) && (x.PrintedName == "" || !x.PlanTask.Collectives.Contains(x.PrintedName)))
            .Select(x => new { x.PlanTaskId, x.OrgUnitId, x.Role }).ToListAsync(cancellation);
        var registry = await UnitRegistry.Load(db, jurisdictionId, today, cancellation);
        var heirs = await Heirs(registry, [.. stood.Select(x => x.OrgUnitId).Distinct()], bodies, cancellation);

        // 各县人民政府 of the city's plan is no group of the county.
        var groups = rows.Where(x => x.JurisdictionId == jurisdictionId).SelectMany(x => GroupsOf(x.Collectives, registry, today).Select(part => (x.Id, Part: part)));
        var parts = stood.Where(x => heirs.ContainsKey(x.OrgUnitId)).Select(x => (Id: x.PlanTaskId, Part: new EarlierPart(heirs[x.OrgUnitId], x.Role)));
        return new Known(
            parts.Concat(groups).ToLookup(x => x.Id, x => x.Part),
            rows.ToDictionary(x => x.Id, x => new Origin(x.Plan, x.Number, x.JurisdictionId == jurisdictionId)));
    }

    /// <summary>All that may be suggested: the units of the register that take tasks, and its groups.</summary>
    public async Task<IReadOnlyList<SuggestibleBody>> Bodies(CancellationToken cancellation)
    {
        var units = await db.OrgUnits.OfRegister(jurisdictionId).AsNoTracking().Where(x => x.EndedOn == null || x.EndedOn > today)
            .OrderBy(x => x.Position).ThenBy(x => x.Name).Select(x => new SuggestibleBody(x.Id, x.Name, false)).ToListAsync(cancellation);
        var groups = await db.UnitGroups.AsNoTracking().Where(x => x.JurisdictionId == jurisdictionId && x.Members.Count > 0)
            .OrderBy(x => x.Name).Select(x => new SuggestibleBody(x.Id, x.Name, true)).ToListAsync(cancellation);
        return [.. units, .. groups];
    }

    private static IEnumerable<EarlierPart> GroupsOf(string collectives, UnitRegistry registry, DateOnly today) =>
        collectives.Split('、', StringSplitOptions.RemoveEmptyEntries).Select(name => registry.MatchGroup(name, today)).OfType<Guid>()
            .Select(id => new EarlierPart(id, Role.Responsible));

    /// <summary>Of each unit that stood on an earlier task the one to ask today: itself; of one that ended or belongs above, the own unit with its duties.</summary>
    private async Task<Dictionary<Guid, Guid>> Heirs(
        UnitRegistry registry, IReadOnlyList<Guid> stood, IReadOnlyList<SuggestibleBody> bodies, CancellationToken cancellation)
    {
        var own = bodies.Select(x => x.Id).ToHashSet();
        var heirs = stood.Where(own.Contains).ToDictionary(x => x, x => x);
        Guid[] others = [.. stood.Where(x => !own.Contains(x))];
        if (others.Length == 0)
            return heirs;
        var named = await db.OrgUnits.AsNoTracking().Where(x => others.Contains(x.Id))
            .Select(x => new { x.Id, x.Name, Place = x.Jurisdiction.Name, x.Jurisdiction.Level }).ToListAsync(cancellation);
        foreach (var unit in named)
        {
            if (registry.OfDuty(unit.Name, unit.Place, unit.Level, today) is { } heir && own.Contains(heir))
                heirs[unit.Id] = heir;
        }

        return heirs;
    }
}
