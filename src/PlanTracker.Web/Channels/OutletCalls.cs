using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Channels;

/// <summary>Tells an outlet something, in the way of its kind.</summary>
public sealed class OutletCalls(OutgoingCalls calls, OutletKeys keys, Clock clock)
{
    public async Task<CallResult> Send(Outlet outlet, GroupMessage message, AllowedNetworks allowed, CancellationToken cancellation)
    {
        if (keys.Open(outlet.Address) is not { } address || keys.Open(outlet.Secret) is not { } secret)
            return CallResult.Failed(CallFailureKind.SecretUnreadable);
        if (!OutgoingCalls.IsAddress(address))
            return CallResult.Failed(CallFailureKind.InvalidAddress);
        using var request = outlet.Channel == Channel.Webhook
            ? WebhookCall.Of(address, secret, message, clock.UtcNow) : RobotCall.Of(outlet.Channel, address, secret, message, clock.UtcNow);
        var result = await calls.Send(request, allowed, wanted: null, cancellation);
        return result.Failure is null && outlet.Channel != Channel.Webhook && RobotCall.Refusal(result.Answer) is { } refusal ? new CallResult("", refusal) : result;
    }
}
