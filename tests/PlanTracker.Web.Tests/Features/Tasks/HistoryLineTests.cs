using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Tasks.Story;

namespace PlanTracker.Web.Tests.Features.Tasks;

public sealed class HistoryLineTests
{
    private static readonly DateTime Morning = new(2026, 6, 15, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void What_many_units_did_alike_on_one_day_is_told_once_and_names_each()
    {
        var lines = HistoryLine.Fold([Entry("镇政府", Step.Sign, hours: 5), Entry("财政局", Step.Sign, hours: 3), Entry("财政局", Step.Publish), Entry("镇政府", Step.Publish)]);

        Assert.Equal([Step.Sign, Step.Publish], lines.Select(x => x.First.Step));
        Assert.Equal(["镇政府", "财政局"], lines[0].Entries.Select(x => x.Unit));
    }

    [Fact]
    public void Other_words_another_day_or_another_change_stay_apart()
    {
        var lines = HistoryLine.Fold([
            Entry("财政局", Step.Report, words: "已印发"), Entry("镇政府", Step.Report, words: "已开班"),
            Entry("财政局", Step.Sign), Entry("镇政府", Step.Sign, day: 16), Entry("财政局", Step.ApproveExtension) with { After = "2026-09-30" },
            Entry("镇政府", Step.ApproveExtension) with { After = "2026-10-31" },
        ]);

        Assert.All(lines, line => Assert.Single(line.Entries));
        Assert.Equal(6, lines.Count);
    }

    private static TaskStory.Entry Entry(string unit, Step step, string words = "", int day = 15, int hours = 0) => new(
        Morning.AddHours(hours), new DateOnly(2026, 6, day), unit, step, OccurrenceState.Pending, OccurrenceState.Pending, $"{unit}经办", EntrySource.Own, words, "", "", "");
}
