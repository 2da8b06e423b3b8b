using PlanTracker.Domain.Plans;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Plans.Publish;

/// <summary>One unit's part in one task, as it will be when the draft is published.</summary>
/// <param name="PrintedName">As printed; of a member of a group the group's.</param>
public sealed record Part(Guid OrgUnitId, Role Role, bool Provisional, string PrintedName, bool ByGroup);

/// <summary>Works out who gets which task: named units under their roles, groups by their members. Each unit stands once on a task, under its
/// strongest role.</summary>
public static class Distribution
{
    /// <param name="members">Of each group.</param>
    public static IReadOnlyList<Part> Of(DraftTaskContent content, IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> members)
    {
        var named = content.Units.Where(x => x.OrgUnitId is not null).Select(x => new Part(x.OrgUnitId!.Value, x.Role, x.Provisional, x.Name, false));
        var grouped = content.Collectives.Where(x => x.UnitGroupId is { } id && members.ContainsKey(id))
            .SelectMany(x => members[x.UnitGroupId!.Value].Select(unit => new Part(unit, x.Role, false, x.Name, true)));
        return [.. named.Concat(grouped).GroupBy(x => x.OrgUnitId).Select(same => same.OrderBy(x => x.Role).ThenBy(x => x.ByGroup).First()).OrderBy(x => x.Role)];
    }

    /// <summary>分头落实 for collectives, else 牵头负责, unless somebody chose.</summary>
    public static Sharing SharingOf(DraftTaskContent content, Sharing? chosenForAll) =>
        content.Sharing ?? chosenForAll ?? (content.Collectives.Count > 0 ? Sharing.Each : Sharing.Joint);
}
