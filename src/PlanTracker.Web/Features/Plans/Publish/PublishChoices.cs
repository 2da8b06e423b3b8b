using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;

namespace PlanTracker.Web.Features.Plans.Publish;

/// <summary>What the coordinator chooses for a plan when it is published.</summary>
/// <param name="Sharing">For tasks that say nothing themselves; null: by the rule (分头落实 for collectives, else 牵头负责).</param>
public sealed record PublishChoices(
    PlanKind Kind, ReportingCycle Cycle, LightFamily LightFamily, bool NeedsUnitReview, bool NeedsLeaderApproval, Sharing? Sharing);
