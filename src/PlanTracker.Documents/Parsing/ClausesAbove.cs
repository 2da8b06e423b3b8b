using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>（一） ends in a clause of its own, and so do the measures 1.、2. below it, which are the tasks: the clause above is not lost.</summary>
internal sealed class ClausesAbove(Flow flow)
{
    private readonly HashSet<OutlineItem> told = [];

    /// <summary>A task that names nobody takes the units of the item above it, marked; where it names its own, the first says what stands
    /// above.</summary>
    public void Share(OutlineItem item, UnitClause units)
    {
        var above = item.Parent;
        while (above is { HasClause: false }) above = above.Parent;
        if (above is null) return;
        var clause = new UnitClause();
        var own = above.OwnClauses.Where(found => !found.Clause.HoldsForOthers).ToList();
        foreach (var found in own) clause.Add(found.Clause);
        if (clause.Units.Count + clause.Groups.Count == 0) return;
        var (from, to) = (above.WordsStart + own[0].Start, above.WordsStart + own[^1].End);
        if (units.Units.Count + units.Groups.Count == 0)
        {
            units.Add(clause);
            units.Doubts.Add(Doubt(DiagnosticKind.UnsureUnit, from, to));
        }
        else if (!clause.Units.Concat(clause.Groups).All(unit => units.Units.Concat(units.Groups).Any(known => known.Name == unit.Name))
            && told.Add(above))
        {
            units.Doubts.Add(Doubt(DiagnosticKind.UnitsAbove, from, to));
        }
    }

    private Diagnostic Doubt(DiagnosticKind kind, int from, int to) => new(kind, null, flow.Text.Printed[from..to], flow.Text.SpanOf(from, to));
}
