using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Publish;
using PlanTracker.Web.Features.Plans.Review;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Comments;

/// <summary>征求意见: sends the division of work of a draft round to the units that it names, each its own tasks. Publishing waits for none of it.</summary>
public static class SendRound
{
    public const int LongestWords = 500;

    /// <param name="UnitIds">Of those that the draft names.</param>
    public sealed record Command(Guid DraftId, IReadOnlyList<Guid> UnitIds, DateOnly AnswerBy, string Words) : ICommand<Outcome<Guid>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, NoticeWriter notices) : IHandler<Command, Outcome<Guid>>
    {
        public async Task<Outcome<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.DraftToEdit(actor, request.DraftId, withTasks: true, cancellationToken);
            if (found.Refusal is { } refusal)
                return refusal;
            var draft = found.Value;
            if (await db.CommentRounds.AnyAsync(x => x.ImportDraftId == draft.Id && x.EndedOn == null, cancellationToken))
                return RefusalKind.RoundRuns;
            if (request.AnswerBy < clock.Today)
                return new Refusal(RefusalKind.Invalid, "答复期限");
            if (request.Words.Length > LongestWords)
                return new Refusal(RefusalKind.TooLong, $"{LongestWords}");
            var members = await db.GroupMembers(draft.JurisdictionId, clock.Today, cancellationToken);
            var parts = draft.Tasks.SelectMany(task => Distribution.Of(task.Content, members).Select(part => (task, part))).ToLookup(x => x.part.OrgUnitId);
            Guid[] units = [.. request.UnitIds.Distinct()];
            if (units.Length == 0 || !units.All(parts.Contains))
                return new Refusal(RefusalKind.Missing, "征求意见的单位");
            CommentRound round = new()
            {
                Id = clock.NewId(), JurisdictionId = draft.JurisdictionId, ImportDraftId = draft.Id, SentOn = clock.Today, AnswerBy = request.AnswerBy,
                Words = request.Words.Trim(), ByName = actor.Name,
            };
            foreach (var unit in units)
            {
                round.Units.Add(Ask(unit, parts[unit]));
                var day = request.AnswerBy.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                await notices.ToUnit(unit, NoticeKind.CommentsWanted, $"/comments/{round.Id}", [draft.Title, $"{parts[unit].Count()}", day], cancellationToken);
            }

            db.CommentRounds.Add(round);
            await db.SaveChangesAsync(cancellationToken);
            return round.Id;
        }

        private CommentUnit Ask(Guid unit, IEnumerable<(ImportDraftTask Task, Part Part)> tasks) => new()
        {
            Id = clock.NewId(), OrgUnitId = unit,
            Comments = [.. tasks.OrderBy(x => x.Task.Position).Select(x => new TaskComment
            {
                Id = clock.NewId(), DraftTaskId = x.Task.Id, Position = x.Task.Position, Number = x.Task.Number, Title = x.Task.Title, Role = x.Part.Role,
            })],
        };
    }
}
