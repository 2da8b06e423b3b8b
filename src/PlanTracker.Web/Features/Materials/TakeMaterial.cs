using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Reading;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Materials;

/// <summary>Takes in a report: a unit its own, the office the jurisdiction's or a unit's.</summary>
public static class TakeMaterial
{
    /// <param name="OrgUnitId">Whose report; null: the jurisdiction's, which the office alone brings.</param>
    public sealed record Command(string FileName, ReadOnlyMemory<byte> Content, Guid? OrgUnitId) : ICommand<Outcome<MadeMaterial>>;

    public sealed class Handler(PlanTrackerDbContext db, MaterialMaking making, ReadingOptions limits, Actor actor) : IHandler<Command, Outcome<MadeMaterial>>
    {
        public async Task<Outcome<MadeMaterial>> Handle(Command request, CancellationToken cancellationToken)
        {
            var jurisdiction = request.OrgUnitId is { } unit
                ? await db.OrgUnits.Where(x => x.Id == unit).Select(x => (Guid?)x.JurisdictionId).SingleOrDefaultAsync(cancellationToken)
                : actor.CoordinatedIds.Select(x => (Guid?)x).FirstOrDefault();
            if (jurisdiction is not { } place || !actor.Opens(place, request.OrgUnitId))
                return RefusalKind.NotAllowed;
            if (request.Content.IsEmpty)
                return RefusalKind.FileEmpty;
            if (request.Content.Length > limits.MaxBytes)
                return new Refusal(RefusalKind.FileTooLarge, $"{limits.MaxBytes >> 20} MB");
            return await making.Make(place, request.OrgUnitId, request.FileName, request.Content, cancellationToken);
        }
    }
}
