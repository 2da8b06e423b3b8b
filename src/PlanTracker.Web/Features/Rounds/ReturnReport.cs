using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Rounds;

/// <summary>Sends a report of an open round back with a reason; the unit reports anew, and the old words stay readable.</summary>
public static class ReturnReport
{
    public sealed record Command(Guid ReportId, string Reason) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, NoticeWriter notices) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var report = await db.ProgressReports.Include(x => x.Round).SingleOrDefaultAsync(x => x.Id == request.ReportId, cancellationToken);
            if (report is null || !actor.Coordinates(report.JurisdictionId))
                return RefusalKind.NotFound;
            if (report.Round is not { ClosedAt: null } round)
                return RefusalKind.RoundClosed;
            if (string.IsNullOrWhiteSpace(request.Reason))
                return new Refusal(RefusalKind.Missing, "理由");

            // A newer report has taken its place, or somebody else was quicker.
            if (report.ReturnedBecause is not null || await db.ProgressReports.AnyAsync(
                x => x.OccurrenceId == report.OccurrenceId && x.RoundId == round.Id && x.Id != report.Id && x.At > report.At, cancellationToken))
                return RefusalKind.ChangedMeanwhile;
            report.ReturnedBecause = request.Reason.Trim();
            (report.ReturnedById, report.ReturnedByName, report.ReturnedAt) = (actor.IsSystem ? null : actor.AccountId, actor.Name, clock.UtcNow);
            var about = await db.Occurrences.Where(x => x.Id == report.OccurrenceId)
                .Select(x => new { x.OrgUnitId, x.PlanTask.Title }).SingleAsync(cancellationToken);
            await notices.ToUnit(about.OrgUnitId, NoticeKind.ReportReturned, "/report", [round.Name, about.Title, report.ReturnedBecause], cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return Done.It;
        }
    }
}
