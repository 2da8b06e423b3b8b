using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Units.Transfer;

/// <summary>What a reform does to the register: the new unit, the end of the old ones, and whom their names mean from then on.</summary>
internal sealed class UnitSuccession(List<OrgUnit> units, Clock clock)
{
    private readonly HashSet<OrgUnit> changed = [];

    /// <summary>Registers a unit that stands where the one before stood: kind, place, leader, people to call, groups.</summary>
    public OrgUnit Register(PlanTrackerDbContext db, string name, OrgUnit like)
    {
        OrgUnit unit = new()
        {
            Id = clock.NewId(), JurisdictionId = like.JurisdictionId, Name = name, Kind = like.Kind, Position = like.Position, SupervisingLeaderId = like.SupervisingLeaderId,
            Contacts = [.. like.Contacts.Select(x => new UnitContact { Id = clock.NewId(), Name = x.Name, Phone = x.Phone, Email = x.Email, IsHead = x.IsHead })],
        };
        unit.Groups.AddRange(like.Groups.Select(x => new UnitGroupMember { UnitGroupId = x.UnitGroupId, OrgUnitId = unit.Id }));
        db.OrgUnits.Add(unit);
        units.Add(unit);
        changed.Add(unit);
        return unit;
    }

    /// <summary>The old ones end on the day before; in documents from the day on all that they were called means the new one.</summary>
    public void End(IReadOnlyList<OrgUnit> old, OrgUnit heir, DateOnly on)
    {
        var last = on.AddDays(-1);
        foreach (var unit in old)
        {
            string[] names = [unit.Name, .. unit.Aliases.Where(x => x.ValidTo is null || x.ValidTo >= on).Select(x => x.Name)];
            unit.EndedOn = last;
            unit.Aliases.RemoveAll(x => x.ValidFrom >= on || x.Name == heir.Name);
            foreach (var alias in unit.Aliases.Where(x => x.ValidTo is null || x.ValidTo >= on))
                alias.ValidTo = last;
            foreach (var name in names.Where(name => name != heir.Name && !heir.Aliases.Exists(x => x.Name == name && (x.ValidTo is null || x.ValidTo >= on))))
                heir.Aliases.Add(new UnitAlias { Id = clock.NewId(), OrgUnitId = heir.Id, Name = name, ValidFrom = on });
            changed.Add(unit);
        }

        changed.Add(heir);
    }

    /// <summary>A name by which some other unit would be meant too.</summary>
    public Refusal? Clash()
    {
        RegisterNames names = new(units);
        return changed.Select(unit => names.Clash(unit.Id, RegisterNames.NamesOf(unit))).FirstOrDefault(x => x is not null);
    }
}
