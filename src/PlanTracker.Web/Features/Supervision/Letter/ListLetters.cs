using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Supervision.Letter;

/// <summary>How letters are sieved. The names stand in addresses.</summary>
public enum LetterFilter
{
    /// <summary>Drafts, and those that await an answer.</summary>
    Open,
    Draft,
    Awaited,

    /// <summary>Awaited, and the day by which an answer was asked for has passed.</summary>
    Unanswered,
    Answered,
    All,
}

public static class ListLetters
{
    public const int PageSize = 30;

    public sealed record Query(LetterFilter Filter, int Page = 1) : IQuery<Result>;

    public sealed record Result(IReadOnlyList<Row> Rows, int Total, IReadOnlyDictionary<LetterFilter, int> Counts);

    public sealed record Row(
        Guid Id, string Number, string Title, string Unit, string Plan, int Tasks, LetterState State, LetterGround Ground, DateOnly DraftedOn, DateOnly? IssuedOn, DateOnly AnswerBy,
        DateOnly? AnsweredOn);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var (today, all) = (clock.Today, db.LettersSeenBy(actor).AsNoTracking());
            Dictionary<LetterFilter, int> counts = [];
            foreach (var filter in Enum.GetValues<LetterFilter>())
                counts[filter] = await all.CountAsync(Of(filter, today), cancellationToken);
            var rows = await all.Where(Of(request.Filter, today))
                .OrderBy(x => x.State == LetterState.Draft ? 0 : x.State == LetterState.Issued ? 1 : 2).ThenByDescending(x => x.IssuedOn).ThenByDescending(x => x.Ordinal).ThenBy(x => x.Id)
                .Skip((Math.Max(1, request.Page) - 1) * PageSize).Take(PageSize)
                .Select(x => new Row(
                    x.Id, x.Number, x.Title, x.OrgUnit.Name, x.Plan.Title, x.Tasks.Count, x.State, x.Ground, x.DraftedOn, x.IssuedOn, x.AnswerBy, x.AnsweredOn))
                .ToListAsync(cancellationToken);
            return new Result(rows, counts[request.Filter], counts);
        }

        private static Expression<Func<RequestLetter, bool>> Of(LetterFilter filter, DateOnly today) => filter switch
        {
            LetterFilter.Open => x => x.State == LetterState.Draft || x.State == LetterState.Issued,
            LetterFilter.Draft => x => x.State == LetterState.Draft,
            LetterFilter.Awaited => x => x.State == LetterState.Issued,
            LetterFilter.Unanswered => x => x.State == LetterState.Issued && x.AnswerBy < today,
            LetterFilter.Answered => x => x.State == LetterState.Answered,
            _ => x => true,
        };
    }
}
