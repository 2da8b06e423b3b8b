using Microsoft.Extensions.Localization;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;

namespace PlanTracker.Web.Wording;

/// <summary>Says a notice to its reader.</summary>
public sealed class NoticeSentences(IStringLocalizer<Words> words)
{
    /// <summary>Arguments that a sentence may ask for; a notice with fewer leaves the rest empty.</summary>
    private const int MostArguments = 4;

    public string this[Notice notice] => Of(notice.Kind, notice.Arguments);

    /// <param name="kind">As stored.</param>
    /// <param name="arguments">As stored: joined by <see cref="NoticeWriter.Separator"/>.</param>
    public string Of(string kind, string arguments)
    {
        var given = arguments.Split(NoticeWriter.Separator);
        string[] padded = [.. given, .. Enumerable.Repeat("", Math.Max(0, MostArguments - given.Length))];
        return Enum.TryParse<NoticeKind>(kind, out var known) ? words[Sentence(known), [.. padded]] : string.Join(' ', given);
    }

    private static string Sentence(NoticeKind kind) => kind switch
    {
        NoticeKind.TaskAssigned => "《{0}》交办 {1} 项任务，请签收。",
        NoticeKind.Returned => "“{0}”的办结申请被退回：{1}",
        NoticeKind.Accepted => "“{0}”已审核通过，予以销号。",
        NoticeKind.TaskUrged => "{1} 催办：{0}。{2}",
        NoticeKind.Urged => "催办：{0} 项任务需要抓紧办理。{1}",
        NoticeKind.MissingReport => "催报：“{0}”还有 {1} 项任务没有填报。",
        NoticeKind.ReportWanted => "“{0}”开始填报，你单位共 {1} 项，请于 {2} 前报送。",
        NoticeKind.ReportReturned => "“{0}”填报的“{1}”被退回：{2}",
        NoticeKind.CompletionRequested => "{0}申请办结“{1}”，请审核。",
        NoticeKind.HeadApprovalWanted => "{0}经办人申请办结“{1}”，请审签。",
        NoticeKind.LeaderApprovalWanted => "“{0}”已通过初审，请审定。",
        NoticeKind.NotOurs => "{0}对“{1}”申请调整责任单位：{2}",
        NoticeKind.AssignmentUpheld => "“{0}”维持原责任单位，请继续办理。",
        NoticeKind.Reassigned => "“{0}”改由你单位办理，请签收。",
        NoticeKind.DutiesTaken => "因职能划转（{2}），{0}的 {1} 项任务由你单位承接，请签收。",
        NoticeKind.DutiesGiven => "因职能划转（{2}），你单位的 {0} 项任务已由{1}承接。",
        NoticeKind.TakenAway => "“{0}”已调整给其他单位，你单位不再办理。",
        NoticeKind.ExtensionRequested => "{0}申请将“{1}”延期至 {2}，请审核。",
        NoticeKind.ExtensionApproved => "“{0}”的延期申请已同意，新的时限为 {1}。",
        NoticeKind.ExtensionRefused => "“{0}”的延期申请未获同意：{1}",
        NoticeKind.SuspensionRequested => "{0}申请中止“{1}”：{2}",
        NoticeKind.Suspended => "“{0}”已中止办理：{1}",
        NoticeKind.Resumed => "“{0}”恢复办理。",
        NoticeKind.Cancelled => "“{0}”已终止办理：{1}",
        NoticeKind.CarriedOver => "“{0}”已结转下年计划继续办理：{1}",
        NoticeKind.Reopened => "“{0}”经复核须重新办理：{1}",
        NoticeKind.ObjectionRaised => "{0}对“{1}”的决定提出异议：{2}",
        NoticeKind.DecisionUpheld => "对“{0}”的异议已答复，维持原决定：{1}",
        NoticeKind.MilestoneTakenBack => "“{0}”原报已完成的时间节点 {1} 被撤回：{2}",
        NoticeKind.DecisionChanged => "对“{0}”的异议已答复，改变原决定：{1}",
        NoticeKind.Divided => "“{0}”交给您具体办理。{1} {2}",
        NoticeKind.CommentsWanted => "就《{0}》（草稿）征求意见，涉及你单位 {1} 项任务，请于 {2} 前答复。",
        NoticeKind.CommentsGiven => "{0}答复了《{1}》的征求意见，提出意见 {2} 条。",
        NoticeKind.Instructed => "领导对“{0}”作出批示：{1}",
        NoticeKind.InstructionAnswered => "{0}答复了“{1}”的批示，请审核转呈。",
        NoticeKind.AnswerReturned => "“{0}”的批示答复被退回：{1}",
        NoticeKind.AnswerPassedOn => "{0}对“{1}”批示的答复，请阅。",
        NoticeKind.OrderIssued => "收到{0}，督办“{1}”，请于 {2} 前答复。",
        NoticeKind.OrderAnswered => "{1}答复了{0}，请审核。",
        NoticeKind.OrderAnswerReturned => "{0}的答复被退回：{1}",
        NoticeKind.OrderSettled => "{0}已销号。",
        NoticeKind.ProgressDrafted => "{1}从《{0}》摘出了你单位任务的进展，已存为填报草稿，请核对后提交。",
        NoticeKind.PlanAmended => "《{0}》已修订，涉及你单位：新增 {1} 项，变更 {2} 项，不再承担 {3} 项。",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
