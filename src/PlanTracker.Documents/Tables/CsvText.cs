using System.Text;
using System.Text.Unicode;

namespace PlanTracker.Documents.Tables;

/// <summary>Tables as text with separators. What is written never begins a cell with a sign that a spreadsheet would take for a formula, and reading
/// takes back what writing put before it: every table written is read as it was.</summary>
public static class CsvText
{
    private static readonly char[] FormulaSigns = ['=', '+', '-', '@', '\t', '\r'];

    static CsvText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>UTF-8 with its mark, without which spreadsheets take it for another encoding; cells with ',' and lines with CR LF.</summary>
    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        StringBuilder text = new();
        foreach (var row in rows)
        {
            // A line of one empty cell would be no line at all.
            text.AppendJoin(',', row.Select(cell => row.Count == 1 && cell.Length == 0 ? "\"\"" : Quoted(Guarded(cell)))).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>The rows with the line of the file on which each begins, from 1; lines without anything are left out. Null where a quote is never closed.</summary>
    public static IReadOnlyList<(int Line, IReadOnlyList<string> Cells)>? Read(ReadOnlySpan<byte> bytes) => Read(Decode(bytes));

    public static IReadOnlyList<(int Line, IReadOnlyList<string> Cells)>? Read(string text) => new Reader(text).Read();

    /// <summary>UTF-8 with or without its mark; else GB18030, in which spreadsheets in Chinese save.</summary>
    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[3..];
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.GetEncoding("GB18030").GetString(bytes);
    }

    private static string Guarded(string cell) => IsFormulaLike(cell) ? "'" + cell : cell;

    private static string Unguarded(string cell) => cell.StartsWith('\'') && IsFormulaLike(cell) ? cell[1..] : cell;

    /// <summary>Apostrophes count as part of the sign, so that taking one away undoes adding one.</summary>
    private static bool IsFormulaLike(string cell) => cell.AsSpan().TrimStart('\'') is [var first, ..] && FormulaSigns.Contains(first);

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",;\"\r\n\t") >= 0 || cell.Length != cell.Trim().Length
        ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private sealed class Reader(string text)
    {
        private readonly char separator = SeparatorOf(text);
        private readonly List<(int Line, IReadOnlyList<string> Cells)> rows = [];
        private int at;
        private int line = 1;

        public List<(int Line, IReadOnlyList<string> Cells)>? Read()
        {
            while (at < text.Length)
            {
                var begins = line;
                List<string> cells = [];
                do
                {
                    if (ReadCell() is not { } cell)
                        return null;
                    cells.Add(Unguarded(cell));
                }
                while (Take(separator));
                var isLineWithoutAnything = cells is [""] && (at == 0 || text[at - 1] != '"');
                EndLine();
                if (!isLineWithoutAnything)
                    rows.Add((begins, cells));
            }

            return rows;
        }

        private string? ReadCell()
        {
            if (!Take('"'))
                return UpTo();
            StringBuilder cell = new();
            while (at < text.Length)
            {
                var c = text[at++];
                if (c == '\n')
                    line++;
                if (c != '"')
                    cell.Append(c);
                else if (Take('"'))
                    cell.Append('"');
                else
                    return cell.Append(UpTo()).ToString();
            }

            return null;
        }

        private string UpTo()
        {
            var from = at;
            while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
                at++;
            return text[from..at];
        }

        private void EndLine()
        {
            Take('\r');
            Take('\n');
            line++;
        }

        private bool Take(char c)
        {
            if (at >= text.Length || text[at] != c)
                return false;
            at++;
            return true;
        }

        /// <summary>The sign that stands most often outside of quotes on the first line with any.</summary>
        private static char SeparatorOf(string text)
        {
            int commas = 0, semicolons = 0, tabs = 0;
            var quoted = false;
            foreach (var c in text)
            {
                if (c == '"')
                    quoted = !quoted;
                if (quoted)
                    continue;
                if (c is '\n' && commas + semicolons + tabs > 0)
                    break;
                commas += c == ',' ? 1 : 0;
                semicolons += c == ';' ? 1 : 0;
                tabs += c == '\t' ? 1 : 0;
            }

            return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
        }
    }
}
