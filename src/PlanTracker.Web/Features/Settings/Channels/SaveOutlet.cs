using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Channels;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Settings;

/// <summary>Adds or changes a group robot or webhook. An empty address keeps the present one and its secret; a new address comes with the secret that belongs
/// to it.</summary>
public static class SaveOutlet
{
    private const int LongestName = 60;
    private const int LongestAddress = 2000;

    /// <param name="SecretAddress">Carries a robot's key.</param>
    /// <param name="Id">Null for a new one. Its kind and its place stay what they were.</param>
    public sealed record Command(
        Guid? Id, Guid JurisdictionId, Channel Channel, string Name, Guid? OrgUnitId, [property: Secret] string SecretAddress,
        [property: Secret] string Secret, bool IsOn = true, int Version = 0)
        : ICommand<Outcome<Guid>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, OutletKeys keys) : IHandler<Command, Outcome<Guid>>
    {
        public async Task<Outcome<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            var outlet = request.Id is null ? null : await db.Outlets.SingleOrDefaultAsync(x => x.Id == request.Id, cancellationToken);
            if ((request.Id is not null && outlet is null) || !actor.KeepsChannels(outlet?.JurisdictionId ?? request.JurisdictionId))
                return RefusalKind.NotFound;
            var (name, address) = (request.Name.Trim(), request.SecretAddress.Trim());
            if (Complaint(request.Channel, name, address, isNew: outlet is null) is { } refusal)
                return refusal;
            var place = outlet?.JurisdictionId ?? request.JurisdictionId;
            if (request.OrgUnitId is { } unit && !await db.OrgUnits.AnyAsync(x => x.Id == unit && x.JurisdictionId == place, cancellationToken))
                return new Refusal(RefusalKind.Invalid, "单位");
            if (await db.Outlets.AnyAsync(x => x.JurisdictionId == place && x.Name == name && x.Id != request.Id, cancellationToken))
                return new Refusal(RefusalKind.NameTaken, name);
            if (outlet is null)
            {
                outlet = new Outlet { Id = clock.NewId(), JurisdictionId = place, Channel = request.Channel, Name = name, Host = "", Address = "", MadeAt = clock.UtcNow };
                db.Outlets.Add(outlet);
            }
            else if (outlet.Version != request.Version)
            {
                return RefusalKind.ChangedMeanwhile;
            }

            (outlet.Name, outlet.OrgUnitId, outlet.IsOn) = (name, request.OrgUnitId, request.IsOn);
            if (address.Length > 0)
                (outlet.Address, outlet.Host, outlet.Secret) = (keys.Close(address), new Uri(address).Authority, keys.Close(request.Secret.Trim()));
            else if (request.Secret.Trim() is { Length: > 0 } secret)
                outlet.Secret = keys.Close(secret);
            return await db.SaveIfFirst(outlet.Id, cancellationToken);
        }

        private static Refusal? Complaint(Channel channel, string name, string address, bool isNew)
        {
            if (channel is not (Channel.WeCom or Channel.DingTalk or Channel.Feishu or Channel.Webhook))
                return new Refusal(RefusalKind.Invalid, "渠道");
            if (name.Length == 0)
                return new Refusal(RefusalKind.Missing, "名称");
            if (name.Length > LongestName || name.Any(char.IsControl))
                return new Refusal(RefusalKind.Invalid, "名称");
            if (address.Length == 0)
                return isNew ? new Refusal(RefusalKind.Missing, "接口地址") : null;
            return address.Length <= LongestAddress && OutgoingCalls.IsAddress(address) ? null : new Refusal(RefusalKind.Invalid, "接口地址");
        }
    }
}
