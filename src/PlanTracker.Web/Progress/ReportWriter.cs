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

    public async Task<Outcome<ProgressReport>> Write(Occurrence occurrence, ReportEntry entry, CancellationToken cancellation = default)
    {
        var words = entry.Words.Trim();
        if (words.Length == 0 && !entry.NothingNew)
            return new Refusal(RefusalKind.Missing, "进展情况");
        if (words.Length > LongestWords || entry.Figures.Length > LongestWords)
            return new Refusal(RefusalKind.TooLong, $"{LongestWords}");
        if (await evidence.Complaint(occurrence, entry.Files, cancellation) is { } complaint)
            return complaint;
        if (entry.ClosedRoundId is { } closed && !await db.Misses(occurrence.Id).AnyAsync(x => x.RoundId == closed, cancellation))
            return new Refusal(RefusalKind.Invalid, "填报期次");
        var outcome = await recorder.Take(
            occurrence, Step.Report, new StepEntry { Percent = entry.Percent, Source = entry.Source, On = entry.On }, cancellation);
        if (outcome.Refusal is { } refusal)
            return refusal;
        var on = outcome.Value.On;
        ProgressReport report = new()
        {
            Id = clock.NewId(), JurisdictionId = occurrence.JurisdictionId, OccurrenceId = occurrence.Id, RoundId = entry.ClosedRoundId ?? await RoundOn(occurrence, on, cancellation),
            Words = words, Percent = occurrence.Percent, Figures = entry.Figures.Trim(), NothingNew = entry.NothingNew && words.Length == 0,
            ById = actor.IsSystem ? null : actor.AccountId, ByName = actor.Name, Source = entry.Source, At = clock.UtcNow, On = on,
        };
        db.ProgressReports.Add(report);
        await evidence.Keep(occurrence, report, entry.Files, cancellation);
        return report;
    }

    /// <summary>The round of the plan that ends next of those open on that day; a report after its cut-off day still belongs to it, and is late. Where none is
    /// open, the last closed one in which this was missing.</summary>
    private async Task<Guid?> RoundOn(Occurrence occurrence, DateOnly day, CancellationToken cancellation) =>
        await db.ReportingRounds.Where(x => x.PlanId == occurrence.PlanId && x.OpensOn <= day && x.ClosedAt == null).OrderBy(x => x.CutOffOn)
            .Select(x => (Guid?)x.Id).FirstOrDefaultAsync(cancellation)
        ?? await db.Misses(occurrence.Id).OrderByDescending(x => x.Snapshot.Round.CutOffOn).Where(x => !db.ReportingRounds.Any(
            later => later.PlanId == occurrence.PlanId && later.CutOffOn > x.Snapshot.Round.CutOffOn)).Select(x => (Guid?)x.RoundId).FirstOrDefaultAsync(cancellation);
}
