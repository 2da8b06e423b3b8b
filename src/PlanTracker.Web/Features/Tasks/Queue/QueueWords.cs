using System.Text;
using Microsoft.Extensions.Localization;

namespace PlanTracker.Web.Features.Tasks.Queue;

/// <summary>What the tabs are called, and the words for a work group. Those carry counts and a link, no wording of tasks, and a tone that asks.</summary>
public sealed class QueueWords(IStringLocalizer<Words> words)
{
    public string this[QueueTab tab] => words[tab switch
    {
        QueueTab.Review => "待初审",
        QueueTab.NotOurs => "调整责任单位",
        QueueTab.Extension => "延期申请",
        QueueTab.Unsigned => "未签收",
        QueueTab.Missing => "本期未报",
        QueueTab.Returned => "已退回",
        QueueTab.Doubts => "存疑",
        QueueTab.Late => "逾期",
        QueueTab.Approval => "待签批",
        QueueTab.Objection => "异议",
        QueueTab.Ongoing => "长期未确认",
        _ => throw new ArgumentOutOfRangeException(nameof(tab)),
    }];

    /// <summary>What is to be done on the tab.</summary>
    public string Note(QueueTab tab) => words[tab switch
    {
        QueueTab.Review => "单位申请办结，等待初审。勾选后可一次通过或退回多项。",
        QueueTab.NotOurs => "单位认为不属本单位职责，等待改派或维持。",
        QueueTab.Extension => "单位申请延期，等待答复。同意后以新时限计算，原时限一并留存。",
        QueueTab.Unsigned => "交办满 3 个工作日仍未签收。电话、纸质签收的可以代录。",
        QueueTab.Missing => "本期应报未报的单位和项数。点催报到该期催报页。",
        QueueTab.Returned => "已退回、单位尚未重新申请办结。",
        QueueTab.Doubts => "牵头单位为暂定、时限为推定，以及审阅中的文件。确认后才按时限亮红灯。",
        QueueTab.Late => "时限已过且已确认。配合单位随牵头单位办结，不单独催办。",
        QueueTab.Approval => "等待部门负责人审签或领导审定。已在纸上签批的，可以代录。",
        QueueTab.Ongoing => "长期坚持的任务每期由单位确认一次，本期已填报的即为确认。未确认的按缺报催报，不是逾期。",
        QueueTab.Objection => "单位对退回、不同意延期、维持责任单位、终止等决定提出异议，由作出原决定以外的人处理。",
        _ => throw new ArgumentOutOfRangeException(nameof(tab)),
    }];

    /// <summary>Shown where nothing waits.</summary>
    public string Nothing(QueueTab tab) => words[tab switch
    {
        QueueTab.Review => "没有待初审的办结申请。",
        QueueTab.NotOurs => "没有单位申请调整责任单位。",
        QueueTab.Extension => "没有待答复的延期申请。",
        QueueTab.Unsigned => "交办满 3 个工作日的任务都已签收。",
        QueueTab.Missing => "各期填报都已报齐，或没有进行中的填报期次。",
        QueueTab.Returned => "没有退回后待重办的任务。",
        QueueTab.Doubts => "没有需要确认的内容。",
        QueueTab.Late => "没有逾期任务。",
        QueueTab.Approval => "没有等待签批的任务。",
        QueueTab.Ongoing => "长期坚持的任务本期都已确认，或没有进行中的填报期次。",
        QueueTab.Objection => "没有待处理的异议。",
        _ => throw new ArgumentOutOfRangeException(nameof(tab)),
    }];

    public string LateText(IEnumerable<(string Name, int Count)> units, string link) =>
        Text(words["以下单位有任务已过时限，请抓紧办理："], units, words["已办完的请在系统申请办结；确有困难的可申请延期，或与我们联系，谢谢支持！"], link);

    public string UnsignedText(IEnumerable<(string Name, int Count)> units, string link) =>
        Text(words["以下单位还有新交办任务待签收："], units, words["请抽空登录签收；如不属本单位职责，可在系统说明理由，申请调整责任单位。谢谢支持！"], link);

    private string Text(string opening, IEnumerable<(string Name, int Count)> units, string closing, string link)
    {
        var text = new StringBuilder().AppendLine(words["各有关单位："]).AppendLine(opening);
        foreach (var (name, count) in units)
            text.AppendLine(words["{0}：{1} 项", name, count]);
        return text.AppendLine(closing).Append(link).ToString();
    }
}
