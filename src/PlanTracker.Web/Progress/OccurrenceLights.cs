using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Progress;

/// <summary>The columns of an occurrence that its light depends on. Queries project to it, whole by <see cref="From"/> or member by member inside their own rows;
/// each member is required, so that none of them leaves one out.</summary>
public sealed record LightColumns
{
    public required Guid PlanId { get; init; }
    public required Guid PlanTaskId { get; init; }
    public required OccurrenceState State { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public required DateOnly? DueOn { get; init; }
    public required bool DeadlineConfirmed { get; init; }
    public required bool Ongoing { get; init; }
    public required DateOnly? FinishedOn { get; init; }
    public required DateOnly? RequestedOn { get; init; }
    public required int Percent { get; init; }
    public required DateOnly? LastReportedOn { get; init; }
    public required DateOnly? RedUntil { get; init; }
    public required string Reached { get; init; }
    public required Role Role { get; init; }
    public required int AskedLateBy { get; init; }
    public required DateOnly? HeldByOtherUntil { get; init; }
    public required OrgUnitKind UnitKind { get; init; }

    public static Expression<Func<Occurrence, LightColumns>> From { get; } = x => new LightColumns
    {
        PlanId = x.PlanId, PlanTaskId = x.PlanTaskId, State = x.State, OpenedOn = x.OpenedOn, DueOn = x.DueOn, DeadlineConfirmed = x.DeadlineConfirmed,
        Ongoing = x.Ongoing, FinishedOn = x.FinishedOn, RequestedOn = x.RequestedOn, Percent = x.Percent, LastReportedOn = x.LastReportedOn,
        RedUntil = x.RedUntil, AskedLateBy = x.AskedLateBy, HeldByOtherUntil = x.HeldByOtherUntil, Reached = x.Reached, Role = x.Role, UnitKind = x.OrgUnit.Kind,
    };

    /// <summary>Of one that is read whole.</summary>
    public static LightColumns Of(Occurrence x, OrgUnitKind kind) => new()
    {
        PlanId = x.PlanId, PlanTaskId = x.PlanTaskId, State = x.State, OpenedOn = x.OpenedOn, DueOn = x.DueOn, DeadlineConfirmed = x.DeadlineConfirmed,
        Ongoing = x.Ongoing, FinishedOn = x.FinishedOn, RequestedOn = x.RequestedOn, Percent = x.Percent, LastReportedOn = x.LastReportedOn,
        RedUntil = x.RedUntil, AskedLateBy = x.AskedLateBy, HeldByOtherUntil = x.HeldByOtherUntil, Reached = x.Reached, Role = x.Role, UnitKind = kind,
    };
}

/// <summary>Reads once what the lights of some plans depend on beside their occurrences: rules, last round, milestones.</summary>
public sealed class OccurrenceLights(PlanTrackerDbContext db, Clock clock, WorkingCalendar calendar)
{
    /// <summary>For today.</summary>
    public Task<LightBook> Of(IEnumerable<Guid> planIds, CancellationToken cancellation = default) => Of(planIds, clock.Today, cancellation);

    public Task<LightBook> Of(IEnumerable<Guid> planIds, DateOnly day, CancellationToken cancellation = default)
    {
        Guid[] ids = [.. planIds.Distinct()];
        return Of(db.Plans.Where(x => ids.Contains(x.Id)), day, cancellation);
    }

    /// <summary>For today, of the plans that have at least one of these occurrences.</summary>
    public Task<LightBook> OfPlansOf(IQueryable<Occurrence> occurrences, CancellationToken cancellation = default) =>
        Of(db.Plans.Where(x => occurrences.Any(o => o.PlanId == x.Id)), clock.Today, cancellation);

