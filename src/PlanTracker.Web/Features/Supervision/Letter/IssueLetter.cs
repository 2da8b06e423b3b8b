using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Supervision.Letter;

/// <summary>签发: the letter gets the next number of its jurisdiction and year, and is changed no more.</summary>
public static class IssueLetter
{
    public const int LongestName = 40;

    /// <param name="SignedBy">签发人, as the office names him.</param>
    public sealed record Command(Guid Id, string SignedBy) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var letter = await db.RequestLetters.Include(x => x.Jurisdiction).SingleOrDefaultAsync(x => x.Id == request.Id, cancellationToken);
            if (letter is null || !actor.Coordinates(letter.JurisdictionId))
                return RefusalKind.NotFound;
            if (letter.State.After(LetterDeed.Issue) is not { } issued)
                return RefusalKind.LetterIsOut;
            var signer = request.SignedBy.Trim();
            if (signer.Length == 0)
                return new Refusal(RefusalKind.Missing, "签发人");
            if (signer.Length > LongestName)
                return new Refusal(RefusalKind.TooLong, $"{LongestName}");
            if (letter.AnswerBy <= clock.Today)
                return new Refusal(RefusalKind.Invalid, "复函日期");
            var year = clock.Today.Year;
            var ordinal = 1 + (await db.RequestLetters.Where(x => x.JurisdictionId == letter.JurisdictionId && x.Year == year)
                .MaxAsync(x => x.Ordinal, cancellationToken) ?? 0);
            (letter.State, letter.Year, letter.Ordinal, letter.Number) = (issued, year, ordinal, letter.Jurisdiction.Letters().NumberOf(year, ordinal));
            (letter.IssuedOn, letter.IssuedAt, letter.SignedByName, letter.IssuedByName) = (clock.Today, clock.UtcNow, signer, actor.Name);
            return await db.SaveIfFirst(Done.It, cancellationToken);
        }
    }
}
