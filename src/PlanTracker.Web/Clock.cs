namespace PlanTracker.Web;

/// <summary>The one place that knows what time it is and that days are those of Asia/Shanghai (UTC+8, no summer time since 1991).</summary>
public sealed class Clock(TimeProvider time)
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    private static readonly AsyncLocal<DateTime?> Elsewhere = new();

    public DateTime UtcNow => Elsewhere.Value ?? time.GetUtcNow().UtcDateTime;

    public DateOnly Today => DayOf(UtcNow);

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc + Offset);

    /// <summary>The wall-clock time in China, for showing.</summary>
    public static DateTime Local(DateTime utc) => utc + Offset;

    /// <summary>The instant at which this wall-clock time is reached.</summary>
    public static DateTime ToUtc(DateOnly day, TimeOnly at) => DateTime.SpecifyKind(day.ToDateTime(at) - Offset, DateTimeKind.Utc);

    /// <summary>Lets what is done inside take place at another instant. Only the demo travels: it lives through months in a moment.</summary>
    public static IDisposable At(DateTime utc)
    {
        var journey = new Journey(Elsewhere.Value);
        Elsewhere.Value = utc;
        return journey;
    }

    /// <summary>A new id, ordered by the handed-in time.</summary>
#pragma warning disable RS0030 // The one place where ids are made.
    public Guid NewId() => Guid.CreateVersion7(new DateTimeOffset(UtcNow));
#pragma warning restore RS0030

    private sealed class Journey(DateTime? before) : IDisposable
    {
        public void Dispose() => Elsewhere.Value = before;
    }
}
