using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Deadlines;

namespace PlanTracker.Web.Data.Configuration;

/// <summary>A value that is only read and written as a whole, kept as JSON text.</summary>
internal static class JsonColumn
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(), new DayInPeriodAsText() },
    };

    /// <summary>What is off, empty or null is written too: for values whose own defaults are something else.</summary>
    private static readonly JsonSerializerOptions Whole = new(Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property)
        where T : class => property.HasJson(Options);

    public static PropertyBuilder<T> HasWholeJson<T>(this PropertyBuilder<T> property)
        where T : class => property.HasJson(Whole);

    private static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property, JsonSerializerOptions options)
        where T : class =>
        property.HasConversion(
            value => JsonSerializer.Serialize(value, options),
            text => JsonSerializer.Deserialize<T>(text, options)!,
            new ValueComparer<T>(
                (a, b) => JsonSerializer.Serialize(a, options) == JsonSerializer.Serialize(b, options),
                value => JsonSerializer.Serialize(value, options).GetHashCode(StringComparison.Ordinal),
                value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, options), options)!));
}

/// <summary>A day that returns in every period as 3-25.</summary>
internal sealed class DayInPeriodAsText : JsonConverter<DayInPeriod>
{
    public override DayInPeriod Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => DayInPeriod.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, DayInPeriod value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
