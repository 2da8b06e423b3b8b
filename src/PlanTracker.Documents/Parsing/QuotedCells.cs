using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Cells of several lines as spreadsheets hand them to the clipboard: in quotes, the quotes inside them doubled.</summary>
internal static class QuotedCells
{
    private const int MostLines = 30;

    private const int LongestCell = 4000;

    /// <summary>Every quoted cell on one line, so to speak: its line ends stay inside.</summary>
    public static List<MappedText> Joined(List<MappedText> lines)
    {
        if (!lines.Exists(line => IsOpen(line.Printed))) return lines;
        var joined = new List<MappedText>();
        for (var at = 0; at < lines.Count; at++)
        {
            var end = IsOpen(lines[at].Printed) ? EndOf(lines, at) : at;
            joined.Add(end > at ? MappedText.OfLines(lines[at..(end + 1)]) : lines[at]);
            at = end;
        }

        return joined;
    }

    /// <summary>The words of a cell without the quotes around it.</summary>
    public static MappedText Unquoted(MappedText cell)
    {
        if (cell.Length < 2 || cell.Printed[0] != '"' || cell.Printed[^1] != '"') return cell;
        var inner = cell.Slice(1, cell.Length - 1);
        if (!inner.Printed.Contains('\n', StringComparison.Ordinal) && !inner.Printed.Contains("\"\"", StringComparison.Ordinal)) return cell;
        var doubled = new List<(int Start, int End)>();
        for (var at = 0; at + 1 < inner.Length; at++)
        {
            if (inner.Printed[at] == '"' && inner.Printed[at + 1] == '"') doubled.Add((at, ++at));
        }

        return inner.Except(doubled);
    }

    /// <summary>Where the cell that begins at the place ends: at the next separator outside quotes.</summary>
    public static int EndOfCell(string printed, int start, char separator)
    {
        var open = false;
        if (start < printed.Length && printed[start] == '"')
        {
            for (var at = start; at < printed.Length && at - start < LongestCell; at++)
            {
                if (printed[at] == '"') open = !open;
                else if (printed[at] == separator && !open) return at;
            }

            if (!open) return printed.Length;
        }

        return printed.IndexOf(separator, start) is >= 0 and var end ? end : printed.Length;
    }

    private static int EndOf(List<MappedText> lines, int from)
    {
        var text = lines[from].Printed;
        for (var end = from + 1; end < lines.Count && end - from < MostLines; end++)
        {
            text += '\n' + lines[end].Printed;
            if (!IsOpen(text)) return end;
        }

        return from;
    }

    // Its last cell begins with a quote that is not closed.
    private static bool IsOpen(string printed)
    {
        if (!printed.Contains('\t', StringComparison.Ordinal) || !printed.Contains('"', StringComparison.Ordinal)) return false;
        var start = 0;
        for (var end = EndOfCell(printed, 0, '\t'); end < printed.Length; end = EndOfCell(printed, start, '\t')) start = end + 1;
        return start < printed.Length && printed[start] == '"' && printed.AsSpan(start).Count('"') % 2 == 1;
    }
}
