using System.Globalization;
using System.Net;
using PlanTracker.Domain.Reminders;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Mail;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>The mail of a digest: counts and a link. No wording of a task leaves the system. Mail is written in Chinese: what language its reader chose in
/// the browser is not known when it is sent.</summary>
public static class DigestLetter
{
    public static Letter Write(Digest digest, IReadOnlyCollection<Rung> rungs, string publicUrl, Clock clock)
    {
        var link = $"{publicUrl}/messages/{digest.Id}";
        var counts = rungs.GroupBy(Matter).OrderBy(x => x.Key).Select(x => $"{Words(x.Key)} {Number(x.Count())} 项").ToList();
        var subject = $"【任务台账】{Day(digest.Day)}提醒：{string.Join("，", counts)}";
        var whose = rungs.All(x => x.Kind == RungKind.LeaderProposal) ? "您分管的单位" : "您";
        var opening = $"截至 {digest.Day.Year} 年 {Day(digest.Day)}，{whose}有 {Number(rungs.Count)} 项任务需要办理：";
        const string Closing = "任务内容不在邮件中显示，请登录系统查看并办理。";
        const string Footer = "本邮件由系统自动发送，请勿回复。";
        var text = $"{opening}\n\n{string.Join('\n', counts.Select(x => $"  {x}"))}\n\n{Closing}\n{link}\n\n{Footer}\n";
        var html = $"""
            <!DOCTYPE html>
            <html lang="zh-CN"><body style="font:16px/1.7 'Microsoft YaHei','PingFang SC',sans-serif;color:#1d2733">
            <p>{opening}</p>
            <ul>{string.Concat(counts.Select(x => $"<li>{x}</li>"))}</ul>
            <p>{Closing}</p>
            <p><a href="{WebUtility.HtmlEncode(link)}" style="color:#1b4b8a">打开系统查看</a></p>
            <p style="color:#7b8794;font-size:13px">{Footer}</p>
            </body></html>
            """;
        return new Letter(digest.Id, digest.Address, subject, text, html, clock.UtcNow);
    }

    /// <summary>In the order in which they are named: what is worst first.</summary>
    private enum Subject
    {
        Overdue,
        OnTheDay,
        Before,
        MissingReport,
        Unsigned,
        Published,
    }

    private static Subject Matter(Rung rung) => rung.Kind switch
    {
        RungKind.Overdue or RungKind.HeadOverdue or RungKind.LeaderProposal => Subject.Overdue,
        RungKind.OnTheDay => Subject.OnTheDay,
        RungKind.Before => Subject.Before,
        RungKind.MissingReport => Subject.MissingReport,
        RungKind.Unsigned => Subject.Unsigned,
        RungKind.Published => Subject.Published,
        _ => throw new ArgumentOutOfRangeException(nameof(rung)),
    };

    private static string Words(Subject subject) => subject switch
    {
        Subject.Overdue => "逾期",
        Subject.OnTheDay => "今日到期",
        Subject.Before => "即将到期",
        Subject.MissingReport => "进展待填报",
        Subject.Unsigned => "待签收",
        _ => "新交办",
    };

    private static string Day(DateOnly day) => $"{Number(day.Month)} 月 {Number(day.Day)} 日";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
