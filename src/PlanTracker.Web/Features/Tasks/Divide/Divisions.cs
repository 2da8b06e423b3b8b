using System.Globalization;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;

namespace PlanTracker.Web.Features.Tasks.Divide;

internal static class Divisions
{
    /// <summary>What <see cref="OccurrenceStep.Changed"/> says of one that was taken back.</summary>
    public const string Ended = "DivisionEnded";

    /// <summary>What the history keeps of it: office, person and inner deadline.</summary>
    public static string Kept(this Division division) => string.Join(
        NoticeWriter.Separator, division.Office, division.PersonName, division.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");

    /// <summary>Those that hold: of the unit that has the task now.</summary>
    public static IQueryable<Division> Holding(this IQueryable<Division> all) => all.Where(x => x.EndedOn == null && x.OrgUnitId == x.Occurrence.OrgUnitId);

    /// <summary>Who reports for these units or heads them today.</summary>
    public static IQueryable<Membership> Colleagues(this PlanTrackerDbContext db, IReadOnlyCollection<Guid> orgUnitIds, DateOnly today) => db.Memberships.Where(x =>
        x.OrgUnitId != null && orgUnitIds.Contains(x.OrgUnitId.Value) && (x.Function == Function.UnitReporter || x.Function == Function.UnitHead)
        && x.From <= today && (x.To == null || x.To >= today) && (x.Account.ClosedOn == null || x.Account.ClosedOn > today));
}
