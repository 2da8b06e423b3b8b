using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Units;

/// <summary>A whole register in hand, tracked by its context: rows are laid into it one by one, and nothing is written before the context saves.</summary>
public sealed class LoadedRegister
{
    private readonly PlanTrackerDbContext db;
    private readonly Clock clock;
    private readonly Guid id;
    private readonly Dictionary<UnitName, OrgUnit> units;
    private readonly Dictionary<UnitName, UnitGroup> groups = [];
    private readonly Dictionary<string, SupervisingLeader> leaders;
    private readonly List<Jurisdiction> places;
    private readonly RegisterNames names;
    private int lastPosition;

    /// <summary>Room between two neighbours, for one who comes between them.</summary>
    public const int RankStep = 10;

    private LoadedRegister(
        PlanTrackerDbContext db, Clock clock, Guid id, List<OrgUnit> units, List<UnitGroup> groups, List<SupervisingLeader> leaders, List<Jurisdiction> places)
    {
        (this.db, this.clock, this.id, this.places) = (db, clock, id, places);
        this.units = units.GroupBy(x => UnitName.Normalise(x.Name)).ToDictionary(x => x.Key, x => x.OrderBy(u => u.EndedOn is not null).First());
        this.leaders = leaders.GroupBy(x => x.Name, StringComparer.Ordinal).ToDictionary(x => x.Key, x => x.First(), StringComparer.Ordinal);
        names = new RegisterNames(units);
        lastPosition = units.Count == 0 ? 0 : units.Max(x => x.Position);
        foreach (var group in groups)
        {
            foreach (var name in group.Aliases.Split('；', StringSplitOptions.RemoveEmptyEntries).Append(group.Name))
                this.groups[UnitName.Normalise(name)] = group;
        }
    }

    public static async Task<LoadedRegister> Load(PlanTrackerDbContext db, Clock clock, Guid jurisdictionId, CancellationToken cancellation)
    {
        var units = await db.OrgUnits.OfRegister(jurisdictionId).AsSplitQuery()
            .Include(x => x.Jurisdiction).Include(x => x.Aliases).Include(x => x.Contacts).Include(x => x.Groups).Include(x => x.SupervisingLeader)
            .ToListAsync(cancellation);
        var groups = await db.UnitGroups.Where(x => x.JurisdictionId == jurisdictionId).ToListAsync(cancellation);
        var leaders = await db.SupervisingLeaders.Where(x => x.JurisdictionId == jurisdictionId).ToListAsync(cancellation);
        var places = await db.Jurisdictions.OfRegister(jurisdictionId).ToListAsync(cancellation);
        return new LoadedRegister(db, clock, jurisdictionId, units, groups, leaders, places);
    }

    public OrgUnit? Find(string name) => units.GetValueOrDefault(UnitName.Normalise(name));

    public SupervisingLeader? FindLeader(string name) => leaders.GetValueOrDefault(name);

    /// <summary>Lays a row into the register. Whatever stands against it is found before anything of it is taken.</summary>
    public Outcome<OrgUnit> Lay(UnitRow row)
    {
        var place = row.Place is null or "" ? null : places.Find(x => x.Name == row.Place);
        if (row.Place is { Length: > 0 } && place is null)
            return new Refusal(RefusalKind.NotRegistered, UnitColumns.Place, row.Place);
        var unit = Find(row.Name);
        if (unit is null && row.Kind is null)
            return new Refusal(RefusalKind.Missing, UnitColumns.Kind);
        var name = new Alias(row.Name, null, unit?.EndedOn);
        var aliases = row.Aliases ?? [.. unit is null ? [] : RegisterNames.NamesOf(unit).Skip(1)];
        if (names.Clash(unit?.Id ?? Guid.Empty, [name, .. aliases]) is { } clash)
            return clash;
        unit ??= Add(row.Name);
        unit.Kind = row.Kind ?? unit.Kind;
        unit.Position = row.Position ?? unit.Position;
        if (row.Place is not null)
            unit.Jurisdiction = place ?? places.First(x => x.Id == id);
        if (row.Leader is not null)
            unit.SupervisingLeader = row.Leader.Length == 0 ? null : FindLeader(row.Leader) ?? AddLeader(row.Leader, "");
        if (row.Aliases is not null)
            SetAliases(unit, row.Aliases);
        if (row.Groups is not null)
            SetGroups(unit, row.Groups);
        if (row.Contact is not null)
            SetPerson(unit, row.Contact, isHead: false);
        if (row.Head is not null)
            SetPerson(unit, row.Head, isHead: true);
        names.Renew(unit);
        return unit;
    }

    public SupervisingLeader AddLeader(string name, string position)
    {
        var last = leaders.Count == 0 ? 0 : leaders.Values.Max(x => x.Rank);
        var leader = new SupervisingLeader { Id = clock.NewId(), JurisdictionId = id, Name = name, Position = position, Rank = last + RankStep };
        db.Add(leader);
        return leaders[name] = leader;
    }

    /// <summary>Aliases, contacts and groups are part of their unit: a change of theirs is one of its version.</summary>
    public void Touch(OrgUnit unit)
    {
        if (db.Entry(unit).State == EntityState.Unchanged)
            db.Entry(unit).State = EntityState.Modified;
    }

    private OrgUnit Add(string name)
    {
        var home = places.First(x => x.Id == id);
        var unit = new OrgUnit { Id = clock.NewId(), Name = name, JurisdictionId = id, Jurisdiction = home, Position = lastPosition += 10 };
        db.Add(unit);
        return units[UnitName.Normalise(name)] = unit;
    }

    private void SetAliases(OrgUnit unit, IReadOnlyList<Alias> wanted)
    {
        unit.Aliases.RemoveAll(x => !wanted.Contains(new Alias(x.Name, x.ValidFrom, x.ValidTo)));
        foreach (var alias in wanted)
        {
            if (!unit.Aliases.Exists(x => new Alias(x.Name, x.ValidFrom, x.ValidTo) == alias))
                unit.Aliases.Add(new UnitAlias { Id = clock.NewId(), Name = alias.Name, ValidFrom = alias.From, ValidTo = alias.Until });
        }
    }

    private void SetGroups(OrgUnit unit, IReadOnlyList<string> wanted)
    {
        var members = wanted.Select(Group).Distinct().ToList();
        unit.Groups.RemoveAll(x => !members.Contains(x.UnitGroup));
        foreach (var group in members.Where(group => !unit.Groups.Exists(x => x.UnitGroup == group)))
            unit.Groups.Add(new UnitGroupMember { UnitGroup = group, OrgUnit = unit });
    }

    private UnitGroup Group(string name)
    {
        if (groups.TryGetValue(UnitName.Normalise(name), out var known))
            return known;
        var group = new UnitGroup { Id = clock.NewId(), JurisdictionId = id, Name = name };
        db.Add(group);
        return groups[UnitName.Normalise(name)] = group;
    }

    private void SetPerson(OrgUnit unit, UnitPerson wanted, bool isHead)
    {
        var present = UnitCells.Person(unit, isHead);
        if (wanted.IsNobody)
        {
            if (present is not null)
                unit.Contacts.Remove(present);
            return;
        }

        if (present is null)
            unit.Contacts.Add(present = new UnitContact { Id = clock.NewId(), Name = "", IsHead = isHead });
        (present.Name, present.Phone, present.Email) = (wanted.Name, wanted.Phone, wanted.Mail);
    }
}
