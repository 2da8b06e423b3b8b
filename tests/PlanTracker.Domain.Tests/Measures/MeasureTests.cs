using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Domain.Measures;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Measures;

public sealed class MeasureTests
{
    private static readonly DateOnly Today = Day("2026-07-10");

    private static readonly MeasureFacts Open = Task(OccurrenceState.InProgress, due: "2026-06-30");
    private static readonly MeasureFacts OnTime = Task(OccurrenceState.Closed, due: "2026-06-30", finished: "2026-06-30");
    private static readonly MeasureFacts Late = Task(OccurrenceState.Closed, due: "2026-06-30", finished: "2026-07-04");
    private static readonly MeasureFacts Early = Task(OccurrenceState.Closed, due: "2026-12-31", finished: "2026-05-04");
    private static readonly MeasureFacts Later = Task(OccurrenceState.InProgress, due: "2026-12-31");

    [Fact]
    public void Completion_of_what_is_due_leaves_out_what_is_not_yet_due() => Expect(Measure.DueCompletion, 2, 3, Open, OnTime, Late, Early, Later);

    [Fact]
    public void Total_completion_counts_all() => Expect(Measure.TotalCompletion, 3, 5, Open, OnTime, Late, Early, Later);

    [Fact]
    public void On_time_is_out_of_what_is_due() => Expect(Measure.OnTime, 1, 3, Open, OnTime, Late, Early, Later);

    [Fact]
    public void Days_late_are_averaged_over_those_that_are_late() => Expect(Measure.AverageDaysLate, 14, 2, Open, OnTime, Late, Early, Later);

    [Fact]
    public void The_day_itself_is_due_and_not_overdue()
    {
        var today = Task(OccurrenceState.InProgress, due: "2026-07-10");

        Expect(Measure.DueCompletion, 0, 1, today);
        Expect(Measure.OverdueNow, 0, 1, today);
    }

    [Fact]
    public void What_waits_for_review_is_not_overdue_but_due()
    {
        var waiting = Task(OccurrenceState.FirstReview, due: "2026-06-30") with { RequestWaitingSince = Day("2026-07-02") };

        Expect(Measure.OverdueNow, 1, 2, Open, waiting);
        Expect(Measure.AwaitingReview, 1, null, Open, waiting);
        Expect(Measure.AverageDaysLate, 12, 2, Open, waiting);
    }

    [Theory]
    [InlineData(OccurrenceState.Suspended, false)]
    [InlineData(OccurrenceState.Cancelled, false)]
    [InlineData(OccurrenceState.InProgress, true)]
    public void Ongoing_suspended_and_cancelled_tasks_are_in_no_denominator(OccurrenceState state, bool ongoing)
    {
        var apart = Task(state, due: "2026-06-30") with { IsOngoing = ongoing };

        Expect(Measure.TotalCompletion, 1, 1, apart, OnTime);
        Expect(Measure.DueCompletion, 1, 1, apart, OnTime);
        Expect(Measure.OverdueNow, 0, 1, apart, OnTime);
    }

    [Fact]
    public void A_deadline_that_nobody_confirmed_makes_nothing_due()
    {
        var unconfirmed = Open with { IsUnconfirmed = true };

        Expect(Measure.DueCompletion, 0, 0, unconfirmed);
        Expect(Measure.TotalCompletion, 0, 1, unconfirmed);
    }

    [Fact]
    public void Where_nothing_is_due_there_is_no_rate()
    {
        Assert.Null(Measure.DueCompletion.Of(Of(Later)).Quotient);
        Assert.Null(Measure.AverageDaysLate.Of(Of(Later)).Quotient);
        Assert.Equal(0.5m, Measure.DueCompletion.Of(Of(Open, OnTime)).Quotient);
    }

    [Fact]
    public void An_extension_moves_what_is_due_and_is_counted()
    {
        var extended = Open with { DueOn = Day("2026-08-31") };

        Expect(Measure.Extended, 1, 2, extended, OnTime);
        Expect(Measure.OverdueNow, 0, 1, extended, OnTime);
    }

