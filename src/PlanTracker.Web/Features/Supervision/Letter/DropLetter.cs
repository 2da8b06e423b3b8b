using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Supervision.Letter;

/// <summary>作废: a draft is not wanted, or a letter without an answer is taken back. It stays to be read, and its number stays its own.</summary>
public static class DropLetter
{
    /// <param name="Words">Why; may be empty of a draft.</param>
    public sealed record Command(Guid Id, string Words) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var letter = await db.RequestLetters.SingleOrDefaultAsync(x => x.Id == request.Id, cancellationToken);
            if (letter is null || !actor.Coordinates(letter.JurisdictionId))
                return RefusalKind.NotFound;
            if (letter.State.After(LetterDeed.Drop) is not { } dropped)
                return RefusalKind.NothingWaits;
            var words = request.Words.Trim();
            if (letter.State != LetterState.Draft && words.Length == 0)
                return new Refusal(RefusalKind.Missing, "理由");
            if (words.Length > EditLetter.LongestWords)
                return new Refusal(RefusalKind.TooLong, $"{EditLetter.LongestWords}");
            (letter.State, letter.DroppedOn, letter.DroppedByName, letter.DroppedWords) = (dropped, clock.Today, actor.Name, words);
            return await db.SaveIfFirst(Done.It, cancellationToken);
        }
    }
}
