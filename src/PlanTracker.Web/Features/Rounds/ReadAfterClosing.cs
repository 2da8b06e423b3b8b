using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Rounds;

/// <summary>What came to a closed round after it was closed, beside its snapshot and never in it: late reports, and what the coordinator noted.</summary>
public static class ReadAfterClosing
{
    public sealed record Query(Guid RoundId) : IQuery<Outcome<Result>>;

    /// <param name="Reports">As units and tasks are named today, the latest first.</param>
    public sealed record Result(IReadOnlyList<Late> Reports, IReadOnlyList<Note> Notes);

    public sealed record Late(Guid OccurrenceId, string Unit, string Number, string Title, string Words, bool NothingNew, bool StillDone, string Reached, string ByName, DateOnly On);

    public sealed record Note(string Words, string ByName, DateTime At);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var place = await db.ReportingRounds.AsNoTracking().Where(x => x.Id == request.RoundId && x.ClosedAt != null)
                .Select(x => (Guid?)x.JurisdictionId).SingleOrDefaultAsync(cancellationToken);
            if (place is null || !actor.Coordinates(place.Value))
                return RefusalKind.NotFound;
            var reports = await db.ReportsAfterClosing(request.RoundId).AsNoTracking().OrderByDescending(x => x.At).ThenBy(x => x.Id)
                .Select(x => new Late(
                    x.OccurrenceId, x.Occurrence.OrgUnit.Name, x.Occurrence.PlanTask.Number, x.Occurrence.PlanTask.Title, x.Words, x.NothingNew, x.StillDone, x.Reached, x.ByName, x.On))
                .ToListAsync(cancellationToken);
            var notes = await db.RoundNotes.AsNoTracking().Where(x => x.RoundId == request.RoundId).OrderBy(x => x.At)
                .Select(x => new Note(x.Words, x.ByName, x.At)).ToListAsync(cancellationToken);
            return new Result(reports, notes);
        }
    }
}
