using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Progress;

/// <summary>Keeps what is being typed for one task, so that no lost connection loses it. Two who type at once: the later words stay.</summary>
public static class SaveDraft
{
    private const int Longest = 4000;

    /// <param name="Reached">Milestones whose day of completion is typed, each once.</param>
    public sealed record Command(Guid OccurrenceId, string Words, int? Percent, string Figures, IReadOnlyList<ReachedMilestone>? Reached = null) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var occurrence = await db.Occurrences.AsNoTracking().Where(x => x.Id == request.OccurrenceId)
                .Select(x => new { x.OrgUnitId, x.JurisdictionId }).SingleOrDefaultAsync(cancellationToken);
            if (occurrence is null || !actor.IsOfUnit(occurrence.OrgUnitId))
                return RefusalKind.NotFound;
            if (request.Words.Length > Longest || request.Figures.Length > Longest)
                return new Refusal(RefusalKind.TooLong, $"{Longest}");
            var draft = await db.ReportDrafts.SingleOrDefaultAsync(x => x.OccurrenceId == request.OccurrenceId, cancellationToken);
            if (draft is null)
                db.ReportDrafts.Add(draft = new ReportDraft { OccurrenceId = request.OccurrenceId, JurisdictionId = occurrence.JurisdictionId });
            (draft.Words, draft.Percent, draft.Figures) = (request.Words, request.Percent is >= 0 and <= 100 ? request.Percent : null, request.Figures);
            draft.Reached = MilestoneMarks.Of(request.Reached ?? []).Text;
            (draft.ByName, draft.ChangedAt) = (actor.Name, clock.UtcNow);
            await db.SaveChangesAsync(cancellationToken);
            return Done.It;
        }
    }
}