    [Fact]
    public void What_was_extended_late_counts_as_late_though_it_was_closed_by_the_new_deadline()
    {
        var extended = OnTime with { OriginalDueOn = Day("2026-06-10"), AskedLateBy = 4 };

        Expect(Measure.DueCompletion, 2, 2, extended, OnTime);
        Expect(Measure.OnTime, 1, 2, extended, OnTime);
        Expect(Measure.AverageDaysLate, 4, 1, extended, OnTime);
        Expect(Measure.AverageDaysLate, 8, 1, Late with { AskedLateBy = 4 });
        Expect(Measure.AverageDaysLate, 0, 0, Early with { AskedLateBy = 4 });
    }

    [Fact]
    public void Who_has_not_signed_is_counted() => Expect(Measure.Unsigned, 1, null, Task(OccurrenceState.Pending, due: "2026-12-31"), Open);

    [Theory]
    [InlineData("2026-06-11", 0)]
    [InlineData("2026-06-10", 1)]
    [InlineData(null, 1)]
    public void Silence_is_told_from_thirty_days(string? reported, int expected) =>
        Expect(Measure.Silent, expected, null, Later with { LastReportedOn = DayOrNone(reported) });

    [Fact]
    public void Who_waits_for_a_review_is_not_silent() => Expect(
        Measure.Silent, 0, null, Task(OccurrenceState.FirstReview, due: "2026-12-31") with { RequestWaitingSince = Day("2026-05-01") });

    [Fact]
    public void Lead_and_cooperating_are_counted_apart()
    {
        var sides = SidedTally.Of([Open, OnTime with { Role = Role.Responsible }, Late with { Role = Role.Cooperating }], Today, 30);

        Assert.Equal(Of(Open, OnTime), sides.Lead);
        Assert.Equal(Of(Late), sides.Cooperating);
    }

    [Fact]
    public void Tallies_of_parts_add_up_to_that_of_the_whole() => Hold(Gen.Zip(AnyFacts.ListOf(), AnyFacts.ListOf()), given =>
        Tally.Of(given.Item1, Today, 30) + Tally.Of(given.Item2, Today, 30) == Tally.Of(given.Item1.Concat(given.Item2), Today, 30));

    [Fact]
    public void No_rate_exceeds_the_whole_and_on_time_is_never_above_completion() => Hold(AnyFacts.ListOf(), facts =>
    {
        var tally = Tally.Of(facts, Today, 30);
        return Enum.GetValues<Measure>().Where(measure => measure.IsRate).All(measure => measure.Of(tally).Quotient is null or (>= 0 and <= 1))
            && tally.DueClosedOnTime <= tally.DueClosed && tally.DueClosed + tally.OverdueNow <= tally.Due && tally.Late <= tally.DaysLate;
    });

    private static Gen<MeasureFacts> AnyFacts { get; } =
        from state in Gen.Elements(Enum.GetValues<OccurrenceState>())
        from role in Gen.Elements(Enum.GetValues<Role>())
        from due in Gen.Choose(-200, 200)
        from moved in Gen.Choose(0, 50)
        from acted in Gen.Choose(-100, 0)
        from ongoing in Gen.Elements(true, false)
        from unconfirmed in Gen.Elements(true, false)
        from askedLate in Gen.Choose(-20, 20)
        select new MeasureFacts
        {
            State = state,
            Role = role,
            HandedOverOn = Today.AddDays(-100),
            OriginalDueOn = ongoing ? null : Today.AddDays(due),
            DueOn = ongoing ? null : Today.AddDays(due + moved),
            IsOngoing = ongoing,
            IsUnconfirmed = unconfirmed,
            FinishedOn = state == OccurrenceState.Closed ? Today.AddDays(acted) : null,
            RequestWaitingSince = state.IsAwaitingReview ? Today.AddDays(acted) : null,
            AskedLateBy = ongoing ? 0 : Math.Max(0, askedLate),
        };

    private static MeasureFacts Task(OccurrenceState state, string due, string? finished = null) => new()
    {
        Role = Role.Lead,
        State = state,
        HandedOverOn = Day("2026-03-02"),
        OriginalDueOn = Day(due),
        DueOn = Day(due),
        FinishedOn = DayOrNone(finished),
    };

    private static Tally Of(params MeasureFacts[] facts) => Tally.Of(facts, Today, 30);

    private static void Expect(Measure measure, int numerator, int? denominator, params MeasureFacts[] facts) =>
        Assert.Equal(new MeasureValue(numerator, denominator), measure.Of(Of(facts)));
}
