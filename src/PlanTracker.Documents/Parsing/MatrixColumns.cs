using System.Text.RegularExpressions;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Wording;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Documents.Parsing;

/// <summary>Columns headed by a body each, in which a mark or a word says what it has to do: 县水利局 | 县财政局 over ★ | ○, or over 牵头 | 配合.</summary>
internal static partial class MatrixColumns
{
    private const int RowsLookedAt = 40;

    [GeneratedRegex("^[★☆▲△●○〇◎◇◆■□√✓✔※*]$")]
    private static partial Regex Mark();

    [GeneratedRegex("^(?:(?<lead>牵头|主办|主责|主)|(?<helps>配合|协办|协助|参与|协)|责任|负责|承办)(?:单位|部门)?$")]
    private static partial Regex RoleWord();

    public static bool IsOne(GridCell head, Grid grid, int firstRow)
    {
        var words = head.Text.Squeeze().Plain;
        if (head.ColumnSpan > 1 || words.Length < 2 || RoleWords.MeaningOf(words) is not null
            || !(UnitNames.LooksComplete(words) || UnitNames.IsGroup(words)))
            return false;
        var filled = grid.Rows.Skip(firstRow).Take(RowsLookedAt).Select(row => row.CellAt(head.Column)?.Text.Squeeze().Plain ?? "")
            .Where(cell => cell.Length > 0).ToList();
        return filled.Count > 0 && filled.Count(cell => Mark().IsMatch(cell) || RoleWord().IsMatch(cell)) * 10 >= filled.Count * 8;
    }

    /// <summary>Adds the body that heads the column, in the role that the cell gives it; a mark that no note explains is responsible, with a
    /// doubt.</summary>
    public static void Take(UnitClause units, MappedText head, MappedText cell, RoleNotes notes)
    {
        var words = cell.Squeeze().Plain;
        var word = RoleWord().Match(words);
        Role? role = word.Success ? RoleVerbs.OfGroups(word)
            : words.Length == 1 && notes.Marks.TryGetValue(words[0], out var noted) ? noted : null;
        if (role is null && !Mark().IsMatch(words)) return;
        var unit = new NamedUnit(head.Printed, role ?? Role.Responsible, head.SpanOf(0, head.Length));
        UnitClause.AddEach(UnitNames.IsGroup(head.Plain) ? units.Groups : units.Units, [unit]);
        if (role is null && words is not ("√" or "✓" or "✔"))
            units.Doubts.Add(new Diagnostic(DiagnosticKind.UnsureRole, null, cell.Printed, cell.SpanOf(0, cell.Length)));
    }
}
