using FsCheck.Fluent;
using PlanTracker.Domain.Calendars;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Calendars;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar National = WorkingCalendar.National;

    [Theory]
    [InlineData(2024, new[] { 22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22 })]
    [InlineData(2025, new[] { 19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23 })]
    [InlineData(2026, new[] { 21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23 })]
    public void Every_month_of_a_noticed_year_has_the_workdays_it_is_known_to_have(int year, int[] expected)
    {
        var counted = Enumerable.Range(1, 12).Select(month =>
        {
            DateOnly first = new(year, month, 1);
            return National.WorkdaysBetween(first.AddDays(-1), first.AddMonths(1).AddDays(-1));
        });

        Assert.Equal(expected, counted);
    }

    [Theory]
    [InlineData("2026-02-14", true)] // a worked Saturday before the Spring Festival
    [InlineData("2026-02-16", false)] // a Monday off
    [InlineData("2026-03-07", false)] // an ordinary Saturday
    [InlineData("2027-10-01", true)] // a Friday of a year without a notice
    public void A_notice_stands_above_the_week(string day, bool worked) => Assert.Equal(worked, National.IsWorkday(Day(day)));

    [Fact]
    public void A_region_s_own_days_stand_above_the_notice()
    {
        var region = National.WithOverlay(new Dictionary<DateOnly, bool> { [Day("2026-04-20")] = false, [Day("2026-10-01")] = true });

        Assert.False(region.IsWorkday(Day("2026-04-20")));
        Assert.True(region.IsWorkday(Day("2026-10-01")));
        Assert.False(region.IsWorkday(Day("2026-10-02")));
    }

    [Theory]
    [InlineData("2026-12-31", false)]
    [InlineData("2027-01-01", true)]
    public void Days_after_the_last_notice_are_provisional(string day, bool provisional) =>
        Assert.Equal(provisional, National.IsProvisional(Day(day)));

    [Fact]
    public void A_loaded_notice_takes_the_place_of_the_guess()
    {
        var notices = HolidayNotice.Read("""{"years":{"2027":{"off":["2027-10-01/2027-10-07"],"work":["2027-10-09"]}}}"""u8.ToArray()).Value;

        var loaded = National.With(notices);

        Assert.False(loaded.IsWorkday(Day("2027-10-01")));
        Assert.True(loaded.IsWorkday(Day("2027-10-09")));
        Assert.False(loaded.IsProvisional(Day("2027-11-01")));
        Assert.True(loaded.IsProvisional(Day("2028-01-01")));
        Assert.False(loaded.IsWorkday(Day("2026-10-01")));
    }

    [Theory]
    [InlineData("2026-02-13", 1, "2026-02-14")]
    [InlineData("2026-02-14", 1, "2026-02-24")]
    [InlineData("2026-02-24", -2, "2026-02-13")]
    [InlineData("2026-02-20", 0, "2026-02-20")]
    public void Workdays_are_counted_across_a_festival(string from, int count, string expected) =>
        Assert.Equal(Day(expected), National.AddWorkdays(Day(from), count));

    [Fact]
    public void Counting_finds_what_adding_added() => Hold(
        Gen.Zip(Any, Gen.Choose(0, 60)),
        pair => National.WorkdaysBetween(pair.Item1, National.AddWorkdays(pair.Item1, pair.Item2)) == pair.Item2);

    [Fact]
    public void Adding_lands_on_a_workday() => Hold(
        Gen.Zip(Any, Gen.Choose(1, 40)),
        pair => National.IsWorkday(National.AddWorkdays(pair.Item1, pair.Item2))
            && National.IsWorkday(National.AddWorkdays(pair.Item1, -pair.Item2)));

    [Fact]
    public void Two_stretches_count_as_much_as_the_whole() => Hold(
        Gen.Zip(Any, Gen.Zip(Gen.Choose(0, 90), Gen.Choose(0, 90))),
        given =>
        {
            var (start, (first, second)) = (given.Item1, given.Item2);
            DateOnly middle = start.AddDays(first), end = middle.AddDays(second);
            return National.WorkdaysBetween(start, middle) + National.WorkdaysBetween(middle, end) == National.WorkdaysBetween(start, end);
        });

    [Fact]
    public void No_workday_lies_between_a_day_off_and_the_workday_it_is_moved_to() => Hold(Any, day =>
    {
        DateOnly before = National.PreviousWorkdayOrSame(day), after = National.NextWorkdayOrSame(day);
        return National.IsWorkday(day)
            ? before == day && after == day
            : before < day && day < after && National.WorkdaysBetween(before, after) == 1;
    });

    [Fact]
    public void A_month_has_the_workdays_that_lie_in_it_one_by_one_whatever_region_and_year() => Hold(
        Gen.Zip(Gen.Choose(0, 35), Gen.Zip(Gen.Choose(0, 1200), Gen.Choose(0, 40))),
        given =>
        {
            var (month, (start, length)) = (given.Item1, given.Item2);
            var first = Day("2024-01-01").AddMonths(month);
            var own = Enumerable.Range(start, length).ToDictionary(x => Day("2023-12-01").AddDays(x), x => x % 3 == 0);
            var calendar = National.WithOverlay(own);
            var days = Enumerable.Range(0, DateTime.DaysInMonth(first.Year, first.Month)).Select(first.AddDays).ToList();
            var nationally = days.Count(day => !own.ContainsKey(day) && National.IsWorkday(day)) + days.Count(day => own.GetValueOrDefault(day));
            return calendar.WorkdaysBetween(first.AddDays(-1), days[^1]) == nationally;
        });
}
