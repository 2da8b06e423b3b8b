using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Supervision.Letter;

/// <summary>What a letter says before anybody edits it. It is Chinese, whatever the reader's language.</summary>
public sealed record LetterText(string Title, string Opening, string Closing)
{
    public static LetterText For(Plan plan, int tasks, LetterGround ground)
    {
        var document = plan.DocNumber.Length > 0 ? $"《{plan.Title}》（{plan.DocNumber}）" : $"《{plan.Title}》";
        return new LetterText(
            $"关于{(ground == LetterGround.NotAsked ? "" : "再次")}商请支持落实《{plan.Title}》有关任务的函",
            ground switch
            {
                LetterGround.NotAsked => $"{document}已交办实施，其中下列{tasks}项任务需请贵单位支持：",
                LetterGround.Unanswered => $"我们曾就{document}有关任务函商贵单位，尚未收到复函。现就下列{tasks}项任务再次商请贵单位支持：",
                _ => $"{document}中下列{tasks}项任务由贵单位承担，部分任务时限已过。现再次商请贵单位支持：",
            },
            "恳请贵单位结合职能予以支持，并将办理情况函复。工作中如有困难或不同意见，请一并告知，我们将做好协调服务。\n专此商请，盼复。");
    }

    /// <summary>A line of the list of tasks.</summary>
    public static string Line(int position, string number, string title, Role role, DateOnly? dueOn)
    {
        var part = role switch { Role.Lead => "贵单位为牵头单位", Role.Cooperating => "贵单位为配合单位", _ => "贵单位为责任单位" };
        var item = Paper.NumberOf(number) is { Length: > 0 } printed ? $"第{printed}项任务" : "任务";
        return $"{position}．{item}“{title}”，{part}{(dueOn is { } due ? $"，时限为{Paper.Long(due)}" : "")}。";
    }
}
