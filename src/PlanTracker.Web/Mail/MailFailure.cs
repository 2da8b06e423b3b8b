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
    private const char Separator = '\u001f';
    private const int LongestAnswer = 500;

    /// <summary>As a ledger keeps it: kind and answer, no sentence.</summary>
    public override string ToString() => $"{Kind}{Separator}{(Answer.Length > LongestAnswer ? Answer[..LongestAnswer] : Answer)}";

    public static MailFailure Parse(string kept)
    {
        var at = kept.IndexOf(Separator, StringComparison.Ordinal);
        return at < 0 ? new(Enum.Parse<MailFailureKind>(kept)) : new(Enum.Parse<MailFailureKind>(kept[..at]), kept[(at + 1)..]);
    }
}

/// <param name="Answer">The server's last word when it accepted the message.</param>
public sealed record MailResult(string Answer, MailFailure? Failure = null);
