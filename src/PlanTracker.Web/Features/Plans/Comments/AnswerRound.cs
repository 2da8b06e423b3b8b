using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Comments;

/// <summary>A unit agrees or objects to each task that the draft gives it. Until the round ends it may answer anew; the office enters what came on paper.</summary>
public static class AnswerRound
{
    public const int LongestReason = 1000;

    /// <param name="Source">Own, or from where the office has it.</param>
    public sealed record Command(Guid RoundId, Guid OrgUnitId, IReadOnlyList<Answer> Answers, EntrySource Source = EntrySource.Own) : ICommand<Outcome<Done>>;

    /// <param name="Reason">Needed where it does not agree.</param>
    public sealed record Answer(Guid CommentId, bool Agrees, string Reason);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, NoticeWriter notices) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var asked = await db.CommentUnits.Include(x => x.Comments).Include(x => x.OrgUnit).Include(x => x.CommentRound.ImportDraft)
                .SingleOrDefaultAsync(x => x.CommentRoundId == request.RoundId && x.OrgUnitId == request.OrgUnitId, cancellationToken);
            if (asked is null)
                return RefusalKind.NotFound;
            var own = actor.IsOfUnit(asked.OrgUnitId);
            if (!own && !actor.Coordinates(asked.CommentRound.JurisdictionId))
                return RefusalKind.NotFound;
            if (own ? request.Source != EntrySource.Own : request.Source is EntrySource.Own or EntrySource.Spreadsheet)
                return new Refusal(RefusalKind.Invalid, "代录来源");
            if (asked.CommentRound.EndedOn is not null || asked.CommentRound.ImportDraft.State != ImportState.InReview)
                return RefusalKind.RoundClosed;
            if (Take(asked, request.Answers) is { } refusal)
                return refusal;
            (asked.AnsweredAt, asked.AnsweredByName, asked.Source) = (clock.UtcNow, actor.Name, request.Source);
            var objections = asked.Comments.Count(x => x.Agrees == false);
            await notices.ToCoordinators(
                asked.CommentRound.JurisdictionId, NoticeKind.CommentsGiven, $"/imports/{asked.CommentRound.ImportDraftId}/comments",
                [asked.OrgUnit.Name, asked.CommentRound.ImportDraft.Title, $"{objections}"], cancellationToken);
            return await db.SaveUnlessChanged(Done.It, cancellationToken);
        }

        private static Refusal? Take(CommentUnit asked, IReadOnlyList<Answer> answers)
        {
            var given = answers.ToLookup(x => x.CommentId);
            foreach (var comment in asked.Comments)
            {
                if (given[comment.Id].FirstOrDefault() is not { } answer)
                    return new Refusal(RefusalKind.Missing, "是否同意");
                var reason = answer.Agrees ? "" : answer.Reason.Trim();
                if (!answer.Agrees && reason.Length == 0)
                    return new Refusal(RefusalKind.Missing, "理由");
                if (reason.Length > LongestReason)
                    return new Refusal(RefusalKind.TooLong, $"{LongestReason}");

                // Who says something else than before is answered anew.
                if (comment.Agrees != answer.Agrees || comment.Reason != reason)
                    (comment.Adopted, comment.AnswerWords, comment.AnswerByName) = (null, "", "");
                (comment.Agrees, comment.Reason) = (answer.Agrees, reason);
            }

            return null;
        }
    }
}
