using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Publish;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Comments;

/// <summary>A draft's last round of comments as the office sees it, or what the next would ask of whom.</summary>
public static class OpenRound
{
    public sealed record Query(Guid DraftId) : IQuery<Outcome<Result>>;

    /// <param name="Named">The units that the draft names today.</param>
    /// <param name="Round">Null: none was sent yet.</param>
    public sealed record Result(string Title, string FileName, ImportState State, DateOnly Today, IReadOnlyList<Named> Named, Round? Round)
    {
        public bool Runs => Round is { EndedOn: null } && State == ImportState.InReview;
    }

    /// <param name="IsReached">Somebody has an account with which to answer.</param>
    public sealed record Named(Guid OrgUnitId, string Name, int Tasks, bool IsReached);

    public sealed record Round(
        Guid Id, DateOnly SentOn, DateOnly AnswerBy, string Words, string ByName, DateOnly? EndedOn, string ApprovedBy, string ApprovedIn, DateOnly? ApprovedOn,
        IReadOnlyList<Unit> Units)
    {
        public IEnumerable<(Unit Unit, Comment Comment)> Objections =>
            Units.SelectMany(unit => unit.Comments.Where(x => x.Agrees == false).Select(comment => (unit, comment))).OrderBy(x => x.comment.Position);

        public int Answered => Units.Count(x => x.AnsweredAt is not null);
    }

    public sealed record Unit(Guid OrgUnitId, string Name, DateTime? AnsweredAt, string AnsweredByName, EntrySource Source, IReadOnlyList<Comment> Comments)
    {
        public int Objections => Comments.Count(x => x.Agrees == false);
    }

    public sealed record Comment(
        Guid Id, Guid DraftTaskId, int Position, string Number, string Title, Role Role, bool? Agrees, string Reason, bool? Adopted, string AnswerWords, string AnswerByName);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var draft = await db.ImportDrafts.AsNoTracking().Include(x => x.Tasks).SingleOrDefaultAsync(x => x.Id == request.DraftId, cancellationToken);
            if (draft is null || !actor.Coordinates(draft.JurisdictionId))
                return RefusalKind.NotFound;
            var round = await db.CommentRounds.AsNoTracking().Where(x => x.ImportDraftId == draft.Id).OrderByDescending(x => x.Id)
                .Select(x => new Round(
                    x.Id, x.SentOn, x.AnswerBy, x.Words, x.ByName, x.EndedOn, x.ApprovedBy, x.ApprovedIn, x.ApprovedOn,
                    x.Units.OrderBy(u => u.OrgUnit.Position).ThenBy(u => u.OrgUnit.Name).Select(u => new Unit(
                        u.OrgUnitId, u.OrgUnit.Name, u.AnsweredAt, u.AnsweredByName, u.Source,
                        u.Comments.OrderBy(c => c.Position).Select(c => new Comment(
                            c.Id, c.DraftTaskId, c.Position, c.Number, c.Title, c.Role, c.Agrees, c.Reason, c.Adopted, c.AnswerWords, c.AnswerByName)).ToList())).ToList()))
                .FirstOrDefaultAsync(cancellationToken);
            return new Result(draft.Title.Length > 0 ? draft.Title : draft.FileName, draft.FileName, draft.State, clock.Today, await NamedIn(draft, cancellationToken), round);
        }

        private async Task<IReadOnlyList<Named>> NamedIn(ImportDraft draft, CancellationToken cancellation)
        {
            var today = clock.Today;
            var members = await db.GroupMembers(draft.JurisdictionId, today, cancellation);
            var tasks = draft.Tasks.SelectMany(x => Distribution.Of(x.Content, members)).ToLookup(x => x.OrgUnitId);
            Guid[] ids = [.. tasks.Select(x => x.Key)];
            return await db.OrgUnits.AsNoTracking().Where(x => ids.Contains(x.Id)).OrderBy(x => x.Position).ThenBy(x => x.Name)
                .Select(x => new
                {
                    x.Id, x.Name,
                    IsReached = db.Memberships.Any(m => m.OrgUnitId == x.Id && m.From <= today && (m.To == null || m.To >= today) && (m.Account.ClosedOn == null || m.Account.ClosedOn > today)),
                })
                .ToListAsync(cancellation) is var units ? [.. units.Select(x => new Named(x.Id, x.Name, tasks[x.Id].Count(), x.IsReached))] : [];
        }
    }
}
