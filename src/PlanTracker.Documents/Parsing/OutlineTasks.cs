using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Wording;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Documents.Parsing;

/// <summary>Turns the chosen items of an outline into tasks.</summary>
internal sealed class OutlineTasks(Flow flow, PlanYears years)
{
    /// <summary>A task with more clauses is no task; the rest of them is not read.</summary>
    private const int MostClauses = 60;

    /// <summary>A heading stands on each of its tasks; a longer one is a paragraph, of which the beginning will do.</summary>
    private const int LongestHeading = 200;

    private readonly TaskReader reader = new(years);
    private readonly ClausesAbove above = new(flow);
    private readonly RoleNotes notes = flow.Notes;
    private readonly Dictionary<OutlineItem, List<NamedUnit>> defaults = [];
    private List<NamedUnit> standing = [];
    private readonly Dictionary<OutlineItem, string> headings = [];

    public bool FirstIsLead { get; private set; }

    /// <param name="all">The roots of the outline, where clauses may hold for several of the items; none where they are not looked for.</param>
    public (List<DraftTask> Tasks, List<Diagnostic> Doubts) Read(IReadOnlyList<OutlineItem> items, IReadOnlyList<OutlineItem> all)
    {
        var tasks = new List<DraftTask>();
        var doubts = new List<Diagnostic>();
        var shared = new SharedClauses(flow, items, all);
        standing = StandingDefaults.In(flow, items);
        foreach (var item in items)
        {
            var (task, its) = ReadOne(item, shared);
            // Without a number: its place, as in a table without a column of numbers.
            if (task.Number.Length == 0)
            {
                task = task with { Number = (tasks.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) };
                its.Add(new Diagnostic(DiagnosticKind.GuessedHeading, null, task.Title, task.Span));
            }

            doubts.AddRange(its.Select(doubt => doubt with { Task = tasks.Count }));
            tasks.Add(task);
        }

        return (tasks, doubts);
    }

    private (DraftTask Task, List<Diagnostic> Doubts) ReadOne(OutlineItem item, SharedClauses shared)
    {
        var all = flow.Text.Slice(item.WordsStart, EndOf(item));
        var clauses = item.Children.Count == 0 && all.Length == item.OwnEnd - item.WordsStart ? item.OwnClauses : ClauseFinder.FindIn(all);
        var units = new UnitClause();
        foreach (var clause in clauses.Where(clause => !clause.Clause.HoldsForOthers).Take(MostClauses)) units.Add(clause.Clause);
        if (!units.NamesSomebody && shared.For(item) is { } its) units.Add(its);
        if (!units.NamesSomebody && SubjectClauses.In(WithoutGuessedTitle(all)) is { } subjects) units.Add(subjects);
        above.Share(item, units);
        if (notes.FirstLeadsOthersCooperate && units.Units.Concat(units.Groups).All(unit => unit.Role == Role.Responsible)) units.LetFirstLead();
        if (notes.MarkedLeads) units.LetMarkedLead();
        TakeDefaults(item, units);
        if (units.Leaders.Count == 0 && LeaderAbove(item) is { } leader) units.Leaders.Add(leader);
        FirstIsLead |= units.FirstIsLead;

        var words = all.Except(clauses.ConvertAll(clause => (clause.Start, EndWithStop(all.Plain, clause))));
        var titleEnd = ItemTitle.EndIn(words, flow.BlanksEndTitles);
        var title = ItemTitle.Tidy(words.Slice(0, titleEnd).Printed);
        if (flow.BlanksEndTitles && ItemTitle.IsGuessed(words, titleEnd))
            units.Doubts.Add(new Diagnostic(DiagnosticKind.GuessedHeading, null, title, words.SpanOf(0, titleEnd)));
        var promises = reader.Read(words, titleEnd, units.Times);
        var worded = new DraftTask
        {
            Number = NumberOf(item),
            Section = PathOf(item),
            Title = title,
            Body = words.Trim().Printed,
            Span = flow.Text.SpanOf(item.Start, item.WordsStart + all.Length),
        };
        return (promises.In(worded, units), [.. units.Doubts, .. promises.Doubts]);
    }

    // 查处三轮车区公安局要…: the body is the subject of the wording, which begins where the heading is guessed to end.
    private MappedText WithoutGuessedTitle(MappedText words) =>
        flow.OneLine && ItemTitle.EndIn(words, oneLine: true) is var end && ItemTitle.IsGuessed(words, end) ? words.Slice(end, words.Length) : words;

    // 责任单位：县水利局。 on a line or in a sentence of its own: its full stop is no words of the task.
    private static int EndWithStop(string plain, FoundClause clause) => clause.Start > 0 && plain[clause.Start - 1] is '\n' or '。'
        && clause.End < plain.Length && plain[clause.End] == '。' ? clause.End + 1 : clause.End;

    // 二、贺山常务副县长牵头重点工作: the heading of a section names the leader of its tasks.
    private NamedLeader? LeaderAbove(OutlineItem item)
    {
        for (var above = item.Parent; above is not null; above = above.Parent)
        {
            var words = flow.Text.Slice(above.WordsStart, Math.Min(above.OwnEnd, above.WordsStart + 40)).Squeeze();
            if (LeaderNames.InHeading(words) is { } leader) return leader;
        }

        return null;
    }

    // 以下均需X配合: holds for this task's later neighbours in the same section.
    private void TakeDefaults(OutlineItem item, UnitClause units)
    {
        var section = item;
        while (section.Parent is { } above) section = above;
        var known = defaults.TryGetValue(section, out var stored) ? stored : defaults[section] = [];
        foreach (var unit in standing.Concat(known))
        {
            UnitClause.AddEach(UnitNames.IsGroup(PlainForm.Of(unit.Name)) ? units.Groups : units.Units, [unit]);
        }

        known.AddRange(units.ForLaterTasks);
    }

    private int EndOf(OutlineItem item) => flow.OneLine ? Noise.TailStart(flow.Text.Plain, item.WordsStart, item.End) : item.End;

    public List<string> PathOf(OutlineItem item)
    {
        var path = new List<string>();
        for (var above = item.Parent; above is not null; above = above.Parent)
        {
            if (!headings.TryGetValue(above, out var heading)) headings[above] = heading = HeadingOf(above);
            path.Insert(0, heading);
        }

        path.InsertRange(0, item.LooseHeadings);
        return path;
    }

    public string HeadingOf(OutlineItem item)
    {
        var words = flow.Text.Slice(item.WordsStart, item.OwnEnd);
        foreach (var clause in item.OwnClauses.Take(1)) words = words.Slice(0, Math.Max(clause.Start, 0));
        var title = ItemTitle.Of(words, flow.BlanksEndTitles);
        return Printed(item) + (title.Length <= LongestHeading ? title : title[..LongestHeading]);
    }

    /// <summary>A heading and nothing else before the place.</summary>
    public bool IsHeadingOnly(OutlineItem item, int before)
    {
        var words = flow.Text.Slice(item.WordsStart, Math.Min(item.OwnEnd, before));
        return item.OwnClauses.Count == 0 && words.Plain.AsSpan(ItemTitle.EndIn(words, flow.BlanksEndTitles)).Trim(" \n。").Length == 0;
    }

    // 第一阶段： is numbered 第一阶段, in headings it is printed as it stands.
    private string NumberOf(OutlineItem item) => item.Label.Kind == LabelKind.Phase ? Printed(item).TrimEnd(':', '：', '、', '.') : Printed(item);

    private string Printed(OutlineItem item) => string.Concat(flow.Text.Printed[item.Start..item.WordsStart].Where(c => !char.IsWhiteSpace(c)));
}
