using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Tests.Progress;

public sealed class RoundCountsTests
{
    [Fact]
    public void Late_ones_came_returned_ones_are_missing_and_what_is_not_asked_counts_nowhere()
    {
        var counts = RoundCounts.Of([
            RoundCell.NotAsked, RoundCell.NotReported, RoundCell.Reported, RoundCell.NothingNew, RoundCell.Late, RoundCell.Returned, RoundCell.NotAsked]);

        Assert.Equal(new RoundCounts(Asked: 5, Reported: 3, Late: 1, Returned: 1, NotReported: 1), counts);
        Assert.Equal(2, counts.Missing);
        Assert.Equal(counts.Asked, counts.Reported + counts.Missing);
    }
}
