using System.Globalization;
using System.Net;
using Microsoft.Extensions.Localization;
using PlanTracker.Domain.Reminders;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Mail;
using PlanTracker.Web.Wording;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>The mail of a digest: counts and a link, in its reader's language. No wording of a task leaves the system.</summary>
public sealed class DigestLetter(IStringLocalizer<Words> words, Clock clock)
{
    /// <param name="language">The reader's.</param>
    public Letter Write(Digest digest, IReadOnlyCollection<Rung> rungs, string publicUrl, string language)
    {
        using var speaking = Speaking.In(language);
        var link = $"{publicUrl}/messages/{digest.Id}";
        var counts = rungs.GroupBy(Matter).OrderBy(x => x.Key).Select(x => words["{0} {1} 项", Name(x.Key), Number(x.Count())].Value).ToList();
        string subject = words["【任务台账】{0}提醒：{1}", Day(digest.Day), string.Join(words["，"], counts)];
        var day = digest.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string opening = rungs.All(x => x.Kind == RungKind.LeaderProposal)
            ? words["截至 {0}，您分管的单位有 {1} 项任务需要办理：", day, Number(rungs.Count)]
            : words["截至 {0}，您有 {1} 项任务需要办理：", day, Number(rungs.Count)];
        string closing = words["任务内容不在邮件中显示，请登录系统查看并办理。"];
        string footer = words["本邮件由系统自动发送，请勿回复。"];
        var text = $"{opening}\n\n{string.Join('\n', counts.Select(x => $"  {x}"))}\n\n{closing}\n{link}\n\n{footer}\n";
        var html = $"""
            <!DOCTYPE html>
            <html lang="{CultureInfo.CurrentUICulture.Name}"><body style="font:16px/1.7 'Microsoft YaHei','PingFang SC',sans-serif;color:#1d2733">
            <p>{opening}</p>
            <ul>{string.Concat(counts.Select(x => $"<li>{x}</li>"))}</ul>
            <p>{closing}</p>
            <p><a href="{WebUtility.HtmlEncode(link)}" style="color:#1b4b8a">{words["打开系统查看"]}</a></p>
            <p style="color:#7b8794;font-size:13px">{footer}</p>
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

    private string Name(Subject subject) => subject switch
    {
        Subject.Overdue => words["逾期"],
        Subject.OnTheDay => words["今日到期"],
        Subject.Before => words["即将到期"],
        Subject.MissingReport => words["进展待填报"],
        Subject.Unsigned => words["待签收"],
        _ => words["新交办"],
    };

    private string Day(DateOnly day) => words["{0} 月 {1} 日", Number(day.Month), Number(day.Day)];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
