using PlanTracker.Documents.Readers.Pages;

namespace PlanTracker.Documents.Tests.Readers.Pages;

public sealed class WideCharactersTests
{
    [Theory]
    [InlineData("审批时间", 1)]
    [InlineData("“一张蓝图", 2)]
    [InlineData("批“一张蓝图", 3)]
    [InlineData("制”，审批", 3)]
    [InlineData("100个", 3)]
    public void What_cannot_be_parted_begins_a_line_together(string line, int together) => Assert.Equal(together, WideCharacters.FirstChunk(line));
}
