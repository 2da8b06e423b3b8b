namespace PlanTracker.Domain.Units;

/// <summary>Another name of a unit or group, with the days on which it is in use; open where null, both ends included.</summary>
public sealed record Alias(string Name, DateOnly? From = null, DateOnly? Until = null)
{
    public bool IsInUse(DateOnly day) => !(day < From) && !(day > Until);
}

/// <summary>A place with what its offices put before their names: 云溪县 in full, 县 for short.</summary>
/// <param name="Level">The one character that stands for it in its own documents: 省, 市, 县, 区, 镇.</param>
public sealed record Place(string Name, string Level);

/// <param name="Place">Where the unit belongs; null where no place stands in its name.</param>
public sealed record RegisteredUnit(Guid Id, string Name, Place? Place, IReadOnlyList<Alias> Aliases);

public sealed record RegisteredGroup(Guid Id, string Name, IReadOnlyList<Alias> Aliases);
