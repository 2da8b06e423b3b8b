using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using static PlanTracker.Domain.Supervision.LightColour;
using static PlanTracker.Domain.Supervision.LightReasonKind;
using static PlanTracker.Domain.Tests.Days;
using Light = PlanTracker.Domain.Supervision.Light;

namespace PlanTracker.Domain.Tests.Supervision;

public sealed class LightsTests
{
    private static readonly LightRules ByDays = new();
    private static readonly LightRules OfOneYear = LightRules.Default(new PlanPeriod(2026, 2026));
    private static readonly LightRules ByPace = new() { Family = LightFamily.ByPace };

    private static readonly LightFacts Open = new()
    {
        State = OccurrenceState.InProgress, OpensOn = Day("2026-01-05"), DueOn = Day("2026-06-30"), Percent = 40,
    };

    [Theory]
    [InlineData("2026-01-04", Grey, NotBegun, 0)]
    [InlineData("2026-06-24", Green, InTime, 6)] // Wednesday: 25, 26, 29 and 30 June are left
    [InlineData("2026-06-25", Yellow, DueWithinWorkdays, 3)]
    [InlineData("2026-06-30", Yellow, DueWithinWorkdays, 0)]
    [InlineData("2026-07-01", Red, LightReasonKind.Overdue, 1)]
    public void By_days_left_the_light_of_what_is_due_on_the_30th_of_June_is(string day, LightColour colour, LightReasonKind kind, int number)
    {
        var light = On(Open, ByDays, day);

        Assert.Equal((colour, kind, number), (light.Colour, light.Reason.Kind, light.Reason.Number));
    }

    [Theory]
    [InlineData("2026-05-30", Green, InTime, 31)]
    [InlineData("2026-05-31", Yellow, DueWithinDays, 30)]
    public void In_a_plan_of_one_year_it_is_yellow_for_thirty_days(string day, LightColour colour, LightReasonKind kind, int number) =>
        Assert.Equal(new Light(colour, new(kind, number, Open.DueOn)), On(Open, OfOneYear, day));

    [Fact]
    public void A_monthly_task_of_such_a_plan_is_not_yellow_from_its_first_day() =>
        Assert.Equal(Green, On(Open with { OpensOn = Day("2026-06-01") }, OfOneYear, "2026-06-02").Colour);

    [Fact]
    public void The_workdays_left_are_those_of_the_calendar()
    {
        var beforeTheFestival = Open with { DueOn = Day("2026-02-25") };

        Assert.Equal(Yellow, On(beforeTheFestival, ByDays, "2026-02-13").Colour); // 14, 24 and 25 February are worked
        Assert.Equal(Green, On(beforeTheFestival, ByDays, "2026-02-12").Colour);
    }

    [Fact]
    public void A_missed_round_is_yellow() => Assert.Equal(
        new Light(Yellow, new(NoReportInLastRound)), On(Open with { MissedLastRound = true }, ByDays, "2026-03-02"));

    [Fact]
    public void The_worst_rule_wins_over_a_missed_round() =>
        Assert.Equal(Red, On(Open with { MissedLastRound = true }, ByDays, "2026-07-02").Colour);

    [Theory]
    [InlineData("2026-06-30", Blue, ClosedOnTime, 0)]
    [InlineData("2026-07-02", LightColour.ClosedLate, LightReasonKind.ClosedLate, 2)]
    public void What_was_finished_late_stays_late(string finished, LightColour colour, LightReasonKind kind, int late)
    {
        var closed = Open with { State = OccurrenceState.Closed, FinishedOn = Day(finished) };

        Assert.All(
            [ByDays, OfOneYear, ByPace],
            rules => Assert.Equal(new Light(colour, new(kind, late, Day(finished))), On(closed, rules, "2029-01-01")));
    }

    [Theory]
    [InlineData("2026-06-30", ExtendedLate, 4)]
    [InlineData("2026-07-02", LightReasonKind.ClosedLate, 6)]
    public void What_was_extended_late_is_closed_late_even_by_the_new_deadline(string finished, LightReasonKind kind, int days)
    {
        var closed = Open with { State = OccurrenceState.Closed, FinishedOn = Day(finished), AskedLateBy = 4 };

        Assert.Equal(new Light(LightColour.ClosedLate, new(kind, days, Day(finished))), On(closed, ByDays, "2029-01-01"));
        Assert.Equal(Green, On(Open with { AskedLateBy = 4 }, ByDays, "2026-06-01").Colour);
    }

