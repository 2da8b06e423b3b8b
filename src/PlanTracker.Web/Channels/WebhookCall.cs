using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PlanTracker.Web.Channels;

/// <summary>A webhook's message: JSON, with a signature that its receiver can check.
/// X-PlanTracker-Signature is "sha256=" and the hexadecimal HMAC-SHA256, by the secret, over X-PlanTracker-Timestamp (seconds since 1970), a dot, and the body
/// as it came. A receiver refuses old timestamps; X-PlanTracker-Delivery stays the same when a message is sent again, so that a second one can be dropped.</summary>
public static class WebhookCall
{
    public const string SignatureHeader = "X-PlanTracker-Signature";
    public const string TimestampHeader = "X-PlanTracker-Timestamp";
    public const string DeliveryHeader = "X-PlanTracker-Delivery";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static HttpRequestMessage Of(string address, string secret, GroupMessage message, DateTime now)
    {
        var timestamp = new DateTimeOffset(now).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        JsonObject counts = [.. message.Counts.Select(x => KeyValuePair.Create(x.Key, (JsonNode?)x.Value))];
        var body = new JsonObject
        {
            ["id"] = message.Id.ToString(), ["kind"] = message.Kind, ["day"] = message.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["place"] = message.Place, ["unit"] = message.Unit, ["title"] = message.Title, ["counts"] = counts, ["link"] = message.Link,
        }.ToJsonString(Readable);
        HttpRequestMessage request = new(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add(TimestampHeader, timestamp);
        request.Headers.Add(DeliveryHeader, message.Id.ToString());
        if (secret.Length > 0)
            request.Headers.Add(SignatureHeader, "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}"))));
        return request;
    }
}
