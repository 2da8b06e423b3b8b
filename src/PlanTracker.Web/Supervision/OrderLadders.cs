using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Supervision;

/// <summary>Keeps each jurisdiction's ladder of orders among the settings.</summary>
public sealed class OrderLadders(PlanTrackerDbContext db)
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public async Task<OrderLadder> Of(Guid jurisdictionId, CancellationToken cancellation)
    {
        var key = KeyOf(jurisdictionId);
        var json = await db.Settings.AsNoTracking().Where(x => x.Key == key).Select(x => x.Value).SingleOrDefaultAsync(cancellation);
        return json is { Length: > 0 } ? JsonSerializer.Deserialize<OrderLadder>(json, Json)! : new OrderLadder();
    }

    /// <summary>Adds the row to the context; the caller saves.</summary>
    public async Task Write(Guid jurisdictionId, OrderLadder ladder, CancellationToken cancellation)
    {
        var key = KeyOf(jurisdictionId);
        var json = JsonSerializer.Serialize(ladder, Json);
        if (await db.Settings.SingleOrDefaultAsync(x => x.Key == key, cancellation) is { } row)
            row.Value = json;
        else
            db.Settings.Add(new Setting { Key = key, Value = json });
    }

    private static string KeyOf(Guid jurisdictionId) => $"orders:{jurisdictionId}";
}
