using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Auditing;

/// <summary>What a command was sent with, as JSON: values and short words. Files by size and hash, long lists by their length; what is marked <see cref="SecretAttribute"/> never.</summary>
internal static class DeedArguments
{
    private const int LongestText = 200;
    private const int LongestList = 30;
    private const int LongestAll = 4000;
    private const int Deepest = 3;

    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(object command)
    {
        var all = Members(command, 0);
        while (all.ToJsonString(Form) is { Length: > LongestAll } && all.Count > 0)
            all.Remove(all.MaxBy(x => x.Value?.ToJsonString(Form).Length ?? 0).Key);
        return all.ToJsonString(Form);
    }

    /// <summary>Without control characters and halves of characters, which not every database keeps.</summary>
    public static string Clean(string text, int longest = LongestText)
    {
        StringBuilder clean = new();
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= longest)
                return clean.Append('…').ToString();
            clean.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return clean.ToString().Trim();
    }

    private static JsonObject Members(object of, int depth)
    {
        JsonObject members = [];
        foreach (var property in of.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length > 0 || property.IsDefined(typeof(SecretAttribute)))
                continue;
            if (Value(property.GetValue(of), depth) is { } value)
                members.Add(property.Name, value);
        }

        return members;
    }

    private static JsonNode? Value(object? value, int depth) => value switch
    {
        null or "" or false => null,
        string text => Clean(text) is { Length: > 0 } clean ? JsonValue.Create(clean) : null,
        true => JsonValue.Create(true),
        Enum one => JsonValue.Create(one.ToString()),
        DateOnly day => JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        int or long or decimal or Guid => JsonValue.Create(Convert.ToString(value, CultureInfo.InvariantCulture)),
        ReadOnlyMemory<byte> file => new JsonObject
        {
            ["bytes"] = file.Length, ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(file.Span)),
        },
        IEnumerable several => List(several, depth),
        _ when depth < Deepest && value.GetType().Namespace?.StartsWith("PlanTracker", StringComparison.Ordinal) == true && !value.GetType().IsAssignableTo(typeof(Delegate)) =>
            Members(value, depth + 1) is { Count: > 0 } members ? members : null,
        _ => null,
    };

    private static JsonNode? List(IEnumerable several, int depth)
    {
        var all = several.Cast<object?>().ToList();
        if (all.Count == 0)
            return null;
        if (all.Count > LongestList)
            return new JsonObject { ["count"] = all.Count };
        return new JsonArray([.. all.Select(x => Value(x, depth))]);
    }
}
