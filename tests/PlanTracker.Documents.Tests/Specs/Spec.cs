using System.Text;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Documents.Tests.Specs;

/// <summary>A document and what is read from it, as the .txt files of this folder write them: "==== sentence", the document, "----", the reading.
/// In the document a line "¦ a ¦ b" is a row of a table (^ continues the cell above, &lt; the one to the left), "@h2 " before a line marks a
/// heading of that level, "@b " a bold one; "@docx" alone says that the lines are paragraphs of Word.</summary>
public sealed record Spec(string Name, DocumentText Document, IReadOnlyList<string> Expected)
{
    private const string Begin = "==== ";
    private const string Part = "----";

    public static IEnumerable<Spec> In(string file)
    {
        foreach (var part in ("\n" + File.ReadAllText(file).ReplaceLineEndings("\n")).Split("\n" + Begin).Skip(1))
        {
            var lines = part.Split('\n');
            var middle = Array.IndexOf(lines, Part);
            yield return new Spec(lines[0], DocumentOf(lines[1..middle]), [.. lines[(middle + 1)..].Where(line => line.Trim().Length > 0)]);
        }
    }

    /// <summary>The reading, with those lines about the whole document that the spec asks for.</summary>
    public IReadOnlyList<string> Got(PlanDraft draft)
    {
        var lines = new List<string>();
        foreach (var expected in Expected.TakeWhile(line => IsHead(line)))
        {
            var name = expected[..expected.IndexOf(':', StringComparison.Ordinal)];
            lines.Add($"{name}: {Head(draft, name)}".TrimEnd());
        }

        var section = "";
        var with = lines.Find(line => line.StartsWith("with:", StringComparison.Ordinal)) ?? "";
        for (var i = 0; i < draft.Tasks.Count; i++)
        {
            var path = string.Join(" > ", draft.Tasks[i].Section);
            if (path != section) lines.Add(("# " + path).TrimEnd());
            section = path;
            lines.Add(TaskLine(draft, i, with));
        }

        return lines;
    }

    private static bool IsHead(string line) => line.IndexOf(": ", StringComparison.Ordinal) is > 0 and < 12 && char.IsAsciiLetter(line[0]);

    private string Head(PlanDraft draft, string name) => name switch
    {
        "kind" => draft.Kind.ToString(),
        "title" => draft.Title ?? "-",
        "stage" => draft.Stage?.ToString() ?? "-",
        "docNumber" => draft.DocNumber ?? "-",
        "issuer" => draft.Issuer ?? "-",
        "issued" => draft.Issued is { } day ? Day(day) : "-",
        "period" => draft.Period is { } period ? $"{period.First}-{period.Last}" : "-",
        "doubts" => string.Join(' ', draft.Diagnostics.Where(doubt => doubt.Task is null).Select(doubt => doubt.Kind).Distinct()),
        "firstIsLead" => draft.FirstIsLead ? "yes" : "no",
        "with" => Expected.First(line => line.StartsWith("with:", StringComparison.Ordinal))["with: ".Length..],
        _ => throw new InvalidOperationException($"a spec asks for {name}"),
    };

    private static string TaskLine(PlanDraft draft, int index, string with)
    {
        var task = draft.Tasks[index];
        var units = task.Units.Select(unit => $"{Letter(unit.Role)}:{unit.Name}")
            .Concat(task.Collectives.Select(unit => $"{Letter(unit.Role)}:{unit.Name}*"))
            .Concat(task.AndOthers ? ["等"] : [])
            .Concat(task.Leaders.Select(leader => "@" + leader.Name));
        var times = task.Deadlines.Select(day => Day(day.Day))
            .Concat(task.Recurrence is { } recurrence
                ? [recurrence + (with.Contains("day", StringComparison.Ordinal) && task.DayInPeriod is { } day ? $"({day.Month}-{day.Day})" : "")] : [])
            .Concat(task.Ongoing ? ["ongoing"] : []);
        var parts = new List<string> { task.Number, task.Title, string.Join(' ', units), string.Join(' ', times) };
        if (with.Contains("targets", StringComparison.Ordinal)) parts.Add(string.Join(' ', task.Targets.Select(target => target.Words)));
        if (with.Contains("body", StringComparison.Ordinal)) parts.Add(task.Body.Replace("\n", "/", StringComparison.Ordinal));
        if (with.Contains("doubts", StringComparison.Ordinal))
            parts.Add(string.Join(' ', draft.Diagnostics.Where(doubt => doubt.Task == index).Select(doubt => $"?{doubt.Kind}").Distinct()));
        while (parts.Count > 2 && parts[^1].Length == 0) parts.RemoveAt(parts.Count - 1);
        return string.Join(" | ", parts);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static char Letter(Role role) => role.ToString()[0];

    private static DocumentText DocumentOf(string[] lines)
    {
        var text = new StringBuilder();
        var blocks = new List<Block>();
        var format = SourceFormat.Text;
        var rows = new List<TableRow>();
        var above = new Dictionary<int, SourceSpan>();
        foreach (var line in lines)
        {
            if (line == "@docx")
            {
                format = SourceFormat.Docx;
                continue;
            }

            if (line.StartsWith('¦'))
            {
                format = SourceFormat.Docx;
                rows.Add(Row(text, line, above));
                continue;
            }

            CloseTable(blocks, rows, above);
            var (words, level, bold) = Look(line);
            var start = text.Length;
            text.Append(words);
            if (words.Length > 0) blocks.Add(new Paragraph(new SourceSpan(start, text.Length), HeadingLevel: level, Bold: bold));
            text.Append('\n');
        }

        CloseTable(blocks, rows, above);
        return new DocumentText(format, text.ToString(), blocks);
    }

    private static (string Words, int? Level, bool Bold) Look(string line)
    {
        if (line.StartsWith("@b ", StringComparison.Ordinal)) return (line[3..], null, true);
        return line.StartsWith("@h", StringComparison.Ordinal) ? (line[4..], line[2] - '0', false) : (line, null, false);
    }

    private static TableRow Row(StringBuilder text, string line, Dictionary<int, SourceSpan> above)
    {
        var start = text.Length;
        var cells = new List<TableCell>();
        var column = 0;
        foreach (var words in line[1..].Split('¦').Select(cell => cell.Trim()))
        {
            if (words == "<")
            {
                cells[^1] = cells[^1] with { ColumnSpan = cells[^1].ColumnSpan + 1 };
            }
            else
            {
                if (column > 0) text.Append('\t');
                if (words != "^") above[column] = new SourceSpan(text.Length, text.Length + words.Length);
                if (words != "^") text.Append(words);
                cells.Add(new TableCell(above[column], column, 1, words == "^"));
            }

            column++;
        }

        var row = new TableRow(new SourceSpan(start, text.Length), cells);
        text.Append('\n');
        return row;
    }

    private static void CloseTable(List<Block> blocks, List<TableRow> rows, Dictionary<int, SourceSpan> above)
    {
        if (rows.Count > 0) blocks.Add(new Table(new SourceSpan(rows[0].Span.Start, rows[^1].Span.End), [.. rows]));
        rows.Clear();
        above.Clear();
    }
}
