using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reminders;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>An occurrence as the reminder planner sees it.</summary>
public sealed record OccurrenceFacts(Guid OccurrenceId, Guid JurisdictionId, Guid PlanId, Guid OrgUnitId, ReminderFacts Facts)
{
    private const int DaysRoundCutOffs = 45;

    private static readonly OccurrenceState[] Reminded =
        [.. Enum.GetValues<OccurrenceState>().Where(state => new ReminderFacts { State = state, HandedOverOn = default }.IsReminded)];

    /// <summary>Those of which a reminder may go out at all; the planner asks the same again.</summary>
    public static IQueryable<Occurrence> Open(PlanTrackerDbContext db) =>
        db.Occurrences.AsNoTracking().Where(x => x.RequestedOn == null && Reminded.Contains(x.State));

    /// <param name="occurrences">Which are read.</param>
    /// <param name="db">The context they come from.</param>
    /// <param name="day">Only rounds with a cut-off within 45 days of it are asked about missing reports.</param>
    public static async Task<List<OccurrenceFacts>> Read(
        IQueryable<Occurrence> occurrences, PlanTrackerDbContext db, DateOnly day, CancellationToken cancellation)
    {
        var (first, last) = (day.AddDays(-DaysRoundCutOffs), day.AddDays(DaysRoundCutOffs));
        var missing = (await occurrences
            .Join(db.ReportingRounds, x => x.PlanId, round => round.PlanId, (x, round) => new { x.Id, x.OpenedOn, x.Reports, Round = round })
            .Where(x => x.Round.ClosedAt == null && first <= x.Round.CutOffOn && x.Round.CutOffOn <= last && x.OpenedOn <= x.Round.CutOffOn)
            .Where(x => !x.Reports.Any(report => report.RoundId == x.Round.Id && report.ReturnedBecause == null))
            .Select(x => new { x.Id, x.Round.CutOffOn }).ToListAsync(cancellation)).ToLookup(x => x.Id, x => x.CutOffOn);
        var rows = await occurrences.Select(x => new
        {
            x.Id, x.JurisdictionId, x.PlanId, x.OrgUnitId, x.State, x.OpenedOn, x.DueOn, x.Ongoing, x.DeadlineConfirmed, x.RequestedOn, x.OrgUnit.Kind, x.HeldByOtherUntil,
            x.Role, x.Reached, Milestones = x.PlanTask.Milestones.Select(milestone => milestone.DueOn).ToList(),
            ReassignedOn = x.Steps.Where(step => step.Step == Step.Reassign || step.Step == Step.Transfer).Max(step => (DateOnly?)step.On),
        }).ToListAsync(cancellation);
        return [.. rows.Select(x => new OccurrenceFacts(x.Id, x.JurisdictionId, x.PlanId, x.OrgUnitId, new ReminderFacts
        {
            State = x.State,
            HandedOverOn = x.ReassignedOn ?? x.OpenedOn,
            DueOn = x.Ongoing ? null : x.DueOn,
            IsConfirmed = x.DeadlineConfirmed,
            RequestWaitingSince = x.RequestedOn,
            OpenMilestones = Milestones.AreAskedOf(x.Role) ? Milestones.Open(x.Milestones, MilestoneMarks.Parse(x.Reached)) : [],
            MissingReports = [.. missing[x.Id]],
            IsAskedByLetter = x.Kind.IsAskedByLetter,
            HeldByOtherUntil = x.HeldByOtherUntil,
        }))];
    }
}
