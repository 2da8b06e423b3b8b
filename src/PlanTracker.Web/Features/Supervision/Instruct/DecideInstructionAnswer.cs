using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Supervision.Instruct;

/// <summary>The office passes an answer on to the leader (转呈), or returns it with a reason.</summary>
public static class DecideInstructionAnswer
{
    public sealed record Command(Guid InstructionUnitId, bool PassOn, string Reason = "") : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, AnswerWriter writer, NoticeWriter notices) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var part = await db.InstructionUnits.Include(x => x.Instruction.PlanTask).Include(x => x.OrgUnit).Include(x => x.Answers)
                .SingleOrDefaultAsync(x => x.Id == request.InstructionUnitId, cancellationToken);
            if (part is null || !(actor.Coordinates(part.JurisdictionId) || actor.IsOfUnit(part.OrgUnitId)))
                return RefusalKind.NotFound;
            if (!actor.Coordinates(part.JurisdictionId))
                return RefusalKind.NotAllowed;
            if (part.State != AnswerState.Answered)
                return RefusalKind.NothingWaits;
            if (!request.PassOn && string.IsNullOrWhiteSpace(request.Reason))
                return new Refusal(RefusalKind.Missing, "理由");
            writer.Decide(part.Answers, request.PassOn, request.Reason);
            var (link, task) = ($"/supervision/instructions/{part.InstructionId}", part.Instruction.PlanTask.Title);
            if (request.PassOn)
            {
                (part.State, part.SettledOn) = (AnswerState.Settled, clock.Today);
                if (part.Instruction.LeaderAccountId is { } leader)
                    notices.ToPerson(leader, NoticeKind.AnswerPassedOn, link, [part.OrgUnit.Name, task]);
            }
            else
            {
                part.State = AnswerState.Returned;
                await notices.ToUnit(part.OrgUnitId, NoticeKind.AnswerReturned, link, [task, request.Reason.Trim()], cancellationToken);
            }

            return await db.SaveIfFirst(Done.It, cancellationToken);
        }
    }
}
