using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Plans.Likeness;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;

namespace PlanTracker.Web.Features.Materials;

/// <summary>A task, by the one occurrence whose progress a report may tell: of a unit its own, else that of the unit which puts the report together.</summary>
public sealed record Candidate
{
    public required Guid OccurrenceId { get; init; }
    public required Guid TaskId { get; init; }
    public required string Plan { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required string Body { get; init; }
    public required string Unit { get; init; }
    public required Role Role { get; init; }
    public required bool Gathers { get; init; }
    public required OccurrenceState State { get; init; }
    public required Recurrence? Recurrence { get; init; }
    public required DateOnly? PeriodFrom { get; init; }

    /// <summary>What is closed takes no more reports.</summary>
    public bool MayBeTaken => State != OccurrenceState.Closed;
}

/// <summary>The tasks a report may speak of, and which of them a passage is alike to.</summary>
internal sealed class Candidates
{
    private const int MostSharedWords = 4;

    private readonly PassageMatcher<Candidate> matcher;

    private Candidates(IReadOnlyList<Candidate> all)
    {
        All = all;
        matcher = new PassageMatcher<Candidate>(all.Select(x => (x, x.Title, x.Body)));
    }

    public IReadOnlyList<Candidate> All { get; }

    public static async Task<Candidates> Load(PlanTrackerDbContext db, Guid jurisdiction, Guid? unit, DateOnly today, CancellationToken cancellation)
    {
        var rows = await db.Occurrences.AsNoTracking()
            .Where(x => x.JurisdictionId == jurisdiction && (unit == null || x.OrgUnitId == unit) && x.OpenedOn <= today
                && x.State != OccurrenceState.Cancelled && x.State != OccurrenceState.Suspended)
            .OrderByDescending(x => x.Plan.PublishedAt).ThenBy(x => x.PlanTask.Position).ThenByDescending(x => x.PeriodFrom).ThenBy(x => x.Role)
            .Select(x => new Candidate
            {
                OccurrenceId = x.Id, TaskId = x.PlanTaskId, Plan = x.Plan.Title, Number = x.PlanTask.Number, Title = x.PlanTask.Title, Body = x.PlanTask.Body,
                Unit = x.OrgUnit.Name, Role = x.Role, Gathers = x.Assignment.Gathers, State = x.State, Recurrence = x.PlanTask.Recurrence, PeriodFrom = x.PeriodFrom,
            })
            .ToListAsync(cancellation);
        return new Candidates([.. rows.GroupBy(x => x.TaskId).Select(x => x.FirstOrDefault(o => o.Gathers && o.MayBeTaken) ?? x.FirstOrDefault(o => o.MayBeTaken) ?? x.First())]);
    }

    public IReadOnlyList<OpenMaterial.Proposal> For(string heading, string words) =>
    [
        .. matcher.For(heading, words).Select(x => new OpenMaterial.Proposal(
            x.Task, x.IsStrong, SharedWords.Of(x.Task.Title + "。" + x.Task.Body, words, MostSharedWords))),
    ];
}
