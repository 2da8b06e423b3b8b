using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Scores;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;

namespace PlanTracker.Web.Features.Scores;

/// <summary>A fact with the unit it is about. Its value is worked out by the rules.</summary>
internal sealed record KnownFact(Guid UnitId, ScoredPoint Point);

/// <param name="Units">Those that had a task in the period.</param>
internal sealed record PeriodFacts(IReadOnlySet<Guid> Units, IReadOnlyList<KnownFact> Facts);

/// <summary>Gathers what the history proves of a period; of a period that is over, as it stood on its last day.</summary>
public sealed class ScoreFacts(PlanTrackerDbContext db, Clock clock, PastStandings standings, RoundReader rounds)
{
    internal async Task<PeriodFacts> Of(Guid jurisdictionId, ScorePeriod period, CancellationToken cancellation)
    {
        var last = period.To < clock.Today ? period.To : clock.Today;
        ScorePeriod seen = new(period.From, last);
        var runs = await Runs(jurisdictionId, last, cancellation);
        var moved = await Moved(jurisdictionId, last, cancellation);
        ScoredRuns scored = new(runs.ToDictionary(x => x.Id), moved);
        List<KnownFact> facts =
        [
            .. runs.SelectMany(run => scored.OfDeadline(run, seen)), .. await OfSteps(jurisdictionId, seen, scored, cancellation),
            .. await OfRounds(jurisdictionId, seen, scored, cancellation), .. await OfSupervision(jurisdictionId, seen, cancellation),
            .. await OfPraise(jurisdictionId, seen, cancellation),
        ];
        HashSet<Guid> units = [.. runs.Where(x => x.State != OccurrenceState.Cancelled && !(x.FinishedOn < period.From)).Select(x => x.OrgUnitId),
            .. facts.Where(x => x.Point.Ground != ScoreGround.Praised).Select(x => x.UnitId)];
        return new PeriodFacts(units, await Named(facts, cancellation));
    }

    private Task<List<Occurrence>> Runs(Guid jurisdictionId, DateOnly day, CancellationToken cancellation)
    {
        var all = db.Occurrences.Where(x => x.JurisdictionId == jurisdictionId && x.OpenedOn <= day);
        return day < clock.Today ? standings.SetBack(all, day, cancellation) : all.AsNoTracking().ToListAsync(cancellation);
    }

    /// <summary>Which unit had a run before it was handed to another, by the day of the handing over.</summary>
    private async Task<ILookup<Guid, (DateOnly On, Guid Before)>> Moved(Guid jurisdictionId, DateOnly day, CancellationToken cancellation) =>
        (await db.OccurrenceSteps.AsNoTracking().Where(x => x.JurisdictionId == jurisdictionId && (x.Step == Step.Reassign || x.Step == Step.Transfer) && x.On <= day)
            .OrderBy(x => x.Place).Select(x => new { x.OccurrenceId, x.On, x.Before, x.Facts }).ToListAsync(cancellation))
        .Where(x => Guid.TryParse(x.Before, out _)).ToLookup(x => x.OccurrenceId, x => (x.Facts.HeldByOtherUntil?.AddDays(1) ?? x.On, Guid.Parse(x.Before)));

    private async Task<IEnumerable<KnownFact>> OfSteps(Guid jurisdictionId, ScorePeriod seen, ScoredRuns runs, CancellationToken cancellation)
    {
        var steps = await db.OccurrenceSteps.AsNoTracking().Where(x => x.JurisdictionId == jurisdictionId && x.On >= seen.From && x.On <= seen.To
                && (x.Step == Step.RequestExtension || (x.Step == Step.Return && x.From != OccurrenceState.UnitReview))
                && !db.Objections.Any(o => o.DecisionId == x.Id && o.Decision == Decision.Accepted))
            .Select(x => new { x.Id, x.OccurrenceId, x.Step, x.On, x.Words, x.Before }).ToListAsync(cancellation);
        return steps.Select(x =>
        {
            if (x.Step == Step.Return)
                return runs.Fact(x.OccurrenceId, ScoreGround.Returned, $"{x.Id:N}", x.On, words: x.Words);
            return DateOnly.TryParseExact(x.Before, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) && x.On > due && runs.IsDated(x.OccurrenceId)
                ? runs.Fact(x.OccurrenceId, ScoreGround.ExtensionLate, $"{x.Id:N}", x.On, x.On.DayNumber - due.DayNumber, due)
                : null;
        }).OfType<KnownFact>();
    }

