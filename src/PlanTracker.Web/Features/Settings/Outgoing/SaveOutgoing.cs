using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Channels;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Settings;

/// <summary>Sets what links begin with and which private networks may be called.</summary>
public static class SaveOutgoing
{
    public sealed record Command(OutgoingSettings Settings) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, ChannelSettingsStore store, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.Is(Function.SystemAdministrator))
                return RefusalKind.NotAllowed;
            OutgoingSettings settings = new()
            {
                PublicUrl = request.Settings.PublicUrl.Trim().TrimEnd('/'), AllowedNetworks = request.Settings.AllowedNetworks.Trim(),
            };
            if (settings.PublicUrl.Length > 0 && !OutgoingCalls.IsAddress(settings.PublicUrl))
                return new Refusal(RefusalKind.Invalid, "系统访问地址");
            if (AllowedNetworks.Parse(settings.AllowedNetworks) is null)
                return new Refusal(RefusalKind.Invalid, "允许的内网网段");
            await store.WriteOutgoing(settings, cancellationToken);
            return await db.SaveIfFirst(Done.It, cancellationToken);
        }
    }
}
