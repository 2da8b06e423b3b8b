using System.Globalization;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Units;

/// <summary>A unit as a row of the file, in the order of <see cref="UnitColumns.Heads"/>. What an import changed is what differs between two of them.</summary>
public static class UnitCells
{
    /// <summary>Needs the unit's place, aliases, contacts, groups and leader loaded.</summary>
    public static IReadOnlyList<string> Of(OrgUnit unit)
    {
        var contact = Person(unit, isHead: false);
        var head = Person(unit, isHead: true);
        return
        [
            unit.Name,
            UnitColumns.WordOf(unit.Kind),
            unit.Jurisdiction.Name,
            string.Join(';', unit.Aliases.Select(x => AliasText.Write(new Alias(x.Name, x.ValidFrom, x.ValidTo))).Order(StringComparer.Ordinal)),
            string.Join(';', unit.Groups.Select(x => x.UnitGroup.Name).Order(StringComparer.Ordinal)),
            contact?.Name ?? "", contact?.Phone ?? "", contact?.Email ?? "",
            head?.Name ?? "", head?.Phone ?? "", head?.Email ?? "",
            unit.SupervisingLeader?.Name ?? "",
            unit.Position.ToString(CultureInfo.InvariantCulture),
        ];
    }

    /// <summary>The one of several whom the file names.</summary>
    public static UnitContact? Person(OrgUnit unit, bool isHead) => unit.Contacts.Where(x => x.IsHead == isHead).MinBy(x => x.Id);
}
