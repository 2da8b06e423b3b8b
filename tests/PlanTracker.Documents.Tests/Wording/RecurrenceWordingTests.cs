using PlanTracker.Documents.Wording;
using PlanTracker.Domain.Deadlines;

namespace PlanTracker.Documents.Tests.Wording;

public sealed class RecurrenceWordingTests
{
    [Theory]
    [InlineData("每周巡查一次", Recurrence.Weekly)]
    [InlineData("每个月通报", Recurrence.Monthly)]
    [InlineData("按季度调度", Recurrence.Quarterly)]
    [InlineData("至少每季度召开一次", Recurrence.Quarterly)]
    [InlineData("每半年演练一次", Recurrence.HalfYearly)]
    [InlineData("每年1月31日前公布", Recurrence.Yearly)]
    [InlineData("每学年开课", Recurrence.Yearly)]
    [InlineData("每日零报告", Recurrence.Daily)]
    public void A_return_is_read(string words, Recurrence recurrence) => Assert.Equal(recurrence, RecurrenceWording.Find(words)?.Recurrence);

    [Theory]
    [InlineData("每人每年补助300元")]
    [InlineData("每月300元补贴")]
    [InlineData("全年不少于两次")]
    [InlineData("连续三年")]
    public void A_rate_or_a_count_is_no_return(string words) => Assert.Null(RecurrenceWording.Find(words));

    [Theory]
    [InlineData("对参保企业按月退还费用")]
    [InlineData("按月足额发放护理津贴")]
    [InlineData("按季度收取租金")]
    [InlineData("每月工资不得拖欠")]
    [InlineData("每月给予企业不超过500元补贴")]
    [InlineData("每月向困难老人发放补贴，每户每月200元")]
    [InlineData("租金可按月或按季度缴纳")]
    public void The_manner_of_a_payment_is_no_return_of_the_task(string words) =>
        Assert.Null(RecurrenceWording.Find(PlainForm.Of(words)));

    [Theory]
    [InlineData("按月报送进展", Recurrence.Monthly)]
    [InlineData("每月通报补贴发放情况", Recurrence.Monthly)]
    [InlineData("每月发放宣传资料", Recurrence.Monthly)]
    [InlineData("每季度至少开展一次检查", Recurrence.Quarterly)]
    [InlineData("按月发放津贴，每季度通报发放情况", Recurrence.Quarterly)]
    [InlineData("每月向县政府报告补贴发放进度", Recurrence.Monthly)]
    [InlineData("每月调度工资支付", Recurrence.Monthly)]
    public void Work_that_returns_stays_so_beside_payments(string words, Recurrence recurrence) =>
        Assert.Equal(recurrence, RecurrenceWording.Find(PlainForm.Of(words))?.Recurrence);

    [Theory]
    [InlineData("长期坚持", DatePlace.TimeField, true)]
    [InlineData("全年", DatePlace.TimeField, true)]
    [InlineData("不打白条，长期坚持。", DatePlace.Sentence, true)]
    [InlineData("持续推进改革攻坚。", DatePlace.Sentence, false)]
    public void Going_on_without_end_is_the_time_of_a_task_and_no_flourish(string words, DatePlace place, bool ongoing) =>
        Assert.Equal(ongoing, RecurrenceWording.FindOngoing(PlainForm.Of(words), place) is not null);
}
