using System.Text.RegularExpressions;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>What kind of document it is: its title says so; regulations are told by their articles.</summary>
internal static partial class DocumentKinds
{
    public static bool IsRegulation(IReadOnlyList<OutlineItem> roots) => Articles(roots) >= 3;

    /// <summary>若干措施 in articles that each say who does them.</summary>
    public static bool AssignsByArticles(Frame frame, IReadOnlyList<OutlineItem> roots) => OfTitle(frame) == DocumentKind.Plan
        && roots.SelectMany(Naming).Count() is >= 2 and var naming && 2 * naming >= Articles(roots);

    private static int Articles(IReadOnlyList<OutlineItem> items) => items.Sum(item => item.Label.Kind switch
    {
        LabelKind.Article => 1,
        LabelKind.Chapter or LabelKind.ChapterPart => Articles(item.Children),
        _ => 0,
    });

    [GeneratedRegex("^(?:议事规则|工作规则|会议制度|运行规则)")]
    private static partial Regex Procedure();

    [GeneratedRegex("^(?:主要职责|工作职责|职责任务|成员单位|组成人员|机构组成|组织机构|主要任务)")]
    private static partial Regex Membership();

    /// <summary>The charter of a standing body: whom it joins, what it is for, how it meets; nothing in it is done and closed.</summary>
    public static bool IsCharter(IReadOnlyList<string> plainTitles) => plainTitles.Count <= 6
        && plainTitles.Any(title => Procedure().IsMatch(title)) && plainTitles.Count(title => Membership().IsMatch(title)) >= 2;

    [GeneratedRegex("(?:^|\\n) *答:")]
    private static partial Regex Answer();

    /// <summary>Questions and their answers, which explain what others have ordered.</summary>
    public static bool IsQuestions(Flow flow, IReadOnlyList<OutlineItem> own)
    {
        if (Answer().Count(flow.Text.Plain) >= 2) return true;
        var asked = own.Count(item => flow.Text.Plain.AsSpan(item.WordsStart, Math.Min(80, item.OwnEnd - item.WordsStart)) is var words
            && words.IndexOfAny("?。\n") is >= 0 and var stop && words[stop] == '?');
        return own.Count >= 3 && asked * 2 >= own.Count;
    }

    [GeneratedRegex("(?:解读|阐释)如下")]
    private static partial Regex Explains();

    /// <summary>It explains to readers what another document, which it names, orders.</summary>
    public static bool IsExplanation(Flow flow, IReadOnlyList<OutlineItem> roots) => Explains().IsMatch(Preamble(flow, roots));

    // The preamble says what the document is: 制定本方案, 现将情况报告如下.
    private static readonly (Regex Wording, DocumentKind Kind)[] Preambles =
    [
        (ReportPreamble(), DocumentKind.Report),
        (KeyPointsPreamble(), DocumentKind.KeyPoints),
        (PlanPreamble(), DocumentKind.Plan),
    ];

    [GeneratedRegex("(?:情况|工作|问题|总结).{0,8}(?:报告|汇报|通报|总结)如下|(?:报告|汇报|通报)如下")]
    private static partial Regex ReportPreamble();

    [GeneratedRegex("制[定订]本(?:工作)?要点")]
    private static partial Regex KeyPointsPreamble();

    [GeneratedRegex("制[定订]本(?:实施|工作|行动)?(?:方案|计划|意见)")]
    private static partial Regex PlanPreamble();

    /// <summary>For a document whose title is lost: its first sentences, up to the first item.</summary>
    public static DocumentKind? OfPreamble(Flow flow, IReadOnlyList<OutlineItem> roots)
    {
        var preamble = Preamble(flow, roots);
        foreach (var (wording, kind) in Preambles)
        {
            if (wording.IsMatch(preamble)) return kind;
        }

        return null;
    }

    private static string Preamble(Flow flow, IReadOnlyList<OutlineItem> roots) =>
        flow.Text.Plain[..Math.Min(roots.Count > 0 ? roots[0].Start : flow.Text.Length, 1500)];

    public static DocumentKind? OfTitle(Frame frame)
    {
        var kind = frame.Title is null ? null : TitleWords.KindOf(PlainForm.Of(frame.Title));
        return kind is DocumentKind.Notice && frame.NoticeTitle is { } notice ? TitleWords.KindOf(PlainForm.Of(notice)) : kind;
    }

    /// <summary>The cover notice of a plan that stands elsewhere: what it asks for is how to go about the plan.</summary>
    public static bool IsCoverAlone(Flow flow, Frame frame, IReadOnlyList<OutlineItem> roots) =>
        roots.Count > 0 && !roots.Any(root => root.Carries) && flow.Text.Plain[..Math.Min(roots[0].Start, 3000)] is var before
        && (frame is { NoticeTitle: not null, BodyStart: 0, SignedAt: { } signed } && roots.All(root => root.Start < signed)
                && AsFollows().IsMatch(before)
            || roots.All(root => root.Run == roots[0].Run)
                && (frame is { NoticeTitle: not null, BodyStart: 0 } && AskedAlong().IsMatch(before)
                    || (HandsOut().IsMatch(before) || SendsBreakdown().IsMatch(before)) && roots.All(root => Manner().IsMatch(FirstWords(flow, root)))
                    || frame.Title is null && PointsToAnnex(flow.Text.Plain, roots[0].Start)));

