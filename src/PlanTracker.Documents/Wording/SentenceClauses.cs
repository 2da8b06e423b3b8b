using System.Text.RegularExpressions;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Documents.Wording;

/// <summary>Sentences that say nothing but who does it: 由X会同Y研究提出落实意见; X牵头，Y配合; 牵头单位为X.</summary>
internal static partial class SentenceClauses
{
    private const int Longest = 240;

    [GeneratedRegex("(?:牵头|主责|负责|配合|落实|会同.{2,60}(?:意见|方案|措施|负责|落实|办理|实施)|承办|实施|参与|协助|协办|主办|负责保障)(?:落实|实施)?$")]
    private static partial Regex EndsInRole();

    // 以上工作由X牵头，Y做好经费保障
    [GeneratedRegex("(?:做好|承担|负责)[\u4e00-\u9fff]{2,8}$")]
    private static partial Regex EndsInDuty();

    [GeneratedRegex("提出了|已经|已将|目前|情况|谁")]
    private static partial Regex Told();

    // 牵头单位为X; 责任单位 X; 责任单位X: the colon is lost.
    [GeneratedRegex("^(?:主要|第一|共同)?(?:牵头责任|牵头|责任|配合|主办|承办|协办|参与|落实)(?:单位|部门|科室|股室|站所)(?:(?<is>为|是| +|-+)|(?<is>)(?=[省市县区镇乡各]))")]
    private static partial Regex Named();

    [GeneratedRegex("^由?[\u4e00-\u9fff]{2,8}(?:、[\u4e00-\u9fff]{2,6}){1,8}等(?:有关|相关)?(?:部门|单位)" +
        "(?:按照?(?:各自)?职责(?:分工)?)?(?:分工|共同)?(?:牵头|负责|配合|落实)(?:落实|实施)?$")]
    private static partial Regex MattersOfBodies();

    /// <param name="alone">No other clause stands in these words: then a sentence may name units without 由, or go on behind them.</param>
    public static IEnumerable<FoundClause> In(MappedText words, bool alone)
    {
        var plain = words.Plain;
        for (int start = 0, end; start < plain.Length; start = end + 1)
        {
            end = plain.AsSpan(start).IndexOfAny("。;\n") is >= 0 and var length ? start + length : plain.Length;
            var from = start;
            while (from < end && plain[from] == ' ') from++;
            if (end - from is < 4 or > Longest) continue;
            if (InSentence(words, from, end, alone) is { } clause) yield return clause;
        }
    }

    private static FoundClause? InSentence(MappedText words, int start, int end, bool alone)
    {
        var plain = words.Plain;
        if (Named().Match(plain, start, end - start) is { Success: true })
            return Told().IsMatch(plain[start..end]) ? null : OfLabels(words, start, end);
        // 以上任务由X、Y负责; 此项活动由X、Y共同组织实施
        var scope = ClauseScope.At(plain, start);
        var by = scope.Length > 0 && plain[start + scope.Length] != '由' ? start + scope.Length : ByAt(plain, start + scope.Length, end);
        if (by < 0 && !alone) return null;
        var from = by < 0 ? start : by;
        // Up to the last part that ends in a role; what is behind it goes on with the task.
        for (var stop = end; stop > from; stop = plain.LastIndexOf(',', stop - 1, stop - from))
        {
            if (stop < end && (by != start || !alone)) return null;
            var part = plain[from..stop];
            if ((EndsInRole().IsMatch(part) || (scope.Length > 0 && EndsInDuty().IsMatch(part))) && !Told().IsMatch(part)
                && Mentioned(words, from, stop) is { } clause)
            {
                clause.Scope = scope;
                // The sentence goes on: who does it may be said of that part alone.
                if (stop < end) clause.Doubts.Add(new Diagnostic(DiagnosticKind.UnsureRole, null, plain[from..stop], words.SpanOf(from, stop)));
                var begin = scope.Length > 0 ? start : from > 0 && plain[from - 1] == ',' ? from - 1 : from;
                return new FoundClause(begin, stop < end ? stop + 1 : stop, clause);
            }
        }

        return null;
    }

    // 由 at the beginning of the sentence, or of its last parts.
    private static int ByAt(string plain, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (plain[at] == '由' && (at == start || plain[at - 1] == ',')) return at;
        }

        return -1;
    }

    private static UnitClause? Mentioned(MappedText words, int from, int to)
    {
        var clause = UnitClauseReader.Read(words.Slice(from, to), Role.Responsible);
        if (!clause.NamesSomebody) return null;
        // 人社、财政、税务等部门: what 等部门 ends is a list of bodies, named by their matters.
        if (clause.Units.Count > 1 && clause.Groups.Count == 0 && MattersOfBodies().IsMatch(words.Plain[from..to])) return clause;
        return clause.Doubts.Count == 0
            && clause.Units.Concat(clause.Groups).All(unit => UnitNames.LooksComplete(PlainForm.Of(unit.Name))) ? clause : null;
    }

    // 牵头单位为X，配合单位为Y
    private static FoundClause? OfLabels(MappedText words, int start, int end)
    {
        var labelled = new MappedTextBuilder();
        for (int part = start, stop; part < end; part = stop + 1)
        {
            stop = words.Plain.IndexOf(',', part, end - part);
            if (stop < 0) stop = end;
            var named = Named().Match(words.Plain, part, stop - part);
            if (labelled.Length > 0) labelled.Append(named.Success ? ';' : ',', words.SourceAt(part));
            if (named.Success)
            {
                labelled.Append(words.Slice(part, named.Groups["is"].Index));
                labelled.Append(':', words.SourceAt(named.Groups["is"].Index));
                part = named.Groups["is"].Index + named.Groups["is"].Length;
            }

            labelled.Append(words.Slice(part, stop));
        }

        var read = labelled.Build();
        return Mentioned(read, 0, read.Length) is { } clause ? new FoundClause(start, end, clause) : null;
    }
}
