using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Comments;

/// <summary>What a unit was asked in a round: its own tasks of the draft and nothing else of it. The office opens it to enter an answer for the unit.</summary>
public static class OpenComments
{
    /// <param name="OrgUnitId">Null: the reader's own unit.</param>
    public sealed record Query(Guid RoundId, Guid? OrgUnitId = null) : IQuery<Outcome<Result>>;

    /// <param name="IsOwn">The reader is of the unit; else he enters for it.</param>
    /// <param name="IsOpen">May still be answered.</param>
    public sealed record Result(
        Guid OrgUnitId, Guid DraftId, string Unit, string Title, string Words, DateOnly SentOn, DateOnly AnswerBy, bool IsOpen, bool IsOwn, DateTime? AnsweredAt,
        string AnsweredByName, IReadOnlyList<Line> Lines);

    /// <param name="Body">As the draft words it today; empty where the task was taken out since.</param>
    public sealed record Line(
        Guid Id, string Number, string Title, string Body, Role Role, string Others, bool? Agrees, string Reason, bool? Adopted, string AnswerWords);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = actor.UnitIds;
            var asked = await db.CommentUnits.AsNoTracking().Include(x => x.Comments).Include(x => x.OrgUnit).Include(x => x.CommentRound.ImportDraft)
                .Where(x => x.CommentRoundId == request.RoundId && (request.OrgUnitId == null ? own.Contains(x.OrgUnitId) : x.OrgUnitId == request.OrgUnitId))
                .OrderBy(x => x.Id).FirstOrDefaultAsync(cancellationToken);
            if (asked is null || !(actor.IsOfUnit(asked.OrgUnitId) || actor.Coordinates(asked.CommentRound.JurisdictionId)))
                return RefusalKind.NotFound;
            Guid[] ids = [.. asked.Comments.Select(x => x.DraftTaskId)];
            var tasks = await db.ImportDraftTasks.AsNoTracking().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, cancellationToken);
            var (round, draft) = (asked.CommentRound, asked.CommentRound.ImportDraft);
            return new Result(
                asked.OrgUnitId, draft.Id, asked.OrgUnit.Name, draft.Title.Length > 0 ? draft.Title : draft.FileName, round.Words, round.SentOn, round.AnswerBy,
                round.EndedOn is null && draft.State == ImportState.InReview, actor.IsOfUnit(asked.OrgUnitId), asked.AnsweredAt, asked.AnsweredByName,
                [.. asked.Comments.OrderBy(x => x.Position).Select(x => Of(x, tasks.GetValueOrDefault(x.DraftTaskId), asked.OrgUnitId))]);
        }

        private static Line Of(TaskComment comment, ImportDraftTask? task, Guid unit) => new(
            comment.Id, comment.Number, comment.Title, task?.Body ?? "", comment.Role,
            task is null ? "" : string.Join('、', task.Content.Units.Where(x => x.OrgUnitId != unit).Select(x => x.Name).Concat(task.Content.Collectives.Select(x => x.Name)).Distinct()),
            comment.Agrees, comment.Reason, comment.Adopted, comment.AnswerWords);
    }
}

/// <summary>The rounds in which the reader's units were asked, the open ones first.</summary>
public static class ListComments
{
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    public sealed record Row(Guid RoundId, Guid OrgUnitId, string Unit, string Title, int Tasks, DateOnly SentOn, DateOnly AnswerBy, bool IsOpen, DateTime? AnsweredAt);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = actor.UnitIds;
            var rows = await db.CommentUnits.AsNoTracking().Where(x => own.Contains(x.OrgUnitId)).OrderByDescending(x => x.CommentRoundId)
                .Select(x => new Row(
                    x.CommentRoundId, x.OrgUnitId, x.OrgUnit.Name, x.CommentRound.ImportDraft.Title, x.Comments.Count, x.CommentRound.SentOn, x.CommentRound.AnswerBy,
                    x.CommentRound.EndedOn == null && x.CommentRound.ImportDraft.State == ImportState.InReview, x.AnsweredAt))
                .ToListAsync(cancellationToken);
            return [.. rows.OrderByDescending(x => x.IsOpen && x.AnsweredAt is null).ThenByDescending(x => x.IsOpen)];
        }
    }
}
