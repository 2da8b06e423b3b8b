using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Channels;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Settings;

/// <summary>The group robots and webhooks of a place, when it sends, and what was not accepted lately. Addresses and secrets stay where they are.</summary>
public static class ListOutlets
{
    /// <param name="JurisdictionId">Null for the first place that the person keeps.</param>
    /// <param name="OutletId">Asks for the place of this one instead.</param>
    public sealed record Query(Guid? JurisdictionId = null, Guid? OutletId = null) : IQuery<Outcome<Result>>;

    public sealed record Result(
        Place Chosen, IReadOnlyList<PlaceName> Places, IReadOnlyList<Row> Outlets, IReadOnlyList<UnitName> Units, IReadOnlyList<LastFailures.Row> Failures,
        bool HasPublicUrl);

    public sealed record PlaceName(Guid Id, string Name);

    public sealed record UnitName(Guid Id, string Name);

    public sealed record Place(Guid Id, string Name, TimeOnly SendsFrom, TimeOnly SendsUntil, bool CalendarShowsTitles, int Version);

    /// <param name="Unit">Null: told of all units.</param>
    public sealed record Row(
        Guid Id, Channel Channel, string Name, Guid? OrgUnitId, string? Unit, string Host, bool HasSecret, bool IsOn, DateTime? LastSentAt, int Version);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, ChannelSettingsStore settings) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var all = actor.Is(Function.SystemAdministrator);
            if (!all && actor.CoordinatedIds.Count == 0)
                return RefusalKind.NotAllowed;
            var places = await db.Jurisdictions.AsNoTracking().Where(x => all || actor.CoordinatedIds.Contains(x.Id)).OrderBy(x => x.Path).ToListAsync(cancellationToken);
            var wanted = request.OutletId is null ? request.JurisdictionId
                : await db.Outlets.Where(x => x.Id == request.OutletId).Select(x => x.JurisdictionId).SingleOrDefaultAsync(cancellationToken);
            if ((wanted is { } id ? places.Find(x => x.Id == id) : places.Find(x => x.Id == actor.HomeId) ?? places.FirstOrDefault()) is not { } place)
                return RefusalKind.NotFound;
            var outlets = await db.Outlets.AsNoTracking().Where(x => x.JurisdictionId == place.Id)
                .OrderBy(x => x.OrgUnitId != null).ThenBy(x => x.OrgUnit!.Position).ThenBy(x => x.Name)
                .Select(x => new Row(
                    x.Id, x.Channel, x.Name, x.OrgUnitId, x.OrgUnit!.Name, x.Host, x.Secret.Length > 0, x.IsOn,
                    db.Digests.Where(d => d.OutletId == x.Id).Max(d => d.SentAt), x.Version))
                .ToListAsync(cancellationToken);
            var today = clock.Today;
            var units = await db.OrgUnits.AsNoTracking().Where(x => x.JurisdictionId == place.Id && (x.EndedOn == null || x.EndedOn > today))
                .OrderBy(x => x.Position).ThenBy(x => x.Name).Select(x => new UnitName(x.Id, x.Name)).ToListAsync(cancellationToken);
            return new Result(
                new Place(place.Id, place.Name, place.SendsFrom, place.SendsUntil, place.CalendarShowsTitles, place.Version),
                [.. places.Select(x => new PlaceName(x.Id, x.Name))], outlets, units,
                await LastFailures.Read(db.Digests.Where(x => x.JurisdictionId == place.Id), today, cancellationToken),
                (await settings.ReadOutgoing(cancellationToken)).PublicUrl.Length > 0);
        }
    }
}
