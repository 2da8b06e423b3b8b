using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Comments;

/// <summary>The office records of an objection whether it is adopted, and why. The draft itself is mended on its review page.</summary>
public static class SettleComment
{
    public const int LongestWords = 1000;

    public sealed record Command(Guid CommentId, bool Adopted, string Words) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var comment = await db.TaskComments.Include(x => x.CommentUnit.CommentRound).SingleOrDefaultAsync(x => x.Id == request.CommentId, cancellationToken);
            if (comment is null || !actor.Coordinates(comment.CommentUnit.CommentRound.JurisdictionId))
                return RefusalKind.NotFound;
            if (comment.Agrees != false)
                return RefusalKind.NothingWaits;
            var words = request.Words.Trim();
            if (words.Length == 0)
                return new Refusal(RefusalKind.Missing, "理由");
            if (words.Length > LongestWords)
                return new Refusal(RefusalKind.TooLong, $"{LongestWords}");
            (comment.Adopted, comment.AnswerWords, comment.AnswerByName) = (request.Adopted, words, actor.Name);
            return await db.SaveUnlessChanged(Done.It, cancellationToken);
        }
    }
}