    [GeneratedRegex("现将?[^。]{0,120}(?:印发|下发|转发)?[^。]{0,80}(?:如下|以下(?:要求|意见|通知)|一并(?:抓好|做好|认真|遵照)?(?:贯彻|落实|执行))")]
    private static partial Regex AsFollows();

    // 现将各项任务分解印发; 将各项任务分解(详见附件): the tasks stand elsewhere, and what is asked for here is how to go about them.
    [GeneratedRegex("(?:分解|分工)[^。:]{0,10}(?:印发|下达|下发|\\(详?见附)(?![^。]{0,6}如下)")]
    private static partial Regex HandsOut();

    // 《某某任务分解》已经同意，现印发给你们
    [GeneratedRegex("《[^《》]{4,80}(?:分解|分工|清单|任务|责任)(?:方案|表)?》(?:已经|业经)[^。]{0,40}(?:印发|下发)给?")]
    private static partial Regex SendsBreakdown();

    [GeneratedRegex("落实|责任|负其责|督[查办促导]|监督|配合|协[作同]|领导|重视|考核|机制|站位|调度|合力|报送|跟踪")]
    private static partial Regex Manner();

    private static string FirstWords(Flow flow, OutlineItem item) => flow.Text.Plain[item.WordsStart..Math.Min(item.OwnEnd, item.WordsStart + 30)];

    // 现印发给你们，并提出以下意见，请一并贯彻落实: what follows goes with the plan and is not it.
    [GeneratedRegex("(?:印发|下发|转发)给?[^。]{0,12},并?(?:现)?(?:提出|就)[^。]{0,20}(?:以下|如下)[^。]{0,8},[^。]{0,6}一并")]
    private static partial Regex AskedAlong();

    // 现将有关事项通知如下：一、…要按照《某某分解表》（详见附件）的要求… 附件：某某分解表: the table is another file.
    private static bool PointsToAnnex(string plain, int firstItem) =>
        TasksNotedBelow().IsMatch(plain[..firstItem]) && AnnexedTasks().Match(plain) is { Success: true } annex
        && annex.Index > firstItem && plain.Length - annex.Index < 300 && plain.AsSpan(0, annex.Index).IndexOf(annex.Groups["name"].ValueSpan) >= 0;

    [GeneratedRegex("有关(?:事项|工作|要求)[^。]{0,12}如下")]
    private static partial Regex TasksNotedBelow();

    [GeneratedRegex("(?:^|\\n) *附 *件 *:(?: *1[.、])? *(?<name>[^\\n]{4,40}(?:分解表|分工表|任务表|责任表|分工|清单|方案|要点|计划))")]
    private static partial Regex AnnexedTasks();

    /// <summary>Rules of detail without articles may be a plan under another name, if their items name who does them.</summary>
    public static bool MayAssign(Frame frame) => frame.Title is { } title && DetailedRules().IsMatch(PlainForm.Of(title));

    [GeneratedRegex("(?:细则|办法)(?:\\([^()]*\\))?$")]
    private static partial Regex DetailedRules();

    // 农产品组 / 组长：… / 牵头单位：… / 工作职责：…
    [GeneratedRegex("职责|组 *长|成 *员|[\u4e00-\u9fff]{2,8}(?:组|专班)(?=[。\n:(])")]
    private static partial Regex OfGroups();

    /// <summary>It sets up or changes a standing body: whom it names leads one of its groups, and no work that is done and closed.</summary>
    public static bool IsSetup(Flow flow, Frame frame, IReadOnlyList<OutlineItem> roots) => IsHousekeeping(frame)
        && roots.Where(root => root.Carries).SelectMany(Naming)
            .All(item => OfGroups().Match(flow.Text.Plain, item.Start) is { Success: true } found && found.Index < item.End);

    private static IEnumerable<OutlineItem> Naming(OutlineItem item) => item.Children.SelectMany(Naming).Concat(item.HasClause ? [item] : []);

    public static bool IsHousekeeping(Frame frame) => frame.Title is { } title
        && TitleWords.KindOf(PlainForm.Of(title)) is DocumentKind.Notice or null
        && TitleWords.Housekeeping().IsMatch(PlainForm.Of(title));

    /// <summary>A document with tasks is at least a plan, whatever its title.</summary>
    public static DocumentKind WithTasks(DocumentKind? kind, IReadOnlyList<OutlineItem> roots) => kind switch
    {
        DocumentKind.Plan or DocumentKind.KeyPoints or DocumentKind.Breakdown => kind.Value,
        _ => DocumentKind.Plan,
    };
}
