using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;

namespace PlanTracker.Web.Security;

/// <summary>A role held on the day of the request.</summary>
/// <param name="JurisdictionPath">Of the jurisdiction in which it is held; what lies below begins with it.</param>
public sealed record Held(Function Function, Guid JurisdictionId, string JurisdictionPath, Guid? OrgUnitId);

/// <summary>On whose behalf a request runs, and what he may do. Handlers ask it before anything else.</summary>
public sealed class Actor(Guid accountId, string name, IReadOnlyList<Held> held)
{
    /// <summary>Scheduled work and the demo loader: reads and writes everywhere, signs as the system.</summary>
    public static Actor System { get; } = new(Guid.Empty, "", []) { IsSystem = true };

    /// <summary>Nobody is signed in.</summary>
    public static Actor Nobody { get; } = new(Guid.Empty, "", []);

    public Guid AccountId => accountId;
    public string Name => name;
    public IReadOnlyList<Held> Held => held;
    public bool IsSystem { get; private init; }
    public bool IsSignedIn => IsSystem || accountId != Guid.Empty;

    /// <summary>Units for which he reports or signs.</summary>
    public IReadOnlyList<Guid> UnitIds { get; } =
        [.. held.Where(x => x is { Function: Function.UnitReporter or Function.UnitHead, OrgUnitId: not null }).Select(x => x.OrgUnitId!.Value).Distinct()];

    /// <summary>The jurisdiction whose pages he sees first; null for who holds no role.</summary>
    public Guid? HomeId { get; } = held.Count > 0 ? held[0].JurisdictionId : null;

    public bool Is(Function function) => held.Any(x => x.Function == function);

    public bool IsOfUnit(Guid orgUnitId) => UnitIds.Contains(orgUnitId);

    /// <summary>Imports, publishes, reviews and urges in this jurisdiction.</summary>
    public bool Coordinates(Guid jurisdictionId) => IsSystem || Holds(Function.Coordinator, jurisdictionId);

    /// <summary>Jurisdictions in which he imports, publishes, reviews and urges.</summary>
    public IReadOnlyList<Guid> CoordinatedIds { get; } =
        [.. held.Where(x => x.Function == Function.Coordinator).Select(x => x.JurisdictionId).Distinct()];

    /// <summary>Heads this unit: signs what leaves it.</summary>
    public bool Heads(Guid orgUnitId) => held.Any(x => x.Function == Function.UnitHead && x.OrgUnitId == orgUnitId);

    public bool Holds(Function function, Guid jurisdictionId) => held.Any(x => x.Function == function && x.JurisdictionId == jurisdictionId);

    /// <summary>Paths of the jurisdictions that he reads whole: a coordinator's own, a leader's with all below.</summary>
    public IReadOnlyList<string> ReadablePaths { get; } =
        [.. held.Where(x => x.Function is Function.Coordinator or Function.Leader).Select(x => x.JurisdictionPath).Distinct()];

    /// <summary>Reads all of a jurisdiction at this path.</summary>
    public bool Oversees(string jurisdictionPath) =>
        IsSystem || ReadablePaths.Any(path => jurisdictionPath.StartsWith(path, StringComparison.Ordinal));
}

/// <summary>Holds the actor of one request's scope.</summary>
public sealed class ActorOfScope
{
    public Actor Actor { get; set; } = Actor.Nobody;

    /// <summary>The network address of who asked; empty for scheduled work.</summary>
    public string Address { get; set; } = "";
}

/// <summary>Reads who a signed-in account is today.</summary>
public sealed class ActorLoader(PlanTrackerDbContext db, Clock clock)
{
    public async Task<Actor> Load(ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (user.Identity?.IsAuthenticated != true || !Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            return Actor.Nobody;
        var today = clock.Today;
        var rows = await db.Users.AsNoTracking()
            .Where(x => x.Id == id && (x.ClosedOn == null || x.ClosedOn > today))
            .Select(x => new
            {
                x.DisplayName,
                Held = x.Memberships.Where(m => m.From <= today && (m.To == null || m.To >= today))
                    .OrderBy(m => m.Function).ThenBy(m => m.Jurisdiction.Path)
                    .Select(m => new Held(m.Function, m.JurisdictionId, m.Jurisdiction.Path, m.OrgUnitId)).ToList(),
            })
            .SingleOrDefaultAsync(cancellation);
        return rows is null ? Actor.Nobody : new Actor(id, rows.DisplayName, rows.Held);
    }
}
