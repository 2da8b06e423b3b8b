using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Supervision.Letter;

/// <summary>登记复函: the office enters what came back and on which day, with the scan; bodies that have accounts may answer themselves.</summary>
public static class AnswerLetter
{
    public sealed record Command(Guid Id, AnswerEntry Entry) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, AnswerWriter writer) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var letter = await db.RequestLetters.Include(x => x.Tasks.OrderBy(t => t.Position)).ThenInclude(x => x.Occurrence)
                .SingleOrDefaultAsync(x => x.Id == request.Id, cancellationToken);
            if (letter is null || !(actor.Coordinates(letter.JurisdictionId) || (actor.IsOfUnit(letter.OrgUnitId) && letter.IssuedOn is not null)))
                return RefusalKind.NotFound;
            if (letter.State.After(LetterDeed.Answer) is not { } answered)
                return RefusalKind.NothingWaits;
            var written = await writer.Write(letter.Tasks[0].Occurrence, letter.OrgUnitId, letter.IssuedOn!.Value, request.Entry, cancellationToken);
            if (written.Refusal is { } refusal)
                return refusal;

            // Nobody reviews what a body that is not the government's to order has answered.
            (written.Value.RequestLetterId, written.Value.Decision) = (letter.Id, Decision.Accepted);
            (letter.State, letter.AnsweredOn) = (answered, written.Value.On);
            return await db.SaveIfFirst(Done.It, cancellationToken);
        }
    }
}
