using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Mail;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Settings;

/// <summary>Sets how mail is sent. An empty host switches mail off; an empty password keeps the present one while the server and its user stay the same.</summary>
public static class SaveMailSettings
{
    public sealed record Command(MailSettings Settings) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, MailSettingsStore store, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.Is(Function.SystemAdministrator))
                return RefusalKind.NotAllowed;
            var settings = request.Settings;
            settings = settings with
            {
                Host = settings.Host.Trim(), User = settings.User.Trim(), FromAddress = settings.FromAddress.Trim(), FromName = settings.FromName.Trim(),
                PublicUrl = settings.PublicUrl.Trim().TrimEnd('/'), TrustedCertificate = settings.TrustedCertificate.Trim(),
            };
            if (settings.Host.Length > 0 && Complaint(settings) is { } refusal)
                return refusal;

            // A password is only ever handed to the server it was given for.
            if (settings is { User.Length: > 0, Password.Length: 0 } && await store.Read(cancellationToken) is { } before
                && (before.Host, before.User) == (settings.Host, settings.User))
                settings = settings with { Password = before.Password };
            await store.Write(settings.Host.Length > 0 ? settings : null, cancellationToken);
            return await db.SaveIfFirst(Done.It, cancellationToken);
        }

        private static Refusal? Complaint(MailSettings settings)
        {
            if (Uri.CheckHostName(settings.Host) == UriHostNameType.Unknown)
                return new Refusal(RefusalKind.Invalid, "邮件服务器");
            if (settings.Port is < 1 or > 65535)
                return new Refusal(RefusalKind.Invalid, "端口");
            if (!Letter.IsAddress(settings.FromAddress))
                return new Refusal(RefusalKind.Invalid, "发件地址");
            if (!Uri.TryCreate(settings.PublicUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
                return new Refusal(RefusalKind.Invalid, "系统访问地址");
            return IsCertificate(settings.TrustedCertificate) ? null : new Refusal(RefusalKind.Invalid, "服务器证书");
        }

        private static bool IsCertificate(string pem)
        {
            if (pem.Length == 0)
                return true;
            try
            {
                X509Certificate2Collection certificates = [];
                certificates.ImportFromPem(pem);
                return certificates.Count > 0;
            }
            catch (CryptographicException)
            {
                return false;
            }
        }
    }
}