    [Theory]
    [InlineData("2026-06-29", Green, AwaitingReview, 0)]
    [InlineData("2026-07-02", Yellow, AwaitingReviewLate, 2)]
    public void While_a_request_waits_it_is_not_red(string since, LightColour colour, LightReasonKind kind, int late)
    {
        var waiting = Open with { State = OccurrenceState.FirstReview, RequestWaitingSince = Day(since) };

        Assert.All([ByDays, ByPace], rules => Assert.Equal(new Light(colour, new(kind, late, Day(since))), On(waiting, rules, "2026-09-01")));
    }

    [Theory]
    [InlineData(OccurrenceState.Suspended, LightReasonKind.Suspended)]
    [InlineData(OccurrenceState.Cancelled, LightReasonKind.Cancelled)]
    public void What_stands_still_is_grey(OccurrenceState state, LightReasonKind kind) =>
        Assert.Equal(new Light(Grey, new(kind)), On(Open with { State = state }, ByDays, "2026-09-01"));

    [Fact]
    public void What_is_ongoing_is_grey_and_says_so_when_a_round_passed_without_a_word()
    {
        var ongoing = Open with { DueOn = null, IsOngoing = true };

        Assert.Equal(new Light(Grey, new(Ongoing)), On(ongoing, ByPace, "2026-09-01"));
        Assert.All([ByDays, OfOneYear, ByPace], rules => Assert.Equal(
            new Light(Grey, new(OngoingUnconfirmed)), On(ongoing with { MissedLastRound = true }, rules, "2026-09-01")));
    }

    private static readonly LightFacts InSteps = new()
    {
        State = OccurrenceState.InProgress, OpensOn = Day("2026-01-01"), DueOn = Day("2026-12-31"), Milestones = [Day("2026-03-31"), Day("2026-06-30")],
    };

    // Three equal parts: 33.3 points stand for each milestone.
    [Theory]
    [InlineData("2026-03-31", 30, "", Green, OnPace, 4)]
    [InlineData("2026-04-01", 30, "", Yellow, MilestoneMissed, 1)]
    [InlineData("2026-04-01", null, "2026-03-31=2026-03-20", Green, OnPace, 1)]
    [InlineData("2026-06-30", 34, "2026-03-31=2026-04-08", Red, FarBehindPace, 33)]
    [InlineData("2026-07-10", 70, "2026-03-31=2026-04-08", Yellow, MilestoneMissed, 10)]
    [InlineData("2026-07-10", 70, "2026-03-31=2026-04-08 2026-06-30=2026-06-30", Green, OnPace, 0)]
    [InlineData("2026-07-10", 10, "2026-03-31=2026-04-08 2026-06-30=2026-06-30", Green, OnPace, 2)]
    public void A_task_in_three_steps_is(string day, int? percent, string reached, LightColour colour, LightReasonKind kind, int number)
    {
        var light = On(InSteps with { Percent = percent, Reached = MilestoneMarks.Parse(reached) }, ByPace, day);

        Assert.Equal((colour, kind, number), (light.Colour, light.Reason.Kind, light.Reason.Number));
    }

    [Fact]
    public void A_milestone_reached_is_a_start() =>
        Assert.Equal(Green, On(InSteps with { Reached = MilestoneMarks.Parse("2026-03-31=2026-03-30") }, ByPace, "2026-04-05").Colour);

    [Fact]
    public void Who_does_not_answer_for_the_milestones_misses_none() => Assert.Equal(
        OnPace, On(InSteps with { Percent = 30, AnswersForMilestones = false }, ByPace, "2026-04-01").Reason.Kind);

    [Fact]
    public void Where_the_days_left_are_counted_a_missed_milestone_changes_no_light() =>
        Assert.Equal(InTime, On(InSteps with { Percent = 0 }, ByDays, "2026-07-10").Reason.Kind);

    [Theory]
    [InlineData(50, Green, OnPace, 0)]
    [InlineData(40, Green, OnPace, 10)]
    [InlineData(39, Yellow, BehindPace, 11)]
    [InlineData(20, Yellow, BehindPace, 30)]
    [InlineData(19, Red, FarBehindPace, 31)]
    public void Half_way_a_progress_of_so_many_points_is(int percent, LightColour colour, LightReasonKind kind, int lag)
    {
        var hundredDays = Open with { OpensOn = Day("2026-03-01"), DueOn = Day("2026-06-09"), Percent = percent };

        Assert.Equal(new Light(colour, new(kind, lag)), On(hundredDays, ByPace, "2026-04-20"));
    }

