using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Supervision.Instruct;

/// <summary>One instruction with the answers of all its units, for who may read its task.</summary>
public static class ReadInstruction
{
    public sealed record Query(Guid Id) : IQuery<Outcome<Result>>;

    public sealed record Result(
        Guid Id, string LeaderName, DateOnly On, DateOnly AnswerBy, string Words, EntrySource Source, string EnteredByName, Guid TaskId, string Number, string Title, string Plan,
        IReadOnlyList<Part> Units);

    /// <param name="MayAnswer">The reader is of the unit, or enters for it.</param>
    /// <param name="IsEntered">代录: he enters for it.</param>
    /// <param name="MayDecide">An answer waits, and the reader is the office.</param>
    public sealed record Part(
        Guid Id, Guid UnitId, string Unit, AnswerState State, DateOnly AnswerBy, DateOnly? SettledOn, bool MayAnswer, bool IsEntered, bool MayDecide,
        IReadOnlyList<SeenAnswer> Answers);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Sight sight) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var tasks = await sight.Tasks(cancellationToken);
            var found = await db.Instructions.AsNoTracking().Where(x => x.Id == request.Id && tasks.Any(t => t.Id == x.PlanTaskId))
                .Select(x => new
                {
                    x.JurisdictionId,
                    Result = new Result(
                        x.Id, x.LeaderName, x.On, x.AnswerBy, x.Words, x.Source, x.EnteredByName, x.PlanTaskId, x.PlanTask.Number, x.PlanTask.Title, x.PlanTask.Plan.Title,
                        new List<Part>()),
                })
                .SingleOrDefaultAsync(cancellationToken);
            if (found is null)
                return RefusalKind.NotFound;
            var parts = await db.InstructionUnits.AsNoTracking().Where(x => x.InstructionId == request.Id)
                .OrderBy(x => x.OrgUnit.Position).ThenBy(x => x.OrgUnit.Name)
                .Select(x => new Part(
                    x.Id, x.OrgUnitId, x.OrgUnit.Name, x.State, x.AnswerBy, x.SettledOn, false, false, false,
                    x.Answers.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Select(a => new SeenAnswer(
                        a.Id, a.On, a.Words, a.ByName, a.Source, a.Decision, a.Reason, a.DecidedByName,
                        a.Evidence.OrderBy(e => e.Id).Select(e => new SeenFile(e.Id, e.FileName)).ToList())).ToList()))
                .ToListAsync(cancellationToken);
            var office = actor.Coordinates(found.JurisdictionId);
            return found.Result with
            {
                Units = [.. parts.Select(x => x with
                {
                    MayAnswer = x.State.IsWithUnit && (office || actor.IsOfUnit(x.UnitId)), IsEntered = !actor.IsOfUnit(x.UnitId),
                    MayDecide = office && x.State == AnswerState.Answered,
                })],
            };
        }
    }
}
