using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Tables whose cells came joined by one blank, as the names inside a cell also are: 1 新建幼儿园 县教体局 县住建局 县财政局 8月底.</summary>
internal static class BlankTables
{
    private const int MostColumns = 10;

    private const int MostTries = 4;

    private sealed record Token(int Line, int Start, int End, string Plain);

    public static TextTables.Found? Find(List<MappedText> lines)
    {
        var tries = 0;
        for (var at = 0; at < lines.Count && tries < MostTries; at++)
        {
            if (!lines[at].Plain.Contains("序号 ", StringComparison.Ordinal) && !lines[at].Plain.Contains("编号 ", StringComparison.Ordinal)) continue;
            tries++;
            var tokens = Tokens(lines, at);
            var head = tokens.FindIndex(token => token.Plain is "序号" or "编号");
            if (head < 0 || tokens[head].Line != at || tokens[head].Start > 0 || Columns(tokens, head) is not { } columns) continue;
            if (RowsOf(lines, tokens, head + columns.Count + 1, columns) is not { } rows) continue;
            return new TextTables.Found(rows.Grid, at, rows.End);
        }

        return null;
    }

    private static List<Token> Tokens(List<MappedText> lines, int from)
    {
        var tokens = new List<Token>();
        for (var line = from; line < lines.Count; line++)
        {
            var plain = lines[line].Plain;
            for (int start = 0, end; start < plain.Length; start = end + 1)
            {
                end = plain.IndexOf(' ', start);
                if (end < 0) end = plain.Length;
                if (end > start) tokens.Add(new Token(line, start, end, plain[start..end]));
            }
        }

        return tokens;
    }

    private static List<ColumnMeaning>? Columns(List<Token> tokens, int head)
    {
        var columns = new List<ColumnMeaning>();
        for (var at = head + 1; at < tokens.Count && columns.Count < MostColumns; at++)
        {
            if (ColumnWording.MeaningOf(tokens[at].Plain) is not { } meaning || tokens[at].Plain.Length > 8) break;
            columns.Add(meaning);
        }

        return columns.Count >= 2 && columns[0] == ColumnMeaning.Content && columns.Exists(IsUnits) ? columns : null;
    }

    private static bool IsUnits(ColumnMeaning column) =>
        column is ColumnMeaning.Lead or ColumnMeaning.Responsible or ColumnMeaning.Cooperating or ColumnMeaning.Mixed;

    private static (Grid Grid, int End)? RowsOf(List<MappedText> lines, List<Token> tokens, int from, List<ColumnMeaning> columns)
    {
        var rows = new List<GridRow> { new([new GridCell(Made(lines, tokens[0], "序号"), 0), .. columns.Select((column, i) =>
            new GridCell(Made(lines, tokens[0], HeadOf(column)), i + 1))]) };
        var (at, end, guessed) = (from, tokens[from - 1].Line + 1, false);
        for (var number = 1; at < tokens.Count && IsNumber(tokens[at], number); number++)
        {
            var next = Next(tokens, at, number + 1, rows.Count > 1 && tokens[at].Start == 0);
            var cells = tokens[(at + 1)..next];
            if (cells.Count == 0) break;
            guessed |= cells.Count != columns.Count;
            rows.Add(Row(lines, tokens[at], cells, columns));
            (at, end) = (next, tokens[next - 1].Line + 1);
        }

        return rows.Count > 2 ? (new Grid(rows, guessed), end) : null;
    }

    private static MappedText Made(List<MappedText> lines, Token token, string words) =>
        MappedText.Of(words, lines[token.Line].SpanOf(token.Start, token.Start + 1).Start);

    private static string HeadOf(ColumnMeaning column) => column switch
    {
        ColumnMeaning.Lead => "牵头单位",
        ColumnMeaning.Responsible => "责任单位",
        ColumnMeaning.Cooperating => "配合单位",
        ColumnMeaning.Mixed => "配合/责任单位",
        ColumnMeaning.Leader => "责任领导",
        ColumnMeaning.Time => "时限",
        ColumnMeaning.Target => "目标",
        ColumnMeaning.Group => "类别",
        ColumnMeaning.Content => "任务",
        _ => "备注",
    };

