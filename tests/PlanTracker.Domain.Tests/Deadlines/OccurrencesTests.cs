using FsCheck.Fluent;
using PlanTracker.Domain.Deadlines;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Deadlines;

public sealed class OccurrencesTests
{
    private static readonly PlanPeriod Year = new(2026, 2026);

    [Fact]
    public void A_one_off_task_has_one_occurrence_from_publishing_to_its_deadline() => Assert.Equal(
        [new OccurrenceSpan(null, Day("2026-03-02"), Day("2026-06-30"))],
        Occurrences.Of(new Deadline.DueBy(Day("2026-06-30")), Day("2026-03-02"), Year));

    [Fact]
    public void An_ongoing_task_has_one_occurrence_that_is_never_due() => Assert.Equal(
        [new OccurrenceSpan(null, Day("2026-03-02"), null)],
        Occurrences.Of(new Deadline.Ongoing(), Day("2026-03-02"), Year));

    [Fact]
    public void A_quarterly_task_has_one_for_each_quarter_that_is_left()
    {
        var quarters = Occurrences.Of(new Deadline.EveryPeriod(Recurrence.Quarterly, new DayInPeriod(3, 25)), Day("2026-03-26"), Year).ToArray();

        Assert.Equal([2, 3, 4], quarters.Select(span => span.Period!.Value.Ordinal));
        Assert.Equal([Day("2026-06-25"), Day("2026-09-25"), Day("2026-12-25")], quarters.Select(span => span.DueOn!.Value));
        Assert.Equal(Day("2026-04-01"), quarters[0].OpensOn);
    }

    [Fact]
    public void A_period_that_has_begun_opens_on_the_day_of_publishing()
    {
        var first = Occurrences.Of(new Deadline.EveryPeriod(Recurrence.Quarterly), Day("2026-02-10"), Year).First();

        Assert.Equal((Day("2026-02-10"), Day("2026-03-31")), (first.OpensOn, first.DueOn));
    }

    [Fact]
    public void A_plan_published_before_its_year_opens_nothing_early()
    {
        var months = Occurrences.Of(new Deadline.EveryPeriod(Recurrence.Monthly), Day("2025-11-20"), Year).ToArray();

        Assert.Equal(12, months.Length);
        Assert.Equal(Day("2026-01-01"), months[0].OpensOn);
    }

    [Fact]
    public void Nothing_recurring_is_due_after_the_plan_has_ended_nor_before_it_opens() => Hold(
        Gen.Zip(Any, Gen.Elements(Enum.GetValues<Recurrence>())),
        given =>
        {
            var spans = Occurrences.Of(new Deadline.EveryPeriod(given.Item2), given.Item1, new PlanPeriod(2025, 2026)).ToArray();
            return spans.All(span => span.OpensOn <= span.DueOn && span.DueOn <= Day("2026-12-31") && span.OpensOn >= given.Item1);
        });

    [Fact]
    public void Every_period_has_its_run_and_its_day_lies_in_it_whenever_the_plan_was_published() => Hold(
        Gen.Zip(Gen.Choose(-100, 800).Select(offset => Day("2026-01-01").AddDays(offset)), DeadlineTests.Returning),
        given =>
        {
            var (published, (every, day)) = given;
            PlanPeriod years = new(2026, 2027);
            Deadline.EveryPeriod deadline = new(every, day);
            var spans = Occurrences.Of(deadline, published, years).ToList();
            var start = published > years.FirstDay ? published : years.FirstDay;

            // None is skipped or doubled: each begins where the one before ends, and only the first may be left out, because its day had passed.
            var follow = spans.Zip(spans.Skip(1)).All(pair => pair.Second.Period == pair.First.Period!.Value.Next);
            var first = start > years.LastDay ? null : (Period?)Period.Containing(every, start);
            var begins = spans.Count == 0
                ? first is null || deadline.DueIn(first.Value) < start
                : spans[0].Period == (Earlier(deadline.DueIn(first!.Value), years.LastDay) >= start ? first : first.Value.Next);
            return follow && begins && (spans.Count == 0 || spans[^1].Period!.Value.Last >= years.LastDay)
                && spans.TrueForAll(x => x.Period!.Value.First <= x.DueOn && x.DueOn <= x.Period.Value.Last
                    && x.DueOn == Earlier(deadline.DueIn(x.Period.Value), years.LastDay)
                    && x.OpensOn == (x.Period.Value.First > start ? x.Period.Value.First : start) && x.OpensOn <= x.DueOn);
        });

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    [Fact]
    public void Opening_day_by_day_opens_all_and_each_once() => Hold(
        Gen.Zip(Gen.Choose(0, 300).Select(offset => Day("2026-01-01").AddDays(offset)), Gen.Elements(Enum.GetValues<Recurrence>())),
        given =>
        {
            var (published, recurrence) = given;
            Deadline deadline = new Deadline.EveryPeriod(recurrence);
            var all = Occurrences.Of(deadline, published, Year).ToArray();
            var walked = Enumerable.Range(0, 365).Select(Day("2026-01-01").AddDays)
                .SelectMany(day => Occurrences.OpeningBetween(deadline, published, Year, day, day));
            return walked.SequenceEqual(all);
        });
}
