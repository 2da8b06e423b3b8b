using PlanTracker.Domain.Progress;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Settings;

internal static class ChannelAccess
{
    /// <summary>Keeps the robots and sending hours of a jurisdiction: its coordinator, and who runs the system.</summary>
    public static bool KeepsChannels(this Actor actor, Guid jurisdictionId) => actor.Is(Function.SystemAdministrator) || actor.Coordinates(jurisdictionId);
}
