using System.Text.RegularExpressions;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Reads a table of tasks: every row with a wording of its own is one.</summary>
internal sealed partial class TableTasks(PlanYears years)
{
    /// <summary>How many tasks stand before the table, or before the first card.</summary>
    private int firstPlace;

    public bool FirstIsLead { get; private set; }

    public List<DraftTask> Tasks { get; } = [];

    public List<Diagnostic> Doubts { get; } = [];

    // 合计, 总 计: a row of sums. 注：…, 填表说明：a note.
    [GeneratedRegex(@"^(?:(?:合|总|小|共) *计|总数)(?:$|[\d:( 共个项件])|^(?:备?注|注释|说明|备注):|^(?:填表|制表|审核|填报|审批)(?:人|单位|部门|日期|时间|说明)?(?:\([^()]*\))? *(?::|$)")]
    private static partial Regex NoTask();

    /// <param name="above">The headings above the table.</param>
    public void Read(Grid grid, IReadOnlyList<string> above, RoleNotes notes)
    {
        if (TableColumns.FindHeader(grid) is not { } header) return;
        var rows = RowsBehind(header, grid);
        header = header with { NumberColumn = NumberColumn(header, rows) };
        var reader = new TableRowReader(years, header, GroupCells.In(rows, header), above, notes);
        var before = Tasks.Count;
        if (!grid.IsCard) firstPlace = before;
        var countsInDigits = rows.Exists(row => header.NumberIn(row) is { Text.Length: > 0 } cell && char.IsAsciiDigit(cell.Text.Plain[0]));
        ReadRow? open = null;
        for (var at = 0; at < rows.Count; at++)
        {
            if (GroupOf(rows[at], header) is { } name)
            {
                if (!NoTask().IsMatch(name.Plain)) reader.Group = name;
                continue;
            }

            if (IsNote(rows[at])) continue;
            var read = reader.Read(rows[at]);
            if (open is not null && read.GoesOnWith(open)) open.Add(read);
            else if (countsInDigits && TableRowReader.GroupNamedBy(read) is { } numbered) reader.Group = numbered;
            else if (read.IsTask)
            {
                Close(open, reader);
                open = read;
                open.SharesNumber |= at + 1 < rows.Count && header.NumberIn(rows[at + 1]) is { Continues: true };
            }
        }

        Close(open, reader);
        if (!grid.RunTogether) return;
        for (var task = before; task < Tasks.Count; task++)
            Doubts.Add(new Diagnostic(DiagnosticKind.RunTogether, task, Tasks[task].Title, Tasks[task].Span));
    }

    private void Close(ReadRow? row, TableRowReader reader)
    {
        if (row is null) return;
        var (task, doubts) = reader.TaskOf(row, Tasks.Count - firstPlace + 1);
        FirstIsLead |= row.Units.FirstIsLead;
        Doubts.AddRange(doubts.Select(doubt => doubt with { Task = Tasks.Count }));
        Tasks.Add(task);
    }

    // Of two columns of numbers the first; where its cells are merged, it numbers groups and the last one their rows.
    private static int? NumberColumn(TableHeader header, List<GridRow> rows) =>
        header.NumberColumn is { } first && rows.Exists(row => row.CellAt(first) is { Continues: true })
            ? header.Columns.Where(column => column.Value == ColumnMeaning.Number).Max(column => column.Key) : header.NumberColumn;

    // Without empty rows and the head, where it is printed again at the top of a page.
    private static List<GridRow> RowsBehind(TableHeader header, Grid grid)
    {
        var rows = new List<GridRow>();
        var inHead = false;
        foreach (var row in grid.Rows.Skip(header.FirstRow))
        {
            inHead = IsHeaderAgain(row, header) || (inHead && row.Cells is [{ Column: 0, Continues: true }, ..]);
            if (!inHead && row.Cells.Any(cell => cell.Text.Trim().Length > 0)) rows.Add(row);
        }

        return UnmergedCells.Filled(rows, header);
    }

    private static bool IsHeaderAgain(GridRow row, TableHeader header)
    {
        var filled = row.Cells.Where(cell => !cell.Continues && cell.Text.Length > 0).Select(cell => ColumnWording.Bare(cell.Text.Plain)).ToList();
        return filled.Count >= 2 && filled.Count(header.Words.Contains) * 2 > filled.Count;
    }

    // One filled cell over (nearly) all columns, or alone in its row: the name of a group of rows.
    private static MappedText? GroupOf(GridRow row, TableHeader header)
    {
        if (row.Cells.Where(cell => cell.Text.Trim().Length > 0).ToList() is not [{ Continues: false } only]) return null;
        return only.ColumnSpan >= Math.Max(2, header.Columns.Count - 1) || (only.Column <= 1 && row.Cells.Count > 1)
            || row.Cells.Count == 1 ? only.Text : null;
    }

    private static bool IsNote(GridRow row) =>
        row.Cells.FirstOrDefault(cell => cell.Text.Trim().Length > 0) is { } first && NoTask().IsMatch(first.Text.Plain.Trim());
}
