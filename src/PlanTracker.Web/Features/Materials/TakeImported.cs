using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Materials;

/// <summary>Takes the progress out of a report that was imported for its next steps.</summary>
public static class TakeImported
{
    public sealed record Command(Guid ImportId) : ICommand<Outcome<MadeMaterial>>;

    public sealed class Handler(PlanTrackerDbContext db, FileStore files, MaterialMaking making, Actor actor) : IHandler<Command, Outcome<MadeMaterial>>
    {
        public async Task<Outcome<MadeMaterial>> Handle(Command request, CancellationToken cancellationToken)
        {
            var import = await db.ImportDrafts.AsNoTracking().Where(x => x.Id == request.ImportId && x.State != ImportState.Unreadable)
                .Select(x => new { x.JurisdictionId, x.FileName, x.FileHash }).SingleOrDefaultAsync(cancellationToken);
            if (import is null || !actor.Coordinates(import.JurisdictionId))
                return RefusalKind.NotFound;
            await using var file = files.Open(import.FileHash);
            if (file is null)
                return RefusalKind.NotFound;
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellationToken);
            return await making.Make(import.JurisdictionId, null, import.FileName, content.ToArray(), cancellationToken);
        }
    }
}
