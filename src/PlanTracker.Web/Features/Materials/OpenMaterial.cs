using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Likeness;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Materials;

/// <summary>A report's passages, each with the tasks it seems to speak of.</summary>
public static class OpenMaterial
{
    public sealed record Query(Guid Id) : IQuery<Outcome<Result>>;

    /// <param name="Draft">The import that made a plan of the next steps; null while there is none.</param>
    public sealed record Result(
        string Title, string FileName, string? Unit, string By, DateTime CreatedAt, int NextSteps, Guid? Draft, bool IsOffice, IReadOnlyList<Passage> Passages,
        IReadOnlyList<Candidate> Choices);

    public sealed record Passage(
        Guid Id, string Section, string Title, string Words, IReadOnlyList<MaterialFigure> Figures, PassageState State, string DoneBy, Guid? TaskId, string? Task,
        string? Unit, IReadOnlyList<Proposal> Proposals);

    /// <param name="IsStrong">Much more alike than any other.</param>
    /// <param name="Shared">The longest words that both hold.</param>
    public sealed record Proposal(Candidate Task, bool IsStrong, IReadOnlyList<string> Shared);

    public sealed class Handler(PlanTrackerDbContext db, TaskWordings wordings, Actor actor, Clock clock) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var material = await db.ReportMaterials.AsNoTracking().Include(x => x.OrgUnit).SeenBy(actor).SingleOrDefaultAsync(x => x.Id == request.Id, cancellationToken);
            if (material is null)
                return RefusalKind.NotFound;
            var rows = await db.MaterialPassages.AsNoTracking().Where(x => x.MaterialId == material.Id).OrderBy(x => x.Position)
                .Select(x => new Passage(
                    x.Id, x.Section, x.Title, x.Words, x.Figures, x.State, x.DoneByName, x.Occurrence!.PlanTaskId,
                    x.Occurrence.PlanTask.Number + x.Occurrence.PlanTask.Title, x.Occurrence.OrgUnit.Name, Array.Empty<Proposal>()))
                .ToListAsync(cancellationToken);
            var found = await new Candidates(db, wordings, material.JurisdictionId, material.OrgUnitId, clock.Today).For(
                [.. rows.Where(x => x.State == PassageState.Open).Select(x => new OpenPassage(x.Id, LastOf(x.Section), x.Words))], cancellationToken);
            var isOffice = actor.Coordinates(material.JurisdictionId);
            var draft = isOffice
                ? await db.ImportDrafts.Where(x => x.JurisdictionId == material.JurisdictionId && x.FileHash == material.FileHash && x.State != ImportState.Discarded)
                    .Select(x => (Guid?)x.Id).FirstOrDefaultAsync(cancellationToken)
                : null;
            return new Result(
                material.Title, material.FileName, material.OrgUnit?.Name, material.ByName, material.CreatedAt, material.NextSteps, draft, isOffice,
                [.. rows.Select(x => found.Proposals.TryGetValue(x.Id, out var proposals) ? x with { Proposals = proposals } : x)], found.Open);
        }

        private static string LastOf(string section) => section[(section.LastIndexOf(" > ", StringComparison.Ordinal) is >= 0 and var at ? at + 3 : 0)..];
    }
}
