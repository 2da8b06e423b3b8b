using PlanTracker.Documents.Readers;

namespace PlanTracker.Documents.Tests;

public sealed class ProgressLineTests
{
    [Fact]
    public void A_page_told_is_the_page_heard() =>
        Assert.Equal(new ReadingProgress(3, 12), ProgressLine.Read(ProgressLine.Of(new ReadingProgress(3, 12))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("progress")]
    [InlineData("progress 3")]
    [InlineData("progress 0/3")]
    [InlineData("progress 4/3")]
    [InlineData("progress -1/3")]
    [InlineData("progress +1/3")]
    [InlineData("progress 1/3 ")]
    [InlineData("progress 1/99999")]
    [InlineData("warning: progress 1/3")]
    public void Any_other_line_is_none(string? line) => Assert.Null(ProgressLine.Read(line));
}
