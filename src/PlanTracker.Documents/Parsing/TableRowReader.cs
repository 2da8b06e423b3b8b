using System.Globalization;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Reads the rows of one table of tasks.</summary>
/// <param name="groups">Cells that name groups of rows.</param>
/// <param name="above">The headings above the table.</param>
internal sealed class TableRowReader(
    PlanYears years, TableHeader header, GroupCells groups, IReadOnlyList<string> above, RoleNotes notes)
{
    private const int LongestName = 40;

    /// <summary>A cell of time with more characters tells of work, which belongs to the body.</summary>
    private const int LongestTime = 20;

    private readonly TaskReader reader = new(years);
    private readonly Dictionary<int, MappedText> last = [];
    private readonly KeyValuePair<int, ColumnMeaning>[] columns = [.. header.Columns.OrderBy(column => column.Key)];
    private readonly KeyValuePair<int, MappedText>[] details = [.. header.Details.OrderBy(detail => detail.Key)];

    /// <summary>The name of the group of rows that follow.</summary>
    public MappedText? Group { get; set; }

    public ReadRow Read(GridRow row)
    {
        var read = new ReadRow(row);
        read.Section.AddRange(above);
        if (Group is not null) read.Section.Add(ItemTitle.Tidy(Group.Printed));
        var seen = new HashSet<GridCell>(ReferenceEqualityComparer.Instance);
        foreach (var (column, meaning) in columns)
        {
            if (row.CellAt(column) is { } cell && seen.Add(cell) && WordsOf(cell, column) is { Length: > 0 } words)
                Take(read, cell, words, column, meaning);
        }

        foreach (var (column, head) in details)
        {
            if (row.CellAt(column) is { } cell && seen.Add(cell) && WordsOf(cell, column) is { Length: > 0 } words)
                read.Details.Add(Labelled(head, words));
        }

        if (read.Units.Leaders.Count == 0 && Group is not null && LeaderOf(Group) is { } leader) read.Units.Leaders.Add(leader);
        return read;
    }

    // 同上 and 〃 stand for the words above them, / and — for none.
    private MappedText WordsOf(GridCell cell, int column)
    {
        var words = cell.Text.Trim();
        if (words.Plain is "同上" or "同前" or "〃" or "″" or "\"" or "”" or "''" && last.TryGetValue(column, out var known)) return known;
        if (words.Length > 0 && words.Plain.AsSpan().Trim("/-—－\\无") is "") return MappedText.Empty;
        if (words.Length > 0) last[column] = words;
        return words;
    }

    private void Take(ReadRow read, GridCell cell, MappedText words, int column, ColumnMeaning meaning)
    {
        if (groups.Contains(cell, column))
        {
            read.Section.Add(ItemTitle.Tidy(words.Printed));
            return;
        }

        switch (meaning)
        {
            case ColumnMeaning.Number when column != header.NumberColumn:
                break;
            case ColumnMeaning.Number:
                (read.Number, read.NumberContinues, read.SharesNumber) = (words, cell.Continues, cell.Continues);
                break;
            case ColumnMeaning.Content or ColumnMeaning.Target:
                read.Wordings.Add(new ReadWording(header.Heads.GetValueOrDefault(column, MappedText.Empty), words));
                read.HasOwnWording |= !cell.Continues;
                break;
            case ColumnMeaning.Time:
                read.Times.Add(words);
                read.HasOwnTime |= !cell.Continues;
                break;
            case ColumnMeaning.Stage:
                read.Stages.Add(new ReadStage(header.Heads[column], words));
                break;
            case ColumnMeaning.Body:
                MatrixColumns.Take(read.Units, header.Heads[column], words, notes);
                break;
            default:
                TakeUnits(read.Units, words, meaning, header.Heads.GetValueOrDefault(column, MappedText.Empty).Plain);
                break;
        }
    }

    private void TakeUnits(UnitClause units, MappedText words, ColumnMeaning meaning, string head)
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

        if (PersonsInCells.MayHold(head)) words = PersonsInCells.TakeOut(words, units.Leaders);
        var read = UnitClauseReader.Read(words, RoleWords.RoleOf(field), field);
        if (notes.FirstLeadsOthersCooperate && field == FieldMeaning.Responsible) read.LetFirstLead();
        if (notes.MarkedLeads) read.LetMarkedLead();
        units.Add(read);
    }

    // （一）贺山副县长牵头重点工作
    private static NamedLeader? LeaderOf(MappedText group)
    {
        var words = group.Squeeze();
        return LeaderNames.InHeading(words.Slice(ItemLabel.ReadAt(words.Plain, 0)?.Length ?? 0, words.Length));
    }

    /// <summary>一 | 推进依法行政 without a body or a time, among rows numbered 1, 2, 3: the name of a group.</summary>
    public static MappedText? GroupNamedBy(ReadRow read)
    {
        if (read.Answers || read.NumberContinues || read.Wordings is not [var only]
            || read.Number?.Squeeze() is not { Length: <= 5 } number) return null;
        var plain = number.Plain.Trim('(', ')', '、', '.');
        if (plain.Length == 0 || !plain.All(c => "一二三四五六七八九十".Contains(c, StringComparison.Ordinal))) return null;
        var name = new MappedTextBuilder();
        name.Append(number);
        if (char.IsLetterOrDigit(number.Plain[^1])) name.Append('、', number.SourceAt(number.Length - 1));
        name.Append(only.Words);
        return name.Build();
    }

    /// <param name="place">The task's place in its table, from 1.</param>
    public (DraftTask Task, IEnumerable<Diagnostic> Doubts) TaskOf(ReadRow row, int place)
    {
        var wordings = InOrder(row.Wordings);
        var words = wordings.Count > 0 ? wordings[0].Words : MappedText.Empty;
        var label = ItemLabel.ReadAt(words.Plain, 0) is { Kind: not (LabelKind.Enumerated or LabelKind.Phase) } known ? known.Length : 0;
        var own = label > 0 ? words.Slice(0, label).Printed : null;
        words = words.Slice(label, words.Length);
        var clauses = ClauseFinder.FindIn(words);
        foreach (var clause in clauses) row.Units.Add(clause.Clause);
        words = words.Except(clauses.ConvertAll(clause => (clause.Start, clause.End)));
        if (wordings.Count > 1 && IsName(words)) words = words.Squeeze();
        var titleEnd = ItemTitle.EndIn(words, oneLine: false);
        var promises = PromisesOf(row, words, titleEnd, wordings);
        var worded = new DraftTask
        {
            Number = ColumnWording.Bare(NumberOf(row, own, place)),
            Section = row.Section,
            Title = ItemTitle.Tidy(words.Slice(0, titleEnd).Printed),
            Body = MappedText.OfLines([words, .. wordings.Skip(1).Select(wording => wording.Words), .. FurtherLines(row)]).Trim().Printed,
            Span = row.Span(words),
        };
        return (promises.In(worded, row.Units), row.Units.Doubts.Concat(promises.Doubts));
    }

    private static string NumberOf(ReadRow row, string? own, int place)
    {
        if (row.Number is null) return own ?? place.ToString(CultureInfo.InvariantCulture);
        return row.SharesNumber && own is not null ? own : row.Number.Printed;
    }

    // What tasks are for may stand before them: 工作目标 | 重点任务.
    private static List<ReadWording> InOrder(List<ReadWording> wordings)
    {
        if (wordings.Count < 2 || !ColumnWording.IsGoal(wordings[0].Head.Plain)) return wordings;
        return wordings.Find(wording => ColumnWording.NamesTasks(wording.Head.Plain)) is { } title
            ? [title, .. wordings.Where(wording => wording != title)] : wordings;
    }

    // A short name that goes on in the next line because its column is narrow.
    private static bool IsName(MappedText words) => words.Length <= LongestName && words.Plain.AsSpan().IndexOfAny("。;!") < 0;

    // What is wrong today is no promise, where the table also says what is to be done.
    private TaskReader.Promises PromisesOf(ReadRow row, MappedText words, int titleEnd, List<ReadWording> wordings)
    {
        var times = row.Times.Concat(row.Units.Times).ToList();
        var tellsOfFault = wordings.Count > 1 && ColumnWording.IsFault(wordings[0].Head.Plain);
        var further = wordings.Skip(1).Where(wording => !ColumnWording.IsFault(wording.Head.Plain)).Select(wording => wording.Words);
        return reader.Read(MappedText.OfLines(tellsOfFault ? further : [words, .. further]), tellsOfFault ? 0 : titleEnd, times, row.Stages);
    }

    private static MappedText Labelled(MappedText head, MappedText words)
    {
        var line = new MappedTextBuilder();
        line.Append(head);
        line.Append('：', words.SourceAt(0));
        line.Append(words);
        return line.Build();
    }

    private static IEnumerable<MappedText> FurtherLines(ReadRow row)
    {
        foreach (var stage in row.Stages) yield return Labelled(stage.Head, stage.Words);
        foreach (var detail in row.Details) yield return detail;
        foreach (var time in row.Times.Where(time => time.Length > LongestTime)) yield return time;
    }
}
