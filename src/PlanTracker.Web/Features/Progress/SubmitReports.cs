using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Progress;

/// <summary>Hands in reports on one or many tasks. Each stands for itself: what is refused keeps its draft, the others are reported.</summary>
public static class SubmitReports
{
    public sealed record Command(IReadOnlyList<Item> Items) : ICommand<IReadOnlyList<Result>>;

    public sealed record Item(Guid OccurrenceId, ReportEntry Entry);

    public sealed record Result(Guid OccurrenceId, Refusal? Refusal) : IRefusable;

    public sealed class Handler(PlanTrackerDbContext db, ReportWriter writer) : IHandler<Command, IReadOnlyList<Result>>
    {
        public async Task<IReadOnlyList<Result>> Handle(Command request, CancellationToken cancellationToken)
        {
            Guid[] ids = [.. request.Items.Select(x => x.OccurrenceId).Distinct()];
            var found = await db.Occurrences.Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, cancellationToken);
            var drafts = await db.ReportDrafts.Where(x => ids.Contains(x.OccurrenceId)).ToDictionaryAsync(x => x.OccurrenceId, cancellationToken);
            List<Result> results = [];
            foreach (var item in request.Items)
            {
                var refusal = found.TryGetValue(item.OccurrenceId, out var occurrence)
                    ? (await writer.Write(occurrence, item.Entry, cancellationToken)).Refusal : new Refusal(RefusalKind.NotFound);
                results.Add(new Result(item.OccurrenceId, refusal));
                if (refusal is null && drafts.Remove(item.OccurrenceId, out var draft))
                    db.ReportDrafts.Remove(draft);
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return results;
            }
            catch (DbUpdateConcurrencyException)
            {
                return [.. request.Items.Select(x => new Result(x.OccurrenceId, new Refusal(RefusalKind.ChangedMeanwhile)))];
            }
        }
    }
}
