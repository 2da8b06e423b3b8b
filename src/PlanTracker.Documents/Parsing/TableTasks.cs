using System.Text.RegularExpressions;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Wording;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Documents.Parsing;

/// <summary>Reads a table of tasks: every row with a wording of its own is one.</summary>
internal sealed partial class TableTasks(PlanYears years)
{
    private readonly TaskReader reader = new(years);

    public bool FirstIsLead { get; private set; }

    public List<DraftTask> Tasks { get; } = [];

    public List<Diagnostic> Doubts { get; } = [];

    // 合计, 总计: a row of sums. 注：…, 填表说明：a note.
    [GeneratedRegex("^(?:合计|总计|小计|共计|总数|备注:|注:|注释|说明:|填表|制表|审核)")]
    private static partial Regex NoTask();

    // 注：主要责任单位第一个为牵头单位，其余为配合单位 — names both roles and is followed.
    [GeneratedRegex("(?:第一个|第一位|首位|排在?首位?|第一).{0,12}牵头.{0,8}(?:其余|其他|其它|后面|之后).{0,10}配合")]
    public static partial Regex BothRoles();

    /// <param name="above">The headings above the table.</param>
    public void Read(Grid grid, IReadOnlyList<string> above, bool firstLeadsOthersCooperate)
    {
        if (TableColumns.FindHeader(grid) is not { } header) return;
        var groups = GroupColumns(grid, header);
        var before = Tasks.Count;
        MappedText? group = null;
        var place = 0;
        for (var at = header.FirstRow; at < grid.Rows.Count; at++)
        {
            var row = grid.Rows[at];
            if (IsHeaderAgain(row, header) || row.Cells.All(cell => cell.Text.Trim().Length == 0)) continue;
            if (GroupOf(row, header) is { } name)
            {
                if (!NoTask().IsMatch(name.Plain)) group = name;
                continue;
            }

            var merged = at + 1 < grid.Rows.Count && NumberCell(grid.Rows[at + 1], header) is { Continues: true };
            if (ReadRow(row, header, groups, above, group, merged, place + 1, firstLeadsOthersCooperate)) place++;
        }

        if (!grid.RunTogether) return;
        for (var task = before; task < Tasks.Count; task++)
            Doubts.Add(new Diagnostic(DiagnosticKind.RunTogether, task, Tasks[task].Title, Tasks[task].Span));
    }

    // A content column whose cells are merged over rows names the group of its rows, unless it is the only one.
    private static HashSet<int> GroupColumns(Grid grid, TableHeader header)
    {
        var groups = header.Columns.Where(column => column.Value == ColumnMeaning.Group).Select(column => column.Key).ToHashSet();
        var last = header.Columns.Where(column => column.Value == ColumnMeaning.Content).Select(column => column.Key).DefaultIfEmpty(-1).Max();
        var before = header.Columns.Where(column => column.Value is ColumnMeaning.Content or ColumnMeaning.Target && column.Key < last);
        foreach (var column in before.Select(column => column.Key).Order())
        {
            if (grid.Rows.Skip(header.FirstRow).Any(row => CellAt(row, column) is { Continues: true })) groups.Add(column);
        }

        return groups;
    }

    private static GridCell? CellAt(GridRow row, int column) =>
        row.Cells.FirstOrDefault(cell => cell.Column <= column && column < cell.Column + cell.ColumnSpan);

    private static GridCell? NumberCell(GridRow row, TableHeader header)
    {
        foreach (var (column, meaning) in header.Columns)
        {
            if (meaning == ColumnMeaning.Number) return CellAt(row, column);
        }

        return null;
    }

    private static bool IsHeaderAgain(GridRow row, TableHeader header)
    {
        var filled = row.Cells.Where(cell => !cell.Continues && cell.Text.Length > 0)
            .Select(cell => string.Concat(cell.Text.Plain.Where(c => !char.IsWhiteSpace(c)))).ToList();
        return filled.Count >= 2 && filled.Count(words => header.Heads.Contains(words)) * 2 > filled.Count;
    }

    // One filled cell over (nearly) all columns, or alone in its row: the name of a group of rows.
    private static MappedText? GroupOf(GridRow row, TableHeader header)
    {
        var filled = row.Cells.Where(cell => cell.Text.Trim().Length > 0).ToList();
        if (filled.Count != 1 || filled[0].Continues) return null;
        var cell = filled[0];
        return cell.ColumnSpan >= Math.Max(2, header.Columns.Count - 1) || cell.Column <= 1 && row.Cells.Count > 1
            || row.Cells.Count == 1 ? cell.Text : null;
    }

