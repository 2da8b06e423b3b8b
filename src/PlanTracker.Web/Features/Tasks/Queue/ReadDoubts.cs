using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Queue;

/// <summary>What the office has still to confirm: drafts in review, leads that were only proposed, deadlines that nobody stated.</summary>
public static class ReadDoubts
{
    public const int PageSize = 30;

    /// <param name="Page">Of the tasks, from 1.</param>
    public sealed record Query(int Page = 1) : IQuery<Outcome<Result>>;

    public sealed record Result(IReadOnlyList<Draft> Drafts, IReadOnlyList<Row> Tasks, int Total);

    /// <param name="Open">Doubts of the document and its tasks that nobody has settled.</param>
    public sealed record Draft(Guid Id, string Title, int Tasks, int Open, DateTime ChangedAt);

    /// <param name="ProposedLead">Null where the lead is printed or confirmed.</param>
    /// <param name="Units">Who else stands on the task.</param>
    public sealed record Row(
        Guid Id, string Number, string Title, string PlanTitle, string? ProposedLead, string Units, DateOnly? DueOn, bool DeadlineDoubtful,
        Recurrence? Recurrence, DayInPeriod? PeriodDay);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (actor.CoordinatedIds.Count == 0)
                return RefusalKind.NotAllowed;
            var tasks = db.PlanTasks.AsNoTracking().Where(x => actor.CoordinatedIds.Contains(x.JurisdictionId)).Doubtful();
            var total = await tasks.CountAsync(cancellationToken);
            var page = await tasks.OrderByDescending(x => x.Plan.PublishedOn).ThenBy(x => x.Plan.Title).ThenBy(x => x.Position)
                .Skip((Math.Max(1, request.Page) - 1) * PageSize).Take(PageSize)
                .Select(x => new
                {
                    x.Id, x.Number, x.Title, PlanTitle = x.Plan.Title, x.DueOn, Doubtful = !x.DeadlineConfirmed && !x.Ongoing && (x.DueOn != null || x.Recurrence != null),
                    x.Recurrence, x.PeriodDay, Units = x.Assignments.Where(a => a.EndedOn == null).OrderBy(a => a.Role).ThenBy(a => a.OrgUnit.Position).Select(a => new { a.OrgUnit.Name, a.Provisional }).ToList(),
                }).ToListAsync(cancellationToken);
            return new Result(
                await Drafts(cancellationToken),
                [.. page.Select(x => new Row(
                    x.Id, x.Number, x.Title, x.PlanTitle, x.Units.Find(u => u.Provisional)?.Name, string.Join('、', x.Units.Where(u => !u.Provisional).Select(u => u.Name)),
                    x.DueOn, x.Doubtful, x.Recurrence, x.PeriodDay))],
                total);
        }

        private async Task<IReadOnlyList<Draft>> Drafts(CancellationToken cancellation) =>
            [.. (await db.ImportDrafts.AsNoTracking().Where(x => actor.CoordinatedIds.Contains(x.JurisdictionId) && x.State == ImportState.InReview)
                .OrderBy(x => x.ChangedAt)
                .Select(x => new { x.Id, x.Title, x.FileName, x.Doubts, x.ChangedAt, Contents = x.Tasks.Select(t => t.Content).ToList() })
                .ToListAsync(cancellation))
                .Select(x => new Draft(
                    x.Id, x.Title.Length > 0 ? x.Title : x.FileName, x.Contents.Count,
                    x.Doubts.Count(d => !d.Settled) + x.Contents.Sum(c => c.Doubts.Count(d => !d.Settled)), x.ChangedAt))];
    }
}
