using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Tasks.Steps;

/// <summary>填报进展 on one occurrence, with files.</summary>
public static class FileReport
{
    public sealed record Command(Guid OccurrenceId, ReportEntry Entry) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, ReportWriter writer) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var occurrence = await db.Occurrences.SingleOrDefaultAsync(x => x.Id == request.OccurrenceId, cancellationToken);
            if (occurrence is null)
                return RefusalKind.NotFound;
            var outcome = await writer.Write(occurrence, request.Entry, cancellationToken);
            if (outcome.Refusal is { } refusal)
                return refusal;
            if (await db.ReportDrafts.FindAsync([occurrence.Id], cancellationToken) is { } draft)
                db.ReportDrafts.Remove(draft);
            return await db.SaveUnlessChanged(Done.It, cancellationToken);
        }
    }
}
