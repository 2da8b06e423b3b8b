using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Mail;

public enum MailSecurity
{
    /// <summary>Nothing is encrypted: only for a server inside the office's own network.</summary>
    None,
    StartTls,
    ImplicitTls,
}

/// <summary>How mail is sent from this installation.</summary>
public sealed record MailSettings
{
    public required string Host { get; init; }
    public required int Port { get; init; }
    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    /// <summary>Empty where the server asks for no sign-in.</summary>
    public string User { get; init; } = "";
    [Secret]
    public string Password { get; init; } = "";
    [NoSecret]
    public required string FromAddress { get; init; }
    public string FromName { get; init; } = "";

    /// <summary>How people reach this installation, without a slash at its end: what links in mails begin with.</summary>
    [NoSecret]
    public required string PublicUrl { get; init; }

    /// <summary>PEM of the certificate, or of its issuer, of a server whose certificate no public authority signed; empty for all others.</summary>
    public string TrustedCertificate { get; init; } = "";
}
