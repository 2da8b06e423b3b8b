using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Registry;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Review;

/// <summary>A draft with all that its review shows: the source, the tasks, and the registry to link names to.</summary>
public static class OpenDraft
{
    public sealed record Query(Guid Id) : IQuery<Outcome<Result>>;

    public sealed record Result(
        Guid Id, ImportState State, DraftFields Fields, string FileName, DateTime CreatedAt, string By, Guid? PlanId, string SourceText,
        string? SourceBlocks, IReadOnlyList<DraftDoubt> Doubts, IReadOnlyList<TaskView> Tasks, IReadOnlyList<Choice> Units, IReadOnlyList<Choice> Groups,
        Undoable? Undoable, int Version);

    /// <summary>What was done last and may be taken back.</summary>
    public sealed record Undoable(Guid CutId, CutKind Kind, string Title, string ByName);

    /// <param name="OtherNames">By which it is found as well.</param>
    public sealed record Choice(Guid Id, string Name, IReadOnlyList<string> OtherNames);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var draft = await db.ImportDrafts.AsNoTracking().Include(x => x.Tasks.OrderBy(t => t.Position))
                .SingleOrDefaultAsync(x => x.Id == request.Id, cancellationToken);
            if (draft is null || !actor.Coordinates(draft.JurisdictionId))
                return RefusalKind.NotFound;
            var by = await db.Users.Where(x => x.Id == draft.CreatedById).Select(x => x.DisplayName).FirstOrDefaultAsync(cancellationToken);
            var today = clock.Today;
            var units = await db.OrgUnits.OfRegister(draft.JurisdictionId).AsNoTracking().Where(x => x.EndedOn == null || x.EndedOn > today)
                .OrderBy(x => x.Position).ThenBy(x => x.Name)
                .Select(x => new Choice(x.Id, x.Name, x.Aliases.Select(a => a.Name).ToList())).ToListAsync(cancellationToken);
            var groups = await db.UnitGroups.AsNoTracking().Where(x => x.JurisdictionId == draft.JurisdictionId).OrderBy(x => x.Name)
                .Select(x => new { x.Id, x.Name, x.Aliases }).ToListAsync(cancellationToken);
            return new Result(
                draft.Id, draft.State, DraftFields.Of(draft), draft.FileName, draft.CreatedAt, by ?? "", draft.PlanId, draft.SourceText,
                draft.SourceBlocks, draft.Doubts, [.. draft.Tasks.Select(TaskView.Of)], units,
                [.. groups.Select(x => new Choice(x.Id, x.Name, UnitRegistry.AliasesOf(x.Aliases)))],
                await Last(draft, cancellationToken), draft.Version);
        }

        private async Task<Undoable?> Last(ImportDraft draft, CancellationToken cancellation)
        {
            var cuts = await db.DraftCuts.AsNoTracking().Where(x => x.ImportDraftId == draft.Id).OrderByDescending(x => x.At).ThenByDescending(x => x.Id)
                .ToListAsync(cancellation);
            return cuts.Find(x => DraftCuts.CanBeTakenBack(x, draft.Tasks)) is { } cut
                ? new Undoable(cut.Id, cut.Kind, (cut.Second ?? cut.First).Title, cut.ByName)
                : null;
        }
    }
}
