namespace PlanTracker.Web.Tests.Hosting;

/// <summary>Time that moves only when a test moves it. Begins on Monday 2026-06-15, nine in the morning in China.</summary>
public sealed class ManualTime : TimeProvider
{
    private long ticks = new DateTime(2026, 6, 15, 1, 0, 0, DateTimeKind.Utc).Ticks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    /// <summary>To that day, at this wall-clock hour in China.</summary>
    public void MoveTo(DateOnly day, int hour = 9) => Interlocked.Exchange(ref ticks, Clock.ToUtc(day, new TimeOnly(hour, 0)).Ticks);
}