    [Theory]
    [InlineData("2026-04-04", null, Green)]
    [InlineData("2026-04-05", null, Red)]
    [InlineData("2026-04-05", 0, Red)]
    [InlineData("2026-04-05", 1, Green)]
    public void Three_months_without_a_start_are_red(string day, int? percent, LightColour expected) =>
        Assert.Equal(expected, On(Open with { DueOn = Day("2029-12-31"), Percent = percent }, ByPace, day).Colour);

    [Theory]
    [InlineData("2026-04-10", Yellow)]
    [InlineData("2026-04-11", Green)]
    public void A_red_that_caught_up_is_yellow_for_one_month(string day, LightColour expected) =>
        Assert.Equal(expected, On(Open with { Percent = 60, LastRedOn = Day("2026-03-10") }, ByPace, day).Colour);

    [Fact]
    public void Overdue_is_red_by_pace_too_however_little_is_left() =>
        Assert.Equal(LightReasonKind.Overdue, On(Open with { Percent = 95 }, ByPace, "2026-07-01").Reason.Kind);

    [Fact]
    public void A_deadline_that_nobody_confirmed_never_turns_red() => NeverRed(facts => facts with { IsConfirmed = false });

    [Fact]
    public void A_body_that_is_asked_by_letter_never_turns_red() => NeverRed(facts => facts with { IsAskedByLetter = true });

    [Fact]
    public void Unless_the_plan_says_so() => Assert.Equal(
        Red, On(Open with { IsAskedByLetter = true }, ByDays with { RedForAskedByLetter = true }, "2026-07-01").Colour);

    [Fact]
    public void A_passed_deadline_that_nobody_confirmed_says_so() => Assert.Equal(
        new Light(Yellow, new(UnconfirmedDeadlinePassed, 1, Open.DueOn)), On(Open with { IsConfirmed = false }, ByDays, "2026-07-01"));

    [Fact]
    public void What_was_finished_after_a_deadline_that_nobody_confirmed_is_not_late()
    {
        var closed = Open with { IsConfirmed = false, State = OccurrenceState.Closed, FinishedOn = Day("2026-08-01") };

        Assert.Equal(Blue, On(closed, ByDays, "2026-09-01").Colour);
    }

    [Fact]
    public void What_is_open_and_overdue_and_confirmed_is_always_red() => Hold(Facts, given =>
    {
        var (facts, day) = given;
        var isOverdue = facts.DueOn < day && facts.OpensOn <= day && facts.RequestWaitingSince is null && !facts.State.IsOver
            && facts.State != OccurrenceState.Suspended;
        return !isOverdue || new[] { ByDays, OfOneYear, ByPace }.All(rules => Lights.Of(facts, rules, day, WorkingCalendar.National).Colour == Red);
    });

    private static Gen<(LightFacts Facts, DateOnly Day)> Facts { get; } =
        from state in Gen.Elements(Enum.GetValues<OccurrenceState>())
        from opens in Any
        from length in Gen.Choose(0, 700)
        from later in Gen.Choose(-20, 900)
        from percent in Gen.Choose(0, 100)
        from missed in Gen.Elements(true, false)
        from waits in Gen.Choose(0, 4)
        select (
            new LightFacts
            {
                State = state,
                OpensOn = opens,
                DueOn = opens.AddDays(length),
                Percent = percent,
                MissedLastRound = missed,
                FinishedOn = state == OccurrenceState.Closed ? opens.AddDays(length + waits - 2) : null,
                RequestWaitingSince = state.IsAwaitingReview ? opens.AddDays(length + waits - 2) : null,
            },
            opens.AddDays(later));

    private static void NeverRed(Func<LightFacts, LightFacts> change) => Hold(Facts, given => new[] { ByDays, OfOneYear, ByPace }
        .All(rules => Lights.Of(change(given.Facts), rules, given.Day, WorkingCalendar.National).Colour != Red));

    private static Light On(LightFacts facts, LightRules rules, string day) => Lights.Of(facts, rules, Day(day), WorkingCalendar.National);
}
