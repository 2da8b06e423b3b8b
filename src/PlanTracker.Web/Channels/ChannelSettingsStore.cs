using System.Text.Json;
using PlanTracker.Web.Data;
using PlanTracker.Web.Mail;

namespace PlanTracker.Web.Channels;

/// <summary>Keeps the settings of the text-message gateway and of all that leaves the system; the gateway's key only encrypted.</summary>
public sealed class ChannelSettingsStore(PlanTrackerDbContext db, OutletKeys keys, MailSettingsStore mail)
{
    private const string SmsKey = "sms";
    private const string OutgoingKey = "outgoing";

    /// <summary>Null while no gateway is set: no text message is sent.</summary>
    public async Task<SmsSettings?> ReadSms(CancellationToken cancellation)
    {
        if (await db.ReadSetting(SmsKey, cancellation) is not { Length: > 0 } json)
            return null;
        var kept = JsonSerializer.Deserialize<SmsSettings>(json)!;

        // With other keys than it was encrypted with, the gateway will refuse the call and say so.
        return kept with { Secret = keys.Open(kept.Secret) ?? "" };
    }

    /// <summary>Adds the row to the context; the caller saves. Null switches text messages off.</summary>
    public Task WriteSms(SmsSettings? settings, CancellationToken cancellation) =>
        db.WriteSetting(SmsKey, settings is null ? "" : JsonSerializer.Serialize(settings with { Secret = keys.Close(settings.Secret) }), cancellation);

    /// <summary>Until somebody sets another, the address of the application is the one that mails link to.</summary>
    public async Task<OutgoingSettings> ReadOutgoing(CancellationToken cancellation)
    {
        var kept = await db.ReadSetting(OutgoingKey, cancellation) is { Length: > 0 } json ? JsonSerializer.Deserialize<OutgoingSettings>(json)! : new OutgoingSettings();
        return kept.PublicUrl.Length > 0 ? kept : kept with { PublicUrl = (await mail.Read(cancellation))?.PublicUrl ?? "" };
    }

    public Task WriteOutgoing(OutgoingSettings settings, CancellationToken cancellation) => db.WriteSetting(OutgoingKey, JsonSerializer.Serialize(settings), cancellation);
}
