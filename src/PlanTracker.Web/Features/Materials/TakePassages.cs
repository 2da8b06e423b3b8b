using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Materials;

/// <summary>Puts passages of a report into the progress drafts of tasks, behind what stands there already. The unit still has to hand them in.</summary>
public static class TakePassages
{
    private const int Longest = 4000;

    public sealed record Command(Guid MaterialId, IReadOnlyList<Item> Items) : ICommand<Outcome<Done>>;

    /// <param name="Words">Null: as printed.</param>
    /// <param name="Figures">Null: as read, one a line.</param>
    public sealed record Item(Guid PassageId, Guid OccurrenceId, string? Words = null, string? Figures = null);

    public sealed class Handler(PlanTrackerDbContext db, NoticeWriter notices, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var material = await db.ReportMaterials.Include(x => x.Passages).SeenBy(actor).SingleOrDefaultAsync(x => x.Id == request.MaterialId, cancellationToken);
            if (material is null)
                return RefusalKind.NotFound;
            Guid[] ids = [.. request.Items.Select(x => x.OccurrenceId).Distinct()];
            var occurrences = await db.Occurrences
                .Where(x => ids.Contains(x.Id) && x.JurisdictionId == material.JurisdictionId && (material.OrgUnitId == null || x.OrgUnitId == material.OrgUnitId))
                .ToDictionaryAsync(x => x.Id, cancellationToken);
            var drafts = await db.ReportDrafts.Where(x => ids.Contains(x.OccurrenceId)).ToDictionaryAsync(x => x.OccurrenceId, cancellationToken);
            var told = await UnitsTold(material, cancellationToken);
            foreach (var item in request.Items)
            {
                var passage = material.Passages.Find(x => x.Id == item.PassageId);
                if (passage is null || !occurrences.TryGetValue(item.OccurrenceId, out var occurrence))
                    return RefusalKind.NotFound;
                if (passage.State != PassageState.Open)
                    return RefusalKind.ChangedMeanwhile;
                if (occurrence.State.IsOver || occurrence.State == OccurrenceState.Suspended)
                    return new Refusal(RefusalKind.WrongState, nameof(Step.Report), $"{occurrence.State}");
                if (!drafts.TryGetValue(occurrence.Id, out var draft))
                    db.ReportDrafts.Add(drafts[occurrence.Id] = draft = new ReportDraft { OccurrenceId = occurrence.Id, JurisdictionId = occurrence.JurisdictionId });
                if (Put(passage, draft, material, item) is { } refusal)
                    return refusal;
                passage.OccurrenceId = occurrence.Id;
                if (!actor.IsOfUnit(occurrence.OrgUnitId) && told.Add(occurrence.OrgUnitId))
                    await notices.ToUnit(occurrence.OrgUnitId, NoticeKind.ProgressDrafted, "/report", [NameOf(material), actor.Name], cancellationToken);
            }

            return await db.SaveIfFirst(Done.It, cancellationToken);
        }

        private Refusal? Put(MaterialPassage passage, ReportDraft draft, ReportMaterial material, Item item)
        {
            var words = (item.Words ?? passage.Words).Trim();
            var figures = (item.Figures ?? FigureLines.Of(passage.Figures)).Trim();
            if (words.Length == 0)
                return new Refusal(RefusalKind.Missing, "进展情况");
            var (allWords, allFigures) = (Joined(draft.Words, words), Joined(draft.Figures, figures));
            if (allWords.Length > Longest || allFigures.Length > Longest)
                return new Refusal(RefusalKind.TooLong, $"{Longest}");
            (draft.Words, draft.Figures) = (allWords, allFigures);
            var name = NameOf(material);
            if (!draft.Origin.Split('、').Contains(name))
                draft.Origin = draft.Origin.Length == 0 ? name : $"{draft.Origin}、{name}";
            (draft.ByName, draft.ChangedAt) = (actor.Name, clock.UtcNow);
            (passage.State, passage.TakenWords, passage.TakenFigures) = (PassageState.Taken, words, figures);
            (passage.DoneByName, passage.DoneAt) = (actor.Name, clock.UtcNow);
            return null;
        }

        // One word to a unit for each report, however many passages are taken.
        private async Task<HashSet<Guid>> UnitsTold(ReportMaterial material, CancellationToken cancellation)
        {
            var units = await db.MaterialPassages.Where(x => x.MaterialId == material.Id && x.State == PassageState.Taken && x.Occurrence != null)
                .Select(x => x.Occurrence!.OrgUnitId).Distinct().ToListAsync(cancellation);
            return [.. units];
        }

        private static string NameOf(ReportMaterial material) => material.Title.Length > 0 ? material.Title : material.FileName;

        private static string Joined(string before, string more) => before.Length == 0 ? more : more.Length == 0 ? before : $"{before.TrimEnd()}\n{more}";
    }
}
