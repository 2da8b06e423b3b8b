using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Tests.Wording;

public sealed class DeadlineWordingTests
{
    private static readonly PlanYears OneYear = new((2026, 2026), new DateOnly(2026, 3, 2));
    private static readonly PlanYears FiveYears = new((2026, 2030), new DateOnly(2026, 3, 2));

    private static string Days(string words, PlanYears? years = null, DatePlace place = DatePlace.Sentence) =>
        string.Join(' ', DeadlineWording.Read(MappedText.Of(words), years ?? OneYear, place).Days.Select(day => day.Day.ToString("MM-dd", null)));

    [Theory]
    [InlineData("2026年6月15日前完成清淤", "06-15")]
    [InlineData("2026年6月底前完成", "06-30")]
    [InlineData("2026年年底前完成", "12-31")]
    [InlineData("6月底前完成", "06-30")]
    [InlineData("8月20日前完成换届", "08-20")]
    [InlineData("3月份成立专班", "03-31")]
    [InlineData("6月份前报送方案", "06-30")]
    [InlineData("7月下旬前腾空仓库", "07-31")]
    [InlineData("5月中旬前印发", "05-20")]
    [InlineData("上半年完成", "06-30")]
    [InlineData("二季度末报送结果", "06-30")]
    [InlineData("第三季度完成", "09-30")]
    [InlineData("年底前完成", "12-31")]
    [InlineData("年内建成投用", "12-31")]
    [InlineData("到2026年底，全面建成", "12-31")]
    [InlineData("2 0 2 6 年 9 月 3 0 日前完成", "09-30")]
    [InlineData("4月20日前登记，6月底前种上，10月底前回头看", "04-20 06-30 10-31")]
    [InlineData("2026年6月30日、9月30日、12月31日前各报送一次", "06-30 09-30 12-31")]
    [InlineData("第一批5月20日前、第二批11月20日前完成", "05-20 11-20")]
    [InlineData("五月底前完成", "05-31")]
    public void Words_of_a_day_give_the_day(string words, string days) => Assert.Equal(days, Days(words));

    [Theory]
    [InlineData("根据2026年1月15日会议精神")]
    [InlineData("2026年1月5日印发的办法")]
    [InlineData("到2026年，能力明显提升")]
    [InlineData("2026年1月1日至12月31日，可以减免")]
    [InlineData("自2026年5月1日起施行")]
    [InlineData("4月份开始每月通报")]
    [InlineData("每月25日前报送")]
    [InlineData("每年3月底前公布")]
    [InlineData("截至6月底，共办理三件")]
    [InlineData("落实《2026年6月底前攻坚方案》")]
    [InlineData("梳理2025年12月31日前未办结的案件")]
    [InlineData("年内新增就业三千人")]
    [InlineData("5年内培训一万人")]
    [InlineData("国庆日6月30日前后开展活动")]
    public void References_starts_states_and_returns_are_no_deadlines(string words) => Assert.Equal("", Days(words));

    [Theory]
    [InlineData("3月、9月", "03-31 09-30")]
    [InlineData("6月", "06-30")]
    [InlineData("2026/9/5", "09-05")]
    [InlineData("2026-06-30", "06-30")]
    [InlineData("2026年4月-10月", "10-31")]
    [InlineData("三季度", "09-30")]
    [InlineData("全年", "")]
    [InlineData("每季度", "")]
    public void In_a_time_column_a_month_alone_is_a_deadline(string words, string days) =>
        Assert.Equal(days, Days(words, place: DatePlace.TimeField));

    [Fact]
    public void Days_from_issue_count_from_the_documents_own_day() => Assert.Equal("04-01", Days("自印发之日起30日内制定细则"));

    [Fact]
    public void A_yearless_day_in_a_plan_of_several_years_takes_the_last_year_and_is_marked()
    {
        var read = DeadlineWording.Read(MappedText.Of("年底前完成"), FiveYears, DatePlace.Sentence);

        Assert.Equal(new DateOnly(2030, 12, 31), Assert.Single(read.Days).Day);
        Assert.Equal(DiagnosticKind.AmbiguousYear, Assert.Single(read.Doubts).Kind);
    }

    [Fact]
    public void A_yearless_day_behind_a_full_one_takes_its_year_without_a_doubt()
    {
        var read = DeadlineWording.Read(MappedText.Of("2027年6月底前建成，12月底前投用"), FiveYears, DatePlace.Sentence);

        Assert.Equal(new DateOnly(2027, 12, 31), read.Days[^1].Day);
        Assert.Empty(read.Doubts);
    }

    [Theory]
    [InlineData("2026年2月30日前完成", DiagnosticKind.ImpossibleDate)]
    [InlineData("8月前建成", DiagnosticKind.BareMonth)]
    [InlineData("春节前完成", DiagnosticKind.UnsureDeadline)]
    public void What_cannot_be_read_for_certain_is_marked(string words, DiagnosticKind kind) =>
        Assert.Equal(kind, Assert.Single(DeadlineWording.Read(MappedText.Of(words), OneYear, DatePlace.Sentence).Doubts).Kind);

    [Fact]
    public void Working_days_after_the_last_known_notice_are_counted_and_marked()
    {
        var far = new PlanYears((2029, 2029), new DateOnly(2029, 3, 2));
        var read = DeadlineWording.Read(MappedText.Of("自印发之日起20个工作日内报备"), far, DatePlace.Sentence);

        Assert.Equal(new DateOnly(2029, 3, 30), Assert.Single(read.Days).Day);
        Assert.Equal(DiagnosticKind.UnsureDeadline, Assert.Single(read.Doubts).Kind);
    }
}
