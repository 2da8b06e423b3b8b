using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Progress;
using PlanTracker.Web.Features.Rounds;
using PlanTracker.Web.Progress;

namespace PlanTracker.Web.Demo;

/// <summary>What the units answer when the office calls for progress: most in time, with words or 无新进展, some late, a few not at all, and one is sent back.
/// Beside what the table of progress tells; told by counting, so that every start is alike.</summary>
public sealed class DemoRounds(PlanTrackerDbContext db, RoundReader reader)
{
    /// <summary>Most report so many days before the cut-off.</summary>
    private const int DaysAhead = 2;

    /// <summary>Of so many units one reports nothing in a round and one is late; in the next round it is another.</summary>
    private const int Habits = 11;
    private const int LeftOut = 29;
    private const int WordsEach = 4;

    /// <summary>One unit in so many types its reports; the others send the office's form back, which the office enters all at once.</summary>
    private const int TypeThemselves = 4;

    /// <summary>On this day of the month somebody makes up for what he missed.</summary>
    private const int MakesUpOn = 4;

    private static readonly (string Words, string Figures)[] Said =
    [
        ("按计划推进，召开专题会议{0}次，明确了分工和完成时间。", "专题会议 {0} 次"),
        ("完成阶段自查，发现问题{0}个，均已列出整改时间。", "发现问题 {0} 个"),
        ("组织业务培训{0}场，覆盖承办科室和基层站所。", "开展培训 {0} 场"),
        ("更新工作台账{0}条，佐证材料同步归档。", "更新台账 {0} 条"),
        ("走访基层单位{0}家，收集的意见正在逐条研究。", "走访单位 {0} 家"),
        ("制度文件已形成初稿，正在征求相关单位意见。", ""),
    ];

    /// <summary>What units report of their own accord on that day.</summary>
    public async Task Report(DemoLoader county, IReadOnlyDictionary<Guid, string> reporters, DateOnly today, CancellationToken cancellation)
    {
        var ahead = today.AddDays(DaysAhead);
        var rounds = await db.ReportingRounds.AsNoTracking().Where(x => x.ClosedAt == null && (x.CutOffOn == ahead || x.CutOffOn < today)).ToListAsync(cancellation);
        foreach (var round in rounds)
            await Answer(county, reporters, round, isLate: round.CutOffOn < today, cancellation);
        if (today.Day == MakesUpOn && today.AddMonths(1) > county.FirstDay)
            await MakeUp(county, reporters, cancellation);
    }

    private async Task Answer(DemoLoader county, IReadOnlyDictionary<Guid, string> reporters, ReportingRound round, bool isLate, CancellationToken cancellation)
    {
        var open = await db.Occurrences.AsNoTracking()
            .Where(x => x.PlanId == round.PlanId && (x.State == OccurrenceState.InProgress || x.State == OccurrenceState.Returned || x.State == OccurrenceState.Reopened))
            .Select(x => new { x.Id, x.PlanTask.Position }).ToDictionaryAsync(x => x.Id, x => x.Position, cancellation);
        var missing = (await reader.Of([round.Id], cancellation)).Where(x => x.Cell == RoundCell.NotReported && open.ContainsKey(x.OccurrenceId)).ToLookup(x => x.OrgUnitId);
        var units = await db.OrgUnits.AsNoTracking().OrderBy(x => x.Position).ThenBy(x => x.Name).Select(x => x.Id).ToListAsync(cancellation);
        List<SubmitReports.Item> byForm = [];
        foreach (var (place, unit) in units.Index().Where(x => missing.Contains(x.Item)))
        {
            var habit = (place + round.CutOffOn.Month) % Habits;
            if (habit == 0 || (habit == 1) != isLate)
                continue;
            var types = place % TypeThemselves == 0 && reporters.ContainsKey(unit);
            var items = missing[unit].OrderBy(x => open[x.OccurrenceId]).ThenBy(x => x.OccurrenceId)
                .Where(x => (place + open[x.OccurrenceId] + round.CutOffOn.Month) % LeftOut != 0)
                .Select(x => new SubmitReports.Item(x.OccurrenceId, Entry(place + open[x.OccurrenceId] + round.CutOffOn.Month) with { Source = types ? EntrySource.Own : EntrySource.Spreadsheet })).ToList();
            if (types)
                await county.SendAs(reporters[unit], new SubmitReports.Command(items), cancellation);
            else
                byForm.AddRange(items);
        }

        if (byForm.Count > 0)
            await county.SendAs(DemoLoader.Coordinator, new SubmitReports.Command(byForm), cancellation);
        if (!isLate)
            await SendBack(county, round.Id, cancellation);
    }

    private static ReportEntry Entry(int count)
    {
        if (count % WordsEach != 0)
            return new ReportEntry("") { NothingNew = true };
        var (words, figures) = Said[count / WordsEach % Said.Length];
        var number = (2 + (count % 7)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new ReportEntry(words.Replace("{0}", number, StringComparison.Ordinal)) { Figures = figures.Replace("{0}", number, StringComparison.Ordinal) };
    }

    private async Task SendBack(DemoLoader county, Guid round, CancellationToken cancellation)
    {
        var report = await db.ProgressReports.Where(x => x.RoundId == round && x.Figures == "" && !x.NothingNew).OrderByDescending(x => x.At).ThenBy(x => x.Occurrence.PlanTask.Position)
            .Select(x => (Guid?)x.Id).FirstOrDefaultAsync(cancellation);
        if (report is { } id)
            await county.SendAs(DemoLoader.Coordinator, new ReturnReport.Command(id, "请补充具体数据，写明计量单位和截止时间。"), cancellation);
    }

    private async Task MakeUp(DemoLoader county, IReadOnlyDictionary<Guid, string> reporters, CancellationToken cancellation)
    {
        foreach (var reporter in reporters.Values.Order(StringComparer.Ordinal))
        {
            if ((await county.AskAs(reporter, new ListMissed.Query(), cancellation)).FirstOrDefault() is not { } missed)
                continue;
            ReportEntry late = new("经办人员外出学习，补报当期进展：各项工作按计划推进。") { ClosedRoundId = missed.RoundId };
            await county.SendAs(reporter, new SubmitReports.Command([new SubmitReports.Item(missed.Rows[0].OccurrenceId, late)]), cancellation);
            await county.SendAs(DemoLoader.Coordinator, new AddNote.Command(missed.RoundId, $"{missed.Rows[0].Unit}会后补报1项，原因已说明；当期结果不变。"), cancellation);
            return;
        }
    }
}
