using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Supervision.Letter;

/// <summary>One letter with its tasks and what was answered.</summary>
public static class ReadLetter
{
    public sealed record Query(Guid Id) : IQuery<Outcome<Result>>;

    public sealed record Result
    {
        public required Guid Id { get; init; }
        public required Guid JurisdictionId { get; init; }
        public required string Place { get; init; }
        public required string Issuer { get; init; }
        public required Guid UnitId { get; init; }
        public required string Unit { get; init; }
        public required Guid PlanId { get; init; }
        public required string Plan { get; init; }
        public required LetterGround Ground { get; init; }
        public required LetterState State { get; init; }
        public required string Number { get; init; }
        public required string Title { get; init; }
        public required string Opening { get; init; }
        public required string Closing { get; init; }
        public required DateOnly DraftedOn { get; init; }
        public required string DraftedByName { get; init; }
        public required DateOnly? IssuedOn { get; init; }
        public required string SignedByName { get; init; }
        public required string IssuedByName { get; init; }
        public required DateOnly AnswerBy { get; init; }
        public required DateOnly? AnsweredOn { get; init; }
        public required DateOnly? DroppedOn { get; init; }
        public required string DroppedByName { get; init; }
        public required string DroppedWords { get; init; }
        public required int Version { get; init; }
        public required IReadOnlyList<Line> Tasks { get; init; }
        public required IReadOnlyList<SeenAnswer> Answers { get; init; }

        /// <summary>The reader is the office of its place.</summary>
        public bool IsOffice { get; init; }
        public bool MayAnswer { get; init; }
        public bool IsEntered { get; init; }
    }

    public sealed record Line(Guid Id, Guid TaskId, int Position, string Number, string Title, Role Role, LetterGround Ground, DateOnly? DueOn);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = await db.LettersSeenBy(actor).AsNoTracking().AsSplitQuery().Where(x => x.Id == request.Id)
                .Select(x => new Result
                {
                    Id = x.Id, JurisdictionId = x.JurisdictionId, Place = x.Jurisdiction.Name, Issuer = x.Jurisdiction.LetterIssuer, UnitId = x.OrgUnitId, Unit = x.OrgUnit.Name,
                    PlanId = x.PlanId, Plan = x.Plan.Title, Ground = x.Ground, State = x.State, Number = x.Number, Title = x.Title, Opening = x.Opening, Closing = x.Closing,
                    DraftedOn = x.DraftedOn, DraftedByName = x.DraftedByName, IssuedOn = x.IssuedOn, SignedByName = x.SignedByName, IssuedByName = x.IssuedByName,
                    AnswerBy = x.AnswerBy, AnsweredOn = x.AnsweredOn, DroppedOn = x.DroppedOn, DroppedByName = x.DroppedByName, DroppedWords = x.DroppedWords,
                    Version = x.Version,
                    Tasks = x.Tasks.OrderBy(t => t.Position)
                        .Select(t => new Line(t.Id, t.Occurrence.PlanTaskId, t.Position, t.Number, t.Title, t.Role, t.Ground, t.DueOn)).ToList(),
                    Answers = x.Answers.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Select(a => new SeenAnswer(
                        a.Id, a.On, a.Words, a.ByName, a.Source, a.Decision, a.Reason, a.DecidedByName,
                        a.Evidence.OrderBy(e => e.Id).Select(e => new SeenFile(e.Id, e.FileName)).ToList())).ToList(),
                })
                .SingleOrDefaultAsync(cancellationToken);
            if (found is null)
                return RefusalKind.NotFound;
            var (office, own) = (actor.Coordinates(found.JurisdictionId), actor.IsOfUnit(found.UnitId));
            return found with { IsOffice = office, MayAnswer = found.State.After(LetterDeed.Answer) is not null && (office || own), IsEntered = !own };
        }
    }
}
