using PlanTracker.Domain.Plans;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Plans.Registry;

/// <summary>Where no lead is printed and several answer for a task in a row, the first is proposed to lead.</summary>
public static class LeadProposal
{
    /// <param name="saidByDocument">排在第一位的为牵头单位: then it is no proposal.</param>
    public static DraftTaskContent Apply(DraftTaskContent content, bool saidByDocument)
    {
        var responsible = content.Units.Where(x => x.Role == Role.Responsible).ToList();
        var groups = content.Collectives.Where(x => x.Role == Role.Responsible).ToList();
        if (content.Units.Any(x => x.Role == Role.Lead) || content.Collectives.Any(x => x.Role == Role.Lead) || responsible.Count == 0
            || responsible.Count + groups.Count < 2)
            return content;
        var first = responsible[0];

        // A group that stands first leads nothing: all of it answers alike.
        if (groups.Any(x => x.Start < first.Start))
            return content;
        return content with { Units = [.. content.Units.Select(x => x == first ? x with { Role = Role.Lead, Provisional = !saidByDocument } : x)] };
    }
}
