using System.Text.RegularExpressions;

namespace PlanTracker.Documents.Parsing;

/// <summary>What a note of the document says of the roles in its lists of bodies.</summary>
/// <param name="FirstLeadsOthersCooperate">注：责任单位第一个为牵头单位，其余为配合单位 names both roles and is followed.</param>
/// <param name="MarkedLeads">标★的为牵头单位.</param>
internal sealed partial record RoleNotes(bool FirstLeadsOthersCooperate, bool MarkedLeads)
{
    [GeneratedRegex("(?:第一个|第一位|首位|排在?首位?|第一).{0,12}牵头.{0,8}(?:其余|其他|其它|后面|之后).{0,10}配合")]
    private static partial Regex BothRoles();

    [GeneratedRegex(@"[★☆▲△●○◆◇■□※*#][^。;\n]{0,10}(?:为|是|表示|代表|系|即)[^。;,\n]{0,8}(?:牵头|主办|主责)")]
    private static partial Regex Marked();

    public static RoleNotes Of(Flow flow)
    {
        var words = flow.Tables.SelectMany(table => table.Grid.Rows).SelectMany(row => row.Cells).Where(cell => !cell.Continues)
            .Select(cell => cell.Text.Plain).Prepend(flow.Text.Plain).ToList();
        return new RoleNotes(words.Exists(BothRoles().IsMatch), words.Exists(Marked().IsMatch));
    }
}
