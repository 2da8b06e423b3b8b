using System.Text.Json;
using System.Text.Json.Serialization;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;

namespace PlanTracker.Web.Supervision;

/// <summary>Keeps each jurisdiction's ladder of orders among the settings.</summary>
public sealed class OrderLadders(PlanTrackerDbContext db)
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public async Task<OrderLadder> Of(Guid jurisdictionId, CancellationToken cancellation)
    {
        var json = await db.ReadSetting(KeyOf(jurisdictionId), cancellation);
        return json is { Length: > 0 } ? JsonSerializer.Deserialize<OrderLadder>(json, Json)! : new OrderLadder();
    }

    /// <summary>Adds the row to the context; the caller saves.</summary>
    public Task Write(Guid jurisdictionId, OrderLadder ladder, CancellationToken cancellation) =>
        db.WriteSetting(KeyOf(jurisdictionId), JsonSerializer.Serialize(ladder, Json), cancellation);

    private static string KeyOf(Guid jurisdictionId) => $"orders:{jurisdictionId}";
}
