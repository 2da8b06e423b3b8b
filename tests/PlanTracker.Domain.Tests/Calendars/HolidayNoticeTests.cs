using System.Text;
using FsCheck.Fluent;
using PlanTracker.Domain.Calendars;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Calendars;

public sealed class HolidayNoticeTests
{
    [Fact]
    public void Single_days_and_ranges_are_read_and_other_members_passed_over()
    {
        var notices = HolidayNotice.Read("""
            {"source": "a notice", "years": {"2027": {"off": ["2026-12-31/2027-01-02", "2027-04-05"], "work": ["2027-01-03"], "sum": [1]}}}
            """u8.ToArray()).Value;

        var notice = Assert.Single(notices);
        Assert.Equal(2027, notice.Year);
        Assert.False(notice.Says(Day("2026-12-31")));
        Assert.False(notice.Says(Day("2027-01-02")));
        Assert.True(notice.Says(Day("2027-01-03")));
        Assert.Null(notice.Says(Day("2027-01-04")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"years": {}}""")]
    [InlineData("""{"years": {"soon": {"off": [], "work": []}}}""")]
    [InlineData("""{"years": {"99999999999": {"off": [], "work": []}}}""")]
    [InlineData("""{"years": {"2027": {"off": []}}}""")]
    [InlineData("""{"years": {"2027": {"off": [1], "work": []}}}""")]
    [InlineData("""{"years": {"2027": {"off": ["2027-02-30"], "work": []}}}""")]
    [InlineData("""{"years": {"2027": {"off": ["2027-05-03/2027-05-01"], "work": []}}}""")]
    [InlineData("""{"years": {"2027": {"off": ["2027-01-01/2027-12-31"], "work": []}}}""")]
    [InlineData("""{"years": {"2027": {"off": ["2024-01-01"], "work": []}}}""")]
    [InlineData("""{"years": {"2027": {"off": ["2027-05-01"], "work": ["2027-05-01"]}}}""")]
    public void A_file_that_says_something_impossible_is_refused_whole(string json) =>
        Assert.Equal(RefusalKind.Invalid, HolidayNotice.Read(Encoding.UTF8.GetBytes(json)).Refusal?.Kind);

    [Fact]
    public void No_file_makes_the_reader_fall_over() => Hold(
        Gen.Elements("{", "}", "[", "]", "\"years\"", ":", ",", "\"2027\"", "\"off\"", "\"work\"", "\"2027-01-01\"", "null", "7").ListOf(),
        parts => HolidayNotice.Read(Encoding.UTF8.GetBytes(string.Concat(parts))).Refusal?.Kind is null or RefusalKind.Invalid);

    [Fact]
    public void What_is_written_reads_as_it_was()
    {
        foreach (var notice in WorkingCalendar.National.Notices)
        {
            var again = Assert.Single(HolidayNotice.Read(Encoding.UTF8.GetBytes(notice.Write())).Value);

            Assert.Equal(notice.Year, again.Year);
            Assert.Equal(notice.Runs(true), again.Runs(true));
            Assert.Equal(notice.Runs(false), again.Runs(false));
        }

        Assert.Equal((Day("2026-02-15"), Day("2026-02-23")), WorkingCalendar.National.Notices.Single(x => x.Year == 2026).Runs(false)[1]);
    }
}
