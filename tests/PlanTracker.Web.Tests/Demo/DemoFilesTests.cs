using PlanTracker.Documents;
using PlanTracker.Documents.Readers;
using PlanTracker.Web.Demo;

namespace PlanTracker.Web.Tests.Demo;

public sealed class DemoFilesTests
{
    [Theory]
    [InlineData("1-实施方案.docx", 66)]
    [InlineData("2-工作要点.txt", 28)]
    [InlineData("3-任务分解表.xlsx", 30)]
    [InlineData("4-整改清单.txt", 12)]
    [InlineData("5-营商环境要点.txt", 18)]
    public void A_plan_of_the_demo_moves_to_the_year_of_its_first_start_and_keeps_its_tasks(string name, int tasks)
    {
        var now = ReadDocument.Read(DemoFiles.Plan(name, 0), ReadingLimits.Default, TestContext.Current.CancellationToken);
        var later = ReadDocument.Read(DemoFiles.Plan(name, 2), ReadingLimits.Default, TestContext.Current.CancellationToken);

        Assert.Equal(tasks, later.Draft.Tasks.Count);
        Assert.Equal(now.Draft.Period!.Value.First + 2, later.Draft.Period!.Value.First);
        Assert.DoesNotContain("2026", later.Text!.Text, StringComparison.Ordinal);
        Assert.Equal(
            now.Draft.Tasks.SelectMany(x => x.Deadlines).Select(x => x.Day.Month),
            later.Draft.Tasks.SelectMany(x => x.Deadlines).Select(x => x.Day.Month));
    }
}
