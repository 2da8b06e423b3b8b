using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PlanTracker.Web.Channels;

/// <summary>Sends text messages by the call that the settings describe.</summary>
public sealed partial class SmsGateway(OutgoingCalls calls)
{
    private const int ShortestPhone = 5;
    private const int LongestPhone = 20;

    /// <summary>Digits with an optional plus before them; spaces and hyphens are left out. Null where it is no telephone number.</summary>
    public static string? Phone(string written)
    {
        var plain = new string([.. written.Where(x => x is not (' ' or '-'))]);
        var digits = plain.StartsWith('+') ? plain[1..] : plain;
        return digits.Length is >= ShortestPhone and <= LongestPhone && digits.All(char.IsAsciiDigit) ? plain : null;
    }

    public async Task<CallResult> Send(SmsSettings settings, string phone, string text, AllowedNetworks allowed, CancellationToken cancellation)
    {
        if (Phone(phone) is not { } number)
            return CallResult.Failed(CallFailureKind.InvalidAddress, phone);
        using var request = Request(settings, number, text);
        if (request is null)
            return CallResult.Failed(CallFailureKind.NotConfigured);
        var result = await calls.Send(request, allowed, settings.SuccessStatus, cancellation);
        return result.Failure is null && settings.SuccessText.Length > 0 && !result.Answer.Contains(settings.SuccessText, StringComparison.Ordinal)
            ? CallResult.Failed(CallFailureKind.AnswerRefused, result.Answer) : result;
    }

    /// <summary>The call with everything filled in; null where that makes no call: no address, no header, no JSON.</summary>
    public static HttpRequestMessage? Request(SmsSettings settings, string phone, string text)
    {
        var url = Fill(settings.Url, Uri.EscapeDataString);
        if (!OutgoingCalls.IsAddress(url) || settings.Method is not ("GET" or "POST" or "PUT"))
            return null;
        HttpRequestMessage request = new(new HttpMethod(settings.Method), url);
        foreach (var line in settings.Headers.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = line.IndexOf(':', StringComparison.Ordinal);
            var value = at > 0 ? Fill(line[(at + 1)..].Trim(), x => x) : "";
            if (at <= 0 || value.Any(x => x is < ' ' or > '~') || !request.Headers.TryAddWithoutValidation(line[..at].Trim(), value))
                return Nothing(request);
        }

        if (settings.BodyKind == SmsBody.Json)
        {
            var body = Fill(settings.Body, x => JsonEncodedText.Encode(x, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString());
            if (!IsJson(body))
                return Nothing(request);
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }
        else if (settings.BodyKind == SmsBody.Form)
        {
            request.Content = new StringContent(Fill(settings.Body, Uri.EscapeDataString), Encoding.UTF8, "application/x-www-form-urlencoded");
        }

        return request;

        // In one pass: what is filled in is never read as a place to fill.
        string Fill(string template, Func<string, string> escape) => Place().Replace(
            template, x => escape(x.Groups["name"].Value switch { "phone" => phone, "text" => text, _ => settings.Secret }));
    }

    private static HttpRequestMessage? Nothing(HttpRequestMessage request)
    {
        request.Dispose();
        return null;
    }

    private static bool IsJson(string body)
    {
        try
        {
            JsonDocument.Parse(body).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\{(?<name>phone|text|secret)\}")]
    private static partial Regex Place();
}
