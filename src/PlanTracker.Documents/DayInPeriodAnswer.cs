using System.Text.Json;
using System.Text.Json.Serialization;
using PlanTracker.Domain.Deadlines;

namespace PlanTracker.Documents;

/// <summary>A day of a period in an answer: month and day as two numbers, [3,25].</summary>
internal sealed class DayInPeriodAnswer : JsonConverter<DayInPeriod>
{
    public override DayInPeriod Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException();
        var (month, day) = (Number(ref reader), Number(ref reader));
        if (!reader.Read() || reader.TokenType != JsonTokenType.EndArray || month is < 1 or > 12 || day is < 1 or > 31) throw new JsonException();
        return new DayInPeriod(month, day);
    }

    public override void Write(Utf8JsonWriter writer, DayInPeriod value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Month);
        writer.WriteNumberValue(value.Day);
        writer.WriteEndArray();
    }

    private static int Number(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) ? number : throw new JsonException();
}
