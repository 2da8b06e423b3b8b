using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Materials;

/// <summary>Sets a passage aside that speaks of no task, or puts one back: what was taken from it leaves the draft again, as far as nobody has mended it.</summary>
public static class SettlePassage
{
    public sealed record Command(Guid PassageId, bool SetAside) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var passage = await db.MaterialPassages.Include(x => x.Material).SingleOrDefaultAsync(x => x.Id == request.PassageId, cancellationToken);
            if (passage is null || !actor.Opens(passage.Material))
                return RefusalKind.NotFound;
            if (passage.State == PassageState.Taken && passage.OccurrenceId is { } occurrence)
                await TakeOut(passage, occurrence, cancellationToken);
            (passage.State, passage.OccurrenceId, passage.TakenWords, passage.TakenFigures) = (request.SetAside ? PassageState.SetAside : PassageState.Open, null, "", "");
            (passage.DoneByName, passage.DoneAt) = (request.SetAside ? actor.Name : "", request.SetAside ? clock.UtcNow : null);
            return await db.SaveUnlessChanged(Done.It, cancellationToken);
        }

        private async Task TakeOut(MaterialPassage passage, Guid occurrence, CancellationToken cancellation)
        {
            var draft = await db.ReportDrafts.SingleOrDefaultAsync(x => x.OccurrenceId == occurrence, cancellation);
            if (draft is null)
                return;
            (draft.Words, draft.Figures) = (Without(draft.Words, passage.TakenWords), Without(draft.Figures, passage.TakenFigures));
            draft.ChangedAt = clock.UtcNow;
            if (draft is { Words: "", Figures: "" })
                db.ReportDrafts.Remove(draft);
        }

        private static string Without(string all, string part)
        {
            var at = part.Length == 0 ? -1 : all.IndexOf(part, StringComparison.Ordinal);
            return at < 0 ? all : (all[..at] + all[(at + part.Length)..]).Replace("\n\n", "\n", StringComparison.Ordinal).Trim('\n');
        }
    }
}
