using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reminders;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Reminders;

public sealed class ReminderPlannerTests
{
    private static readonly ReminderFacts Signed = new()
    {
        State = OccurrenceState.InProgress, HandedOverOn = Day("2026-03-02"), DueOn = Day("2026-06-30"),
    };

    [Theory]
    [InlineData("2026-03-02", "Published")]
    [InlineData("2026-05-29", "Before30")] // the 31st is a Sunday
    [InlineData("2026-06-15", "Before15")]
    [InlineData("2026-06-23", "Before7")]
    [InlineData("2026-06-26", "Before3")] // the 27th is a Saturday
    [InlineData("2026-06-29", "Before1")]
    [InlineData("2026-06-30", "OnTheDay0")]
    [InlineData("2026-07-01", "Overdue1")]
    [InlineData("2026-07-03", "Overdue3")]
    [InlineData("2026-07-07", "Overdue7 HeadOverdue7")]
    [InlineData("2026-07-14", "Overdue14")]
    [InlineData("2026-07-15", "LeaderProposal15")]
    [InlineData("2026-07-21", "Overdue21")]
    [InlineData("2026-06-01", "")]
    [InlineData("2026-06-27", "")] // nothing goes out on a day off
    public void Of_a_task_due_on_the_30th_of_June_there_goes_out(string day, string rungs)
    {
        var expected = rungs == "Published" ? "Published0" : rungs;

        Assert.Equal(expected, Told(ReminderPlanner.DueOn(Signed, Day(day), Ladder.Default, WorkingCalendar.National)));
    }

    [Fact]
    public void A_body_asked_by_letter_is_told_ahead_and_never_urged_once_it_is_late()
    {
        var asked = Signed with { IsAskedByLetter = true, MissingReports = [Day("2026-04-30")] };
        var told = ReminderPlanner.Upcoming(asked, Day("2026-03-02"), Day("2026-12-31"), Ladder.Default, WorkingCalendar.National);

        Assert.Contains(told, x => x.Rung == new Rung(RungKind.Before, 30));
        Assert.Contains(told, x => x.Rung == new Rung(RungKind.OnTheDay));
        Assert.DoesNotContain(told, x => x.Rung.Kind is RungKind.Overdue or RungKind.HeadOverdue or RungKind.LeaderProposal);
        Assert.DoesNotContain(told, x => x.Rung == new Rung(RungKind.MissingReport, 1));
    }

    [Fact]
    public void A_milestone_that_is_not_reached_is_reminded_of_before_and_after_its_day_and_to_the_unit_alone()
    {
        // A Tuesday, two months before the deadline.
        var milestone = Day("2026-06-30");
        ReminderFacts facts = new()
        {
            State = OccurrenceState.InProgress, HandedOverOn = Day("2026-01-05"), DueOn = Day("2026-08-31"), OpenMilestones = [milestone],
        };

        var planned = ReminderPlanner.Upcoming(facts, Day("2026-05-01"), Day("2026-07-15"), Ladder.Default, WorkingCalendar.National);

        Assert.Equal(
            [-30, -15, -7, -3, -1, 0, 1, 3, 7, 14],
            planned.Where(x => x.Rung.Kind is RungKind.MilestoneBefore or RungKind.MilestoneOverdue).Select(x => x.NominalDay.DayNumber - milestone.DayNumber).Order());
        Assert.All(planned, x => Assert.Equal(Audience.Unit, x.Rung.Audience));
        Assert.DoesNotContain(
            ReminderPlanner.Upcoming(facts with { OpenMilestones = [] }, Day("2026-05-01"), Day("2026-07-15"), Ladder.Default, WorkingCalendar.National),
            x => x.Rung.Kind is RungKind.MilestoneBefore or RungKind.MilestoneOverdue);
    }

    [Fact]
    public void Once_the_deadline_has_passed_that_is_late_and_no_milestone_more()
    {
        ReminderFacts facts = new()
        {
            State = OccurrenceState.InProgress, HandedOverOn = Day("2026-01-05"), DueOn = Day("2026-07-02"), OpenMilestones = [Day("2026-06-30")],
        };

        var planned = ReminderPlanner.Upcoming(facts, Day("2026-07-03"), Day("2026-08-15"), Ladder.Default, WorkingCalendar.National);

        Assert.DoesNotContain(planned, x => x.Rung.Kind == RungKind.MilestoneOverdue);
        Assert.Contains(planned, x => x.Rung.Kind == RungKind.Overdue);
    }

