using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Objections;

/// <summary>Decides on an objection: the decision stands, or what it did is put right. Never by who made the decision.</summary>
public static class DecideObjection
{
    /// <param name="Change">True: the decision is changed. False: it is upheld.</param>
    public sealed record Command(Guid ObjectionId, bool Change, string Words) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, StepRecorder recorder, StepNotices notices) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var objection = await db.Objections.Include(x => x.Occurrence.PlanTask).Include(x => x.Occurrence.OrgUnit)
                .SingleOrDefaultAsync(x => x.Id == request.ObjectionId, cancellationToken);
            if (objection is null)
                return RefusalKind.NotFound;
            var (occurrence, step) = (objection.Occurrence, request.Change ? Step.ChangeDecision : Step.UpholdDecision);
            if (await recorder.Forbids(occurrence, step, cancellationToken) is { } forbidden)
                return forbidden;
            if (objection.Decision != Decision.Waiting)
                return RefusalKind.NothingWaits;
            if (objection.AgainstById == actor.AccountId)
                return RefusalKind.DecidedBySame;
            StepEntry entry = new(request.Words) { Restored = request.Change ? await PutRight(objection, cancellationToken) : null };
            if ((await recorder.Take(occurrence, step, entry, cancellationToken)).Refusal is { } refusal)
                return refusal;
            (objection.Decision, objection.Reason) = (request.Change ? Decision.Accepted : Decision.Refused, request.Words.Trim());
            (objection.DecidedById, objection.DecidedByName, objection.DecidedOn) = (actor.AccountId, actor.Name, clock.Today);
            await notices.Tell(occurrence, step, entry, cancellationToken);
            return await db.SaveUnlessChanged(Done.It, cancellationToken);
        }

        // The unit that objected may have lost the task since: then the answer is for the record alone.
        private async Task<Restored> PutRight(Objection objection, CancellationToken cancellation)
        {
            var occurrence = objection.Occurrence;
            if (occurrence.OrgUnitId != objection.OrgUnitId)
                return new Restored(occurrence.State);
            Restored restored = new(Domain.Progress.Objections.Restored(objection.Against, objection.StateBefore, occurrence.State));
            if (objection.Against == Step.Return && restored.State.IsAwaitingReview && restored.State != occurrence.State)
                return restored with { RequestedOn = await AskAgain(occurrence.Id, cancellation) };
            return objection.Against == Step.RefuseExtension ? await Extend(restored, occurrence, cancellation) : restored;
        }

        // The request to close that was sent back waits again, from its own day.
        private async Task<DateOnly?> AskAgain(Guid occurrenceId, CancellationToken cancellation)
        {
            var request = await db.CompletionRequests.Where(x => x.OccurrenceId == occurrenceId && x.Decision == Decision.Refused).OrderByDescending(x => x.Id)
                .FirstOrDefaultAsync(cancellation);
            if (request is null)
                return null;
            (request.Decision, request.Reason, request.DecidedById, request.DecidedByName, request.DecidedAt) = (Decision.Waiting, "", null, "", null);
            return request.RequestedOn;
        }

        private async Task<Restored> Extend(Restored restored, Occurrence occurrence, CancellationToken cancellation)
        {
            var request = await db.ExtensionRequests.Where(x => x.OccurrenceId == occurrence.Id && x.Decision == Decision.Refused).OrderByDescending(x => x.Id)
                .FirstOrDefaultAsync(cancellation);
            if (request is null || occurrence.State.IsOver || request.NewDueOn <= occurrence.DueOn)
                return restored;
            (request.Decision, request.DecidedByName, request.DecidedAt) = (Decision.Accepted, actor.Name, clock.UtcNow);
            return restored with { DueOn = request.NewDueOn, AskedOn = request.RequestedOn };
        }
    }
}
