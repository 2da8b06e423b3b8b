using System.Text.RegularExpressions;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Documents.Wording;

/// <summary>One name of a clause with what its bracket says: a role, a remark, or the person who answers for it.</summary>
internal static partial class NameInClause
{
    private const string Marks = "★☆▲△●○〇◎◆◇■□※*#";

    // 县司法局（牵头）
    [GeneratedRegex(@"\((牵头|主办|配合|协办|负责|参与)(?:单位|部门)?\)$")]
    private static partial Regex RoleInBracket();

    // 县水利局（按职责分工）
    [GeneratedRegex(@"\((?:按|根据|依据|排名|排序|排|列|第一|首位|以下简?统?称|以上)[^()]{1,20}\)$|" +
        @"\([^()]{1,16}(?:类|方面|部分|领域|环节|阶段|工作|任务|事项|项目|工程)\)$")]
    public static partial Regex RemarkInBracket();

    // 县水利局（贺山）
    [GeneratedRegex(@"\((?<names>[^()]{2,20})\)$")]
    private static partial Regex PersonInBracket();

    /// <summary>Adds the body, where one stands before its person: 县水利局贺山.</summary>
    public static void AddWithPerson(UnitClause clause, MappedText name, NamedLeader person, Role role)
    {
        clause.Leaders.Add(person);
        if (name.Length > person.Name.Length) Add(clause, name.Slice(0, name.Length - person.Name.Length), role);
    }

    private static MappedText WithoutMarks(MappedText name)
    {
        var (start, end) = (0, name.Length);
        while (start < end && Marks.Contains(name.Plain[start], StringComparison.Ordinal)) start++;
        while (end > start && Marks.Contains(name.Plain[end - 1], StringComparison.Ordinal)) end--;
        return name.Slice(start, end);
    }

    public static void Add(UnitClause clause, MappedText name, Role role)
    {
        var whole = name.Length;
        name = WithoutMarks(name);
        var marked = name.Length < whole;
        if (name.Length == 0) return;
        if (RemarkInBracket().Match(name.Plain) is { Success: true, Index: > 1 } remark)
        {
            clause.FirstIsLead |= UnitClauseReader.FirstLeads().IsMatch(remark.Value);
            name = name.Slice(0, remark.Index);
        }

        if (RoleInBracket().Match(name.Plain) is { Success: true, Index: > 0 } bracket
            && RoleVerbs.AtEnd(bracket.Groups[1].Value) is { Length: > 0, Role: { } printed })
        {
            (name, role) = (name.Slice(0, bracket.Index), printed);
        }

        if (PersonInBracket().Match(name.Plain) is { Success: true, Index: > 1 } person
            && person.Groups["names"].Value.Split('、', ',').All(PersonNames.LooksLikeOne))
        {
            var names = person.Groups["names"];
            clause.Leaders.AddRange(LeaderNames.In(name.Slice(names.Index, names.Index + names.Length)));
            name = name.Slice(0, person.Index);
        }

        if (LeaderNames.WithPost(name) is { } leader)
        {
            clause.Leaders.Add(leader);
            return;
        }

        var span = name.SpanOf(0, name.Length);
        var unit = new NamedUnit(name.Printed, role, span);
        if (marked) clause.Marked.Add(span);
        UnitClause.AddEach(UnitNames.IsGroup(name.Plain) ? clause.Groups : clause.Units, [unit]);
        if (!UnitNames.IsPlausible(name.Plain) || !(UnitNames.LooksComplete(name.Plain) || UnitNames.IsGroup(name.Plain)))
            clause.Doubts.Add(new Diagnostic(DiagnosticKind.UnsureUnit, null, name.Printed, span));
    }
}
