using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Units;

/// <summary>Adds a supervising leader, or changes one, with the units supervised.</summary>
public static class SaveLeader
{
    private const int LongestPosition = 100;

    /// <param name="Id">Null: add.</param>
    /// <param name="UnitIds">All units supervised; a unit has one supervising leader, so that these leave the one they had.</param>
    /// <param name="Rank">排序; null: as it is, behind all others for one who is added.</param>
    /// <param name="Version">The one that the person saw.</param>
    public sealed record Command(
        Guid? Id, Guid PlaceId, string Name, string Position, Guid? AccountId, IReadOnlyList<Guid> UnitIds, int? Rank = null, int Version = 0)
        : ICommand<Outcome<Guid>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Guid>>
    {
        public async Task<Outcome<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.Coordinates(request.PlaceId))
                return RefusalKind.NotAllowed;
            var leaders = await db.SupervisingLeaders.Where(x => x.JurisdictionId == request.PlaceId).ToListAsync(cancellationToken);
            var leader = leaders.Find(x => x.Id == request.Id);
            if (request.Id is not null && leader is null)
                return RefusalKind.NotFound;
            if (leader is not null && leader.Version != request.Version)
                return RefusalKind.ChangedMeanwhile;
            var name = request.Name.Trim();
            if (name.Length == 0)
                return new Refusal(RefusalKind.Missing, "姓名");
            if (!AliasText.IsName(name) || name.Length > UnitPerson.LongestName)
                return new Refusal(RefusalKind.Invalid, "姓名");
            if (request.Position.Length > LongestPosition)
                return new Refusal(RefusalKind.Invalid, "职务");
            if (request.Rank is < 0 or > UnitRow.LastPosition)
                return new Refusal(RefusalKind.Invalid, UnitColumns.Position);
            if (leaders.Exists(x => x != leader && x.Name == name))
                return new Refusal(RefusalKind.NameTaken, name);
            if (request.AccountId is { } account && account != leader?.AccountId && !await db.Memberships.AnyAsync(
                x => x.AccountId == account && x.JurisdictionId == request.PlaceId && x.Function == Function.Leader, cancellationToken))
                return RefusalKind.NotFound;
            if (leader is null)
            {
                var last = leaders.Count == 0 ? 0 : leaders.Max(x => x.Rank);
                db.Add(leader = new SupervisingLeader { Id = clock.NewId(), JurisdictionId = request.PlaceId, Name = name, Rank = last + LoadedRegister.RankStep });
            }
            else
            {
                // Which units are supervised is part of the leader.
                db.Entry(leader).State = EntityState.Modified;
            }

            (leader.Name, leader.Position, leader.AccountId, leader.Rank) = (name, request.Position.Trim(), request.AccountId, request.Rank ?? leader.Rank);
            var today = clock.Today;
            var units = await db.OrgUnits.OfRegister(request.PlaceId).Where(x => x.EndedOn == null || x.EndedOn > today).ToListAsync(cancellationToken);
            foreach (var unit in units)
            {
                if (request.UnitIds.Contains(unit.Id))
                    unit.SupervisingLeaderId = leader.Id;
                else if (unit.SupervisingLeaderId == leader.Id)
                    unit.SupervisingLeaderId = null;
            }

            return await db.SaveUnlessChanged(leader.Id, cancellationToken);
        }
    }
}
