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
    /// <summary>Below it two texts share no more than the words of the trade.</summary>
    private const double Least = 0.08;

    /// <summary>From here on, and well before the second, the likeness was right in reports of the public corpus.</summary>
    private const double Strong = 0.2;
    private const double Lead = 1.3;

    private const int Most = 3;
    private const double TitleWeight = 3;
    private const int MostSharedWords = 4;

    private readonly TextIndex<Candidate> index;

    private Candidates(IReadOnlyList<Candidate> all)
    {
        All = all;
        index = new TextIndex<Candidate>(all.Select(x => (x, (IReadOnlyList<(string, double)>)[(x.Title, TitleWeight), (x.Body, 1)])));
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

    public IReadOnlyList<OpenMaterial.Proposal> For(string heading, string words)
    {
        var hits = index.Nearest($"{heading} {words}", Most).Where(x => x.Score >= Least).ToList();
        return
        [
            .. hits.Select((hit, place) => new OpenMaterial.Proposal(
                hit.Item, place == 0 && hit.Score >= Strong && (hits.Count == 1 || hit.Score >= Lead * hits[1].Score),
                SharedWords.Of(hit.Item.Title + "。" + hit.Item.Body, words, MostSharedWords))),
        ];
    }
}
