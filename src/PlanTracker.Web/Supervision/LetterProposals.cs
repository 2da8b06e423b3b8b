using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Supervision;

/// <summary>One open task of a body that is asked by letter, about which the office is proposed to write.</summary>
/// <param name="Occurrence">With its task, plan and unit.</param>
public sealed record ProposedLetter(Occurrence Occurrence, LetterGround Ground);

/// <summary>Finds what is to be asked by letter. It proposes; only people write and sign.</summary>
public sealed class LetterProposals(PlanTrackerDbContext db, Clock clock)
{
    /// <param name="planId">Of this plan alone; null: of all.</param>
    /// <returns>By plan, unit and place of the task.</returns>
    public async Task<IReadOnlyList<ProposedLetter>> In(Guid jurisdictionId, Guid? planId, CancellationToken cancellation)
    {
        var today = clock.Today;
        var open = await db.Occurrences.NotOver().AsNoTracking().Include(x => x.PlanTask).Include(x => x.Plan).Include(x => x.OrgUnit)
            .Where(x => x.JurisdictionId == jurisdictionId && (planId == null || x.PlanId == planId) && x.OpenedOn <= today
                && x.State != OccurrenceState.Suspended)
            .AskedByLetter()
            .OrderBy(x => x.Plan.PublishedOn).ThenBy(x => x.PlanId).ThenBy(x => x.OrgUnit.Position).ThenBy(x => x.OrgUnit.Name).ThenBy(x => x.PlanTask.Position)
            .ThenBy(x => x.PeriodFrom).ToListAsync(cancellation);

        // A task of every month is asked for once: what was written on one run of it holds for the next.
        var letters = (await db.LetterTasks.AsNoTracking()
            .Where(x => x.RequestLetter.JurisdictionId == jurisdictionId && x.RequestLetter.State != LetterState.Dropped && (planId == null || x.RequestLetter.PlanId == planId))
            .Select(x => new
            {
                x.Occurrence.AssignmentId, x.RequestLetter.OrgUnitId, x.RequestLetter.State, x.RequestLetter.IssuedOn, x.RequestLetter.AnswerBy, x.RequestLetter.Ordinal,
            })
            .ToListAsync(cancellation)).ToLookup(x => (x.AssignmentId, x.OrgUnitId));
        return [.. open
            .Select(x => (Occurrence: x, Written: letters[(x.AssignmentId, x.OrgUnitId)].OrderBy(l => l.IssuedOn ?? DateOnly.MaxValue).ThenBy(l => l.Ordinal).ToList()))
            .Select(x => (x.Occurrence, Last: x.Written.FindLast(l => l.IssuedOn is not null), IsDrafted: x.Written.Exists(l => l.State == LetterState.Draft)))
            .Select(x => (x.Occurrence, Ground: LetterProposal.For(
                new LetterFacts
                {
                    DueOn = x.Occurrence is { Ongoing: false, DeadlineConfirmed: true } ? x.Occurrence.DueOn : null, RequestWaits = x.Occurrence.RequestedOn is not null,
                    IsDrafted = x.IsDrafted, AskedOn = x.Last?.IssuedOn, AnswerBy = x.Last?.AnswerBy, IsAnswered = x.Last?.State == LetterState.Answered,
                },
                today)))
            .Where(x => x.Ground is not null).Select(x => new ProposedLetter(x.Occurrence, x.Ground!.Value))];
    }
}

/// <summary>How many bodies the office is proposed to write to, of one plan: shown where the plan is, once it is published.</summary>
public static class CountLetterProposals
{
    public sealed record Query(Guid PlanId) : IQuery<Result>;

    /// <param name="NotAsked">Bodies that no letter has asked for some of their tasks.</param>
    /// <param name="ToFollow">Bodies that did not answer, or are late since they were asked.</param>
    public sealed record Result(int NotAsked, int ToFollow);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, LetterProposals proposals) : IHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var place = await db.Plans.Where(x => x.Id == request.PlanId).Select(x => x.JurisdictionId).SingleOrDefaultAsync(cancellationToken);
            if (!actor.Coordinates(place))
                return new Result(0, 0);
            var proposed = await proposals.In(place, request.PlanId, cancellationToken);
            return new Result(Units(proposed.Where(x => x.Ground == LetterGround.NotAsked)), Units(proposed.Where(x => x.Ground != LetterGround.NotAsked)));
        }

        private static int Units(IEnumerable<ProposedLetter> some) => some.Select(x => x.Occurrence.OrgUnitId).Distinct().Count();
    }
}

/// <summary>Which letters somebody may read.</summary>
public static class LetterSight
{
    /// <summary>All of the places that the actor reads whole; a body asked reads what was sent to it.</summary>
    public static IQueryable<RequestLetter> LettersSeenBy(this PlanTrackerDbContext db, Actor actor)
    {
        var (places, units) = (db.PlacesReadBy(actor).Select(x => x.Id), actor.UnitIds);
        return db.RequestLetters.Where(x => places.Contains(x.JurisdictionId)
            || (units.Contains(x.OrgUnitId) && (x.State == LetterState.Issued || x.State == LetterState.Answered)));
    }
}
