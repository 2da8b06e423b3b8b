using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Measures;
using PlanTracker.Domain.Supervision;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Dashboard.Overview;

/// <summary>How every unit stands that has tasks: the numbers of the table, of the tiles and of the owners' health, all from one pass.</summary>
public static class ShowUnits
{
    /// <param name="Side">Counts the one side alone, so that both may be counted beside each other; null for both in one pass.</param>
    public sealed record Query(Guid? Place = null, Guid? Plan = null, Side? Side = null) : IQuery<Outcome<IReadOnlyList<Row>>>;

    /// <param name="Place">The name of its jurisdiction.</param>
    /// <param name="Leader">Who answers for it; empty where nobody is named.</param>
    /// <param name="IsNamed">False for a body that is asked by letter, where the place of its tasks does not have it compared or listed as late.</param>
    public sealed record Row(
        Guid Id, string Name, OrgUnitKind Kind, int Position, string Place, bool HasContact, string Leader, bool IsNamed, UnitNumbers Lead, UnitNumbers Cooperating)
    {
        public UnitNumbers On(Side side) => side == Side.Cooperating ? Cooperating : Lead;

        /// <summary>Of all its tasks, on whichever side it stands.</summary>
        public UnitNumbers All => Lead + Cooperating;
    }

    /// <summary>What was counted of each side, as if it had been counted in one pass.</summary>
    public static IReadOnlyList<Row> Together(IEnumerable<Row> one, IEnumerable<Row> other) => InOrder(one.Concat(other).GroupBy(x => x.Id)
        .Select(unit => unit.Aggregate((left, right) => left with { IsNamed = left.IsNamed && right.IsNamed, Lead = left.Lead + right.Lead, Cooperating = left.Cooperating + right.Cooperating })));

    private static List<Row> InOrder(IEnumerable<Row> rows) =>
        [.. rows.OrderBy(x => x.Place, StringComparer.Ordinal).ThenBy(x => x.Position).ThenBy(x => x.Name, StringComparer.Ordinal)];

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, WorkingCalendar calendar) : IHandler<Query, Outcome<IReadOnlyList<Row>>>
    {
        public async Task<Outcome<IReadOnlyList<Row>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.OverseesAny())
                return RefusalKind.NotAllowed;
            var read = db.OccurrencesReadBy(actor, request.Place, request.Plan);
            if (request.Side is { } side)
                read = read.Where(MeasureDay.On(side));
            var alike = new MeasureDay(clock.Today, calendar).Alike(read);
            var counted = await alike
                .Join(db.OrgUnits, row => row.OrgUnitId, unit => unit.Id, (row, unit) => new
                {
                    Row = row, unit.Name, unit.Kind, unit.Position, Place = unit.Jurisdiction.Name, HasContact = unit.Contacts.Any(), Leader = unit.SupervisingLeader!.Name,
                    AllNamed = db.Jurisdictions.Any(place => place.Id == row.JurisdictionId && place.LetterUnitsAreNamed),
                })
                .AsNoTracking().ToListAsync(cancellationToken);
            return InOrder(counted.GroupBy(x => x.Row.OrgUnitId)
                .Select(unit => (unit.First(), Rows: unit.Select(x => x.Row).ToList()) is var (first, rows)
                    ? new Row(
                        unit.Key, first.Name, first.Kind, first.Position, first.Place, first.HasContact, first.Leader ?? "",
                        unit.All(x => new LetterRules { AreNamed = x.AllNamed }.Names(x.Kind)),
                        UnitNumbers.Of(rows.Where(x => x.Side == Side.Lead)), UnitNumbers.Of(rows.Where(x => x.Side == Side.Cooperating)))
                    : null!));
        }
    }
}

/// <summary>The counts of one unit, or of several together.</summary>
/// <param name="DueSoon">Open, confirmed and due within <see cref="MeasureDay.DueSoonDays"/> days.</param>
/// <param name="UnsignedLong">Not signed for since <see cref="MeasureDay.UnsignedWorkdays"/> workdays or more.</param>
/// <param name="AtWork">On which something is expected of the unit.</param>
/// <param name="LastReportedOn">The last report on any of them; null where there never was one.</param>
/// <param name="FirstOpenedOn">When the first of them was handed over.</param>
public readonly record struct UnitNumbers(
    Tally Tally, int All, int DueSoon, int UnsignedLong, int AtWork, DateOnly? LastReportedOn, DateOnly? FirstOpenedOn)
{
    public static UnitNumbers operator +(UnitNumbers left, UnitNumbers right) => Add(left, right);

    public static UnitNumbers Add(UnitNumbers left, UnitNumbers right) => new(
        left.Tally + right.Tally, left.All + right.All, left.DueSoon + right.DueSoon, left.UnsignedLong + right.UnsignedLong, left.AtWork + right.AtWork,
        Later(left.LastReportedOn, right.LastReportedOn), Earlier(left.FirstOpenedOn, right.FirstOpenedOn));

    public static UnitNumbers Of(IEnumerable<AlikeRow> rows) => rows.Aggregate(default(UnitNumbers), (sum, row) => sum + new UnitNumbers(
        row.Tally, row.All, row.DueSoon, row.UnsignedLong,
        row.AtWork,
        row.LastReportedOn, row.FirstOpenedOn));

    /// <summary>Days since the last report, or since the first task was handed over where there never was one.</summary>
    public int SilentDays(DateOnly day) => (LastReportedOn ?? FirstOpenedOn) is { } since ? Math.Max(0, day.DayNumber - since.DayNumber) : 0;

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other : one;

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;
}
