using PlanTracker.Web.Data;

namespace PlanTracker.Web.Mail;

/// <summary>Why a message was not accepted; each has its sentence in Wording.</summary>
public enum MailFailureKind
{
    NotConfigured,
    InvalidAddress,
    HostNotFound,
    ConnectionRefused,
    ConnectionLost,
    TimedOut,
    StartTlsNotOffered,
    CertificateNotTrusted,
    SignInNotOffered,
    SignInRefused,
    SenderRefused,
    RecipientRefused,
    MessageRefused,

    /// <summary>The server refuses all service now, or answers what no mail server answers.</summary>
    ServerRefused,
}

/// <param name="Answer">What the server, or the machine, said; shown as it came.</param>
public sealed record MailFailure(MailFailureKind Kind, string Answer = "")
{
    /// <summary>As a ledger keeps it.</summary>
    public override string ToString() => KeptFailure.Write(Kind, Answer);

    public static MailFailure Parse(string kept)
    {
        var (kind, answer) = KeptFailure.Read<MailFailureKind>(kept);
        return new(kind, answer);
    }
}

/// <param name="Answer">The server's last word when it accepted the message.</param>
public sealed record MailResult(string Answer, MailFailure? Failure = null);
