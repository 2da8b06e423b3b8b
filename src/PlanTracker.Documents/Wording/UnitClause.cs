using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Documents.Wording;

/// <summary>What a clause of units says, as printed.</summary>
public sealed class UnitClause
{
    public List<NamedUnit> Units { get; } = [];

    public List<NamedUnit> Groups { get; } = [];

    public List<NamedLeader> Leaders { get; } = [];

    /// <summary>Bodies that the clause names for every later task of its section (以下均需X配合).</summary>
    public List<NamedUnit> ForLaterTasks { get; } = [];

    /// <summary>Words of a field for time inside the clause (完成时限：…).</summary>
    public List<MappedText> Times { get; } = [];

    public List<Diagnostic> Doubts { get; } = [];

    public bool AndOthers { get; set; }

    /// <summary>排在第一位的为牵头单位 stands in it.</summary>
    public bool FirstIsLead { get; set; }

    /// <summary>For which tasks it says that it holds (本部分任务责任单位).</summary>
    public ClauseScope Scope { get; set; }

    public bool HoldsForOthers => Scope.Reach != ClauseReach.Own;

    /// <summary>Where a mark stands at a name: ★县水利局.</summary>
    public HashSet<SourceSpan> Marked { get; } = [];

    /// <summary>标★的为牵头单位</summary>
    public void LetMarkedLead()
    {
        foreach (var units in (List<NamedUnit>[])[Units, Groups])
        {
            for (var i = 0; i < units.Count; i++)
            {
                if (Marked.Contains(units[i].Words)) units[i] = units[i] with { Role = Role.Lead };
            }
        }
    }

    public bool NamesSomebody => Units.Count + Groups.Count + Leaders.Count > 0;

    public bool IsEmpty => !NamesSomebody && Times.Count == 0 && ForLaterTasks.Count == 0 && !AndOthers;

    /// <summary>Adds what another clause of the same task says: each body once under each role, a lead not again as responsible.</summary>
    public void Add(UnitClause other)
    {
        AddEach(Units, other.Units);
        AddEach(Groups, other.Groups);
        foreach (var leader in other.Leaders)
        {
            if (Leaders.All(known => known.Name != leader.Name)) Leaders.Add(leader);
        }

        ForLaterTasks.AddRange(other.ForLaterTasks);
        Times.AddRange(other.Times);
        Doubts.AddRange(other.Doubts);
        AndOthers |= other.AndOthers;
        FirstIsLead |= other.FirstIsLead;
        if (!HoldsForOthers) Scope = other.Scope;
    }

    /// <summary>The first of its bodies leads and the others help, as the document says of all its lists.</summary>
    public void LetFirstLead()
    {
        var first = Units.Concat(Groups).MinBy(unit => unit.Words.Start);
        Recast(Units, first);
        Recast(Groups, first);
    }

    private static void Recast(List<NamedUnit> units, NamedUnit? first)
    {
        for (var i = 0; i < units.Count; i++) units[i] = units[i] with { Role = units[i] == first ? Role.Lead : Role.Cooperating };
    }

    /// <summary>Behind so many bodies nobody looks for one that is named twice.</summary>
    private const int MostCompared = 400;

    public static void AddEach(List<NamedUnit> known, IEnumerable<NamedUnit> more)
    {
        foreach (var unit in more)
        {
            if (known.Count < MostCompared && known.Any(k => k.Name == unit.Name && (k.Role == unit.Role || k.Role == Role.Lead))) continue;
            if (unit.Role == Role.Lead && known.Count < MostCompared) known.RemoveAll(k => k.Name == unit.Name && k.Role == Role.Responsible);
            known.Add(unit);
        }
    }
}
