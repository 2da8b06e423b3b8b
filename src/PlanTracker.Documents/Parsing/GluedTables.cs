using System.Text.RegularExpressions;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Tables without a column of time whose cells were run together: 序号项目名称主要内容分管领导牵头单位1修渠修建干渠3公里。贺山水利局各镇2….</summary>
/// <remarks>The units behind the end of a sentence close a row, the number in its turn begins the next; what stands between the units and the next
/// number goes on with the row. Where a name ends and its wording begins, and which units lead, is a guess that is marked.</remarks>
internal static partial class GluedTables
{
    private const int LongestRun = 200;

    private const int LongestName = 16;

    [GeneratedRegex(
        @"\G(?:(?:[县市区省镇州]|[县市区]政府|[县市区]级)?(?:分管|责任|牵头|包联|挂钩)(?:[县市区])?领导|责任人|(?:任务|项目|事项|工作)名称|" +
        "(?:主要|重点|具体|建设|工作|目标|年度)*(?:任务|措施|内容|目标|要求|事项|项目|举措)|(?:主要|牵头|配合|参与|协助)?(?:责任|牵头|配合|主办|协办|参与)(?:单位|部门)|备注)")]
    private static partial Regex Head();

    // Behind the name of a thing its wording begins: the first list hardly ever stands inside a name, the second sometimes.
    [GeneratedRegex(@"\G(?:实施|完成|推进|新建|改扩建|扩建|开展|启动|加快|建成|新增|组织|举办|推动|继续|力争|确保|年内|全[县区市省镇乡]|为(?=\w{2})|对(?=\w{2})|在(?=\w{2}))")]
    private static partial Regex Opening();

    [GeneratedRegex(@"\G(?:改造|提升|打造|建设|加强|优化|落实|制定|建立|完善|培育|引进|修建|改建|安装|免费|全面|深入|持续|积极)")]
    private static partial Regex WeakOpening();

    private sealed record Row(int Number, int Start, int End);

    private sealed record UnitRun(int Start, int UnitsStart, int End, List<(int Start, int End)> Units);

    public static RunOnTables.Found? Find(List<MappedText> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            var start = lines[at].Plain.IndexOf("序号", StringComparison.Ordinal);
            if (start < 0 || lines[at].Length < 60 || HeadOf(lines[at].Plain, start) is not { } head) continue;
            var (line, end) = WithoutRepeatedHeads(lines[at], start, head.End);
            if (RowsOf(line, start, end, head.Columns) is not { Count: > 2 } rows) continue;
            return new RunOnTables.Found(new Grid(rows, RunTogether: true), at, start, lines[at].Length);
        }

