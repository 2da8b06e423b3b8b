using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans.RollOver;
using PlanTracker.Domain.Progress;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Plans.RollOver;

public sealed class YearShiftTests
{
    private static readonly YearShift OneYear = new(new PlanPeriod(2026, 2026));

    [Theory]
    [InlineData("2026年底前完成清理。", "2027年底前完成清理。", "2026年底前", "2027年底前")]
    [InlineData("于2026年6月底前报送", "于2027年6月底前报送", "2026年6月底前", "2027年6月底前")]
    [InlineData("2026年第一季度末前公布", "2027年第一季度末前公布", "2026年第一季度末前", "2027年第一季度末前")]
    [InlineData("二〇二六年度考核", "二〇二七年度考核", "二〇二六年度", "二〇二七年度")]
    public void A_year_of_the_plan_is_moved_with_its_words_told(string text, string moved, string before, string after)
    {
        var wording = OneYear.Of(text);
        Assert.Equal(moved, wording.Text);
        Assert.Equal((before, after), (Assert.Single(wording.Shifted).Before, wording.Shifted[0].After));
        Assert.Equal(before, text.Substring(wording.Shifted[0].Start, before.Length));
        Assert.Empty(wording.Kept);
    }

    [Theory]
    [InlineData("落实《全县2026年普法要点》", "2026年")]
    [InlineData("推进2025—2026年专项行动", "2026年")]
    [InlineData("2026年至2028年逐年提高", "2026年", "2028年")]
    [InlineData("明年一季度前验收", "明年")]
    [InlineData("2027年1月底前总结", "2027年1月底前")]
    public void What_may_mean_something_else_is_kept_and_told(string text, params string[] kept)
    {
        var wording = OneYear.Of(text);
        Assert.Equal(text, wording.Text);
        Assert.Empty(wording.Shifted);
        Assert.Equal(kept, wording.Kept.Select(x => x.Words));
    }

    [Theory]
    [InlineData("依据望法〔2026〕12号文件")]
    [InlineData("2024年已建成")]
    [InlineData("共办理12026年")]
    [InlineData("长期坚持，每季度末报送。")]
    [InlineData("")]
    public void Numbers_of_documents_and_earlier_years_are_left_alone(string text)
    {
        var wording = OneYear.Of(text);
        Assert.Equal((text, 0, 0), (wording.Text, wording.Shifted.Count, wording.Kept.Count));
    }

    [Fact]
    public void A_plan_of_several_years_moves_by_as_many()
    {
        YearShift shift = new(new PlanPeriod(2024, 2026));
        Assert.Equal((2027, 2029), (shift.Next.FirstYear, shift.Next.LastYear));
        Assert.Equal("2027年启动，2029年底前验收", shift.Of("2024年启动，2026年底前验收").Text);
    }

    [Theory]
    [InlineData("2026-12-31", "2027-12-31")]
    [InlineData("2026-02-28", "2027-02-28")]
    [InlineData("2027-03-31", "2027-03-31")]
    public void A_day_inside_of_the_plan_moves_and_one_behind_it_stays(string day, string moved) => Assert.Equal(Day(moved), OneYear.Of(Day(day)));

    [Fact]
    public void The_last_of_February_stays_the_last() =>
        Assert.Equal(Day("2028-02-29"), new YearShift(new PlanPeriod(2027, 2027)).Of(Day("2027-02-28")));

    [Theory]
    [InlineData(null, false, TaskState.InProgress, CarryGround.Open, true)]
    [InlineData(null, false, TaskState.Closed, CarryGround.Closed, false)]
    [InlineData(Recurrence.Quarterly, false, TaskState.Closed, CarryGround.Recurring, true)]
    [InlineData(null, true, TaskState.Pending, CarryGround.Ongoing, true)]
    [InlineData(null, true, TaskState.Cancelled, CarryGround.Cancelled, false)]
    [InlineData(null, false, TaskState.Suspended, CarryGround.Open, true)]
    public void Open_recurring_and_ongoing_tasks_are_proposed(Recurrence? recurrence, bool ongoing, TaskState state, CarryGround ground, bool proposed) =>
        Assert.Equal((ground, proposed), (CarryGrounds.Of(recurrence, ongoing, state), CarryGrounds.Of(recurrence, ongoing, state).IsProposed));
}
