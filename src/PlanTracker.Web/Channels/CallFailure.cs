using PlanTracker.Web.Data;

namespace PlanTracker.Web.Channels;

/// <summary>Why a call over HTTP was not accepted; each has its sentence in Wording.</summary>
public enum CallFailureKind
{
    NotConfigured,
    InvalidAddress,

    /// <summary>The name leads to an address inside a private network that no setting allows.</summary>
    AddressNotAllowed,
    HostNotFound,
    ConnectionRefused,
    ConnectionLost,
    TimedOut,
    CertificateNotTrusted,

    /// <summary>Sent elsewhere; nobody follows, since elsewhere was never allowed.</summary>
    Redirected,

    /// <summary>An answer with a status that means no.</summary>
    StatusRefused,

    /// <summary>A status that means yes, and words that mean no.</summary>
    AnswerRefused,

    /// <summary>The keys of the data folder are others than those it was encrypted with.</summary>
    SecretUnreadable,
}

/// <param name="Answer">What the other side, or the machine, said; shown as it came.</param>
public sealed record CallFailure(CallFailureKind Kind, string Answer = "")
{
    /// <summary>As a ledger keeps it.</summary>
    public override string ToString() => KeptFailure.Write(Kind, Answer);

    public static CallFailure Parse(string kept)
    {
        var (kind, answer) = KeptFailure.Read<CallFailureKind>(kept);
        return new(kind, answer);
    }
}

/// <param name="Answer">What the other side said when it accepted the call.</param>
public sealed record CallResult(string Answer, CallFailure? Failure = null)
{
    public static CallResult Failed(CallFailureKind kind, string answer = "") => new("", new CallFailure(kind, answer));
}
