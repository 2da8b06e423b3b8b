using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Channels;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Mail;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>Hands a digest to its channel.</summary>
public sealed class DigestPost(
    PlanTrackerDbContext db, ChannelSettingsStore settings, MailSettingsStore mailSettings, MailSubmission mail, SmsGateway sms, OutletCalls outlets,
    DigestLetter letter)
{
    /// <summary>Null when it was accepted, else why not, as the ledger keeps it.</summary>
    public async Task<string?> Send(Digest digest, DigestCounts counts, CancellationToken cancellation) => digest.Channel switch
    {
        Channel.Mail => (await Mail(digest, counts, cancellation)).Failure?.ToString(),
        Channel.Sms => (await Sms(digest, counts, cancellation)).Failure?.ToString(),
        Channel.WeCom or Channel.DingTalk or Channel.Feishu or Channel.Webhook => (await Outlet(digest, counts, cancellation)).Failure?.ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(digest)),
    };

    private async Task<MailResult> Mail(Digest digest, DigestCounts counts, CancellationToken cancellation) =>
        await mailSettings.Read(cancellation) is { } server
            ? await mail.Send(server, letter.Mail(digest, counts, server.PublicUrl, await LanguageOf(digest, cancellation)), cancellation)
            : new MailResult("", new MailFailure(MailFailureKind.NotConfigured));

    private async Task<CallResult> Sms(Digest digest, DigestCounts counts, CancellationToken cancellation)
    {
        var outgoing = await settings.ReadOutgoing(cancellation);
        if (await settings.ReadSms(cancellation) is not { } gateway || outgoing.PublicUrl.Length == 0)
            return CallResult.Failed(CallFailureKind.NotConfigured);
        var text = letter.Sms(digest, counts, outgoing.PublicUrl, await LanguageOf(digest, cancellation));
        return await sms.Send(gateway, digest.Address, text, outgoing.Allowed, cancellation);
    }

    private async Task<CallResult> Outlet(Digest digest, DigestCounts counts, CancellationToken cancellation)
    {
        var outgoing = await settings.ReadOutgoing(cancellation);
        if (outgoing.PublicUrl.Length == 0)
            return CallResult.Failed(CallFailureKind.NotConfigured);
        var outlet = await db.Outlets.AsNoTracking().Include(x => x.OrgUnit).SingleAsync(x => x.Id == digest.OutletId, cancellation);
        var place = await db.Jurisdictions.Where(x => x.Id == digest.JurisdictionId).Select(x => x.Name).SingleAsync(cancellation);
        return await outlets.Send(outlet, letter.Group(digest, counts, place, outlet.OrgUnit?.Name, outgoing.PublicUrl), outgoing.Allowed, cancellation);
    }

    private Task<string> LanguageOf(Digest digest, CancellationToken cancellation) =>
        db.Users.Where(x => x.Id == digest.AccountId).Select(x => x.Language).SingleAsync(cancellation);
}
