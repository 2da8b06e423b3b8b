using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain.Plans;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Review;

namespace PlanTracker.Web.Tests.Features.Plans;

public sealed class TaskCuttingTests
{
    [Fact]
    public void However_a_task_is_cut_and_joined_its_words_stay_inside_the_text()
    {
        var cases = from sentences in Gen.NonEmptyListOf(Gen.Elements("甲工作做好", "乙", "丙丁戊己庚辛壬癸子丑", "甲工作做好再做", ""))
                    from before in Gen.Choose(0, 30)
                    from behind in Gen.Choose(0, 30)
                    from place in Gen.Choose(0, 10)
                    select (Body: string.Concat(sentences.Select(x => x + "。")), before, behind, place);
        Check.QuickThrowOnFailure(Prop.ForAll(cases.ToArbitrary(), x =>
        {
            var source = new string('前', x.before) + x.Body + new string('后', x.behind);
            var task = Of(x.Body, x.before, x.before + x.Body.Length);
            var places = TaskCutting.Places(x.Body).Where(at => x.Body[at..].Trim().Length > 0).ToList();
            if (places.Count == 0)
                return true;
            var (first, second) = TaskCutting.Split(task, places[x.place % places.Count], source);
            var merged = TaskCutting.Merge(first, second);
            return Lies(first, task) && Lies(second, task) && (merged.SpanStart, merged.SpanEnd) == (task.SpanStart, task.SpanEnd)
                && first.Body + second.Body == task.Body && second.Title.Length > 0
                && first.Content.Doubts.Count + second.Content.Doubts.Count == task.Content.Doubts.Count;
        }));
    }

    [Fact]
    public void Days_and_doubts_go_with_the_half_whose_words_they_are()
    {
        const string source = "一、任务 做好甲事，6月底前完成。做好乙事，年底前完成。";
        var task = Of(source[5..], 5, source.Length);
        task = task with { Content = task.Content with { Deadlines = [new(new DateOnly(2026, 6, 30), 10, 14), new(new DateOnly(2026, 12, 31), 23, 26)], DeadlineConfirmed = true } };

        var (first, second) = TaskCutting.Split(task, TaskCutting.Places(task.Body)[0], source);

        Assert.Equal((6, 12), (first.Content.Deadlines.Single().Day.Month, second.Content.Deadlines.Single().Day.Month));
        Assert.Equal(first.SpanEnd, second.SpanStart);
        Assert.Equal("做好乙事，年底前完成", second.Title);
    }

    private static bool Lies(TaskView part, TaskView whole) => part.SpanStart >= whole.SpanStart && part.SpanStart <= part.SpanEnd && part.SpanEnd <= whole.SpanEnd;

    private static TaskView Of(string body, int start, int end) => new(
        new Guid(1, 0, 0, new byte[8]), 0, "1.", "", "甲", body, start, end,
        new DraftTaskContent
        {
            Units = [new DraftUnit("县司法局", Role.Lead, start, start, null)],
            Doubts = [new DraftDoubt(DiagnosticKind.UnsureUnit, "", start, start), new DraftDoubt(DiagnosticKind.LongTitle, "", end, end)],
        },
        0);
}