    // One point for a round, however many of the unit's tasks it was about: else a single forgotten form would use up the cap.
    private async Task<IEnumerable<KnownFact>> OfRounds(Guid jurisdictionId, ScorePeriod seen, ScoredRuns runs, CancellationToken cancellation)
    {
        var today = clock.Today;
        var over = await db.ReportingRounds.AsNoTracking().Where(x => x.JurisdictionId == jurisdictionId && x.CutOffOn >= seen.From && x.CutOffOn <= seen.To && x.CutOffOn < today)
            .Select(x => new { x.Id, x.Name, x.CutOffOn }).ToDictionaryAsync(x => x.Id, cancellation);
        return from x in await rounds.Of(over.Keys, cancellation)
               let ground = x.Cell.IsMissing ? ScoreGround.ReportMissing : ScoreGround.RoundLate
               where x.Cell.IsMissing || x.Cell == RoundCell.Late
               let round = over[x.RoundId]
               group x by (Ground: ground, x.RoundId, round.Name, round.CutOffOn, Unit: runs.UnitOn(x.OccurrenceId, round.CutOffOn) ?? x.OrgUnitId) into of
               select new KnownFact(of.Key.Unit, ScoredRuns.Point(
                   of.Key.Ground, $"{of.Key.RoundId:N}", of.Key.CutOffOn, of.All(x => x.Role == Role.Cooperating) ? Role.Cooperating : Role.Lead, null) with
               {
                   Number = of.Count(), On = of.Key.CutOffOn, Words = of.Key.Name, Tasks = [.. of.Select(x => x.PlanTaskId).Distinct().Select(x => new ScoredTask(x, ""))],
               });
    }

    private async Task<IEnumerable<KnownFact>> OfSupervision(Guid jurisdictionId, ScorePeriod seen, CancellationToken cancellation)
    {
        var today = clock.Today;
        var unanswered = await db.InstructionUnits.AsNoTracking().Where(x => x.JurisdictionId == jurisdictionId && x.AnswerBy >= seen.From && x.AnswerBy <= seen.To && x.AnswerBy < today
                && x.Occurrence.State != OccurrenceState.Cancelled && !x.Answers.Any(a => a.On <= x.AnswerBy))
            .Select(x => new { x.Id, x.OrgUnitId, x.InstructionId, x.Instruction.PlanTaskId, x.Instruction.LeaderName, x.AnswerBy, x.Occurrence.Role }).ToListAsync(cancellation);
        var orders = await db.SupervisionOrders.AsNoTracking().Where(x => x.JurisdictionId == jurisdictionId && x.IssuedOn >= seen.From && x.IssuedOn <= seen.To)
            .Select(x => new { x.Id, x.OrgUnitId, x.PlanTaskId, x.RungName, x.Number, x.IssuedOn, x.Occurrence.Role }).ToListAsync(cancellation);
        return
        [
            .. unanswered.Select(x => new KnownFact(x.OrgUnitId, ScoredRuns.Point(ScoreGround.InstructionUnanswered, $"{x.Id:N}", x.AnswerBy, x.Role, x.PlanTaskId) with
            {
                On = x.AnswerBy, Words = x.LeaderName, Link = $"/supervision/instructions/{x.InstructionId}",
            })),
            .. orders.Select(x => new KnownFact(x.OrgUnitId, ScoredRuns.Point(ScoreGround.OrderIssued, $"{x.Id:N}", x.IssuedOn, x.Role, x.PlanTaskId) with
            {
                Words = $"{x.RungName} {x.Number}", Link = $"/supervision/orders/{x.Id}",
            })),
        ];
    }

