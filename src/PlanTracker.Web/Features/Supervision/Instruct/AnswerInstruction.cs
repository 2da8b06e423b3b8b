using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Supervision.Instruct;

/// <summary>A unit answers an instruction; or the office enters what it answered on paper.</summary>
public static class AnswerInstruction
{
    public sealed record Command(Guid InstructionUnitId, AnswerEntry Entry) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, AnswerWriter writer, NoticeWriter notices) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var part = await db.InstructionUnits.Include(x => x.Instruction.PlanTask).Include(x => x.OrgUnit).Include(x => x.Occurrence)
                .SingleOrDefaultAsync(x => x.Id == request.InstructionUnitId, cancellationToken);
            if (part is null)
                return RefusalKind.NotFound;
            var written = await writer.Write(part.Occurrence, part.OrgUnitId, part.Instruction.On, request.Entry, cancellationToken);
            if (written.Refusal is { } refusal)
                return refusal;
            if (!part.State.IsWithUnit)
                return RefusalKind.AnsweredAlready;
            written.Value.InstructionUnitId = part.Id;
            (part.State, part.AnsweredOn) = (AnswerState.Answered, written.Value.On);
            await notices.ToCoordinators(
                part.JurisdictionId, NoticeKind.InstructionAnswered, $"/supervision/instructions/{part.InstructionId}",
                [part.OrgUnit.Name, part.Instruction.PlanTask.Title], cancellationToken);
            return await db.SaveIfFirst(Done.It, cancellationToken);
        }
    }
}
