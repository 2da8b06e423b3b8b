using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Plans.Registry;

/// <summary>The units and groups of a jurisdiction, as printed names are matched to them.</summary>
public sealed class UnitRegistry
{
    private static readonly string Levels = "省市县区旗州盟镇乡";
    private readonly UnitMatcher units;
    private readonly GroupMatcher groups;

    private UnitRegistry(IEnumerable<RegisteredUnit> units, IEnumerable<RegisteredGroup> groups, IEnumerable<Place> places)
    {
        this.units = new UnitMatcher(units, places);
        this.groups = new GroupMatcher(groups);
    }

    /// <summary>A unit that has ended takes no new tasks: it is not among them.</summary>
    public static async Task<UnitRegistry> Load(PlanTrackerDbContext db, Guid jurisdictionId, DateOnly today, CancellationToken cancellation)
    {
        var path = await db.Jurisdictions.Where(x => x.Id == jurisdictionId).Select(x => x.Path).SingleAsync(cancellation);
        var above = await db.Jurisdictions.AsNoTracking().Where(x => path.StartsWith(x.Path)).OrderByDescending(x => x.Path.Length)
            .Select(x => new { x.Name, x.Level }).ToListAsync(cancellation);
        Place[] places = [.. above.Select(x => new Place(x.Name, LevelOf(x.Name, x.Level)))];
        var units = await db.OrgUnits.OfRegister(jurisdictionId).AsNoTracking().Where(x => x.EndedOn == null || x.EndedOn > today)
            .Select(x => new { x.Id, x.Name, Aliases = x.Aliases.Select(a => new { a.Name, a.ValidFrom, a.ValidTo }).ToList() })
            .ToListAsync(cancellation);
        var groups = await db.UnitGroups.AsNoTracking().Where(x => x.JurisdictionId == jurisdictionId)
            .Select(x => new { x.Id, x.Name, x.Aliases }).ToListAsync(cancellation);
        return new UnitRegistry(
            units.Select(x => new RegisteredUnit(x.Id, x.Name, places[0], [.. x.Aliases.Select(a => new Alias(a.Name, a.ValidFrom, a.ValidTo))])),
            groups.Select(x => new RegisteredGroup(x.Id, x.Name, [.. AliasesOf(x.Aliases).Select(name => new Alias(name))])),
            places);
    }

    /// <summary>How a group's other names are kept in one column.</summary>
    public static IReadOnlyList<string> AliasesOf(string joined) => joined.Split('；', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Each unit with what its printed name means; a bare name takes over the place printed before it (县发改局、财政局).</summary>
    public IReadOnlyList<DraftUnit> Match(IReadOnlyList<DraftUnit> printed, DateOnly day)
    {
        List<DraftUnit> matched = [];
        Place? place = null;
        foreach (var unit in printed)
        {
            matched.Add(unit.OrgUnitId is null ? Match(unit, day, place) : unit);
            place = units.PlaceOf(unit.Name) ?? place;
        }

        return matched;
    }

    public Guid? MatchGroup(string printed, DateOnly day) => groups.Match(printed, day).Found;

    /// <summary>The jurisdiction's own unit with the duty of this body, which ended or belongs to a place above.</summary>
    public Guid? OfDuty(string name, string placeName, JurisdictionLevel level, DateOnly day) =>
        units.OfDuty(name, day, new Place(placeName, LevelOf(placeName, level)));

    private DraftUnit Match(DraftUnit unit, DateOnly day, Place? inherited)
    {
        var match = units.Match(unit.Name, day, inherited);

        // What the registry knows as a group is no short form of a unit.
        if (match is not (NameMatch.Exact or NameMatch.ByAlias) && MatchGroup(unit.Name, day) is not null)
            return unit;
        var (kind, because) = MatchReason.Of(match);
        return unit with { OrgUnitId = match.Found, Match = kind, Because = because, Proposed = ProposalsOf(match) };
    }

    private static ProposedUnit[]? ProposalsOf(NameMatch match) => match switch
    {
        NameMatch.Doubtful doubtful => [.. doubtful.Candidates.Select(x => new ProposedUnit(x.Id, x.Reason))],
        NameMatch.Ambiguous several => [.. several.Candidates.Select(x => new ProposedUnit(x, DoubtReason.Several))],
        _ => null,
    };

    private static string LevelOf(string name, JurisdictionLevel level) => name.Length > 0 && Levels.Contains(name[^1])
        ? name[^1..]
        : level switch
        {
            JurisdictionLevel.Province => "省",
            JurisdictionLevel.City => "市",
            JurisdictionLevel.County => "县",
            _ => "镇",
        };
}
