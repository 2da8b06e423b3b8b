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
    [InlineData("长期坚持", DatePlace.TimeField, true)]
    [InlineData("全年", DatePlace.TimeField, true)]
    [InlineData("不打白条，长期坚持。", DatePlace.Sentence, true)]
    [InlineData("持续推进改革攻坚。", DatePlace.Sentence, false)]
    public void Going_on_without_end_is_the_time_of_a_task_and_no_flourish(string words, DatePlace place, bool ongoing) =>
        Assert.Equal(ongoing, RecurrenceWording.FindOngoing(PlainForm.Of(words), place) is not null);
}
