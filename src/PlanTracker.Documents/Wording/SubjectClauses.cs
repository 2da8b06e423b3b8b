using System.Text.RegularExpressions;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Documents.Wording;

/// <summary>Bodies that are only the subject of a sentence: 县教育局要加快…; 请财政部…; 由县市场监管局牵头开展…，县教育局配合; 各学校要…; or that head the list of
/// their duties: 县教育局：….</summary>
/// <remarks>Read where no clause names anybody, and always marked: what a body is told to do there may be a part of the task.</remarks>
internal static partial class SubjectClauses
{
    private const string Name = "[\u4e00-\u9fff]{2,14}?(?:局|委|办|厅|署|委员会|办公室|人民政府|管委会|[联总商学协促工]会|(?<=[残妇文侨商])联|(?<=科)协|团[省市县区]委|院|馆|中心|支队|集团|" +
        "(?<![干全内外支])部(?![门分属长]))";

    [GeneratedRegex("\\G(?<asked>请|由|责成|要求)?(?<names>" + Name + "(?:[、和]" + Name + ")*)" +
        "(?<verb>牵头(?!会同)|(?:要|应当?|须|负责|牵头)?会同(?<helps>(?<group>(?:有关|相关)(?:部门|单位))|" + Name + "(?:、" + Name + ")*(?<group>[等、](?:有关|相关)(?:部门|单位))?)" +
        "|要|应当?|须|负责|配合|协助|按(?=季|月|年|要求|规定|计划|照)|做好|抓好|组织|加强|加快|尽快|及时|抓紧|研究|制定|统筹|督促|落实|开展|协调|(?:于|务必|在)?(?:20\\d\\d年)?\\d{1,2}月(?:\\d{1,2}日|" +
        "[上中下]旬|底|末|份)?(?:之前|以前|前))")]
    private static partial Regex Subject();

    // 各学校要…, 各镇(街道)要…, 有关部门应…: those whom a group names.
    [GeneratedRegex("\\G(?:请|由|要求)?(?<names>(?:全[省市县区镇乡])?(?:各级?|有关|相关)[\u4e00-\u9fff、]{0,10}?" +
        "(?:学校|中学|小学|幼儿园|学院|院校|镇|乡|街道|街|办事处|村|社区|[区县市旗]|园区|开发区|单位|部门|机构|医院|企业|公司|窗口|站所|政府|党委|党组织|委员会|支部)(?:\\([^()]{1,12}\\))?)" +
        "(?:要|应当?|须|必须|负责|按(?=季|月|年|要求|规定|计划|照|职责)|做好|抓好|组织|加强|加快|尽快|及时|抓紧|制定|落实|开展|每[年月季周])")]
    private static partial Regex GroupSubject();

    // 县教育局：… ; 县卫健局、县妇联：…
    [GeneratedRegex("\\G(?<names>[\u4e00-\u9fff]{3,20}(?:\\([\u4e00-\u9fff]{2,10}\\))?" +
        "(?:[、和][\u4e00-\u9fff]{2,20}(?:\\([\u4e00-\u9fff]{2,10}\\))?){0,8})(?<more>等)?:")]
    private static partial Regex Head();

    [GeneratedRegex("^(?!加强|推进|落实|完善|建立|强化|深化|健全|明确|压实|发挥|坚持|实行|全面|各|由|请)" +
        "(?<names>[\u4e00-\u9fff]{2,14}?(?:\\([\u4e00-\u9fff]{2,10}\\))?(?:[、和][\u4e00-\u9fff]{2,14}?(?:\\([\u4e00-\u9fff]{2,10}\\))?){0,6})" +
        "(?:(?<leads>牵头)|负责|承担)(?!人|同志|制)")]
    private static partial Regex Duty();

    // Bodies of this level; without 请, 由 a name begins with it.
    [GeneratedRegex("^(?:团(?=[省市县区]委)|[省市县区镇乡州旗]|国家|[\u4e00-\u9fff]{2}[省市县区镇乡州旗])(?!场|级)")]
    private static partial Regex Level();

    [GeneratedRegex("^(?:国网|中国|人行|人民银行).*(?:公司|行)$")]
    private static partial Regex National();

    [GeneratedRegex("已经|已于|了|情况|谁|的")]
    private static partial Regex Told();

    [GeneratedRegex("[、和]")]
    private static partial Regex And();

