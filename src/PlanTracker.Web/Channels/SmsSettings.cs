using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Channels;

public enum SmsBody
{
    None,
    Form,
    Json,
}

/// <summary>The call by which a gateway sends a text message. {phone}, {text} and {secret} stand in address, headers and body for what is filled in, escaped as
/// the place asks for it.</summary>
public sealed record SmsSettings
{
    public string Method { get; init; } = "POST";
    [Secret]
    public required string Url { get; init; }

    /// <summary>One a line, as "Name: value".</summary>
    [Secret]
    public string Headers { get; init; } = "";
    public SmsBody BodyKind { get; init; } = SmsBody.Json;
    [Secret]
    public string Body { get; init; } = "";

    /// <summary>What {secret} stands for: the gateway's key.</summary>
    [Secret]
    public string Secret { get; init; } = "";

    /// <summary>The status that means success; null for any from 200 to 299.</summary>
    public int? SuccessStatus { get; init; }

    /// <summary>Words that the answer must hold; empty where the status says it all.</summary>
    public string SuccessText { get; init; } = "";
}

/// <summary>What holds for all that leaves the system.</summary>
public sealed record OutgoingSettings
{
    /// <summary>How people reach this installation, without a slash at its end; empty while nobody set it.</summary>
    [NoSecret]
    public string PublicUrl { get; init; } = "";

    /// <summary>Networks that calls may go to beside the public ones, one a line; see <see cref="Channels.AllowedNetworks.Parse"/>.</summary>
    public string AllowedNetworks { get; init; } = "";

    public AllowedNetworks Allowed => Channels.AllowedNetworks.Parse(AllowedNetworks) ?? Channels.AllowedNetworks.PublicOnly;
}
