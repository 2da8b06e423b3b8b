using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Progress;

/// <summary>The lights of many occurrences at once. The store reads out narrow rows one after the other and <see cref="LightBook"/> says each one's colour: whether
/// they are counted or listed, it is the same rule that gives the light beside a single task.</summary>
public sealed class LightScan(PlanTrackerDbContext db, OccurrenceLights lights)
{
    /// <summary>How many of each colour every unit has. Units without an occurrence are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, LightCounts>> Count(IQueryable<Occurrence> occurrences, CancellationToken cancellation)
    {
        var (book, kinds) = (await lights.OfPlansOf(occurrences, cancellation), await Kinds(cancellation));
        Dictionary<Guid, int[]> counted = [];

        // Where no plan goes by its pace, the index of the measures alone holds all that a light depends on.
        await foreach (var row in Rows(occurrences, LightRow.ByDays).WithCancellation(cancellation))
        {
            if (!book.GoesByPace(row.PlanId))
                Add(row);
        }

        if (book.AnyGoesByPace)
        {
            await foreach (var row in Rows(occurrences.Where(x => x.Plan.LightFamily == LightFamily.ByPace), LightRow.Whole).WithCancellation(cancellation))
                Add(row);
        }

        return counted.ToDictionary(x => x.Key, x => new LightCounts(x.Value));

        void Add(in LightRow row)
        {
            if (!counted.TryGetValue(row.OrgUnitId, out var colours))
                counted.Add(row.OrgUnitId, colours = new int[LightCounts.Colours.Count]);
            colours[(int)book.LightOf(row.Columns(kinds)).Colour]++;
        }
    }

    /// <summary>Those of one colour.</summary>
    /// <param name="inOrder">Ordered, so that the page is always the same.</param>
    /// <returns>The ids of the page in order, and how many there are on all pages.</returns>
    public async Task<(IReadOnlyList<Guid> Page, int Total)> Find(
        IQueryable<Occurrence> inOrder, LightColour colour, int skip, int take, CancellationToken cancellation)
    {
        var maybe = inOrder.Where(MayBe(colour));
        var (book, kinds) = (await lights.OfPlansOf(maybe, cancellation), await Kinds(cancellation));
        List<Guid> page = [];
        var total = 0;
        await foreach (var row in Rows(maybe, LightRow.Whole).WithCancellation(cancellation))
        {
            if (book.LightOf(row.Columns(kinds)).Colour != colour)
                continue;
            if (total >= skip && page.Count < take)
                page.Add(row.Id);
            total++;
        }

        return (page, total);
    }

    /// <summary>What every occurrence of that colour fulfils, and some others too: it only spares rows that cannot have it.</summary>
    private static Expression<Func<Occurrence, bool>> MayBe(LightColour colour) => colour switch
    {
        LightColour.Blue or LightColour.ClosedLate => x => x.State == OccurrenceState.Closed,
        LightColour.Red => x => x.State != OccurrenceState.Closed && x.State != OccurrenceState.Cancelled && x.State != OccurrenceState.Suspended
            && x.RequestedOn == null && x.DeadlineConfirmed && !x.Ongoing,
        LightColour.Yellow or LightColour.Green => x =>
            x.State != OccurrenceState.Closed && x.State != OccurrenceState.Cancelled && x.State != OccurrenceState.Suspended,
        _ => x => x.State != OccurrenceState.Closed,
    };

    private static IAsyncEnumerable<LightRow> Rows(IQueryable<Occurrence> occurrences, Expression<Func<Occurrence, LightRow>> columns) =>
        occurrences.Select(columns).AsAsyncEnumerable();

    /// <summary>Of those units alone that are asked by letter.</summary>
    private Task<Dictionary<Guid, OrgUnitKind>> Kinds(CancellationToken cancellation) =>
        db.OrgUnits.Where(x => OrgUnitKinds.AskedByLetter.Contains(x.Kind)).Select(x => new { x.Id, x.Kind }).ToDictionaryAsync(x => x.Id, x => x.Kind, cancellation);

