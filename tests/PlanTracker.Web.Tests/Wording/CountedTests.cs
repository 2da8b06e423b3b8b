using System.Globalization;
using PlanTracker.Web.Wording;

namespace PlanTracker.Web.Tests.Wording;

public sealed class CountedTests
{
    [Theory]
    [InlineData(0, "0 tasks overdue")]
    [InlineData(1, "1 task overdue")]
    [InlineData(2, "2 tasks overdue")]
    public void The_word_goes_with_the_count(int count, string said) =>
        Assert.Equal(said, string.Format(CultureInfo.InvariantCulture, "{0} {0:task|tasks} overdue", new Counted(count)));

    [Fact]
    public void A_number_is_written_as_before() =>
        Assert.Equal("007 7", string.Format(CultureInfo.InvariantCulture, "{0:000} {0}", new Counted(7)));
}
