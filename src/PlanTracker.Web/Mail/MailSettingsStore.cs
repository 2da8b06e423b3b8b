using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using PlanTracker.Web.Data;

namespace PlanTracker.Web.Mail;

/// <summary>Keeps the mail settings among the settings of the installation; the password only encrypted by its keys. Until somebody sets them, those of the
/// section "Mail" of the configuration count: Host, Port, Security, User, Password, From, PublicAddress.</summary>
public sealed class MailSettingsStore(PlanTrackerDbContext db, IDataProtectionProvider protection, IConfiguration configuration)
{
    private const string Key = "mail";

    private readonly IDataProtector protector = protection.CreateProtector("PlanTracker.Mail.Password");

    /// <summary>Null while nothing was set: no mail is sent.</summary>
    public async Task<MailSettings?> Read(CancellationToken cancellation)
    {
        var json = await db.ReadSetting(Key, cancellation);
        if (json is null)
            return Configured();
        if (json.Length == 0)
            return null;
        var kept = JsonSerializer.Deserialize<MailSettings>(json)!;
        return kept with { Password = Unprotect(kept.Password) };
    }

    /// <summary>Adds the row to the context; the caller saves. Null switches mail off.</summary>
    public Task Write(MailSettings? settings, CancellationToken cancellation) =>
        db.WriteSetting(Key, settings is null ? "" : JsonSerializer.Serialize(settings with { Password = Protect(settings.Password) }), cancellation);

    private MailSettings? Configured()
    {
        var section = configuration.GetSection("Mail");
        return section["Host"] is { Length: > 0 } host && section["From"] is { Length: > 0 } from
            ? new MailSettings
            {
                Host = host, Port = section.GetValue("Port", 25), Security = section.GetValue("Security", MailSecurity.None), User = section["User"] ?? "",
                Password = section["Password"] ?? "", FromAddress = from, PublicUrl = (section["PublicAddress"] ?? "").TrimEnd('/'),
            }
            : null;
    }

    private string Protect(string password) => password.Length == 0 ? "" : protector.Protect(password);

    private string Unprotect(string kept)
    {
        if (kept.Length == 0)
            return "";
        try
        {
            return protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            // The keys of the data folder are others than those it was encrypted with: the server will refuse the sign-in and say so.
            return "";
        }
    }
}
