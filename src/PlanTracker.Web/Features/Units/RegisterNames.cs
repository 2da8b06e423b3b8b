using PlanTracker.Domain;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Units;

/// <summary>All names and aliases of a register, so that no two units answer to one name on the same day.</summary>
public sealed class RegisterNames
{
    private readonly Dictionary<UnitName, List<(Guid UnitId, Alias Name, string UnitName)>> taken = [];

    public RegisterNames(IEnumerable<OrgUnit> units)
    {
        foreach (var unit in units)
            Add(unit);
    }

    /// <summary>The name by which some other unit would be meant too.</summary>
    public Refusal? Clash(Guid unitId, IEnumerable<Alias> names)
    {
        foreach (var name in names)
        {
            var other = taken.GetValueOrDefault(UnitName.Normalise(name.Name))?.Find(x => x.UnitId != unitId && Overlap(x.Name, name));
            if (other is { UnitName: { } unit })
                return new Refusal(RefusalKind.NameOfOther, name.Name, unit);
        }

        return null;
    }

    /// <summary>Puts the unit's present names in the place of those it had.</summary>
    public void Renew(OrgUnit unit)
    {
        foreach (var list in taken.Values)
            list.RemoveAll(x => x.UnitId == unit.Id);
        Add(unit);
    }

    /// <summary>The name itself up to the unit's end, and its aliases.</summary>
    public static IEnumerable<Alias> NamesOf(OrgUnit unit) =>
        unit.Aliases.Select(x => new Alias(x.Name, x.ValidFrom, x.ValidTo)).Prepend(new Alias(unit.Name, null, unit.EndedOn));

    private static bool Overlap(Alias one, Alias other) => !(one.Until < other.From) && !(other.Until < one.From);

    private void Add(OrgUnit unit)
    {
        foreach (var name in NamesOf(unit))
        {
            var key = UnitName.Normalise(name.Name);
            if (!taken.TryGetValue(key, out var list))
                taken[key] = list = [];
            list.Add((unit.Id, name, unit.Name));
        }
    }
}
