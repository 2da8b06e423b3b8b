using System.Text;
using Microsoft.Extensions.Localization;

namespace PlanTracker.Web.Features.Rounds;

/// <summary>复制催报文字: what the office puts into a work group. Counts and a link, no wording of tasks, and a tone that asks.</summary>
public sealed class MissingText(IStringLocalizer<Words> words)
{
    /// <param name="units">With the number of their reports that are missing.</param>
    public string Of(RoundGrid.RoundHead round, IEnumerable<(string Name, int Missing)> units, DateOnly today, string link)
    {
        var text = new StringBuilder().AppendLine(words["各有关单位："])
            .AppendLine(words[round.CutOffOn >= today ? "“{0}”填报将于 {1} 截止，目前还差以下单位：" : "“{0}”填报已于 {1} 截止，目前还差以下单位：",
                round.Name, Day(round.CutOffOn)]);
        foreach (var (name, missing) in units)
            text.AppendLine(words["{0}：{1} 项", name, missing]);
        return text.AppendLine(words["麻烦抽空登录填报；确无新进展的，点“本期无新进展”即可。如有困难，请随时与我们联系，谢谢支持！"]).Append(link).ToString();
    }

    private string Day(DateOnly day) => words["{0}月{1}日", day.Month, day.Day];
}