    private async Task<IEnumerable<KnownFact>> OfPraise(Guid jurisdictionId, ScorePeriod seen, CancellationToken cancellation) =>
        (await db.Commendations.AsNoTracking().Where(x => x.JurisdictionId == jurisdictionId && x.On >= seen.From && x.On <= seen.To)
            .Select(x => new { x.Id, x.OrgUnitId, x.PlanTaskId, x.On, x.Words, x.ByName }).ToListAsync(cancellation))
        .Select(x => new KnownFact(x.OrgUnitId, ScoredRuns.Point(ScoreGround.Praised, $"{x.Id:N}", x.On, Role.Lead, x.PlanTaskId) with { Words = x.Words }));

    private async Task<IReadOnlyList<KnownFact>> Named(List<KnownFact> facts, CancellationToken cancellation)
    {
        Guid[] ids = [.. facts.SelectMany(x => x.Point.Tasks).Select(x => x.Id).Distinct()];
        var names = await db.PlanTasks.AsNoTracking().Where(x => ids.Contains(x.Id)).Select(x => new { x.Id, x.Number, x.Title }).ToDictionaryAsync(x => x.Id, cancellation);
        return [.. facts.Select(x => x with { Point = x.Point with { Tasks = [.. x.Point.Tasks.Select(t => names.TryGetValue(t.Id, out var task) ? t with { Name = $"{task.Number} {task.Title}".Trim() } : t)] } })];
    }
}

/// <summary>The runs of a place, and what their deadlines prove.</summary>
internal sealed class ScoredRuns(IReadOnlyDictionary<Guid, Occurrence> runs, ILookup<Guid, (DateOnly On, Guid Before)> moved)
{
    public bool IsDated(Guid occurrenceId) => runs.TryGetValue(occurrenceId, out var run) && run is { Ongoing: false, DeadlineConfirmed: true };

    public IEnumerable<KnownFact> OfDeadline(Occurrence run, ScorePeriod seen)
    {
        if (run is not { Ongoing: false, DeadlineConfirmed: true, DueOn: { } due } || run.State is OccurrenceState.Cancelled or OccurrenceState.Suspended)
            yield break;
        if (run is { State: OccurrenceState.Closed, FinishedOn: { } finished } && seen.Holds(finished))
        {
            var late = Lateness.Days(Lateness.From(due, run.HeldByOtherUntil), finished, null, finished) + run.AskedLateBy;
            yield return Fact(run.Id, late > 0 ? ScoreGround.ClosedLate : ScoreGround.ClosedOnTime, $"{run.Id:N}", finished, late, due)!;
        }

        var until = run.FinishedOn ?? run.RequestedOn ?? seen.To;
        foreach (var (day, week) in OverdueWeeks.Started(due, until < seen.To ? until : seen.To).Select((day, index) => (day, index + 1)).Where(x => seen.Holds(x.day)))
            yield return Fact(run.Id, ScoreGround.OverdueWeek, string.Create(CultureInfo.InvariantCulture, $"{run.Id:N}:{day:yyyyMMdd}"), day, week, due)!;
    }

    /// <summary>About the unit that had the run on that day; null where the run is not among them.</summary>
    public KnownFact? Fact(Guid occurrenceId, ScoreGround ground, string key, DateOnly day, int number = 0, DateOnly? on = null, string words = "")
    {
        if (!runs.TryGetValue(occurrenceId, out var run))
            return null;
        return new KnownFact(UnitOn(run.Id, day)!.Value, Point(ground, key, day, run.Role, run.PlanTaskId) with { Number = number, On = on, Words = words });
    }

    /// <summary>Which unit had the run on that day; null where the run is not among them.</summary>
    public Guid? UnitOn(Guid occurrenceId, DateOnly day) => runs.TryGetValue(occurrenceId, out var run)
        ? moved[run.Id].Where(x => x.On > day).Select(x => (Guid?)x.Before).FirstOrDefault() ?? run.OrgUnitId
        : null;

    public static ScoredPoint Point(ScoreGround ground, string key, DateOnly day, Role role, Guid? taskId) => new()
    {
        Ground = ground, Key = $"{ground}:{key}", Day = day, IsCooperating = role == Role.Cooperating, Value = 0,
        Tasks = taskId is { } task ? [new ScoredTask(task, "")] : [],
    };
}
