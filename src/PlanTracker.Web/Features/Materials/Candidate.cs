using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Plans.Likeness;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Likeness;

namespace PlanTracker.Web.Features.Materials;

/// <summary>A task, by the one occurrence whose progress a report may tell: of a unit its own, else that of the unit which puts the report together.</summary>
public sealed record Candidate
{
    public required Guid OccurrenceId { get; init; }
    public required Guid TaskId { get; init; }
    public required string Plan { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required string Unit { get; init; }
    public required Role Role { get; init; }
    public required bool Gathers { get; init; }
    public required OccurrenceState State { get; init; }
    public required Recurrence? Recurrence { get; init; }
    public required DateOnly? PeriodFrom { get; init; }

    /// <summary>What is closed takes no more reports.</summary>
    public bool MayBeTaken => State != OccurrenceState.Closed;
}

/// <summary>A passage with which nothing was done yet.</summary>
internal readonly record struct OpenPassage(Guid Id, string Heading, string Words);

/// <summary>The tasks a report may speak of: all that are open, and closed ones to which a passage is alike.</summary>
/// <param name="unit">Whose report; null: the jurisdiction's.</param>
internal sealed class Candidates(PlanTrackerDbContext db, TaskWordings wordings, Guid jurisdiction, Guid? unit, DateOnly today)
{
    private const int MostSharedWords = 4;

    /// <summary>More than are shown: some of them may be suspended or called off.</summary>
    private const int MostLooked = 8;

    public sealed record Found(IReadOnlyList<Candidate> Open, IReadOnlyDictionary<Guid, IReadOnlyList<OpenMaterial.Proposal>> Proposals);

    public async Task<Found> For(IReadOnlyCollection<OpenPassage> passages, CancellationToken cancellation)
    {
        if (passages.Count == 0)
            return new Found(await Read(x => x.State != OccurrenceState.Closed, cancellation), new Dictionary<Guid, IReadOnlyList<OpenMaterial.Proposal>>());
        var (index, own) = await wordings.Of(jurisdiction, cancellation);

        // A unit stands on few tasks: all are read, and it is those alone that its passages may tell of.
        Guid[] near = unit is not null ? [] :
            [.. passages.SelectMany(x => index.TasksOf(x.Heading, x.Words, task => own.Contains(task.Id), MostLooked)).Select(x => x.Task.Id).Distinct()];
        var all = await Read(x => unit != null || x.State != OccurrenceState.Closed || near.Contains(x.PlanTaskId), cancellation);
        var candidates = all.ToDictionary(x => x.TaskId);
        return new Found(
            [.. all.Where(x => x.MayBeTaken)],
            passages.ToDictionary(
                x => x.Id,
                IReadOnlyList<OpenMaterial.Proposal> (x) =>
                [
                    .. index.TasksOf(x.Heading, x.Words, task => candidates.ContainsKey(task.Id)).Select(match => new OpenMaterial.Proposal(
                        candidates[match.Task.Id], match.IsStrong, SharedWords.Of(match.Task.Words, x.Words, MostSharedWords))),
                ]));
    }

    /// <summary>One occurrence of each task, the newest plan's first.</summary>
    private async Task<IReadOnlyList<Candidate>> Read(Expression<Func<Occurrence, bool>> which, CancellationToken cancellation)
    {
        var rows = await db.Occurrences.AsNoTracking().Where(which)
            .Where(x => x.JurisdictionId == jurisdiction && (unit == null || x.OrgUnitId == unit) && x.OpenedOn <= today
                && x.State != OccurrenceState.Cancelled && x.State != OccurrenceState.CarriedOver && x.State != OccurrenceState.Suspended)
            .OrderByDescending(x => x.Plan.PublishedAt).ThenBy(x => x.PlanTask.Position).ThenByDescending(x => x.PeriodFrom).ThenBy(x => x.Role)
            .Select(x => new Candidate
            {
                OccurrenceId = x.Id, TaskId = x.PlanTaskId, Plan = x.Plan.Title, Number = x.PlanTask.Number, Title = x.PlanTask.Title,
                Unit = x.OrgUnit.Name, Role = x.Role, Gathers = x.Assignment.Gathers, State = x.State, Recurrence = x.PlanTask.Recurrence, PeriodFrom = x.PeriodFrom,
            })
            .ToListAsync(cancellation);
        return [.. rows.GroupBy(x => x.TaskId).Select(x => x.FirstOrDefault(o => o.Gathers && o.MayBeTaken) ?? x.FirstOrDefault(o => o.MayBeTaken) ?? x.First())];
    }
}
