using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Materials;
using PlanTracker.Web.Features.Plans.Amend;
using PlanTracker.Web.Features.Plans.Import;
using PlanTracker.Web.Features.Plans.Publish;
using PlanTracker.Web.Features.Plans.Review;

namespace PlanTracker.Web.Demo;

/// <summary>Imports, reviews and publishes the county's plans, and leaves two in review.</summary>
public sealed class DemoPlans(PlanTrackerDbContext db)
{
    /// <summary>Column 计划 of the tables, the file, the day of its publishing.</summary>
    private static readonly (string Key, string File, PlanKind Kind, ReportingCycle Cycle, int PublishedOn)[] Published =
    [
        ("1", "1-实施方案.docx", PlanKind.ImplementationPlan, ReportingCycle.Quarterly, -150),
        ("2", "2-工作要点.txt", PlanKind.KeyPoints, ReportingCycle.Monthly, -120),
        ("3", "3-任务分解表.xlsx", PlanKind.Breakdown, ReportingCycle.Monthly, -60),
    ];

    /// <summary>The second edition of the key points, in the days since the first start.</summary>
    public const int AmendedOn = -2;

    private const string Amended = "2";
    private const string Amendment = "6";
    private const string AmendmentFile = "6-工作要点（修订）.txt";
    private const int ShortestNotice = 60;
    private const int LaterDeadline = 260;
    private const int FewUnits = 3;
    private const int ManyUnits = 10;

    /// <summary>Left for whoever tries the review: one with names that nobody knows, one that names no units at all.</summary>
    private static readonly string[] InReview = ["4-整改清单.txt", "5-营商环境要点.txt"];

    /// <summary>Reports whose passages nobody has matched to tasks yet.</summary>
    private const string CountyReport = "1-全县半年报告.txt";
    private static readonly (string Reporter, string File, string Unit) UnitReport = ("fagai", "2-发展改革局总结.txt", "县发展和改革局");

    /// <summary>Bodies that the plans name and the county's register does not: which unit answers for them.</summary>
    private static readonly Dictionary<string, string> AnsweredForBy = new()
    {
        ["县大数据中心"] = "县政务服务和数据管理局",
        ["县工业园区管委会"] = "县经济信息和科技局",
        ["县红十字会"] = "县卫生健康局",
    };

    private readonly Dictionary<string, Guid> plans = [];

    /// <summary>The plan of a table's column 计划.</summary>
    public Guid this[string key] => plans[key];

    public async Task Load(DemoLoader county, CancellationToken cancellation)
    {
        var years = county.FirstDay.AddDays(Published[0].PublishedOn).Year - DemoFiles.WrittenFor;
        var deadlines = DemoFiles.Rows("deadlines.csv").ToLookup(row => row[0]);
        foreach (var (key, file, kind, cycle, day) in Published)
        {
            Guid draft;
            using (Clock.At(county.Morning(day - 3)))
            {
                draft = (await county.SendAs(
                    DemoLoader.Coordinator, new ImportDocument.Command(county.CountyId, file, DemoFiles.Plan(file, years)), cancellation)).Value;
                var days = deadlines[key].ToDictionary(row => NumberOf(row[1]), row => county.FirstDay.AddDays(DemoFiles.Number(row[2])));
                await Review(county, draft, days, county.FirstDay.AddDays(day), cancellation, key);
            }

            using (Clock.At(county.Morning(day)))
            {
                var choices = new PublishChoices(
                    kind, cycle, LightFamily.ByDaysLeft, NeedsUnitReview: false, NeedsLeaderApproval: false, Sharing: null);
                var outcome = await county.SendAs(DemoLoader.Coordinator, new PublishDraft.Command(draft, choices), cancellation);
                plans[key] = outcome.IsDone ? outcome.Value : throw new InvalidOperationException($"{file}: {outcome.Refusal}");
            }
        }

        using (Clock.At(county.Morning(-1)))
        {
            foreach (var file in InReview)
                await county.SendAs(DemoLoader.Coordinator, new ImportDocument.Command(county.CountyId, file, DemoFiles.Plan(file, years)), cancellation);
            await county.SendAs(DemoLoader.Coordinator, new TakeMaterial.Command(CountyReport, DemoFiles.Report(CountyReport, years), null), cancellation);
            var (reporter, report, name) = UnitReport;
            var unit = await db.OrgUnits.Where(x => x.Name == name).Select(x => x.Id).SingleAsync(cancellation);
            await county.SendAs(reporter, new TakeMaterial.Command(report, DemoFiles.Report(report, years), unit), cancellation);
        }
    }

