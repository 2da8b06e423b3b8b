using Microsoft.Extensions.Localization;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Channels;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Settings;

/// <summary>Sends a text message by the saved settings and gives the gateway's answer, or why it was not taken.</summary>
public static class TestSms
{
    public sealed record Command(string Phone) : ICommand<Outcome<CallResult>>, IDeed;

    public sealed class Handler(ChannelSettingsStore store, SmsGateway sms, Actor actor, IStringLocalizer<Words> words) : IHandler<Command, Outcome<CallResult>>
    {
        public async Task<Outcome<CallResult>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.Is(Function.SystemAdministrator))
                return RefusalKind.NotAllowed;
            if (await store.ReadSms(cancellationToken) is not { } settings)
                return CallResult.Failed(CallFailureKind.NotConfigured);
            var outgoing = await store.ReadOutgoing(cancellationToken);
            return await sms.Send(settings, request.Phone, words["这是一条测试短信。收到它，说明短信网关可用。"], outgoing.Allowed, cancellationToken);
        }
    }
}