    private readonly record struct LightRow
    {
        public Guid Id { get; init; }
        public Guid OrgUnitId { get; init; }
        public Guid PlanId { get; init; }
        public Guid PlanTaskId { get; init; }
        public OccurrenceState State { get; init; }
        public DateOnly OpenedOn { get; init; }
        public DateOnly? DueOn { get; init; }
        public bool DeadlineConfirmed { get; init; }
        public bool Ongoing { get; init; }
        public DateOnly? FinishedOn { get; init; }
        public DateOnly? RequestedOn { get; init; }
        public int Percent { get; init; }
        public DateOnly? LastReportedOn { get; init; }
        public DateOnly? RedUntil { get; init; }
        public string? Reached { get; init; }
        public Role Role { get; init; }
        public int AskedLateBy { get; init; }
        public DateOnly? HeldByOtherUntil { get; init; }

        public static Expression<Func<Occurrence, LightRow>> Whole { get; } = x => new LightRow
        {
            Id = x.Id, OrgUnitId = x.OrgUnitId, PlanId = x.PlanId, PlanTaskId = x.PlanTaskId, State = x.State, OpenedOn = x.OpenedOn, DueOn = x.DueOn,
            DeadlineConfirmed = x.DeadlineConfirmed, Ongoing = x.Ongoing, FinishedOn = x.FinishedOn, RequestedOn = x.RequestedOn, Percent = x.Percent,
            LastReportedOn = x.LastReportedOn, RedUntil = x.RedUntil, AskedLateBy = x.AskedLateBy, HeldByOtherUntil = x.HeldByOtherUntil,
            Reached = x.Reached, Role = x.Role,
        };

        /// <summary>Without what only the pace asks for.</summary>
        public static Expression<Func<Occurrence, LightRow>> ByDays { get; } = x => new LightRow
        {
            OrgUnitId = x.OrgUnitId, PlanId = x.PlanId, State = x.State, OpenedOn = x.OpenedOn, DueOn = x.DueOn, DeadlineConfirmed = x.DeadlineConfirmed,
            Ongoing = x.Ongoing, FinishedOn = x.FinishedOn, RequestedOn = x.RequestedOn, LastReportedOn = x.LastReportedOn, AskedLateBy = x.AskedLateBy, HeldByOtherUntil = x.HeldByOtherUntil,
        };

        public LightColumns Columns(Dictionary<Guid, OrgUnitKind> askedByLetter) => new()
        {
            PlanId = PlanId, PlanTaskId = PlanTaskId, State = State, OpenedOn = OpenedOn, DueOn = DueOn, DeadlineConfirmed = DeadlineConfirmed, Ongoing = Ongoing,
            FinishedOn = FinishedOn, RequestedOn = RequestedOn, Percent = Percent, LastReportedOn = LastReportedOn, RedUntil = RedUntil, AskedLateBy = AskedLateBy, HeldByOtherUntil = HeldByOtherUntil,
            Reached = Reached ?? "", Role = Role,
            UnitKind = askedByLetter.GetValueOrDefault(OrgUnitId, OrgUnitKind.GovernmentDepartment),
        };
    }
}

/// <summary>How many of each colour.</summary>
public readonly record struct LightCounts
{
    /// <summary>The worst first, those without a light last.</summary>
    public static IReadOnlyList<LightColour> Colours { get; } =
        [LightColour.Red, LightColour.Yellow, LightColour.Green, LightColour.Blue, LightColour.ClosedLate, LightColour.Grey];

    private readonly int[]? counts;

    internal LightCounts(int[] counts) => this.counts = counts;

    public int this[LightColour colour] => counts?[(int)colour] ?? 0;

    public int All => counts?.Sum() ?? 0;

    public static LightCounts Sum(IEnumerable<LightCounts> several)
    {
        var sum = new int[Colours.Count];
        foreach (var one in several)
        {
            foreach (var colour in Colours)
                sum[(int)colour] += one[colour];
        }

        return new LightCounts(sum);
    }
}
