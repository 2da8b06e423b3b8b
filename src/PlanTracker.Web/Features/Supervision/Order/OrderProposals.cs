using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Supervision.Order;

/// <summary>One task of one unit that fulfils the condition of a rung today.</summary>
/// <param name="Running">The order that overran and would climb; null for a first one.</param>
public sealed record OrderProposal(Occurrence Occurrence, SupervisionOrder? Running, OrderRung Rung, OrderGround Ground);

/// <summary>Finds what fulfils the conditions of a jurisdiction's ladder. It proposes; only a person issues.</summary>
public sealed class OrderProposals(PlanTrackerDbContext db, Clock clock, OrderLadders ladders)
{
    /// <param name="only">Of these runs alone; null: of all.</param>
    /// <returns>The worst colour first, then those due longest ago.</returns>
    public async Task<IReadOnlyList<OrderProposal>> In(Guid jurisdictionId, IReadOnlyList<Guid>? only, CancellationToken cancellation)
    {
        var today = clock.Today;
        var ladder = await ladders.Of(jurisdictionId, cancellation);

        // What waits for the office or stands aside is nobody's fault; bodies asked by letter get a letter; of a joint task the lead answers.
        var open = db.Occurrences.Include(x => x.OrgUnit).Include(x => x.PlanTask).Include(x => x.Plan)
            .Where(x => x.JurisdictionId == jurisdictionId && !x.Ongoing && x.DeadlineConfirmed && x.DueOn != null && x.RequestedOn == null && x.OpenedOn <= today
                && (x.State == OccurrenceState.Pending || x.State == OccurrenceState.InProgress || x.State == OccurrenceState.Returned || x.State == OccurrenceState.Reopened)
                && (x.Role != Role.Cooperating || x.PlanTask.Sharing == Sharing.Each) && !OrgUnitKinds.AskedByLetter.Contains(x.OrgUnit.Kind));
        open = only is null ? open.Where(x => x.DueOn < today || x.Plan.LightFamily == LightFamily.ByPace || x.Steps.Any(s => s.Step == Step.Urge))
            : open.Where(x => only.Contains(x.Id));
        var candidates = await open.AsSplitQuery().ToListAsync(cancellation);
        var ids = candidates.Select(x => x.Id).ToList();
        var urged = await db.OccurrenceSteps.Where(x => ids.Contains(x.OccurrenceId) && x.Step == Step.Urge).GroupBy(x => x.OccurrenceId)
            .Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, cancellation);
        var running = (await db.SupervisionOrders.Where(x => ids.Contains(x.OccurrenceId) && x.State != AnswerState.Settled && x.State != AnswerState.Climbed)
            .ToListAsync(cancellation)).ToDictionary(x => x.OccurrenceId);
        var paced = candidates.Where(x => x.Plan.LightFamily == LightFamily.ByPace).Select(x => x.PlanTaskId).Distinct().ToList();
        var milestones = (await db.Milestones.Where(x => paced.Contains(x.PlanTaskId)).Select(x => new { x.PlanTaskId, x.DueOn }).ToListAsync(cancellation))
            .ToLookup(x => x.PlanTaskId, x => x.DueOn);
        return [.. candidates
            .Select(x => (Occurrence: x, Running: running.GetValueOrDefault(x.Id)))
            .Select(x => (x.Occurrence, x.Running, Proposed: ladder.Propose(
                Facts(x.Occurrence, x.Running, urged.GetValueOrDefault(x.Occurrence.Id), [.. milestones[x.Occurrence.PlanTaskId]], today))))
            .Where(x => x.Proposed is not null)
            .Select(x => new OrderProposal(x.Occurrence, x.Running, x.Proposed!.Value.Rung, x.Proposed.Value.Ground))
            .OrderByDescending(x => x.Rung.Colour).ThenBy(x => x.Occurrence.DueOn).ThenBy(x => x.Occurrence.Id)];
    }

    private static OrderFacts Facts(Occurrence occurrence, SupervisionOrder? running, int urged, IReadOnlyList<DateOnly> milestones, DateOnly today)
    {
        var due = occurrence.DueOn!.Value;
        int? behind = occurrence.Plan.LightFamily == LightFamily.ByPace
            ? Math.Max(0, (int)Math.Ceiling(PlannedPace.On(today, occurrence.OpenedOn, due, milestones) - (occurrence.LastReportedOn is null ? 0 : occurrence.Percent)))
            : null;
        return new OrderFacts(
            Math.Max(0, today.DayNumber - Lateness.From(due, occurrence.HeldByOtherUntil).DayNumber), urged, behind, running?.Colour,
            running is { State: AnswerState.Waiting or AnswerState.Returned } ? Math.Max(0, today.DayNumber - running.AnswerBy.DayNumber) : 0);
    }
}