    public static UnitClause? In(MappedText words)
    {
        var clause = new UnitClause();
        var text = words.Squeeze();
        var plain = text.Plain;
        if (Head().Match(plain, 0) is { Success: true } head) AddHead(clause, text, head.Groups["names"]);
        if (clause.Units.Count > 0) return clause;
        if (Duty().Match(plain) is { Success: true } duty) AddDuty(clause, text, duty);
        for (int start = 0, end; start < plain.Length; start = end + 1)
        {
            end = plain.AsSpan(start).IndexOfAny("。;,!") is >= 0 and var length ? start + length : plain.Length;
            if (GroupSubject().Match(plain, start) is { Success: true } group && group.Index + group.Length <= end)
                AddGroup(clause, text, group.Groups["names"]);
            if (Subject().Match(plain, start) is not { Success: true } subject || subject.Index + subject.Length > end) continue;
            var names = subject.Groups["names"];
            if (Told().IsMatch(names.Value) || (!subject.Groups["asked"].Success && !Level().IsMatch(names.Value))) continue;
            var help = subject.Groups["verb"].Value is "配合" or "协助";
            var leads = subject.Groups["verb"].Value.StartsWith("牵头", StringComparison.Ordinal) || subject.Groups["helps"].Success;
            Add(clause, text, names, help ? Role.Cooperating : leads ? Role.Lead : Role.Responsible);
            if (subject.Groups["helps"] is not { Success: true } helpers) continue;
            if (subject.Groups["group"] is not { Success: true } others)
            {
                Add(clause, text, helpers, Role.Cooperating);
                continue;
            }

            AddGroup(clause, text, others.Value[0] is '等' or '、' ? others.Index + 1 : others.Index, others.Index + others.Length, Role.Cooperating);
            if (others.Index > helpers.Index) Add(clause, text, (helpers.Index, helpers.Value[..(others.Index - helpers.Index)]), Role.Cooperating);
        }

        return clause.NamesSomebody ? clause : null;
    }

    // Whose duties are listed is named without its level: 监察局负责检查, 财政局、物价局负责清理.
    private static void AddDuty(UnitClause clause, MappedText text, Match duty)
    {
        var names = duty.Groups["names"];
        if (!Told().IsMatch(names.Value) && NamesIn(names.Value).TrueForAll(IsSingleBody))
            Add(clause, text, names, duty.Groups["leads"].Success ? Role.Lead : Role.Responsible);
    }

    // All of them must be names of bodies, the first with its level: 加强县公安局队伍: is none.
    private static void AddHead(UnitClause clause, MappedText text, Group names)
    {
        var each = NamesIn(names.Value);
        if ((Level().IsMatch(each[0]) || National().IsMatch(each[0])) && each.TrueForAll(IsSingleBody))
            Add(clause, text, names, Role.Responsible);
    }

    private static bool IsSingleBody(string name) => UnitNames.LooksComplete(name) && UnitNames.IsPlausible(name) && !UnitNames.IsGroup(name);

    private static void AddGroup(UnitClause clause, MappedText text, Group names)
    {
        if (Told().IsMatch(names.Value) || !UnitNames.IsGroup(names.Value)) return;
        var remark = NameInClause.RemarkInBracket().Match(names.Value);
        AddGroup(clause, text, names.Index, names.Index + (remark is { Success: true, Index: > 1 } ? remark.Index : names.Length), Role.Responsible);
    }

    private static void AddGroup(UnitClause clause, MappedText text, int start, int end, Role role)
    {
        var span = text.SpanOf(start, end);
        UnitClause.AddEach(clause.Groups, [new NamedUnit(text.Printed[start..end], role, span)]);
        clause.Doubts.Add(new Diagnostic(DiagnosticKind.UnsureRole, null, text.Printed[start..end], span));
    }

    // 县经济和信息化局 is one name: behind 和 stands no body of its own.
    private static List<string> NamesIn(string names)
    {
        var found = new List<string>();
        foreach (var part in And().Split(names))
        {
            var at = found.Sum(name => name.Length + 1);
            if (found.Count > 0 && names[at - 1] == '和' && !UnitNames.LooksComplete(found[^1])) found[^1] += "和" + part;
            else found.Add(part);
        }

        return found;
    }

    private static void Add(UnitClause clause, MappedText text, Group names, Role role) => Add(clause, text, (names.Index, names.Value), role);

    private static void Add(UnitClause clause, MappedText text, (int Start, string Words) names, Role role)
    {
        var start = names.Start;
        foreach (var name in NamesIn(names.Words))
        {
            var end = start + name.Length;
            if (UnitNames.IsPlausible(name) && !UnitNames.IsGroup(name))
            {
                var span = text.SpanOf(start, end);
                UnitClause.AddEach(clause.Units, [new NamedUnit(text.Printed[start..end], role, span)]);
                clause.Doubts.Add(new Diagnostic(DiagnosticKind.UnsureRole, null, text.Printed[start..end], span));
            }

            start = end + 1;
        }
    }
}