    /// <summary>The office takes in the amended key points, settles what is new in them and publishes them as the second edition.</summary>
    public async Task Amend(DemoLoader county, CancellationToken cancellation)
    {
        var years = county.FirstDay.AddDays(Published[0].PublishedOn).Year - DemoFiles.WrittenFor;
        var draft = (await county.SendAs(
            DemoLoader.Coordinator, new ImportDocument.Command(county.CountyId, AmendmentFile, DemoFiles.Plan(AmendmentFile, years)), cancellation)).Value;
        Taken(await county.SendAs(DemoLoader.Coordinator, new ChooseAmended.Command(draft, plans[Amended]), cancellation));
        var days = DemoFiles.Rows("deadlines.csv").Where(row => row[0] == Amendment)
            .ToDictionary(row => NumberOf(row[1]), row => county.FirstDay.AddDays(DemoFiles.Number(row[2])));
        await Review(county, draft, days, publishedOn: null, cancellation);
        var preview = await county.AskAs(DemoLoader.Coordinator, new PreviewAmendment.Query(draft), cancellation);
        Taken(await county.SendAs(
            DemoLoader.Coordinator, new PublishAmendment.Command(draft, preview.Value.Stamp, preview.Value.Words), cancellation));
    }

    /// <summary>Numbers are alike whatever the width of their brackets.</summary>
    public static string NumberOf(string printed) => UnitName.Normalise(printed).ToString();

    /// <summary>What the coordinator settles on the review page, task by task: bodies outside the register, what the reader was unsure of, and the
    /// deadlines.</summary>
    /// <param name="publishedOn">Null for an amended document: what was settled before holds.</param>
    private async Task Review(
        DemoLoader county, Guid draftId, Dictionary<string, DateOnly> deadlines, DateOnly? publishedOn, CancellationToken cancellation,
        string key = "")
    {
        var steps = DemoFiles.Rows("steps.csv").Where(row => row[0] == key).GroupBy(row => NumberOf(row[1])).ToDictionary(x => x.Key, x => x.ToList());
        foreach (var (printed, name) in AnsweredForBy)
        {
            // Not remembered: the next document still asks.
            var unit = await db.OrgUnits.Where(x => x.Name == name).Select(x => x.Id).SingleAsync(cancellation);
            Taken(await county.SendAs(DemoLoader.Coordinator, new LinkName.Command(draftId, printed, unit, Remember: false), cancellation));
        }

        foreach (var task in await db.ImportDraftTasks.AsNoTracking().Where(x => x.ImportDraftId == draftId).ToListAsync(cancellation))
        {
            var content = task.Content with { Doubts = [.. task.Content.Doubts.Select(x => x with { Settled = true })] };
            if (deadlines.TryGetValue(NumberOf(task.Number), out var day))
                content = content with { Deadlines = [new DraftDay(day, null, null)], DeadlineConfirmed = true, Recurrence = null, PeriodDay = null, Ongoing = false };
            else if (publishedOn is not { } handedOver)
                continue;
            else if (content.Deadlines is [.., var last] && last.Day < handedOver.AddDays(ShortestNotice))
            {
                // Handed over when the printed day was past or near: the office sets a later one.
                content = content with { Deadlines = [new DraftDay(handedOver.AddDays(LaterDeadline), null, null)], DeadlineConfirmed = true, Recurrence = null, PeriodDay = null };
            }
            else if (content.Recurrence is not null && content.Units.Count + (ManyUnits * content.Collectives.Count) > FewUnits)
            {
                // A recurring duty of many is followed by the year, not by every period of every unit.
                content = content with { Recurrence = null, PeriodDay = null, Ongoing = true };
            }

            if (steps.TryGetValue(NumberOf(task.Number), out var dated))
            {
                var earlier = dated.Select(x => new DraftDay(county.FirstDay.AddDays(DemoFiles.Number(x[2])), null, null, x[3]));
                content = content with { Deadlines = [.. earlier.Concat(content.Deadlines).OrderBy(x => x.Day)] };
            }

            var edited = TaskView.Of(task) with { Content = content };
            Taken(await county.SendAs(DemoLoader.Coordinator, new EditTask.Command(task.Id, task.Version, edited), cancellation));
        }
    }

    private static void Taken<T>(Outcome<T> outcome)
    {
        if (outcome.Refusal is { } refusal)
            throw new InvalidOperationException($"demo data: {refusal.Kind} {string.Join(' ', refusal.Arguments)}");
    }
}