    [Fact]
    public void What_goes_on_for_ever_is_called_for_at_the_end_of_the_round_and_never_late()
    {
        ReminderFacts facts = new() { State = OccurrenceState.InProgress, HandedOverOn = Day("2026-01-05"), MissingReports = [Day("2026-06-30")] };

        Assert.Equal(
            [new(RungKind.MissingReport), new(RungKind.MissingReport, 1)],
            ReminderPlanner.Upcoming(facts, Day("2026-02-01"), Day("2026-12-31"), Ladder.Default, WorkingCalendar.National).Select(x => x.Rung));
    }

    [Fact]
    public void What_meets_on_one_working_day_is_all_kept_under_its_own_day()
    {
        // 1 to 5 May 2026 are off, the 30th of April is a Thursday.
        var due = Signed with { DueOn = Day("2026-05-02") };

        var thursday = ReminderPlanner.DueOn(due, Day("2026-04-30"), Ladder.Default, WorkingCalendar.National);

        Assert.Equal("Before1 OnTheDay0", Told(thursday));
        Assert.Equal([Day("2026-05-01"), Day("2026-05-02")], thursday.Select(reminder => reminder.NominalDay));
        Assert.Equal(new Rung(RungKind.OnTheDay), thursday.Max(reminder => reminder.Rung));
        Assert.Equal("Overdue1 Overdue3", Told(ReminderPlanner.DueOn(due, Day("2026-05-06"), Ladder.Default, WorkingCalendar.National)));
    }

    [Theory]
    [InlineData(OccurrenceState.Pending, "Unsigned3")]
    [InlineData(OccurrenceState.InProgress, "")]
    public void Who_has_not_signed_for_three_working_days_is_told(OccurrenceState state, string expected)
    {
        // Handed over on the Friday before the Spring Festival: Saturday is worked, then the 24th and 25th.
        var pending = Signed with { State = state, HandedOverOn = Day("2026-02-13") };

        Assert.Equal(expected, Told(ReminderPlanner.DueOn(pending, Day("2026-02-25"), Ladder.Default, WorkingCalendar.National)));
    }

    [Theory]
    [InlineData("2026-06-25", "2026-06-25", "MissingReport0")]
    [InlineData("2026-06-25", "2026-06-26", "MissingReport1")]
    [InlineData("2026-05-31", "2026-05-29", "MissingReport0")]
    [InlineData("2026-05-31", "2026-06-01", "MissingReport1")]
    public void A_missing_report_is_called_for_on_the_cut_off_and_the_working_day_after(string cutOff, string day, string expected)
    {
        var silent = Signed with { DueOn = null, MissingReports = [Day(cutOff)] };

        Assert.Equal(expected, Told(ReminderPlanner.DueOn(silent, Day(day), Ladder.Default, WorkingCalendar.National)));
    }

    [Theory]
    [InlineData(OccurrenceState.Closed)]
    [InlineData(OccurrenceState.Cancelled)]
    [InlineData(OccurrenceState.Suspended)]
    [InlineData(OccurrenceState.Refused)]
    [InlineData(OccurrenceState.FirstReview)]
    public void Of_what_is_over_set_aside_or_under_review_nothing_is_sent(OccurrenceState state) => Assert.Empty(
        ReminderPlanner.Upcoming(Signed with { State = state }, Day("2026-01-01"), Day("2027-12-31"), Ladder.Default, WorkingCalendar.National));

    [Fact]
    public void While_a_request_waits_nothing_is_sent() => Assert.Empty(ReminderPlanner.Upcoming(
        Signed with { RequestWaitingSince = Day("2026-06-01") }, Day("2026-01-01"), Day("2027-12-31"), Ladder.Default, WorkingCalendar.National));

    [Fact]
    public void A_deadline_that_nobody_confirmed_is_told_of_ahead_and_never_overdue() => Assert.Equal(
        "Published0 Before30 Before15 Before7 Before3 Before1 OnTheDay0",
        Told(ReminderPlanner.Upcoming(
            Signed with { IsConfirmed = false }, Day("2026-01-01"), Day("2027-12-31"), Ladder.Default, WorkingCalendar.National)));

