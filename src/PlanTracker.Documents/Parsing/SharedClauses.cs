using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Clauses that stand once and hold for several tasks: 以上三项由X负责, 本部分责任单位：X, or alone below the last of several items.</summary>
internal sealed class SharedClauses
{
    /// <summary>How far before the first item and behind the last one a clause for all of them is looked for, in characters.</summary>
    private const int Around = 1500;

    private readonly Flow flow;
    private readonly IReadOnlyList<OutlineItem> tasks;
    private readonly Dictionary<OutlineItem, UnitClause> shared = [];

    /// <param name="tasks">In the order of the document.</param>
    /// <param name="all">The roots of the outline, with the items that are no tasks.</param>
    public SharedClauses(Flow flow, IReadOnlyList<OutlineItem> tasks, IReadOnlyList<OutlineItem> all)
    {
        (this.flow, this.tasks) = (flow, tasks);
        if (tasks.Count == 0 || all.Count == 0) return;
        var clauses = Printed(all).ToList();
        var lonely = clauses.Count == 1 && !tasks.Any(Names);
        foreach (var (clause, holder, at) in clauses) Give(clause, holder, at, lonely);
        List<List<OutlineItem>> groups = [.. tasks.Where(item => item.Parent is not null).GroupBy(item => item.Parent!, (_, siblings) => siblings.ToList())];
        var lastOfEach = LastOfEachCarries(groups);
        foreach (var siblings in groups) GiveBelow(siblings, lastOfEach);
    }

    /// <summary>What others say of a task that names nobody itself.</summary>
    public UnitClause? For(OutlineItem task) => shared.GetValueOrDefault(task);

    private IEnumerable<(UnitClause Clause, OutlineItem? Holder, int At)> Printed(IReadOnlyList<OutlineItem> all)
    {
        var (first, end) = (all[0].Start, all[^1].End);
        foreach (var clause in At(Math.Max(0, first - Around), first, ClauseReach.Below)) yield return clause;
        foreach (var item in all.SelectMany(WithAllBelow))
        {
            foreach (var found in item.OwnClauses.Where(found => found.Clause.HoldsForOthers))
                yield return (found.Clause, item, item.WordsStart + found.Start);
        }

        foreach (var clause in At(end, Math.Min(flow.Text.Length, end + Around), ClauseReach.Above)) yield return clause;
    }

    private IEnumerable<(UnitClause Clause, OutlineItem? Holder, int At)> At(int from, int to, ClauseReach reach) =>
        ClauseFinder.FindIn(flow.Text.Slice(from, to))
            .Where(found => found.Clause.Scope.Reach == reach || found.Clause.Scope.Reach == ClauseReach.Document)
            .Select(found => (found.Clause, (OutlineItem?)null, from + found.Start));

    private static IEnumerable<OutlineItem> WithAllBelow(OutlineItem item) => item.Children.SelectMany(WithAllBelow).Prepend(item);

    private static bool Names(OutlineItem item) => item.HasClause || item.Children.Exists(Names);

    private static bool StandsUnder(OutlineItem item, OutlineItem above)
    {
        for (var parent = item.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent == above) return true;
        }