        return null;
    }

    private static (List<ColumnMeaning> Columns, int End)? HeadOf(string plain, int start)
    {
        var at = start + 2;
        var columns = new List<ColumnMeaning>();
        while (Head().Match(plain, at) is { Success: true, Length: > 0 } head)
        {
            columns.Add(ColumnWording.MeaningOf(head.Value) ?? ColumnMeaning.Ignored);
            at += head.Length;
        }

        return columns.Count >= 3 && columns[0] == ColumnMeaning.Content && columns.Exists(IsUnits) ? (columns, at) : null;
    }

    private static bool IsUnits(ColumnMeaning column) =>
        column is ColumnMeaning.Lead or ColumnMeaning.Responsible or ColumnMeaning.Cooperating or ColumnMeaning.Mixed;

    private static (MappedText Line, int End) WithoutRepeatedHeads(MappedText line, int start, int end)
    {
        var head = line.Plain[start..end];
        var ranges = new List<(int, int)>();
        for (var at = line.Plain.IndexOf(head, end, StringComparison.Ordinal); at >= 0;
            at = line.Plain.IndexOf(head, at + head.Length, StringComparison.Ordinal))
        {
            ranges.Add((at, at + head.Length));
        }

        return (line.Except(ranges), end);
    }

    private static List<GridRow>? RowsOf(MappedText line, int start, int from, List<ColumnMeaning> columns)
    {
        var runs = UnitRuns(line.Plain, from, columns.Contains(ColumnMeaning.Leader));
        if (runs.Count < 2 || !StartsWithNumber(line.Plain, from, 1)) return null;
        var head = line.SpanOf(start, start + 1).Start;
        var grid = new List<GridRow> { new([.. Heads(columns).Select((words, column) => new GridCell(MappedText.Of(words, head), column))]) };
        var next = 0;
        foreach (var row in Numbered(line.Plain, from, runs))
        {
            var first = next;
            while (next < runs.Count && runs[next].End <= row.End) next++;
            grid.Add(Cells(line, row, runs[first..next], columns));
        }

        return grid;
    }

    private static List<string> Heads(List<ColumnMeaning> columns) =>
        ["序号", "任务", "措施", "责任领导", columns.Find(IsUnits) == ColumnMeaning.Lead ? "牵头单位" : "责任单位",
            columns.FindLast(IsUnits) == ColumnMeaning.Cooperating ? "配合单位" : "责任单位"];

    // The rows by their numbers: each number stands behind units, or behind the end of a sentence.
    private static List<Row> Numbered(string plain, int from, List<UnitRun> runs)
    {
        var rows = new List<Row>();
        var (start, run) = (from, 0);
        for (var number = 1; start >= 0; number++)
        {
            var next = NextNumber(plain, number + 1, runs, ref run);
            rows.Add(new Row(number, start, next < 0 ? plain.Length : next));
            start = next;
        }

        return rows;
    }

    private static int NextNumber(string plain, int number, List<UnitRun> runs, ref int run)
    {
        for (; run < runs.Count; run++)
        {
            var end = runs[run].End;
            if (!StartsWithNumber(plain, end, number)) end = plain.IndexOf('。', end) + 1;
            if (end > 0 && StartsWithNumber(plain, end, number))
            {
                run++;
                return end;
            }
        }

        return -1;
    }

    private static bool StartsWithNumber(string plain, int at, int number)
    {
        var words = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var behind = at + words.Length;
        return behind < plain.Length && string.CompareOrdinal(plain, at, words, 0, words.Length) == 0
            && plain[behind] >= '\u4e00' && !"个项家所年月日处座条台万亿".Contains(plain[behind], StringComparison.Ordinal);
    }

    private static GridRow Cells(MappedText line, Row row, List<UnitRun> runs, List<ColumnMeaning> columns)
    {
        var digits = row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
        var first = row.Start + digits;
        var name = columns.Count(column => column is ColumnMeaning.Content or ColumnMeaning.Target) > 1 ? NameEnd(line.Plain, first, row.End) : first;
        var (wording, leaders, leads, others) = (new MappedTextBuilder(), new MappedTextBuilder(), new MappedTextBuilder(), new MappedTextBuilder());
        var at = name;
        var severalColumns = columns.Count(IsUnits) > 1;
        foreach (var run in runs)
        {
            wording.Append(line.Slice(at, run.Start));
            if (run.UnitsStart > run.Start) Join(leaders, line.Slice(run.Start, run.UnitsStart));
            for (var i = 0; i < run.Units.Count; i++)
                Join(severalColumns && i > 0 ? others : leads, line.Slice(run.Units[i].Start, run.Units[i].End));
            at = run.End;
        }

        wording.Append(line.Slice(at, row.End));
        MappedText[] cells = [line.Slice(row.Start, first), name > first ? line.Slice(first, name) : wording.Build(),
            name > first ? wording.Build() : MappedText.Empty, leaders.Build(), leads.Build(), others.Build()];
        return new GridRow([.. cells.Select((words, column) => new GridCell(words, column))]);
    }

    private static void Join(MappedTextBuilder names, MappedText name)
    {
        if (names.Length > 0) names.Append('、', name.SourceAt(0));
        names.Append(name);
    }

    private static int NameEnd(string plain, int from, int end)
    {
        foreach (var opening in new[] { Opening(), WeakOpening() })
        {
            for (var at = from + 4; at < end - 2 && at <= from + LongestName; at++)
            {
                if (plain.AsSpan(from, at - from).IndexOfAny("。,;") >= 0) break;
                if (opening.Match(plain, at).Success) return at;
            }
        }

        return from;
    }

    // Behind the end of a sentence: the leader, where there is a column of leaders, and bodies.
    private static List<UnitRun> UnitRuns(string plain, int from, bool leaders)
    {
        var places = new List<int>();
        for (var at = plain.IndexOf('。', from); at >= 0; at = plain.IndexOf('。', at + 1)) places.Add(at + 1);
        var persons = leaders ? new PersonsInRuns(plain, [.. places.Where(place => UnitsAt(plain, place + 2).Count > 0)]) : null;
        var runs = new List<UnitRun>();
        foreach (var place in places)
        {
            var units = place + (persons?.LengthAt(place) ?? 0);
            if (persons is not null && units == place) continue;
            var found = UnitsAt(plain, units);
            if (found.Count > 0) runs.Add(new UnitRun(place, units, found[^1].End, found));
        }

        return runs;
    }

    internal static List<(int Start, int End)> UnitsAt(string plain, int from)
    {
        var found = new List<(int Start, int End)>();
        while (found.Count < 40 && UnitEnd(plain, from) is > 0 and var end)
        {
            found.Add((from, end));
            from = end;
        }

        return found;
    }

    // The shortest words that end as a body does; a bracket behind them is theirs.
    private static int UnitEnd(string plain, int from)
    {
        if (from >= plain.Length || Opening().Match(plain, from).Success || WeakOpening().Match(plain, from).Success) return -1;
        var group = plain[from] == '各' || string.CompareOrdinal(plain, from, "相关", 0, 2) == 0;
        for (var end = from + 1; end <= plain.Length && end - from <= 14; end++)
        {
            var c = plain[end - 1];
            if (c < '\u4e00') return -1;
            if (end < plain.Length && plain[end] == '(' && end - from >= 2)
            {
                var close = plain.IndexOf(')', end);
                return close > 0 && close - end <= LongestRun / 10 ? close + 1 : -1;
            }

            if (end - from >= (group ? 2 : 3) && UnitNames.LooksComplete(plain[from..end]) && !GoesOn(plain, end)) return end;
        }

        return -1;
    }

    // 人民政府|办公室, 管理局|某某分局
    private static bool GoesOn(string plain, int end) => string.CompareOrdinal(plain, end, "办公室", 0, 3) == 0
        || string.CompareOrdinal(plain, end, "分局", 0, 2) == 0 || string.CompareOrdinal(plain, end, "局", 0, 1) == 0
        || string.CompareOrdinal(plain, end, "道", 0, 1) == 0;
}
