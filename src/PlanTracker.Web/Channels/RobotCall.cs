using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Channels;

/// <summary>How each kind of group robot wants its message, and how it says that it took it. All three answer with status 200 whatever they think of it.</summary>
public static class RobotCall
{
    /// <param name="secret">Empty where the robot is not set to check signatures. WeCom's robots check none.</param>
    public static HttpRequestMessage Of(Channel channel, string address, string secret, GroupMessage message, DateTime now) => channel switch
    {
        Channel.WeCom => Post(address, new JsonObject { ["msgtype"] = "markdown", ["markdown"] = new JsonObject { ["content"] = Markdown(message) } }),
        Channel.DingTalk => Post(DingTalkAddress(address, secret, now), new JsonObject
        {
            ["msgtype"] = "markdown", ["markdown"] = new JsonObject { ["title"] = message.Title, ["text"] = Markdown(message) },
        }),
        Channel.Feishu => Post(address, Feishu(secret, message, now)),
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    /// <summary>Null when the answer says that the message was taken.</summary>
    public static CallFailure? Refusal(string answer)
    {
        try
        {
            if (JsonNode.Parse(answer) is JsonObject said)
            {
                // WeCom and DingTalk name it errcode; Feishu code, and StatusCode in its older answers.
                var code = said["errcode"] ?? said["code"] ?? said["StatusCode"];
                if (code is JsonValue value && value.TryGetValue<int>(out var number) && number == 0)
                    return null;
            }
        }
        catch (JsonException)
        {
            // Not a robot's answer: said as it came.
        }

        return new CallFailure(CallFailureKind.AnswerRefused, answer);
    }

    /// <summary>Base64 of HMAC-SHA256 over "timestamp\nsecret" by the secret, in the address; timestamp in milliseconds.</summary>
    private static string DingTalkAddress(string address, string secret, DateTime now)
    {
        if (secret.Length == 0)
            return address;
        var timestamp = new DateTimeOffset(now).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{secret}")));
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}timestamp={timestamp}&sign={Uri.EscapeDataString(sign)}";
    }

    /// <summary>Base64 of HMAC-SHA256 over nothing by "timestamp\nsecret", in the body; timestamp in seconds.</summary>
    private static JsonObject Feishu(string secret, GroupMessage message, DateTime now)
    {
        JsonArray lines = [.. message.Lines.Select(x => (JsonNode)new JsonArray(new JsonObject { ["tag"] = "text", ["text"] = x }))];
        lines.Add((JsonNode)new JsonArray(new JsonObject { ["tag"] = "a", ["text"] = message.LinkWords, ["href"] = message.Link }));
        JsonObject body = new()
        {
            ["msg_type"] = "post",
            ["content"] = new JsonObject { ["post"] = new JsonObject { ["zh_cn"] = new JsonObject { ["title"] = message.Title, ["content"] = lines } } },
        };
        if (secret.Length > 0)
        {
            var timestamp = new DateTimeOffset(now).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            body["timestamp"] = timestamp;
            body["sign"] = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{timestamp}\n{secret}"), Array.Empty<byte>()));
        }

        return body;
    }

    private static string Markdown(GroupMessage message) =>
        $"**{message.Title}**\n\n{string.Join("\n\n", message.Lines)}\n\n[{message.LinkWords}]({message.Link})";

    private static HttpRequestMessage Post(string address, JsonObject body) =>
        new(HttpMethod.Post, address) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
}
