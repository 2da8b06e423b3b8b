using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Progress;

/// <summary>What a unit says of one task.</summary>
public sealed record ReportEntry(string Words)
{
    /// <summary>Null: as last reported.</summary>
    public int? Percent { get; init; }

    public string Figures { get; init; } = "";

    public bool NothingNew { get; init; }

    /// <summary>Milestones that are reached by now, each with its day.</summary>
    public IReadOnlyList<ReachedMilestone> Reached { get; init; } = [];

    public EntrySource Source { get; init; }

    /// <summary>代录: the day named by the paper.</summary>
    public DateOnly? On { get; init; }

    public IReadOnlyList<EvidenceFile> Files { get; init; } = [];

    /// <summary>结束后补报: the closed round that it makes up for. Null: the round that is open.</summary>
    public Guid? ClosedRoundId { get; init; }
}

/// <summary>Appends progress reports, with their step of the history, their round and their files. Saves nothing; the caller saves once.</summary>
public sealed class ReportWriter(PlanTrackerDbContext db, Actor actor, Clock clock, StepRecorder recorder, EvidenceKeeper evidence)
{
    private const int LongestWords = 4000;

    private readonly Dictionary<(Guid Plan, DateOnly Day), Guid?> openRounds = [];

    public async Task<Outcome<ProgressReport>> Write(Occurrence occurrence, ReportEntry entry, CancellationToken cancellation = default)
    {
        var words = entry.Words.Trim();
        if (words.Length == 0 && !entry.NothingNew && entry.Reached.Count == 0 && !occurrence.Ongoing)
            return new Refusal(RefusalKind.Missing, "进展情况");
        if (words.Length > LongestWords || entry.Figures.Length > LongestWords)
            return new Refusal(RefusalKind.TooLong, $"{LongestWords}");
        if (await evidence.Complaint(occurrence, entry.Files, cancellation) is { } complaint)
            return complaint;
        if (entry.ClosedRoundId is { } closed && !await db.Misses(occurrence.Id).AnyAsync(x => x.RoundId == closed, cancellation))
            return new Refusal(RefusalKind.Invalid, "填报期次");
        StepEntry step = new() { Percent = occurrence.Ongoing ? null : entry.Percent, Source = entry.Source, On = entry.On };
        var reporting = occurrence.Ongoing ? Step.ConfirmOngoing : Step.Report;
        if (await recorder.Forbids(occurrence, reporting, cancellation) is { } forbidden)
            return forbidden;
        if (await Complaint(occurrence, entry, cancellation) is { } wrong)
            return wrong;

        // Before the report itself: what was red until now is remembered once, with the first of them.
        foreach (var mark in entry.Reached.OrderBy(x => x.DueOn))
        {
            var marked = await recorder.Take(occurrence, Step.ReachMilestone, step with { Milestone = mark.DueOn, ReachedOn = mark.ReachedOn }, cancellation);
            if (marked.Refusal is { } why)
                return why;
        }

        var outcome = await recorder.Take(occurrence, reporting, step, cancellation);
        if (outcome.Refusal is { } refusal)
            return refusal;
        var on = outcome.Value.On;
        ProgressReport report = new()
        {
            Id = clock.NewId(), JurisdictionId = occurrence.JurisdictionId, OccurrenceId = occurrence.Id, RoundId = entry.ClosedRoundId ?? await RoundOn(occurrence, on, cancellation),
            Words = words, Percent = occurrence.Percent, Figures = entry.Figures.Trim(), StillDone = occurrence.Ongoing, Reached = MilestoneMarks.Of(entry.Reached).Text,
            NothingNew = entry.NothingNew && words.Length == 0 && entry.Reached.Count == 0 && !occurrence.Ongoing,
            ById = actor.IsSystem ? null : actor.AccountId, ByName = actor.Name, Source = entry.Source, At = clock.UtcNow, On = on,
        };
        db.ProgressReports.Add(report);
        await evidence.Keep(occurrence, report, entry.Files, cancellation);
        return report;
    }

    // Only what the task has, reached by now and by who answers for it.
    private async Task<Refusal?> Complaint(Occurrence occurrence, ReportEntry entry, CancellationToken cancellation)
    {
        if (entry.Reached.Count == 0)
            return null;
        var known = Milestones.AreAskedOf(occurrence.Role)
            ? await db.Milestones.Where(x => x.PlanTaskId == occurrence.PlanTaskId).Select(x => x.DueOn).ToListAsync(cancellation)
            : [];
        if (entry.Reached.Any(x => !known.Contains(x.DueOn)) || entry.Reached.DistinctBy(x => x.DueOn).Count() < entry.Reached.Count)
            return new Refusal(RefusalKind.Invalid, "时间节点");
        return entry.Reached.Any(x => x.ReachedOn > clock.Today || x.ReachedOn < occurrence.OpenedOn) ? new Refusal(RefusalKind.Invalid, "节点完成日期") : null;
    }

    /// <summary>The round of the plan that ends next of those open on that day; a report after its cut-off day still belongs to it, and is late. Where none is
    /// open, the last closed one in which this was missing.</summary>
    private async Task<Guid?> RoundOn(Occurrence occurrence, DateOnly day, CancellationToken cancellation)
    {
        if (!openRounds.TryGetValue((occurrence.PlanId, day), out var open))
        {
            open = await db.ReportingRounds.Where(x => x.PlanId == occurrence.PlanId && x.OpensOn <= day && x.ClosedAt == null).OrderBy(x => x.CutOffOn)
                .Select(x => (Guid?)x.Id).FirstOrDefaultAsync(cancellation);
            openRounds.Add((occurrence.PlanId, day), open);
        }

        return open ?? await db.Misses(occurrence.Id).OrderByDescending(x => x.Snapshot.Round.CutOffOn).Where(x => !db.ReportingRounds.Any(
            later => later.PlanId == occurrence.PlanId && later.CutOffOn > x.Snapshot.Round.CutOffOn)).Select(x => (Guid?)x.RoundId).FirstOrDefaultAsync(cancellation);
    }
}
