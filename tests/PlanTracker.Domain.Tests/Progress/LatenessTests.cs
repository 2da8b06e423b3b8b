using PlanTracker.Domain.Progress;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Progress;

public sealed class LatenessTests
{
    [Theory]
    [InlineData(null, null, "2026-06-30", 0)] // the day itself counts in full
    [InlineData(null, null, "2026-07-01", 1)]
    [InlineData(null, null, "2026-06-01", 0)]
    [InlineData(null, "2026-06-30", "2026-08-01", 0)] // asked in time, reviewed late
    [InlineData(null, "2026-07-03", "2026-08-01", 3)]
    [InlineData("2026-07-03", null, "2027-08-01", 3)] // finished late stays late
    [InlineData("2026-06-29", null, "2027-08-01", 0)]
    public void Days_past_the_30th_of_June_are(string? finished, string? waiting, string today, int expected) =>
        Assert.Equal(expected, Lateness.Days(Day("2026-06-30"), DayOrNone(finished), DayOrNone(waiting), Day(today)));
}