    [Fact]
    public void Who_got_the_task_late_is_not_told_of_days_before() => Assert.Equal(
        "Published0 Before7 Before3 Before1 OnTheDay0",
        Told(ReminderPlanner.Upcoming(
            Signed with { HandedOverOn = Day("2026-06-18") }, Day("2026-01-01"), Day("2026-06-30"), Ladder.Default, WorkingCalendar.National)));

    [Fact]
    public void Who_took_over_on_Sunday_is_not_told_what_fell_on_Saturday()
    {
        var takenOver = Signed with { DueOn = Day("2026-07-03"), HandedOverOn = Day("2026-07-05") };

        Assert.Equal("Published0 Overdue3", Told(ReminderPlanner.DueOn(takenOver, Day("2026-07-06"), Ladder.Default, WorkingCalendar.National)));
    }

    [Fact]
    public void The_most_urgent_rung_is_the_greatest()
    {
        Rung[] rising =
        [
            new(RungKind.Published), new(RungKind.Unsigned, 3), new(RungKind.Before, 30), new(RungKind.Before, 1), new(RungKind.OnTheDay),
            new(RungKind.MissingReport, 1), new(RungKind.Overdue, 1), new(RungKind.Overdue, 14),
            new(RungKind.HeadOverdue, 7), new(RungKind.LeaderProposal, 15),
        ];

        Assert.Equal(rising, rising.Reverse().Order());
    }

    [Fact]
    public void Walking_day_by_day_finds_what_asking_for_the_range_finds() => Hold(Facts, facts =>
    {
        DateOnly from = facts.HandedOverOn.AddDays(-20), to = facts.HandedOverOn.AddDays(160);
        var walked = Enumerable.Range(0, 181).SelectMany(offset =>
            ReminderPlanner.DueOn(facts, from.AddDays(offset), Ladder.Default, WorkingCalendar.National));
        return walked.SequenceEqual(ReminderPlanner.Upcoming(facts, from, to, Ladder.Default, WorkingCalendar.National));
    });

    [Fact]
    public void A_reminder_goes_out_on_a_working_day_and_never_twice_for_the_same_day() => Hold(Facts, facts =>
    {
        var all = ReminderPlanner.Upcoming(facts, Day("2023-01-01"), Day("2032-01-01"), Ladder.Default, WorkingCalendar.National);
        return all.All(reminder => WorkingCalendar.National.IsWorkday(reminder.GoesOutOn) && reminder.GoesOutOn >= facts.HandedOverOn)
            && all.DistinctBy(reminder => (reminder.Rung, reminder.NominalDay)).Count() == all.Count;
    });

    [Fact]
    public void What_is_ahead_never_goes_out_after_its_day_nor_what_is_past_before() => Hold(Facts, facts => ReminderPlanner
        .Upcoming(facts, Day("2023-01-01"), Day("2032-01-01"), Ladder.Default, WorkingCalendar.National)
        .All(reminder => reminder.Rung.Kind is RungKind.Before or RungKind.OnTheDay || reminder.Rung == new Rung(RungKind.MissingReport)
            ? reminder.GoesOutOn <= reminder.NominalDay
            : reminder.GoesOutOn >= reminder.NominalDay));

    private static Gen<ReminderFacts> Facts { get; } =
        from state in Gen.Elements(OccurrenceState.Pending, OccurrenceState.InProgress, OccurrenceState.Returned)
        from handed in Any
        from length in Gen.Choose(0, 120)
        from confirmed in Gen.Elements(true, false)
        from rounds in Gen.Choose(0, 90).ListOf()
        select new ReminderFacts
        {
            State = state,
            HandedOverOn = handed,
            DueOn = handed.AddDays(length),
            IsConfirmed = confirmed,
            MissingReports = [.. rounds.Distinct().Select(handed.AddDays)],
        };

    private static string Told(IEnumerable<PlannedReminder> reminders) =>
        string.Join(' ', reminders.Select(reminder => $"{reminder.Rung.Kind}{reminder.Rung.Number}"));
}
