using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Documents.Tables;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Demo;
using PlanTracker.Web.Features.Units;
using PlanTracker.Web.Registers;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Units;

public sealed class ExportUnitsTests
{
    private const int Registers = 12;

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_is_exported_changes_nothing_when_it_is_imported_again(Database database)
    {
        await using var app = await TestApp.Start(database);
        foreach (var plan in RandomRegister.Sample(Registers))
        {
            var place = await Lay(app, plan);

            var exported = (await app.Send(Actor.System, new ExportUnits.Query(place))).Value;
            foreach (var file in new[] { exported.Csv(), exported.Xlsx() })
            {
                var report = (await app.Send(Actor.System, new ImportUnits.Command(place, file))).Value;
                Assert.Equal(plan.Count, report.Rows.Count);
                Assert.All(report.Rows, x => Assert.Equal((RowResult.Unchanged, null), (x.Result, x.Refusal)));
            }
        }
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task An_export_fills_an_empty_register_alike(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        await app.Send(Actor.System, new ImportUnits.Command(world.Neighbour.Id, DemoUnits()));

        var first = (await app.Send(world.NeighbourCoordinator, new ExportUnits.Query(null))).Value;
        var fresh = await Lay(app, []);
        var report = (await app.Send(Actor.System, new ImportUnits.Command(fresh, Placeless(first.Rows)))).Value;

        Assert.Equal(49, report.Count(RowResult.Added));
        var second = (await app.Send(Actor.System, new ExportUnits.Query(fresh))).Value;
        Assert.Equal(first.Rows.Select(x => string.Join('|', x.Where((_, i) => i != 2))), second.Rows.Select(x => string.Join('|', x.Where((_, i) => i != 2))));
    }

    /// <summary>The units of the demo county without their places, so that they fit any register.</summary>
    private static byte[] DemoUnits() => Placeless([UnitColumns.Heads, .. DemoFiles.Rows("units.csv")]);

    private static byte[] Placeless(IEnumerable<IReadOnlyList<string>> rows) =>
        CsvText.Write(rows.Select((row, line) => (IReadOnlyList<string>)[.. row.Select((cell, i) => line > 0 && i == 2 ? "" : cell)]));

    private static async Task<Guid> Lay(TestApp app, IReadOnlyList<RandomUnit> units)
    {
        var id = app.Clock.NewId();
        await app.InStore(db =>
        {
            db.Add(new Jurisdiction { Id = id, Name = $"县{id:N}", Level = JurisdictionLevel.County, Path = $"{id}/" });
            var groups = units.SelectMany(x => x.Groups).Distinct()
                .ToDictionary(name => name, name => new UnitGroup { Id = app.Clock.NewId(), JurisdictionId = id, Name = name });
            var leaders = units.Select(x => x.Leader).OfType<string>().Distinct()
                .ToDictionary(name => name, name => new SupervisingLeader { Id = app.Clock.NewId(), JurisdictionId = id, Name = name });
            db.AddRange(groups.Values);
            db.AddRange(leaders.Values);
            db.AddRange(units.Select(unit => unit.Make(app.Clock, id, groups, leaders)));
            return db.SaveChangesAsync();
        });
        return id;
    }
}

/// <summary>A unit made up of all that its fields may hold.</summary>
public sealed record RandomUnit(
    int Number, string Name, OrgUnitKind Kind, int Position, IReadOnlyList<Alias> Aliases, IReadOnlyList<string> Groups, string? Leader, string Contact, string Phone)
{
    public OrgUnit Make(Clock clock, Guid place, Dictionary<string, UnitGroup> groups, Dictionary<string, SupervisingLeader> leaders)
    {
        var unit = new OrgUnit { Id = clock.NewId(), JurisdictionId = place, Name = $"{Name}{Number}", Kind = Kind, Position = Position };
        unit.Aliases.AddRange(Aliases.Select((x, i) => new UnitAlias { Id = clock.NewId(), Name = $"{x.Name}{Number}之{i}", ValidFrom = x.From, ValidTo = x.Until }));
        unit.Groups.AddRange(Groups.Distinct().Select(x => new UnitGroupMember { OrgUnit = unit, UnitGroup = groups[x] }));
        unit.SupervisingLeader = Leader is null ? null : leaders[Leader];
        if (Contact.Length > 0)
            unit.Contacts.Add(new UnitContact { Id = clock.NewId(), Name = Contact, Phone = Phone, Email = "a@example.test", IsHead = Number % 2 == 0 });
        return unit;
    }
}

public static class RandomRegister
{
    /// <summary>Names with whatever a table file could stumble over.</summary>
    private static Gen<string> Words => Gen.Elements("县", "财政,局", "“发改”局", "\"x\"", "（区）", "=1+1", "+甲", "-乙", "'丙", "A B", "国家税务总局")
        .ListOf(2).Select(string.Concat);

    public static IEnumerable<IReadOnlyList<RandomUnit>> Sample(int count)
    {
        var day = Gen.Choose(-900, 3000).Select(x => x < 0 ? (DateOnly?)null : new DateOnly(2018, 1, 1).AddDays(x));
        var alias = from name in Words
                    from one in day
                    from other in day
                    select one > other ? new Alias(name, other, one) : new Alias(name, one, other);
        var unit = from name in Words
                   from kind in Gen.Elements(Enum.GetValues<OrgUnitKind>())
                   from position in Gen.Choose(0, 500)
                   from aliases in Gen.Choose(0, 3).SelectMany(alias.ListOf)
                   from groups in Gen.Choose(0, 2).SelectMany(n => Gen.Elements("各镇人民政府", "县级,部门", "-组").ListOf(n))
                   from leader in Gen.Elements("陆承屿", "=郑", null)
                   from contact in Gen.Elements("", "苗竹青", "@甲")
                   from phone in Gen.Elements("", "0000-68800811", "+86 0000", "-1", "13800000000")
                   select new RandomUnit(0, name, kind, position, [.. aliases], [.. groups], leader, contact, contact.Length == 0 ? "" : phone);
        return Gen.Sample(Gen.Choose(0, 9).SelectMany(unit.ListOf), 20, count)
            .Select(units => (IReadOnlyList<RandomUnit>)[.. units.Select((x, i) => x with { Number = i })]);
    }
}
