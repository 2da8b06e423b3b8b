using System.Text.RegularExpressions;
using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Wording;

/// <summary>What titles of documents look like and what kind of document they announce.</summary>
public static partial class TitleWords
{
    // The most precise first: 任务分解方案 is a breakdown although it ends in 方案, 整改情况通报 a report although 方案 may stand in it.
    private static readonly (Regex Wording, DocumentKind Kind)[] Kinds =
    [
        (ExplanationTitle(), DocumentKind.Other),
        (ReportTitle(), DocumentKind.Report),
        (BreakdownTitle(), DocumentKind.Breakdown),
        (KeyPointsTitle(), DocumentKind.KeyPoints),
        (PlanTitle(), DocumentKind.Plan),
        (OtherTitle(), DocumentKind.Other),
        (NoticeTitle(), DocumentKind.Notice),
    ];

    public static DocumentKind? KindOf(string plainTitle)
    {
        var own = NamedReport().Replace(Quoted().Replace(plainTitle, ""), "");
        foreach (var (wording, kind) in Kinds)
        {
            if (wording.IsMatch(own)) return kind;
        }

        return null;
    }

    /// <summary>The words end as the title of a document ends, its brackets of stage or period left out.</summary>
    [GeneratedRegex(
        @"(?:方案|要点|计划|规划|意见|措施|分解表|分工表|任务表|责任表|安排表|清单|台账|一览表|明细表|任务书|任务单|交办单|督办单|责任书|责任状|作战图|路线图|(?:重点|督办|督查|实事|民生)(?:事项|项目|实事)|纲要|行动|报告|汇报|" +
        @"总结|通报|通知|办法|条例|规定|规则|细则|函|决定|批复|答复|请示|纪要|公告|指引|须知|守则|准则|问答|解答|通告|倡议书|安排|打算|思路|任务分解|责任分解|目标分解|工作分解|重点工作|" +
        @"工作任务|目标任务|重点任务|分工|情况|预案|制度|指南|表|若干政策|政策清单|举措|20\d\d年.{2,30}(?:事项|实事|项目|工程)|解读|记者问|起草说明|编制说明)(?:\([^()]{1,24}\))*$")]
    public static partial Regex Ending();

    // （征求意见稿）
    [GeneratedRegex(@"\((?:[^()]{0,6})(?:征求意见|讨论|送审|草案|初稿|修改|审议|报批|代拟)[^()]{0,6}\)|\((?:稿|节选|试行|摘要|暂行)\)")]
    public static partial Regex StageBracket();

    [GeneratedRegex("征求意见稿|讨论稿|送审稿|草案|初稿|代拟稿|审议稿|报批稿")]
    public static partial Regex DraftStage();

    // The name of another document says nothing of this one: 《政府工作报告》任务分解表.
    [GeneratedRegex("《[^《》]*》")]
    private static partial Regex Quoted();

    // 分解落实政府工作报告目标任务的通知: the report is another document.
    [GeneratedRegex("政府工作报告(?=[^()]{2,}$)(?!(?:的)?(?:情况|报告|总结|汇报|通报))")]
    private static partial Regex NamedReport();

    // 关于印发《…》的通知
    [GeneratedRegex("(?:印发|转发|下发|发布|公布|征求|报送|会签|确认)(?:了|对)?《(?<title>[^《》]{3,80}(?:《[^《》]{2,40}》[^《》]{0,60})*)》")]
    public static partial Regex Enclosed();

    // 关于印发某某方案的通知
    [GeneratedRegex("印发(?!《)(?<title>[^,。:;]{4,80}?)的(?:通知|函)")]
    public static partial Regex EnclosedUnquoted();

    [GeneratedRegex("(?:报告|汇报|总结(?!.*方案)|通报)(?!.*(?:分解|分工|清单|台账|责任表|任务书|整改方案|落实方案))|情况$|情况的?(?:说明|通知)$|(?:完成|进展|落实)情况(?:一览|统计|汇总)?表$")]
    private static partial Regex ReportTitle();

    /// <summary>It explains to readers what another document orders: 《…》政策解读, 一图读懂…, 《…》起草说明.</summary>
    [GeneratedRegex("(?:解读|答记者问|起草说明|编制说明)(?:\\([^()]*\\))*$|^(?:一图|图文|漫画)?(?:读懂|图解|解读)")]
    public static partial Regex ExplanationTitle();

    [GeneratedRegex("分解|分工|清单|台账|任务表|责任表|一览表|任务书|安排表|明细表|任务单|交办单|督办单|责任书|责任状|作战图|路线图|(?:重点|督办|督查|实事|民生)(?:事项|项目|实事)$")]
    private static partial Regex BreakdownTitle();

    [GeneratedRegex("要点")]
    private static partial Regex KeyPointsTitle();

    [GeneratedRegex("(?:方案|计划|规划|意见|措施|举措|纲要|行动|安排|打算|思路|若干政策)(?:\\([^()]*\\))*$")]
    private static partial Regex PlanTitle();

    [GeneratedRegex("办法|条例|规定|规则|细则|令$|函$|决定|批复|答复|公告|通告|指引|须知|守则|准则|问答|解答|倡议书|预案|制度|指南|纪要|标准(?:\\([^()]*\\))*$")]
    private static partial Regex OtherTitle();

    [GeneratedRegex("通知")]
    private static partial Regex NoticeTitle();

    /// <summary>A notice of housekeeping, which orders no work: 调整某某领导小组成员, 节假日安排.</summary>
    [GeneratedRegex("(?:成立|调整|充实).*(?:小组|委员会|指挥部|专班|成员|人员)|放假|节假日|召开.*会议|更名|印章|任免|抽调|名单|废止|作息|工作时间|收费标准|公示")]
    public static partial Regex Housekeeping();

    // 平府办发〔2026〕8号
    [GeneratedRegex(@"(?<number>[\u4e00-\u9fff]{2,16}\((?:19|20)\d\d\)第?\d{1,4}号)")]
    public static partial Regex DocNumber();

    // 2021—2025年
    [GeneratedRegex(@"(?<first>20\d\d)年?(?:-|至)(?<last>20\d\d)年?")]
    public static partial Regex YearRange();

    [GeneratedRegex(@"(?<year>20\d\d)年")]
    public static partial Regex SingleYear();

    [GeneratedRegex(@"^(?:(?<y>\d{4})年(?<m>\d{1,2})月(?<d>\d{1,2})日|(?<y>[一二三四五六七八九〇零]{4})年(?<m>[一二三四五六七八九十]{1,2})月(?<d>[一二三四五六七八九十]{1,3})日)")]
    public static partial Regex SignedDate();

    public static DateOnly? DayOf(Match signedDate)
    {
        if (!signedDate.Success || ChineseNumerals.Parse(signedDate.Groups["y"].Value) is not { } year
            || ChineseNumerals.Parse(signedDate.Groups["m"].Value) is not { } month
            || ChineseNumerals.Parse(signedDate.Groups["d"].Value) is not { } day)
        {
            return null;
        }

        return new DateWords(0, 0, year, month, day, DatePart.Day).DayIn(year);
    }
}
