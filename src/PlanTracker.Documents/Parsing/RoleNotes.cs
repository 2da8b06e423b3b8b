using System.Text.RegularExpressions;
using PlanTracker.Documents.Wording;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Documents.Parsing;

/// <summary>What a note of the document says of the roles in its lists of bodies.</summary>
/// <param name="FirstLeadsOthersCooperate">注：责任单位第一个为牵头单位，其余为配合单位 names both roles and is followed.</param>
/// <param name="MarkedLeads">标★的为牵头单位.</param>
/// <param name="Marks">“★”为牵头单位，“○”为配合单位.</param>
internal sealed partial record RoleNotes(bool FirstLeadsOthersCooperate, bool MarkedLeads, IReadOnlyDictionary<char, Role> Marks)
{
    [GeneratedRegex("(?:第一个|第一位|首位|排在?首位?|第一).{0,12}牵头.{0,8}(?:其余|其他|其它|后面|之后).{0,10}配合")]
    private static partial Regex BothRoles();

    [GeneratedRegex(@"[★☆▲△●○◆◇■□※*#][^。;\n]{0,10}(?:为|是|表示|代表|系|即)[^。;,\n]{0,8}(?:牵头|主办|主责)")]
    private static partial Regex Marked();

    [GeneratedRegex("(?<mark>[★☆▲△●○〇◎◇◆■□√✓✔※*])[\"'”’)]?(?:代表|表示|标记|标注|为|是|指|即|系|:|-|=)*(?:(?<lead>牵头|主办|主责)|(?<helps>配合|协办|参与|协助|参加)|责任|负责|承办)")]
    private static partial Regex Legend();

    // 牵头单位用★表示, 牵头（★）
    [GeneratedRegex("(?:(?<lead>牵头|主办|主责)|(?<helps>配合|协办|参与|协助|参加)|责任|负责|承办)(?:单位|部门)?(?:用|以|标|为|是|:|[\\(\"'“‘])*(?<mark>[★☆▲△●○〇◎◇◆■□√✓✔※*])")]
    private static partial Regex LegendBehind();

    private static Dictionary<char, Role> MarksIn(IReadOnlyList<string> words)
    {
        var marks = new Dictionary<char, Role>();
        foreach (var found in words.SelectMany(text => Legend().Matches(text)).Concat(words.SelectMany(text => LegendBehind().Matches(text))))
        {
            marks.TryAdd(found.Groups["mark"].Value[0], RoleVerbs.OfGroups(found));
        }

        return marks;
    }

    public static RoleNotes Of(Flow flow)
    {
        var words = flow.Tables.SelectMany(table => table.Grid.Rows).SelectMany(row => row.Cells).Where(cell => !cell.Continues)
            .Select(cell => cell.Text.Plain).Prepend(flow.Text.Plain).ToList();
        return new RoleNotes(words.Exists(BothRoles().IsMatch), words.Exists(Marked().IsMatch), MarksIn(words));
    }
}