    private bool ReadRow(
        GridRow row, TableHeader header, HashSet<int> groups, IReadOnlyList<string> above, MappedText? group, bool merged, int place, bool bothRoles)
    {
        var section = new List<string>(above);
        if (group is not null) section.Add(ItemTitle.Tidy(group.Printed));
        var contents = new List<MappedText>();
        var times = new List<MappedText>();
        var units = new UnitClause();
        MappedText? number = null;
        var numberContinues = false;
        var seen = new HashSet<GridCell>(ReferenceEqualityComparer.Instance);
        foreach (var (column, meaning) in header.Columns.OrderBy(column => column.Key))
        {
            if (CellAt(row, column) is not { } cell || !seen.Add(cell)) continue;
            var words = cell.Text.Trim();
            if (words.Length == 0) continue;
            if (groups.Contains(column)) section.Add(ItemTitle.Tidy(words.Printed));
            else if (meaning == ColumnMeaning.Number) (number, numberContinues) = (words, cell.Continues);
            else if (meaning is ColumnMeaning.Content or ColumnMeaning.Target) contents.Add(words);
            else if (meaning == ColumnMeaning.Time) times.Add(words);
            else TakeUnits(units, words, meaning, bothRoles);
        }

        if (units.Leaders.Count == 0 && group is not null && LeaderOf(group) is { } leader) units.Leaders.Add(leader);
        // A numbered row that names a body or a time is a task whose wording is lost, not no row.
        if (contents.Count == 0 && number is not null && (units.NamesSomebody || times.Count > 0)) contents.Add(MappedText.Empty);
        if (contents.Count == 0 || row.Cells.Any(cell => NoTask().IsMatch(cell.Text.Plain.Trim()))) return false;
        Add(row, section, contents, times, units, number, merged || numberContinues, place);
        return true;
    }

    // （一）贺山副县长牵头重点工作
    private static NamedLeader? LeaderOf(MappedText group)
    {
        var words = group.Squeeze();
        return LeaderNames.InHeading(words.Slice(ItemLabel.ReadAt(words.Plain, 0)?.Length ?? 0, words.Length));
    }

    private static void TakeUnits(UnitClause units, MappedText words, ColumnMeaning meaning, bool bothRoles)
    {
        var field = meaning switch
        {
            ColumnMeaning.Lead => FieldMeaning.Lead,
            ColumnMeaning.Responsible => FieldMeaning.Responsible,
            ColumnMeaning.Cooperating => FieldMeaning.Cooperating,
            ColumnMeaning.Mixed => FieldMeaning.Mixed,
            ColumnMeaning.Leader => FieldMeaning.Leader,
            _ => FieldMeaning.Other,
        };
        if (field == FieldMeaning.Other) return;
        if (field == FieldMeaning.Leader)
        {
            foreach (var leader in LeaderNames.In(words)) units.Leaders.Add(leader);
            return;
        }

        var read = UnitClauseReader.Read(words, RoleWords.RoleOf(field), field);
        if (bothRoles && field == FieldMeaning.Responsible) FirstLeads(read);
        units.Add(read);
    }

    private static void FirstLeads(UnitClause read)
    {
        var first = read.Units.Concat(read.Groups).MinBy(unit => unit.Words.Start);
        Recast(read.Units, first);
        Recast(read.Groups, first);
    }

    private static void Recast(List<NamedUnit> units, NamedUnit? first)
    {
        for (var i = 0; i < units.Count; i++) units[i] = units[i] with { Role = units[i] == first ? Role.Lead : Role.Cooperating };
    }

    private void Add(
        GridRow row, List<string> section, List<MappedText> contents, List<MappedText> times, UnitClause units, MappedText? number, bool shared,
            int place)
    {
        var words = contents[0];
        var label = ItemLabel.ReadAt(words.Plain, 0) is { Kind: not LabelKind.Enumerated } read ? read : (ItemLabel?)null;
        var own = label is { } known ? words.Slice(0, known.Length).Printed : null;
        if (label is { } prefix) words = words.Slice(prefix.Length, words.Length);
        var clauses = ClauseFinder.FindIn(words);
        foreach (var clause in clauses) units.Add(clause.Clause);
        words = words.Except(clauses.ConvertAll(clause => (clause.Start, clause.End)));
        var titleEnd = ItemTitle.EndIn(words, oneLine: false);
        var body = MappedText.OfLines([words, .. contents.Skip(1)]);
        times.AddRange(units.Times);
        var promises = reader.Read(body, titleEnd, times);
        FirstIsLead |= units.FirstIsLead;
        var printed = number is null ? own ?? place.ToString(System.Globalization.CultureInfo.InvariantCulture) : shared
            && own is not null ? own : number.Printed;
        Doubts.AddRange(units.Doubts.Concat(promises.Doubts).Select(doubt => doubt with { Task = Tasks.Count }));
        Tasks.Add(new DraftTask
        {
            Number = string.Concat(printed.Where(c => !char.IsWhiteSpace(c))),
            Section = section,
            Title = ItemTitle.Tidy(words.Slice(0, titleEnd).Printed),
            Body = body.Trim().Printed,
            Span = SpanOf(row, words),
            Units = units.Units,
            Collectives = units.Groups,
            AndOthers = units.AndOthers,
            Leaders = units.Leaders,
            Deadlines = promises.Deadlines,
            Recurrence = promises.Recurrence,
            DayInPeriod = promises.DayInPeriod,
            Ongoing = promises.Ongoing,
            TimeWords = promises.TimeWords,
            Targets = promises.Targets,
        });
    }

    // From the first to the last cell that begins in the row.
    private static SourceSpan SpanOf(GridRow row, MappedText words)
    {
        var spans = row.Cells.Where(cell => !cell.Continues && cell.Text.Length > 0).Select(cell => cell.Text.SpanOf(0, cell.Text.Length)).ToList();
        return spans.Count == 0 ? words.SpanOf(0, words.Length) : new SourceSpan(spans.Min(span => span.Start), spans.Max(span => span.End));
    }
}
