using System.Text.RegularExpressions;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Bodies that a sentence before the first task, or behind the last one, adds to every task: 以下任务均需各镇配合，不再逐项列出.</summary>
internal static partial class StandingDefaults
{
    private const int Around = 1500;

    [GeneratedRegex("(?:以下|下列|以上|上述|所列|本(?:方案|要点|计划|清单)|各项)[^。;,\n]{0,12}?[,]? *(?:(?:均|都|同时|还|一律|全部)(?:需要?|须|应|要)?(?:同时)? *(?:由|请)?|由)" +
        "(?<names>(?:各|全[省市县区镇乡]各|相关|有关|[省市县区镇])[^。;:,\n]{2,60}?" +
        "(?:按照?(?:各自)?职责(?:分工)?|具体|共同|分别|积极|认真|密切|属地|同步)*(?:贯彻|抓好|做好)?(?:组织实施|落实|配合|负责|参与|实施))" +
        "(?:工作|落实|实施)? *[,(（][^。\n]{0,20}不再")]
    private static partial Regex Default();

    // 除责任单位外，各镇均为配合单位，不再列出
    [GeneratedRegex("(?<names>各[^。;:,\n]{1,60}?)(?:均|都)[为是](?<helps>配合|协办|参与)?(?:责任|落实|实施)?(?:单位|部门)[,(（][^。\n]{0,20}不再")]
    private static partial Regex AllAre();

    public static List<NamedUnit> In(Flow flow, IReadOnlyList<OutlineItem> tasks)
    {
        var defaults = new List<NamedUnit>();
        if (tasks.Count == 0) return defaults;
        var (first, last) = (tasks[0].Start, tasks[^1].WordsStart);
        Add(Math.Max(0, first - Around), first);
        Add(last, Math.Min(flow.Text.Length, last + Around));
        return defaults;

        void Add(int from, int to)
        {
            var found = Default().Match(flow.Text.Plain, from, to - from);
            if (!found.Success) found = AllAre().Match(flow.Text.Plain, from, to - from);
            if (!found.Success) return;
            var names = found.Groups["names"];
            var clause = UnitClauseReader.Read(flow.Text.Slice(names.Index, names.Index + names.Length), RoleVerbs.OfGroups(found));
            if (clause.Doubts.Count == 0) defaults.AddRange([.. clause.Units, .. clause.Groups]);
        }
    }
}
