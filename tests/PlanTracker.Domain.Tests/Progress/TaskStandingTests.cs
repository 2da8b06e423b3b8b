using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using static PlanTracker.Domain.Plans.Role;
using static PlanTracker.Domain.Progress.OccurrenceState;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Progress;

public sealed class TaskStandingTests
{
    private static readonly DateOnly May = Day("2026-05-08");
    private static readonly DateOnly June = Day("2026-06-05");

    [Fact]
    public void Of_a_joint_task_the_lead_closes_for_all() => Assert.Equal(
        new TaskStanding(TaskState.Closed, May),
        TaskStanding.Of(Sharing.Joint, [new(Lead, Closed, May), new(Responsible, InProgress), new(Cooperating, Pending)]));

    [Fact]
    public void Several_leads_all_confirm_the_closing()
    {
        Assert.Equal(TaskState.UnderReview, TaskStanding.Of(Sharing.Joint, [new(Lead, Closed, May), new(Lead, FirstReview)]).State);
        Assert.Equal(
            new TaskStanding(TaskState.Closed, June),
            TaskStanding.Of(Sharing.Joint, [new(Lead, Closed, May), new(Lead, Closed, June)]));
    }

    [Fact]
    public void Where_no_lead_is_named_the_responsible_units_close_it() => Assert.Equal(
        TaskState.Closed,
        TaskStanding.Of(Sharing.Joint, [new(Responsible, Closed, May), new(Cooperating, InProgress)]).State);

    [Fact]
    public void Where_each_closes_its_own_the_task_closes_with_the_last()
    {
        Assert.Equal(
            new TaskStanding(TaskState.InProgress, null),
            TaskStanding.Of(Sharing.Each, [new(Responsible, Closed, May), new(Responsible, Pending)]));
        Assert.Equal(
            new TaskStanding(TaskState.Closed, June),
            TaskStanding.Of(Sharing.Each, [new(Responsible, Closed, June), new(Responsible, Closed, May), new(Responsible, Cancelled)]));
    }

    [Theory]
    [InlineData(Pending, Refused, TaskState.Pending)]
    [InlineData(Pending, InProgress, TaskState.InProgress)]
    [InlineData(Returned, FirstReview, TaskState.InProgress)]
    [InlineData(UnitReview, LeaderApproval, TaskState.UnderReview)]
    [InlineData(Suspended, Suspended, TaskState.Suspended)]
    [InlineData(Suspended, Closed, TaskState.Suspended)]
    [InlineData(Cancelled, Cancelled, TaskState.Cancelled)]
    [InlineData(Cancelled, InProgress, TaskState.InProgress)]
    [InlineData(Closed, Reopened, TaskState.InProgress)]
    public void Two_units_side_by_side_make(OccurrenceState one, OccurrenceState other, TaskState expected)
    {
        Assert.Equal(expected, TaskStanding.Of(Sharing.Each, [new(Responsible, one), new(Responsible, other)]).State);
        Assert.Equal(expected, TaskStanding.Of(Sharing.Each, [new(Responsible, other), new(Responsible, one)]).State);
    }
}
