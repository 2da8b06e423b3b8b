using System.Globalization;
using System.Net;
using Microsoft.Extensions.Localization;
using PlanTracker.Domain.Reminders;
using PlanTracker.Web.Channels;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Mail;
using PlanTracker.Web.Wording;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>A digest in words: as a mail, a text message, a message to a group. Counts and a link, in its reader's language; no wording of a task leaves the
/// system.</summary>
public sealed class DigestLetter(IStringLocalizer<Words> words, Clock clock)
{
    /// <param name="language">The reader's.</param>
    public Letter Mail(Digest digest, DigestCounts counts, string publicUrl, string language)
    {
        using var speaking = Speaking.In(language);
        var (link, phrases) = (Link(digest, publicUrl), counts.Phrases(words));
        string subject = words["【任务台账】{0}提醒：{1}", Day(digest.Day), string.Join(words["，"], phrases)];
        var day = digest.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string opening = counts.Rungs.All(x => x.Kind == RungKind.LeaderProposal)
            ? words["截至 {0}，您分管的单位有 {1} 项任务需要办理：", day, Number(counts.Tasks)]
            : words["截至 {0}，您有 {1} 项任务需要办理：", day, Number(counts.Tasks)];
        string closing = words["任务内容不在邮件中显示，请登录系统查看并办理。"];
        string footer = words["本邮件由系统自动发送，请勿回复。"];
        var text = $"{opening}\n\n{string.Join('\n', phrases.Select(x => $"  {x}"))}\n\n{closing}\n{link}\n\n{footer}\n";
        var html = $"""
            <!DOCTYPE html>
            <html lang="{CultureInfo.CurrentUICulture.Name}"><body style="font:16px/1.7 'Microsoft YaHei','PingFang SC',sans-serif;color:#1d2733">
            <p>{opening}</p>
            <ul>{string.Concat(phrases.Select(x => $"<li>{x}</li>"))}</ul>
            <p>{closing}</p>
            <p><a href="{WebUtility.HtmlEncode(link)}" style="color:#1b4b8a">{words["打开系统查看"]}</a></p>
            <p style="color:#7b8794;font-size:13px">{footer}</p>
            </body></html>
            """;
        return new Letter(digest.Id, digest.Address, subject, text, html, clock.UtcNow);
    }

    /// <summary>One line without a sender's mark: gateways put their own before it.</summary>
    public string Sms(Digest digest, DigestCounts counts, string publicUrl, string language)
    {
        using var speaking = Speaking.In(language);
        return words["{0}提醒：{1}。请登录系统查看：{2}", Day(digest.Day), string.Join(words["，"], counts.Phrases(words)), Link(digest, publicUrl)];
    }

    /// <summary>To a group of many, in Chinese. Its link opens what each of them may see.</summary>
    public GroupMessage Group(Digest digest, DigestCounts counts, string place, string? unit, string publicUrl)
    {
        using var speaking = Speaking.In("zh-CN");
        string opening = unit is null
            ? words["今日向 {0} 个单位发出提醒，涉及 {1} 项任务：", Number(counts.Units), Number(counts.Tasks)]
            : words["{0}有 {1} 项任务需要办理：", unit, Number(counts.Tasks)];
        return new GroupMessage(
            digest.Id, "reminders", digest.Day, place, unit, words["任务台账{0}提醒", Day(digest.Day)], [opening, string.Join(words["，"], counts.Phrases(words))],
            [.. counts.ByMatter.Select(x => KeyValuePair.Create(x.Matter.ToString(), x.Tasks))], words["打开系统查看"], $"{publicUrl}/");
    }

    private static string Link(Digest digest, string publicUrl) => $"{publicUrl}/messages/{digest.Id}";

    private string Day(DateOnly day) => words["{0} 月 {1} 日", Number(day.Month), Number(day.Day)];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
