using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Supervision.Instruct;

/// <summary>Instructions by unit, those whose day is nearest or longest past first.</summary>
public static class ListInstructions
{
    public const int PageSize = 30;

    public sealed record Query(FollowUpFilter Filter, bool OwnUnits = false, int Page = 1) : IQuery<Result>;

    /// <param name="Counts">Of every filter.</param>
    public sealed record Result(IReadOnlyList<Row> Rows, int Total, IReadOnlyDictionary<FollowUpFilter, int> Counts);

    public sealed record Row(
        Guid InstructionId, string LeaderName, DateOnly On, string Words, Guid TaskId, string Number, string Title, string Unit, DateOnly AnswerBy, AnswerState State,
        DateOnly? AnsweredOn, bool IsLate);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = clock.Today;
            var all = db.InstructionsSeenBy(actor).AsNoTracking();
            if (request.OwnUnits)
                all = all.OfUnits(actor.UnitIds);
            Dictionary<FollowUpFilter, int> counts = [];
            foreach (var filter in Enum.GetValues<FollowUpFilter>())
                counts[filter] = await all.CountAsync(FollowUpFilters.Instructions(filter, today), cancellationToken);
            var late = all.Where(FollowUpFilters.Instructions(FollowUpFilter.Late, today));
            var rows = await all.Where(FollowUpFilters.Instructions(request.Filter, today))
                .OrderBy(x => x.State == AnswerState.Settled || x.State == AnswerState.Climbed).ThenBy(x => x.AnswerBy).ThenBy(x => x.Id)
                .Skip((Math.Max(1, request.Page) - 1) * PageSize).Take(PageSize)
                .Select(x => new Row(
                    x.InstructionId, x.Instruction.LeaderName, x.Instruction.On, x.Instruction.Words, x.Instruction.PlanTaskId, x.Instruction.PlanTask.Number,
                    x.Instruction.PlanTask.Title, x.OrgUnit.Name, x.AnswerBy, x.State, x.AnsweredOn, late.Any(l => l.Id == x.Id)))
                .ToListAsync(cancellationToken);
            return new Result(rows, counts[request.Filter], counts);
        }
    }
}
