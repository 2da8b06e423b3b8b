using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Supervision;

/// <summary>The instructions and orders on one task, newest first, for who may read the task.</summary>
public static class FollowUpsOfTask
{
    public sealed record Query(Guid TaskId) : IQuery<Result>;

    /// <param name="MayInstruct">The reader is a leader, or enters for one.</param>
    public sealed record Result(bool MayInstruct, IReadOnlyList<Instruction> Instructions, IReadOnlyList<Order> Orders);

    public sealed record Instruction(Guid Id, string LeaderName, DateOnly On, string Words, DateOnly AnswerBy, IReadOnlyList<Part> Units);

    public sealed record Part(string Unit, AnswerState State);

    public sealed record Order(Guid Id, string Number, string Unit, OrderColour Colour, string RungName, DateOnly IssuedOn, DateOnly AnswerBy, AnswerState State);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Sight sight) : IHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var task = await (await sight.Tasks(cancellationToken)).Where(x => x.Id == request.TaskId)
                .Select(x => new { x.Id, x.JurisdictionId, x.Plan.Jurisdiction.Path }).SingleOrDefaultAsync(cancellationToken);
            if (task is null)
                return new Result(false, [], []);
            var instructions = await db.Instructions.AsNoTracking().Where(x => x.PlanTaskId == task.Id).OrderByDescending(x => x.On).ThenByDescending(x => x.Id)
                .Select(x => new Instruction(
                    x.Id, x.LeaderName, x.On, x.Words, x.AnswerBy, x.Units.OrderBy(u => u.OrgUnit.Position).ThenBy(u => u.OrgUnit.Name)
                        .Select(u => new Part(u.OrgUnit.Name, u.State)).ToList()))
                .ToListAsync(cancellationToken);
            var orders = await db.SupervisionOrders.AsNoTracking().Where(x => x.PlanTaskId == task.Id).OrderByDescending(x => x.IssuedOn).ThenByDescending(x => x.Id)
                .Select(x => new Order(x.Id, x.Number, x.OrgUnit.Name, x.Colour, x.RungName, x.IssuedOn, x.AnswerBy, x.State)).ToListAsync(cancellationToken);
            List<Function> functions = [.. actor.Leads(task.Path) ? [Function.Leader] : Array.Empty<Function>(), .. actor.Coordinates(task.JurisdictionId) ? [Function.Coordinator] : Array.Empty<Function>()];
            var states = functions.Count == 0 ? [] : await db.Occurrences.Where(x => x.PlanTaskId == task.Id).Select(x => x.State).Distinct().ToListAsync(cancellationToken);
            return new Result(states.Exists(state => functions.Exists(x => StepTable.Possible(state, x).Contains(Step.Instruct))), instructions, orders);
        }
    }
}

public static class Leading
{
    /// <summary>Is a leader of the place at this path or of one above.</summary>
    public static bool Leads(this Actor actor, string jurisdictionPath) =>
        actor.Held.Any(x => x.Function == Function.Leader && jurisdictionPath.StartsWith(x.JurisdictionPath, StringComparison.Ordinal));
}
