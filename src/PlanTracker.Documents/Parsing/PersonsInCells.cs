using System.Text.RegularExpressions;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Persons among the bodies of a column for both (责任单位及责任人): 县水利局 贺山.</summary>
internal static partial class PersonsInCells
{
    [GeneratedRegex("(?:单位|部门|科室|主体).*(?:人|领导|同志)|(?:人|领导|同志).*(?:单位|部门|科室)")]
    private static partial Regex BothHead();

    [GeneratedRegex(@"[^\s、,;:/()]+")]
    private static partial Regex Word();

    // 县水利局贺山
    [GeneratedRegex("^(?<body>.{3,}?(?:局|委|办|院|中心|公司|政府|办事处))(?<name>[\u4e00-\u9fff]{2,3})$")]
    private static partial Regex Glued();

    public static bool MayHold(string plainHead) => BothHead().IsMatch(ColumnWording.Bare(plainHead));

    /// <returns>The bodies alone.</returns>
    public static MappedText TakeOut(MappedText cell, List<NamedLeader> leaders)
    {
        var ranges = new List<(int Start, int End)>();
        foreach (Match word in Word().Matches(cell.Plain))
        {
            var end = word.Index + word.Length;
            if (NameIn(word) is not { } start || (start > 0 && cell.Plain[start - 1] == '(')) continue;
            leaders.Add(new NamedLeader(cell.Printed[start..end], cell.SpanOf(start, end)));
            ranges.Add((start > 0 && cell.Plain[start - 1] is ':' or '/' ? start - 1 : start, end));
        }

        return cell.Except(ranges);
    }

    private static int? NameIn(Match word)
    {
        if (PersonNames.LooksLikeOne(word.Value)) return word.Index;
        return !UnitNames.LooksComplete(word.Value) && Glued().Match(word.Value).Groups["name"] is { Success: true } name
            && PersonNames.LooksLikeOne(name.Value) ? word.Index + name.Index : null;
    }
}
