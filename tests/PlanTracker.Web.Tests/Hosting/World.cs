using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Tests.Hosting;

/// <summary>A small invented county that most slice tests stand on: its judicial bureau coordinates, three other units do the work, and
/// a neighbouring county must see none of it.</summary>
public sealed class World
{
    private readonly TestApp app;

    private World(TestApp app) => this.app = app;

    public Jurisdiction County { get; private set; } = null!;
    public Jurisdiction Neighbour { get; private set; } = null!;
    public OrgUnit Justice { get; private set; } = null!;
    public OrgUnit Development { get; private set; } = null!;
    public OrgUnit Finance { get; private set; } = null!;
    public OrgUnit Town { get; private set; } = null!;
    public Actor Coordinator { get; private set; } = null!;
    public Actor NeighbourCoordinator { get; private set; } = null!;
    public Actor Leader { get; private set; } = null!;
    public Actor SystemAdministrator { get; private set; } = null!;
    public Actor SecurityAdministrator { get; private set; } = null!;

    /// <summary>Reporter and head of 县发展和改革局.</summary>
    public Actor DevelopmentReporter { get; private set; } = null!;
    public Actor DevelopmentHead { get; private set; } = null!;

    /// <summary>Reporter of 县财政局: the wrong unit wherever the right one is 县发展和改革局.</summary>
    public Actor FinanceReporter { get; private set; } = null!;

    public static async Task<World> Found(TestApp app)
    {
        var world = new World(app);
        await app.InStore(async db =>
        {
            world.County = world.Place("望湖县");
            world.Neighbour = world.Place("邻川县");
            db.AddRange(world.County, world.Neighbour);
            world.Justice = world.Unit("望湖县司法局", OrgUnitKind.GovernmentDepartment, "县司法局");
            world.Development = world.Unit("望湖县发展和改革局", OrgUnitKind.GovernmentDepartment, "县发改局", "县发展改革局");
            world.Finance = world.Unit("望湖县财政局", OrgUnitKind.GovernmentDepartment, "县财政局");
            world.Town = world.Unit("柳堤镇人民政府", OrgUnitKind.Town, "柳堤镇");
            db.AddRange(world.Justice, world.Development, world.Finance, world.Town);
            world.Coordinator = world.Person(db, "统筹员", Function.Coordinator, world.County, null);
            world.NeighbourCoordinator = world.Person(db, "邻县统筹员", Function.Coordinator, world.Neighbour, null);
            world.Leader = world.Person(db, "县长", Function.Leader, world.County, null);
            world.SystemAdministrator = world.Person(db, "系统员", Function.SystemAdministrator, world.County, null);
            world.SecurityAdministrator = world.Person(db, "安全员", Function.SecurityAdministrator, world.County, null);
            world.DevelopmentReporter = world.Person(db, "发改经办", Function.UnitReporter, world.County, world.Development);
            world.DevelopmentHead = world.Person(db, "发改局长", Function.UnitHead, world.County, world.Development);
            world.FinanceReporter = world.Person(db, "财政经办", Function.UnitReporter, world.County, world.Finance);
            return await db.SaveChangesAsync();
        });
        return world;
    }

    private Jurisdiction Place(string name)
    {
        var id = app.Clock.NewId();
        return new Jurisdiction { Id = id, Name = name, Level = JurisdictionLevel.County, Path = $"{id}/" };
    }

    private OrgUnit Unit(string name, OrgUnitKind kind, params string[] aliases)
    {
        var id = app.Clock.NewId();
        return new OrgUnit
        {
            Id = id, JurisdictionId = County.Id, Name = name, Kind = kind,
            Aliases = [.. aliases.Select(alias => new UnitAlias { Id = app.Clock.NewId(), OrgUnitId = id, Name = alias })],
        };
    }

    private Actor Person(PlanTrackerDbContext db, string name, Function function, Jurisdiction place, OrgUnit? unit)
    {
        var account = new Account
        {
            Id = app.Clock.NewId(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, Email = $"u{name.GetHashCode(StringComparison.Ordinal):x}@example.test",
            SecurityStamp = name, Memberships = [new Membership { Id = app.Clock.NewId(), Function = function, JurisdictionId = place.Id, OrgUnitId = unit?.Id, From = new DateOnly(2026, 1, 1) }],
        };
        db.Users.Add(account);
        return new Actor(account.Id, name, [new Held(function, place.Id, place.Path, unit?.Id)]);
    }
}
