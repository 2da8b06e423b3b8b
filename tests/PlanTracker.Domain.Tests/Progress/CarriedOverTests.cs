using PlanTracker.Domain.Measures;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Progress;

public sealed class CarriedOverTests
{
    private static readonly MeasureFacts Late = new()
    {
        Role = Role.Lead, State = OccurrenceState.CarriedOver, HandedOverOn = Day("2026-03-01"), OriginalDueOn = Day("2026-12-31"), DueOn = Day("2026-12-31"),
        FinishedOn = Day("2027-01-10"),
    };

    [Fact]
    public void What_was_not_completed_stays_not_completed_in_the_rates_of_its_plan()
    {
        var tally = Tally.Of(Late, Day("2027-06-30"), 30);
        Assert.Equal((1, 0, 1, 0, 0), (tally.Counted, tally.Closed, tally.Due, tally.DueClosed, tally.DueClosedOnTime));
    }

    [Fact]
    public void It_is_overdue_no_more_and_its_lateness_ends_on_the_day_it_was_carried_over()
    {
        var (soon, later) = (Tally.Of(Late, Day("2027-02-01"), 30), Tally.Of(Late, Day("2028-02-01"), 30));
        Assert.Equal((0, 1, 10), (soon.OverdueNow, soon.Late, soon.DaysLate));
        Assert.Equal(soon, later);
    }

    [Fact]
    public void It_ends_by_the_coordinators_step_alone_and_leads_nowhere_back()
    {
        Assert.Equal(OccurrenceState.CarriedOver, StepTable.Take(Step.CarryOver, OccurrenceState.InProgress, Function.Coordinator, StepOptions.Default).Value);
        Assert.Equal(RefusalKind.NotAllowed, StepTable.Take(Step.CarryOver, OccurrenceState.InProgress, Function.UnitHead, StepOptions.Default).Refusal?.Kind);
        Assert.Equal(RefusalKind.WrongState, StepTable.Take(Step.CarryOver, OccurrenceState.Closed, Function.Coordinator, StepOptions.Default).Refusal?.Kind);
        Assert.Equal(RefusalKind.WrongState, StepTable.Take(Step.Reopen, OccurrenceState.CarriedOver, Function.Coordinator, StepOptions.Default).Refusal?.Kind);
    }

    [Fact]
    public void A_task_is_carried_over_once_nothing_of_it_is_open_and_something_was_not_closed()
    {
        UnitStanding closed = new(Role.Responsible, OccurrenceState.Closed, Day("2026-11-01")), carried = new(Role.Responsible, OccurrenceState.CarriedOver);
        Assert.Equal(TaskState.CarriedOver, TaskStanding.Of(Sharing.Each, [closed, carried]).State);
        Assert.Equal(TaskState.InProgress, TaskStanding.Of(Sharing.Each, [closed, carried, new(Role.Responsible, OccurrenceState.InProgress)]).State);
    }
}
