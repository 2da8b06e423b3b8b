using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Supervision.Order;

/// <summary>One order with its answers and the orders it climbed from and to, for who may read its task.</summary>
public static class ReadOrder
{
    public sealed record Query(Guid Id) : IQuery<Outcome<Result>>;

    public sealed record Result
    {
        public required Guid Id { get; init; }
        public required Guid JurisdictionId { get; init; }
        public required string Number { get; init; }
        public required OrderColour Colour { get; init; }
        public required string RungName { get; init; }
        public required OrderGround Ground { get; init; }
        public required Guid TaskId { get; init; }
        public required string TaskNumber { get; init; }
        public required string Title { get; init; }
        public required string Plan { get; init; }
        public required DateOnly? DueOn { get; init; }
        public required Guid UnitId { get; init; }
        public required string Unit { get; init; }
        public required string Place { get; init; }
        public required string Words { get; init; }
        public required DateOnly IssuedOn { get; init; }
        public required string IssuedByName { get; init; }
        public required DateOnly AnswerBy { get; init; }
        public required AnswerState State { get; init; }
        public required DateOnly? SettledOn { get; init; }
        public required string SettledByName { get; init; }
        public required string SettledWords { get; init; }
        public required Linked? From { get; init; }
        public required Linked? To { get; init; }
        public required IReadOnlyList<SeenAnswer> Answers { get; init; }
        public string Issuer { get; init; } = "";
        public bool MayAnswer { get; init; }
        public bool IsEntered { get; init; }
        public bool MayDecide { get; init; }
    }

    public sealed record Linked(Guid Id, string Number);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Sight sight, OrderLadders ladders) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var tasks = await sight.Tasks(cancellationToken);
            var found = await db.SupervisionOrders.AsNoTracking().Where(x => x.Id == request.Id && tasks.Any(t => t.Id == x.PlanTaskId))
                .Select(x => new Result
                {
                    Id = x.Id, JurisdictionId = x.JurisdictionId, Number = x.Number, Colour = x.Colour, RungName = x.RungName,
                    Ground = new OrderGround(x.Ground, x.GroundFigure), TaskId = x.PlanTaskId, TaskNumber = x.PlanTask.Number, Title = x.PlanTask.Title,
                    Plan = x.PlanTask.Plan.Title, DueOn = x.Occurrence.DueOn, UnitId = x.OrgUnitId, Unit = x.OrgUnit.Name, Place = x.PlanTask.Plan.Jurisdiction.Name,
                    Words = x.Words, IssuedOn = x.IssuedOn, IssuedByName = x.IssuedByName, AnswerBy = x.AnswerBy, State = x.State, SettledOn = x.SettledOn,
                    SettledByName = x.SettledByName, SettledWords = x.SettledWords,
                    From = x.ClimbedFrom == null ? null : new Linked(x.ClimbedFrom.Id, x.ClimbedFrom.Number),
                    To = db.SupervisionOrders.Where(o => o.ClimbedFromId == x.Id).Select(o => new Linked(o.Id, o.Number)).FirstOrDefault(),
                    Answers = x.Answers.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Select(a => new SeenAnswer(
                        a.Id, a.On, a.Words, a.ByName, a.Source, a.Decision, a.Reason, a.DecidedByName,
                        a.Evidence.OrderBy(e => e.Id).Select(e => new SeenFile(e.Id, e.FileName)).ToList())).ToList(),
                })
                .SingleOrDefaultAsync(cancellationToken);
            if (found is null)
                return RefusalKind.NotFound;
            var office = actor.Coordinates(found.JurisdictionId);
            return found with
            {
                Issuer = (await ladders.Of(found.JurisdictionId, cancellationToken)).Issuer,
                MayAnswer = found.State.IsWithUnit && (office || actor.IsOfUnit(found.UnitId)), IsEntered = !actor.IsOfUnit(found.UnitId),
                MayDecide = office && found.State == AnswerState.Answered,
            };
        }
    }
}
