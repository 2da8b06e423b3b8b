using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Suggestions;
using PlanTracker.Web.Data;
using PlanTracker.Web.Features.Plans.Registry;

namespace PlanTracker.Web.Features.Plans.Suggest;

/// <summary>What was handed over before in a jurisdiction and in those above it, with every unit mapped to the one that has its duties here today.
/// Neighbours are never read.</summary>
internal sealed class EarlierTasks
{
    /// <summary>Older ones than these say little of who answers today.</summary>
    private const int Most = 10_000;

    public required IReadOnlyList<EarlierTask> Tasks { get; init; }
    public required IReadOnlyDictionary<Guid, Origin> Origins { get; init; }
    public required IReadOnlyList<SuggestibleBody> Bodies { get; init; }

    /// <param name="IsOwn">Of this jurisdiction: whoever coordinates it may open the task.</param>
    public sealed record Origin(string Plan, string Number, bool IsOwn);

    public static async Task<EarlierTasks> Load(PlanTrackerDbContext db, Guid jurisdictionId, DateOnly today, CancellationToken cancellation)
    {
        var path = await db.Jurisdictions.Where(x => x.Id == jurisdictionId).Select(x => x.Path).SingleAsync(cancellation);
        var places = await db.Jurisdictions.AsNoTracking().Where(x => path.StartsWith(x.Path)).ToDictionaryAsync(x => x.Id, cancellation);
        Guid[] placeIds = [.. places.Keys];
        var newest = db.PlanTasks.AsNoTracking().Where(x => placeIds.Contains(x.JurisdictionId))
            .OrderByDescending(x => x.Plan.PublishedAt).ThenBy(x => x.Id).Take(Most);
        var rows = await newest
            .Select(x => new { x.Id, x.JurisdictionId, x.Number, x.Title, x.Body, x.Collectives, Plan = x.Plan.Title }).ToListAsync(cancellation);
        var newestIds = newest.Select(x => x.Id);
        var parts = await db.Assignments.AsNoTracking()
            .Where(x => newestIds.Contains(x.PlanTaskId) && (x.PrintedName == "" || !x.PlanTask.Collectives.Contains(x.PrintedName)))
            .Select(x => new { x.PlanTaskId, x.OrgUnitId, x.Role }).ToListAsync(cancellation);

        var bodies = await BodiesOf(db, jurisdictionId, today, cancellation);
        var registry = await UnitRegistry.Load(db, jurisdictionId, today, cancellation);
        var heirs = await Heirs(db, registry, [.. parts.Select(x => x.OrgUnitId).Distinct()], bodies, today, cancellation);
        var byTask = parts.ToLookup(x => x.PlanTaskId);
        return new EarlierTasks
        {
            Tasks =
            [
                .. rows.Select(row => new EarlierTask(row.Id, row.Title, row.Body,
                [
                    .. byTask[row.Id].Where(x => heirs.ContainsKey(x.OrgUnitId)).Select(x => new EarlierPart(heirs[x.OrgUnitId], x.Role)),

                    // 各县人民政府 of the city's plan is no group of the county.
                    .. row.JurisdictionId == jurisdictionId ? GroupsOf(row.Collectives, registry, today) : [],
                ])),
            ],
            Origins = rows.ToDictionary(x => x.Id, x => new Origin(x.Plan, x.Number, x.JurisdictionId == jurisdictionId)),
            Bodies = bodies,
        };
    }

    private static IEnumerable<EarlierPart> GroupsOf(string collectives, UnitRegistry registry, DateOnly today) =>
        collectives.Split('、', StringSplitOptions.RemoveEmptyEntries).Select(name => registry.MatchGroup(name, today)).OfType<Guid>()
            .Select(id => new EarlierPart(id, Role.Responsible));

    private static async Task<IReadOnlyList<SuggestibleBody>> BodiesOf(
        PlanTrackerDbContext db, Guid jurisdictionId, DateOnly today, CancellationToken cancellation)
    {
        var units = await db.OrgUnits.OfRegister(jurisdictionId).AsNoTracking().Where(x => x.EndedOn == null || x.EndedOn > today)
            .OrderBy(x => x.Position).ThenBy(x => x.Name).Select(x => new SuggestibleBody(x.Id, x.Name, false)).ToListAsync(cancellation);
        var groups = await db.UnitGroups.AsNoTracking().Where(x => x.JurisdictionId == jurisdictionId && x.Members.Count > 0)
            .OrderBy(x => x.Name).Select(x => new SuggestibleBody(x.Id, x.Name, true)).ToListAsync(cancellation);
        return [.. units, .. groups];
    }

    /// <summary>Of each unit that stood on an earlier task the one to ask today: itself; of one that ended or belongs above, the own unit with its duties.</summary>
    private static async Task<Dictionary<Guid, Guid>> Heirs(
        PlanTrackerDbContext db, UnitRegistry registry, IReadOnlyList<Guid> stood, IReadOnlyList<SuggestibleBody> bodies, DateOnly today, CancellationToken cancellation)
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