        return false;
    }

    private void Give(UnitClause clause, OutlineItem? holder, int at, bool lonely)
    {
        var task = holder is null ? null : tasks.FirstOrDefault(task => task == holder || StandsUnder(holder, task));
        var before = tasks.Where(item => item.Start < at).Reverse();
        var meant = clause.Scope.Reach switch
        {
            ClauseReach.Document => tasks,
            ClauseReach.Section when task is not null => tasks.Where(item => item.Parent == task.Parent),
            ClauseReach.Below when task is not null => tasks.Where(item => item.Start > at && item.Parent == task.Parent),
            ClauseReach.Section or ClauseReach.Below => tasks.Where(item => holder is null || StandsUnder(item, holder)),
            _ when clause.Scope.Count is { } count => before.Take(count),
            _ when clause.Scope is { From: { } from, To: { } to } =>
                before.Where(item => (task is null || item.Parent == task.Parent) && item.Label.Value >= from && item.Label.Value <= to),
            _ => before.TakeWhile(item => (task is null || item.Parent == task.Parent) && !shared.ContainsKey(item)),
        };
        foreach (var item in meant.ToList()) Take(item, clause);
        // Nobody else is named in the whole document: perhaps all that stands above is meant.
        if (!lonely || clause.Scope.Reach != ClauseReach.Above || clause.Scope.Count is not null || clause.Scope.From is not null) return;
        foreach (var item in before.ToList()) Take(item, Doubtful(clause, at));
    }

    private void Take(OutlineItem item, UnitClause clause)
    {
        if (!Names(item)) shared.TryAdd(item, clause);
    }

    private UnitClause Doubtful(UnitClause clause, int at)
    {
        var doubtful = new UnitClause();
        doubtful.Add(clause);
        var end = flow.Text.Plain.AsSpan(at).IndexOfAny("。\n") is >= 0 and var length ? at + length : flow.Text.Length;
        doubtful.Doubts.Add(new Diagnostic(DiagnosticKind.UnsureUnit, null, flow.Text.Printed[at..end], flow.Text.SpanOf(at, end)));
        return doubtful;
    }

    // （一）… 1.… 2.…（责任单位：…） （二）… 3.… 4.…（责任单位：…）: where the last of every group names somebody and nobody else does, the group is meant.
    private static bool LastOfEachCarries(List<List<OutlineItem>> groups)
    {
        var several = groups.Where(siblings => siblings.Count > 1).ToList();
        return several.Count > 1 && several.TrueForAll(siblings => siblings[^1].HasClause && siblings[^1].Parent!.OwnClauses.Count == 0
            && siblings.TrueForAll(item => item.Children.Count == 0 && (item == siblings[^1] || item.OwnClauses.Count == 0)));
    }

    private void GiveBelow(List<OutlineItem> siblings, bool lastOfEach)
    {
        if ((Below(siblings) ?? (lastOfEach && siblings.Count > 1 ? Marked(siblings[^1]) : null)) is not { } clause) return;
        foreach (var item in siblings) shared.TryAdd(item, clause);
    }

    // (1)…。 (2)…。 / （责任单位：…）: behind the last of several items that name nobody, on a line of its own. Perhaps it is meant for that one.
    private UnitClause? Below(List<OutlineItem> siblings)
    {
        var last = siblings[^1];
        if (siblings.Count < 2 || last.OwnClauses is not [var first, ..] || last.Parent!.OwnClauses.Count > 0
            || last.OwnClauses.Exists(found => found.Clause.Scope.Length > 0)
            || siblings.SkipLast(1).Any(item => item.OwnClauses.Count > 0) || siblings.Exists(item => item.Children.Count > 0))
            return null;
        var words = flow.Text.Plain.AsSpan(last.WordsStart, last.OwnEnd - last.WordsStart);
        // Clauses of words that were joined may overlap, or end behind what is the item's own.
        if (last.OwnClauses[^1].End > words.Length
            || last.OwnClauses.Zip(last.OwnClauses.Skip(1)).Any(pair => pair.Second.Start < pair.First.End))
            return null;
        var before = words[..first.Start].TrimEnd(' ');
        if (before.Length == 0 || before[^1] != '\n') return null;
        // Fields, a line each: 责任领导：… / 责任科室：… / 整改时限：…
        var end = first.Start;
        foreach (var found in last.OwnClauses)
        {
            if (!words[end..found.Start].Trim(" \n。").IsEmpty) return null;
            end = found.End;
        }

        return words[end..].Trim(" \n。").IsEmpty ? Marked(last) : null;
    }

    private UnitClause Marked(OutlineItem last)
    {
        var clause = new UnitClause();
        foreach (var found in last.OwnClauses) clause.Add(found.Clause);
        var (from, to) = (last.WordsStart + last.OwnClauses[0].Start, Math.Min(last.OwnEnd, last.WordsStart + last.OwnClauses[^1].End));
        clause.Doubts.Add(new Diagnostic(DiagnosticKind.UnsureUnit, null, flow.Text.Printed[from..to], flow.Text.SpanOf(from, to)));
        return clause;
    }
}