    private async Task<LightBook> Of(IQueryable<Plan> of, DateOnly day, CancellationToken cancellation)
    {
        var plans = await of.AsNoTracking().Select(x => new
        {
            x.Id, x.LightFamily, x.Lights, x.FirstYear, x.LastYear, x.Jurisdiction.LetterUnitsTurnRed,
            Round = db.ReportingRounds.Where(r => r.PlanId == x.Id && r.CutOffOn < day).OrderByDescending(r => r.CutOffOn)
                .Select(r => new { r.OpensOn, r.CutOffOn }).FirstOrDefault(),
        }).ToListAsync(cancellation);
        Guid[] paced = [.. plans.Where(x => x.LightFamily == LightFamily.ByPace).Select(x => x.Id)];
        var milestones = paced.Length == 0
            ? Enumerable.Empty<(Guid, DateOnly)>().ToLookup(x => x.Item1, x => x.Item2)
            : (await db.Milestones.AsNoTracking().Where(x => paced.Contains(x.PlanTask.PlanId)).Select(x => new { x.PlanTaskId, x.DueOn })
                .ToListAsync(cancellation)).ToLookup(x => x.PlanTaskId, x => x.DueOn);
        return new LightBook(
            plans.ToDictionary(
                x => x.Id,
                x => new LightBook.PlanLights(
                    (x.Lights ?? LightRules.Default(new PlanPeriod(x.FirstYear, x.LastYear))) with { Family = x.LightFamily, RedForAskedByLetter = x.LetterUnitsTurnRed },
                    x.Round?.OpensOn, x.Round?.CutOffOn)),
            milestones, day, calendar);
    }

    /// <summary>Whether it was red for its pace on that day, as it then stood.</summary>
    internal async Task<bool> IsBehindPace(Occurrence occurrence, DateOnly day, CancellationToken cancellation)
    {
        var kind = await db.OrgUnits.Where(x => x.Id == occurrence.OrgUnitId).Select(x => x.Kind).SingleAsync(cancellation);
        var light = (await Of([occurrence.PlanId], day, cancellation)).LightOf(LightColumns.Of(occurrence, kind));
        return light is { Colour: LightColour.Red, Reason.Kind: LightReasonKind.FarBehindPace or LightReasonKind.NotStarted };
    }
}

/// <summary>Gives the light of each occurrence of the plans it was read for, on its day.</summary>
public sealed class LightBook
{
    private readonly IReadOnlyDictionary<Guid, PlanLights> plans;
    private readonly ILookup<Guid, DateOnly> milestones;
    private readonly WorkingCalendar calendar;

    internal LightBook(IReadOnlyDictionary<Guid, PlanLights> plans, ILookup<Guid, DateOnly> milestones, DateOnly day, WorkingCalendar calendar) =>
        (this.plans, this.milestones, Day, this.calendar) = (plans, milestones, day, calendar);

    public DateOnly Day { get; }

    public bool AnyGoesByPace => plans.Values.Any(x => x.Rules.Family == LightFamily.ByPace);

    /// <summary>Its lights depend on milestones, percent and earlier red; those by days left do not.</summary>
    public bool GoesByPace(Guid planId) => plans[planId].Rules.Family == LightFamily.ByPace;

    public Light LightOf(LightColumns columns)
    {
        var plan = plans[columns.PlanId];
        return Lights.Of(
            new LightFacts
            {
                State = columns.State, OpensOn = columns.OpenedOn, DueOn = columns.DueOn, IsConfirmed = columns.DeadlineConfirmed,
                IsOngoing = columns.Ongoing, FinishedOn = columns.FinishedOn, RequestWaitingSince = columns.RequestedOn, AskedLateBy = columns.AskedLateBy, HeldByOtherUntil = columns.HeldByOtherUntil,
                MissedLastRound = plan.LastOpenedOn is { } opened && columns.OpenedOn <= plan.LastCutOffOn && (columns.LastReportedOn ?? DateOnly.MinValue) < opened,
                Milestones = [.. milestones[columns.PlanTaskId]], Reached = MilestoneMarks.Parse(columns.Reached),
                AnswersForMilestones = Milestones.AreAskedOf(columns.Role),
                Percent = columns.LastReportedOn is null ? null : columns.Percent, LastRedOn = columns.RedUntil,
                IsAskedByLetter = columns.UnitKind.IsAskedByLetter,
            },
            plan.Rules, Day, calendar);
    }

    internal sealed record PlanLights(LightRules Rules, DateOnly? LastOpenedOn, DateOnly? LastCutOffOn);
}
