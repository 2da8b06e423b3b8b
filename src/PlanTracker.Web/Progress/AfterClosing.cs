using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Progress;

/// <summary>结束后补报: reports that came to a round after it was closed. They count nowhere in it.</summary>
public static class AfterClosing
{
    /// <summary>Those of the round which its snapshot does not hold; nothing while it is open. Told by the cell and not by the clock, so that a report that came at
    /// the very moment of closing is never lost between the two.</summary>
    public static IQueryable<ProgressReport> ReportsAfterClosing(this PlanTrackerDbContext db, Guid roundId) => db.ProgressReports.Where(x =>
        x.RoundId == roundId && db.RoundSnapshots.Any(s => s.RoundId == roundId)
        && !db.SnapshotCells.Any(c => c.RoundId == roundId && c.OccurrenceId == x.OccurrenceId && c.ReportedAt >= x.At));

    /// <summary>The closed rounds in which nothing was reported on it, or what was had been sent back, and which nobody has made up for since.</summary>
    public static IQueryable<SnapshotCell> Misses(this PlanTrackerDbContext db, Guid? occurrenceId = null) => db.SnapshotCells.Where(x =>
        (occurrenceId == null || x.OccurrenceId == occurrenceId) && (x.Cell == RoundCell.NotReported || x.Cell == RoundCell.Returned)
        && !db.ProgressReports.Any(r => r.RoundId == x.RoundId && r.OccurrenceId == x.OccurrenceId && (x.ReportedAt == null || r.At > x.ReportedAt)));
}
