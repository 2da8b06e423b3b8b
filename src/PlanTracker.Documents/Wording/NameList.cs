using System.Text.RegularExpressions;

namespace PlanTracker.Documents.Wording;

/// <summary>The names of a clause that wait for their role: cut where lists are cut, 等 told, one 各 over several bodies joined.</summary>
internal sealed partial class NameList(UnitClause clause)
{
    private readonly List<MappedText> names = [];

    /// <summary>How many names there were where groups ended.</summary>
    private readonly HashSet<int> ends = [];

    // 县司法局等; 县司法局等部门; 县司法局等县级有关部门; 县司法局等行业主管部门
    [GeneratedRegex("(?<![高中初平同优])等(?<count>[\\d一二三四五六七八九十两]{1,3}[个家]?)?" +
        "(?<rest>(?:各?(?:有关|相关|职能|成员)?(?:部门|单位|地区|机构)?(?:和单位|\\(单位\\)|、单位)?|各.{1,12}" +
        "|[^、,;等]{1,12}?(?:部门|单位|地区|机构|企业)(?:和单位|\\(单位\\))?))$")]
    private static partial Regex OpenList();

    [GeneratedRegex("(?<=(?:等|局|委|部|办|厅|社|会|室|院|队|中心|部门|单位|地区|政府|机构|企业|公司))(?:以及|和|及|与)(?=(?:各|地方|有关|相关|其他|[县市区省](?!场|政)|州[直级属委]|" +
        "[县市区省州](?:人民)?政府(?:各|有关|相关)|[^、,局委办厅和及与]{1,8}各))")]
    private static partial Regex And();

    public void Clear()
    {
        names.Clear();
        ends.Clear();
    }

    /// <summary>The next name is of no group that stands before it.</summary>
    public void EndGroup() => ends.Add(names.Count);

    public void Add(MappedText piece)
    {
        foreach (Match and in And().Matches(piece.Plain))
        {
            Add(piece.Slice(0, and.Index));
            Add(piece.Slice(and.Index + and.Length, piece.Length));
            return;
        }

        if (OpenList().Match(piece.Plain) is { Success: true } open && open.Index > 0)
        {
            clause.AndOthers = true;
            var rest = open.Groups["rest"];
            Add(piece.Slice(0, open.Index));
            if (rest.Length > 2 && !open.Groups["count"].Success && UnitNames.IsGroup(rest.Value)) names.Add(piece.Slice(rest.Index, piece.Length));
            return;
        }

        if (piece.Plain is "等" or "等部门" or "等单位")
        {
            clause.AndOthers = true;
            return;
        }

        var start = 0;
        foreach (var cut in UnitNames.CutsIn(piece.Plain))
        {
            names.Add(piece.Slice(start, cut));
            start = cut;
        }

        if (start < piece.Length) names.Add(piece.Slice(start, piece.Length));
    }

    // One 各 over several bodies is one group: 各区、县级市.
    public List<MappedText> Joined()
    {
        var joined = new List<MappedText>();
        var inGroup = false;
        foreach (var (at, name) in names.Index())
        {
            if (name.Length == 0) continue;
            if (inGroup && !ends.Contains(at) && UnitNames.ContinuesGroup(name.Plain))
            {
                var both = new MappedTextBuilder();
                both.Append(joined[^1]);
                both.Append('、', joined[^1].SpanOf(0, joined[^1].Length).End);
                both.Append(name);
                joined[^1] = both.Build();
                continue;
            }

            inGroup = name.Plain.Contains('各', StringComparison.Ordinal);
            joined.Add(name);
        }

        return joined;
    }
}
