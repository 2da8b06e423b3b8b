using System.Text.RegularExpressions;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Tables whose cells were run together without any separator: 序号工作任务完成时限责任单位1产业1、修渠6月县水利局2、护岸….</summary>
/// <remarks>Only a table with a number, a wording, a time and units in this order can be told apart: the time and the units behind it end a
/// row, the number in its turn begins the next. Columns behind the units (sources) are passed over.</remarks>
internal static partial class RunOnTables
{
    public sealed record Found(Grid Grid, int Line, int Start, int End);

    [GeneratedRegex(
        @"\G(?:任务来源|(?:主要|重点|具体)?(?:工作|目标|整改)?(?:任务|措施|内容|目标|要求|事项|项目|举措)(?:名称)?" +
        "|(?:完成|整改|办理)(?:时限|时间|期限)|时限|(?:主要|牵头)?(?:责任|牵头|配合)(?:单位|部门)|(?:分管|责任|牵头)领导|责任人|备注)")]
    private static partial Regex Head();

    // 6月县水利局县财政局 — a time directly followed by bodies, up to the next number or blank.
    [GeneratedRegex(@"(?<!\d)(?<time>\d{1,2}月(?:底|末)?(?:前)?|全年|年底前?|长期)(?<units>[\u4e00-\u9fff、,()]{3,90})(?=[\d\s]|注:|$)")]
    private static partial Regex EndOfRow();

    // 县甲局 | 某某水库管理处: in a run of names a complete body may be followed by one without the level before it.
    [GeneratedRegex("(?<=[\u4e00-\u9fff]{2}(?:局|委|政府|办))(?=[\u4e00-\u9fff]{6,14}(?:处|中心|公司|站|院)$)")]
    private static partial Regex UnlevelledBody();

    public static Found? Find(List<MappedText> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            var start = line.Plain.IndexOf("序号", StringComparison.Ordinal);
            if (start < 0 || line.Length < 60 || HeadEnd(line.Plain, start) is not { } end) continue;
            var rows = new List<GridRow> { new([Made(line, start, "序号", 0), Made(line, start, "任务", 1), Made(line, start, "时限", 2),
                Made(line, start, "责任单位", 3)]) };
            var last = ReadRows(rows, line, end);
            if (rows.Count(row => row.Cells.Count > 1) > 2) return new Found(new Grid(rows, RunTogether: true), at, start, last);
        }

        return null;
    }

    private static GridCell Made(MappedText line, int at, string words, int column) =>
        new(MappedText.Of(words, line.SpanOf(at, at + 1).Start), column);

    private static int? HeadEnd(string plain, int start)
    {
        var at = start + 2;
        var columns = new List<ColumnMeaning?>();
        while (Head().Match(plain, at) is { Success: true, Length: > 0 } head)
        {
            columns.Add(ColumnWording.MeaningOf(head.Value));
            at += head.Length;
        }

        var time = columns.IndexOf(ColumnMeaning.Time);
        return columns.IndexOf(ColumnMeaning.Content) == 0 && time > 0 && time + 1 < columns.Count
            && columns[time + 1] is ColumnMeaning.Responsible or ColumnMeaning.Lead ? at : null;
    }

    private static int ReadRows(List<GridRow> rows, MappedText line, int from)
    {
        var cursor = from;
        var number = 1;
        var group = 1;
        while (NextEnd(line, cursor) is { } end)
        {
            var time = end.Groups["time"];
            var label = LastLabel(line.Plain, number, cursor, time.Index);
            if (label < 0) break;
            if (GroupName(line.Plain, group, cursor, label) is { } name)
            {
                rows.Add(new GridRow([new GridCell(line.Slice(name, label).Trim(), 0, 4)]));
                group++;
            }

            var words = label + number.ToString(System.Globalization.CultureInfo.InvariantCulture).Length + 1;
            var units = end.Groups["units"];
            rows.Add(new GridRow(
            [
                new GridCell(line.Slice(label, words), 0),
                new GridCell(line.Slice(words, time.Index).Trim(), 1),
                new GridCell(line.Slice(time.Index, time.Index + time.Length), 2),
                new GridCell(Parted(line.Slice(units.Index, units.Index + units.Length)), 3),
            ]));
            cursor = units.Index + units.Length;
            number++;
        }

        return cursor;
    }

    // The first time whose following words are bodies and nothing else.
    private static Match? NextEnd(MappedText line, int from)
    {
        for (var match = EndOfRow().Match(line.Plain, from); match.Success; match = EndOfRow().Match(line.Plain, match.Index + 1))
        {
            var units = match.Groups["units"];
            var clause = UnitClauseReader.Read(Parted(line.Slice(units.Index, units.Index + units.Length)));
            if (clause.NamesSomebody && clause.Doubts.Count == 0 && clause.Units.TrueForAll(unit => UnitNames.LooksComplete(PlainForm.Of(unit.Name))))
                return match;
        }

        return null;
    }

    // The list of sources has numbers of its own: the row's is the last of its value before the time.
    private static int LastLabel(string plain, int number, int from, int before)
    {
        var label = number.ToString(System.Globalization.CultureInfo.InvariantCulture) + "、";
        for (var at = plain.LastIndexOf(label, before - 1, before - from, StringComparison.Ordinal); at >= from; at = at > from
            ? plain.LastIndexOf(label, at - 1, at - from, StringComparison.Ordinal) : -1)
        {
            if (at == 0 || !char.IsAsciiDigit(plain[at - 1])) return at;
        }

        return -1;
    }

    // 2加强监管7、… : the group's number directly before its name, right behind the row before.
    private static int? GroupName(string plain, int group, int from, int label)
    {
        var at = from;
        while (at < label && plain[at] == ' ') at++;
        var number = group.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var name = at + number.Length;
        return label - name is >= 2 and <= 40 && string.CompareOrdinal(plain, at, number, 0, number.Length) == 0 && !char.IsAsciiDigit(plain[name])
            && plain[name] is not ('、' or '.')
            ? at
            : null;
    }

    private static MappedText Parted(MappedText units)
    {
        var parted = new MappedTextBuilder();
        var start = 0;
        foreach (Match cut in UnlevelledBody().Matches(units.Plain))
        {
            parted.Append(units.Slice(start, cut.Index));
            parted.Append('、', units.SourceAt(cut.Index));
            start = cut.Index;
        }

        parted.Append(units.Slice(start, units.Length));
        return parted.Build();
    }
}
