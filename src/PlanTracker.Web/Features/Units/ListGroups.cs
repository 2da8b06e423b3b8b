using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Units;

/// <summary>The groups and the supervising leaders of a register, each with its units, and the units to choose from.</summary>
public static class ListGroups
{
    public sealed record Query(Guid? PlaceId = null) : IQuery<Outcome<Result>>;

    public sealed record Named(Guid Id, string Name);

    public sealed record Group(Guid Id, string Name, IReadOnlyList<string> Aliases, string Note, IReadOnlyList<Named> Members, int Version);

    public sealed record Leader(Guid Id, string Name, string Position, Guid? AccountId, string? Account, IReadOnlyList<Named> Units, int Rank, int Version);

    /// <param name="Accounts">Those of leaders of this place.</param>
    public sealed record Result(
        Guid PlaceId, string Place, bool MayEdit, IReadOnlyList<Group> Groups, IReadOnlyList<Leader> Leaders, IReadOnlyList<Named> Units,
        IReadOnlyList<Named> Accounts);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await actor.RegisterIn(db, request.PlaceId, cancellationToken) is not { } place)
                return RefusalKind.NotFound;
            var today = clock.Today;
            var units = await db.OrgUnits.AsNoTracking().OfRegister(place.Id).Where(x => x.EndedOn == null || x.EndedOn > today)
                .OrderBy(x => x.Position).ThenBy(x => x.Name).Select(x => new { x.Id, x.Name, x.SupervisingLeaderId }).ToListAsync(cancellationToken);
            var groups = await db.UnitGroups.AsNoTracking().Where(x => x.JurisdictionId == place.Id).OrderBy(x => x.Name).Select(x => new
            {
                x.Id,
                x.Name,
                x.Aliases,
                x.Note,
                x.Version,
                Members = x.Members.OrderBy(m => m.OrgUnit.Position).ThenBy(m => m.OrgUnit.Name).Select(m => new Named(m.OrgUnitId, m.OrgUnit.Name)).ToList(),
            }).ToListAsync(cancellationToken);
            var leaders = await db.SupervisingLeaders.AsNoTracking().Where(x => x.JurisdictionId == place.Id).OrderBy(x => x.Rank).ThenBy(x => x.Id)
                .Select(x => new { x.Id, x.Name, x.Position, x.Rank, x.Version, x.AccountId, Account = db.Users.Where(a => a.Id == x.AccountId).Select(a => a.UserName).FirstOrDefault() })
                .ToListAsync(cancellationToken);
            var accounts = await db.Memberships.AsNoTracking()
                .Where(x => x.JurisdictionId == place.Id && x.Function == Domain.Progress.Function.Leader && (x.To == null || x.To >= today))
                .Select(x => new Named(x.AccountId, x.Account.DisplayName)).Distinct().ToListAsync(cancellationToken);
            return new Result(
                place.Id, place.Name, actor.Coordinates(place.Id),
                [.. groups.Select(x => new Group(x.Id, x.Name, GroupNames.AliasesOf(x.Aliases), x.Note, x.Members, x.Version))],
                [.. leaders.Select(x => new Leader(
                    x.Id, x.Name, x.Position, x.AccountId, x.Account, [.. units.Where(u => u.SupervisingLeaderId == x.Id).Select(u => new Named(u.Id, u.Name))], x.Rank, x.Version))],
                [.. units.Select(x => new Named(x.Id, x.Name))],
                accounts);
        }
    }
}
