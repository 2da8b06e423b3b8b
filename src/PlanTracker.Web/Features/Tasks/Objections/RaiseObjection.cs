using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Objections;

/// <summary>提出异议: a unit objects to a decision on its task while the time for it runs; the office may enter what came on paper.</summary>
public static class RaiseObjection
{
    /// <param name="DecisionId">The entry of the history that is the decision.</param>
    /// <param name="Scans">Of the paper, where the office enters it.</param>
    public sealed record Command(Guid OccurrenceId, Guid DecisionId, StepEntry Entry, IReadOnlyList<EvidenceFile> Scans) : ICommand<Outcome<Guid>>;

    public sealed class Handler(
        PlanTrackerDbContext db, Actor actor, Clock clock, StepRecorder recorder, StepNotices notices, EvidenceKeeper evidence) : IHandler<Command, Outcome<Guid>>
    {
        public async Task<Outcome<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            var occurrence = await db.Occurrences.Include(x => x.PlanTask).Include(x => x.OrgUnit).SingleOrDefaultAsync(x => x.Id == request.OccurrenceId, cancellationToken);
            if (occurrence is null)
                return RefusalKind.NotFound;
            if (await recorder.Forbids(occurrence, Step.RaiseObjection, cancellationToken) is { } forbidden)
                return forbidden;
            var decision = await db.Contestable([occurrence.Id]).SingleOrDefaultAsync(x => x.Id == request.DecisionId, cancellationToken);
            if (decision is null)
                return RefusalKind.NothingToObject;
            var terms = await db.TermsOf(occurrence.JurisdictionId, cancellationToken);
            var raisedOn = request.Entry.On ?? clock.Today;
            if (raisedOn > terms.ObjectBy(decision.On))
                return new Refusal(RefusalKind.ObjectionTooLate, terms.ObjectBy(decision.On).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            if (await evidence.Complaint(occurrence, request.Scans, cancellationToken) is { } complaint)
                return complaint;
            var taken = await recorder.Take(occurrence, Step.RaiseObjection, request.Entry, cancellationToken);
            if (taken.Refusal is { } refusal)
                return refusal;
            var objection = Of(occurrence, decision, request.Entry, raisedOn, terms);
            db.Objections.Add(objection);
            await evidence.Keep(occurrence, report: null, request.Scans, cancellationToken);
            await notices.Tell(occurrence, Step.RaiseObjection, request.Entry, cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return objection.Id;
            }
            catch (DbUpdateConcurrencyException)
            {
                return RefusalKind.ChangedMeanwhile;
            }
            catch (DbUpdateException)
            {
                return RefusalKind.NothingToObject;
            }
        }

        private Objection Of(Occurrence occurrence, OccurrenceStep decision, StepEntry entry, DateOnly raisedOn, ObjectionTerms terms) => new()
        {
            Id = clock.NewId(), JurisdictionId = occurrence.JurisdictionId, OccurrenceId = occurrence.Id, OrgUnitId = occurrence.OrgUnitId, DecisionId = decision.Id,
            Against = decision.Step, AgainstOn = decision.On, AgainstById = decision.ById, AgainstByName = decision.ByName, StateBefore = decision.From,
            RaisedOn = raisedOn, AnswerBy = terms.AnswerBy(raisedOn), Words = entry.Words.Trim(), ById = actor.IsSystem ? null : actor.AccountId,
            ByName = actor.Name, Source = entry.Source,
        };
    }
}
