using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reminders;

namespace PlanTracker.Domain.Tests.Reminders;

public sealed class ReminderWindowTests
{
    private static readonly DateOnly NewYear = new(2026, 1, 1);

    [Fact]
    public void Whatever_the_planner_names_for_some_days_lies_in_the_window_of_those_days()
    {
        var days = Gen.Choose(-200, 500);
        var cases = from start in Gen.Choose(0, 360)
                    from length in Gen.Choose(0, 7)
                    from due in days
                    from handed in days
                    from cutOff in days
                    from state in Gen.Elements(OccurrenceState.Pending, OccurrenceState.InProgress)
                    select (From: NewYear.AddDays(start), To: NewYear.AddDays(start + length), Facts: new ReminderFacts
                    {
                        State = state, HandedOverOn = NewYear.AddDays(handed), DueOn = NewYear.AddDays(due), MissingReports = [NewYear.AddDays(cutOff)],
                    });

        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var window = ReminderWindow.Of(one.From, one.To, NewYear.AddDays(-200), Ladder.Default, WorkingCalendar.National);
            return ReminderPlanner.Upcoming(one.Facts, one.From, one.To, Ladder.Default, WorkingCalendar.National).All(reminder => reminder.Rung.Kind switch
            {
                RungKind.Published or RungKind.Unsigned => window.HandedOver.Contains(one.Facts.HandedOverOn),
                RungKind.MissingReport => window.CutOffs.Contains(one.Facts.MissingReports[0]),
                _ => window.Due.Contains(one.Facts.DueOn!.Value),
            });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
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
}
