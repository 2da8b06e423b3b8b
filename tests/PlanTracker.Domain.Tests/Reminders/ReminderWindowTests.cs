using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reminders;

namespace PlanTracker.Domain.Tests.Reminders;

public sealed class ReminderWindowTests
{
    private static readonly DateOnly NewYear = new(2026, 1, 1);

    private static readonly Gen<Ladder> Ladders =
        from before in Gen.Choose(1, 60).ListOf()
        from overdue in Gen.Choose(1, 40).ListOf()
        from every in OrNone(Gen.Choose(1, 30))
        from unsigned in OrNone(Gen.Choose(1, 12))
        from head in OrNone(Gen.Choose(1, 40))
        from leader in OrNone(Gen.Choose(1, 60))
        from flags in Gen.Choose(0, 7)
        select new Ladder
        {
            DaysBefore = [.. before.Take(6)], DaysOverdue = [.. overdue.Take(5)], ThenEveryDays = every, UnsignedAfterWorkdays = unsigned, HeadAtDaysOverdue = head,
            LeaderProposalAtDaysOverdue = leader, OnPublishing = (flags & 1) > 0, OnTheDay = (flags & 2) > 0, MissingReports = (flags & 4) > 0,
        };

    /// <summary>The notices, and stretches of days off or worked of the region's own, some far longer than any holiday.</summary>
    private static readonly Gen<WorkingCalendar> Calendars =
        from stretches in (from start in Gen.Choose(-30, 400) from length in Gen.Choose(1, 40) from worked in Gen.Elements(true, false) select (start, length, worked)).ListOf()
        select WorkingCalendar.National.WithOverlay(stretches.Take(4)
            .SelectMany(x => Enumerable.Range(x.start, x.length).Select(day => (Day: NewYear.AddDays(day), x.worked)))
            .GroupBy(x => x.Day).ToDictionary(x => x.Key, x => x.Last().worked));

    private static readonly Gen<ReminderFacts> Facts =
        from due in OrNone(Gen.Choose(-200, 500))
        from handed in Gen.Choose(-200, 500)
        from cutOffs in Gen.Choose(-200, 500).ListOf()
        from state in Gen.Elements(Enum.GetValues<OccurrenceState>())
        from confirmed in Gen.Elements(true, true, false)
        from waiting in Gen.Elements(false, false, false, true)
        from milestones in Gen.Choose(-200, 500).ListOf()
        select new ReminderFacts
        {
            State = state, HandedOverOn = NewYear.AddDays(handed), DueOn = due is { } day ? NewYear.AddDays(day) : null, IsConfirmed = confirmed,
            MissingReports = [.. cutOffs.Take(2).Select(NewYear.AddDays)], RequestWaitingSince = waiting ? NewYear : null,
            OpenMilestones = [.. milestones.Take(2).Select(NewYear.AddDays).Distinct()],
        };

    [Fact]
    public void Planning_what_the_windows_find_is_planning_everything_from_scratch()
    {
        var cases = from start in Gen.Choose(0, 360)
                    from length in Gen.Choose(0, 7)
                    from ladder in Ladders
                    from calendar in Calendars
                    from all in Facts.ArrayOf(60)
                    select (From: NewYear.AddDays(start), To: NewYear.AddDays(start + length), Ladder: ladder, Calendar: calendar, All: all);

        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var earliest = one.All.SelectMany(x => x.OpenMilestones.Append(x.DueOn ?? one.From)).Append(one.From).Min();
            var window = ReminderWindow.Of(one.From, one.To, earliest, one.Ladder, one.Calendar);
            var found = one.All.Where(x => (x.DueOn is { } due && window.Due.Contains(due)) || window.HandedOver.Contains(x.HandedOverOn)
                || x.OpenMilestones.Any(window.Due.Contains) || x.MissingReports.Any(window.CutOffs.Contains));
            return found.SelectMany(Planned).SequenceEqual(one.All.SelectMany(Planned));

            IEnumerable<(ReminderFacts, PlannedReminder)> Planned(ReminderFacts facts) =>
                ReminderPlanner.Upcoming(facts, one.From, one.To, one.Ladder, one.Calendar).Select(x => (facts, x));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Fact]
    public void The_window_of_an_ordinary_day_is_narrow()
    {
        var wednesday = new DateOnly(2026, 6, 10);

        var window = ReminderWindow.Of(wednesday, wednesday, wednesday.AddDays(-30), Ladder.Default, WorkingCalendar.National);

        Assert.Equal(
            [-28, -21, -15, -14, -7, -3, -1, 0, 1, 3, 7, 15, 30], window.Due.Order().Select(day => day.DayNumber - wednesday.DayNumber));
        Assert.Equal([wednesday.AddDays(-1), wednesday], window.CutOffs.Order());
    }

    [Fact]
    public void A_day_off_has_nothing_in_its_window()
    {
        var sunday = new DateOnly(2026, 6, 14);

        var window = ReminderWindow.Of(sunday, sunday, sunday.AddDays(-30), Ladder.Default, WorkingCalendar.National);

        Assert.Empty(window.Due);
        Assert.Empty(window.HandedOver);
        Assert.Empty(window.CutOffs);
    }

    [Fact]
    public void The_name_of_a_rung_reads_back_as_the_rung()
    {
        foreach (var kind in Enum.GetValues<RungKind>())
        {
            foreach (var number in new[] { 0, 1, 7, 30, 119 })
                Assert.Equal(new Rung(kind, number), Rung.Parse(new Rung(kind, number).Name));
        }

        Assert.Equal(["Before30", "OnTheDay", "MissingReport"], [new Rung(RungKind.Before, 30).Name, new Rung(RungKind.OnTheDay).Name, new Rung(RungKind.MissingReport).Name]);
    }

    private static Gen<int?> OrNone(Gen<int> some) => Gen.OneOf(some.Select(x => (int?)x), Gen.Constant((int?)null));
}