    private static bool IsNumber(Token token, int number) =>
        token.Plain == number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // The last row ends with its line.
    private static int Next(List<Token> tokens, int at, int number, bool rowALine)
    {
        for (var next = at + 1; next < tokens.Count; next++)
        {
            if (IsNumber(tokens[next], number)) return next;
        }

        if (!rowALine) return tokens.Count;
        var last = at + 1;
        while (last < tokens.Count && tokens[last].Line == tokens[at].Line) last++;
        return last;
    }

    private static GridRow Row(List<MappedText> lines, Token number, List<Token> cells, List<ColumnMeaning> columns)
    {
        var given = cells.Count == columns.Count ? [.. cells.Select(cell => new List<Token> { cell })] : Share(cells, columns);
        return new GridRow([new GridCell(lines[number.Line].Slice(number.Start, number.End), 0),
            .. given.Select((own, i) => new GridCell(Joined(lines, own, IsUnits(columns[i])), i + 1))]);
    }

    // From the right: a time, the bodies, a person; what is left is the wording.
    private static List<List<Token>> Share(List<Token> cells, List<ColumnMeaning> columns)
    {
        var given = columns.ConvertAll(_ => new List<Token>());
        var (left, column) = (cells.Count, columns.Count - 1);
        for (; column > 0 && left > 1; column--)
        {
            var meaning = columns[column];
            if (meaning is ColumnMeaning.Content or ColumnMeaning.Target or ColumnMeaning.Group) break;
            if (meaning == ColumnMeaning.Time && IsTime(cells[left - 1])) given[column].Add(cells[--left]);
            else if (meaning == ColumnMeaning.Leader && cells[left - 1].Plain.Length is 2 or 3) given[column].Add(cells[--left]);
            else if (meaning == ColumnMeaning.Ignored && !IsTime(cells[left - 1]) && !AreUnits(cells[left - 1])) given[column].Add(cells[--left]);
            else if (IsUnits(meaning)) (left, column) = ShareUnits(cells, left, columns, column, given);
        }

        given[0].Add(cells[0]);
        var wording = column > 0 && !IsUnits(columns[column]) && columns[column] != ColumnMeaning.Time ? column : 0;
        for (var rest = 1; rest < left; rest++) given[wording].Add(cells[rest]);
        return given;
    }

    // Of several columns of bodies each but the last has one name.
    private static (int Left, int Column) ShareUnits(
        List<Token> cells, int left, List<ColumnMeaning> columns, int column, List<List<Token>> given)
    {
        var first = column;
        while (first > 1 && IsUnits(columns[first - 1])) first--;
        var from = left;
        while (from > 1 && AreUnits(cells[from - 1])) from--;
        for (var at = from; at < left; at++) given[Math.Min(first + at - from, column)].Add(cells[at]);
        return (from, first);
    }

    private static bool AreUnits(Token token) => token.Plain.Split('、', ',').All(name => UnitNames.IsGroup(name) || UnitNames.LooksComplete(name));

    private static bool IsTime(Token token) =>
        token.Plain.Length <= 16 && (DateWordings.FindIn(token.Plain).Count > 0 || RecurrenceWording.Find(token.Plain) is not null
            || RecurrenceWording.FindOngoing(token.Plain, DatePlace.TimeField) is not null);

    private static MappedText Joined(List<MappedText> lines, List<Token> tokens, bool units)
    {
        var joined = new MappedTextBuilder();
        foreach (var token in tokens)
        {
            var words = lines[token.Line].Slice(token.Start, token.End);
            if (joined.Length > 0) joined.Append(units ? '、' : ' ', words.SourceAt(0));
            joined.Append(words);
        }

        return joined.Build();
    }
}
