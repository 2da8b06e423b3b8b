using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Channels;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Settings;

/// <summary>Sets the call of the text-message gateway. An empty address switches text messages off; an empty key keeps the present one while the address
/// stays the same.</summary>
public static class SaveSms
{
    public sealed record Command(SmsSettings Settings) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, ChannelSettingsStore store, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.Is(Function.SystemAdministrator))
                return RefusalKind.NotAllowed;
            var settings = request.Settings with { Url = request.Settings.Url.Trim(), Secret = request.Settings.Secret.Trim() };

            // A key is only ever handed to the gateway it was given for.
            if (settings.Secret.Length == 0 && await store.ReadSms(cancellationToken) is { } before && before.Url == settings.Url)
                settings = settings with { Secret = before.Secret };
            if (settings.Url.Length > 0 && Complaint(settings) is { } refusal)
                return refusal;
            await store.WriteSms(settings.Url.Length > 0 ? settings : null, cancellationToken);
            return await db.SaveIfFirst(Done.It, cancellationToken);
        }

        private static Refusal? Complaint(SmsSettings settings)
        {
            if (settings.Method is not ("GET" or "POST" or "PUT"))
                return new Refusal(RefusalKind.Invalid, "请求方式");
            if (!OutgoingCalls.IsAddress(settings.Url.Replace('{', '_').Replace('}', '_')))
                return new Refusal(RefusalKind.Invalid, "接口地址");
            if (Makes(settings with { Headers = "", BodyKind = SmsBody.None }) && !Makes(settings with { BodyKind = SmsBody.None }))
                return new Refusal(RefusalKind.Invalid, "请求头");
            var places = settings.BodyKind == SmsBody.None ? settings.Url : settings.Url + settings.Body;
            var tells = places.Contains("{phone}", StringComparison.Ordinal) && places.Contains("{text}", StringComparison.Ordinal);
            return tells && Makes(settings) ? null : new Refusal(RefusalKind.Invalid, "请求内容");
        }

        /// <summary>Whether the template makes a call, whatever is filled in.</summary>
        private static bool Makes(SmsSettings settings)
        {
            using var call = SmsGateway.Request(settings, "10000", "\"1\"\n");
            return call is not null;
        }
    }
}
