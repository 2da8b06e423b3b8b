using FsCheck.Fluent;
using PlanTracker.Domain.Deadlines;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Deadlines;

public sealed class PeriodTests
{
    [Theory]
    [InlineData(Recurrence.Yearly, "2026-01-01", "2026-12-31", 2026, 1)]
    [InlineData(Recurrence.HalfYearly, "2026-07-01", "2026-12-31", 2026, 2)]
    [InlineData(Recurrence.Quarterly, "2026-07-01", "2026-09-30", 2026, 3)]
    [InlineData(Recurrence.Monthly, "2026-08-01", "2026-08-31", 2026, 8)]
    [InlineData(Recurrence.Weekly, "2026-08-17", "2026-08-23", 2026, 34)]
    [InlineData(Recurrence.Daily, "2026-08-20", "2026-08-20", 2026, 232)]
    public void The_20th_of_August_lies_in(Recurrence recurrence, string first, string last, int year, int ordinal)
    {
        var period = Period.Containing(recurrence, Day("2026-08-20"));

        Assert.Equal((Day(first), Day(last), year, ordinal), (period.First, period.Last, period.Year, period.Ordinal));
    }

    [Fact]
    public void A_week_belongs_to_the_year_of_its_Thursday()
    {
        Period last = Period.Containing(Recurrence.Weekly, Day("2027-01-02")), first = Period.Containing(Recurrence.Weekly, Day("2025-12-30"));

        Assert.Equal((2026, 53), (last.Year, last.Ordinal));
        Assert.Equal((2026, 1), (first.Year, first.Ordinal));
    }

    [Fact]
    public void A_month_that_the_period_does_not_have_is_its_last_day() =>
        Assert.Equal(Day("2026-09-30"), new DayInPeriod(12, 1).In(Period.Containing(Recurrence.Quarterly, Day("2026-08-20"))));

    [Fact]
    public void Periods_follow_one_another_without_a_gap() => Hold(Gen.Zip(Any, Gen.Elements(Enum.GetValues<Recurrence>())), given =>
    {
        var period = Period.Containing(given.Item2, given.Item1);
        return period.First <= given.Item1 && given.Item1 <= period.Last
            && period.Next.First == period.Last.AddDays(1) && Period.Containing(given.Item2, period.Last) == period;
    });

    [Fact]
    public void A_day_keeps_its_place_and_never_leaves_the_period() => Hold(
        Gen.Zip(Gen.Zip(Any, Any), Gen.Elements(Enum.GetValues<Recurrence>())),
        given =>
        {
            var ((day, other), recurrence) = given;
            var place = DayInPeriod.Of(day, recurrence);
            var elsewhere = Period.Containing(recurrence, other);
            return place.In(Period.Containing(recurrence, day)) == day
                && elsewhere.First <= place.In(elsewhere) && place.In(elsewhere) <= elsewhere.Last;
        });
}
