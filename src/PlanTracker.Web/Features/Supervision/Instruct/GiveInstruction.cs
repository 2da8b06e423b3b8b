using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Supervision.Instruct;

/// <summary>批示 on a task: by a leader himself, or entered by the office for one (代录), with the scan of the paper.</summary>
public static class GiveInstruction
{
    public const int LongestWords = 1000;

    /// <param name="OccurrenceIds">The runs of the units that it goes to, all of the one task.</param>
    /// <param name="LeaderId">代录: the leader of the register whose words they are; null where the leader gives them himself.</param>
    /// <param name="On">代录: the day of the paper, call or message.</param>
    public sealed record Command(
        Guid TaskId, IReadOnlyList<Guid> OccurrenceIds, string Words, DateOnly? AnswerBy, Guid? LeaderId = null, EntrySource Source = EntrySource.Own,
        DateOnly? On = null) : ICommand<Outcome<Guid>>
    {
        public IReadOnlyList<EvidenceFile> Scans { get; init; } = [];
    }

    public sealed class Handler(
        PlanTrackerDbContext db, Actor actor, Clock clock, StepRecorder recorder, NoticeWriter notices, EvidenceKeeper evidence)
        : IHandler<Command, Outcome<Guid>>
    {
        public async Task<Outcome<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            var task = await db.PlanTasks.Include(x => x.Plan.Jurisdiction).SingleOrDefaultAsync(x => x.Id == request.TaskId, cancellationToken);
            if (task is null)
                return RefusalKind.NotFound;
            var entered = !actor.Leads(task.Plan.Jurisdiction.Path);
            var on = entered ? request.On ?? clock.Today : clock.Today;
            var occurrences = await db.Occurrences.Include(x => x.OrgUnit)
                .Where(x => x.PlanTaskId == task.Id && request.OccurrenceIds.Contains(x.Id)).ToListAsync(cancellationToken);
            if (await Forbidden(task, occurrences, cancellationToken) is { } forbidden)
                return forbidden;
            if (Complaint(request, occurrences, entered, on) is { } complaint)
                return complaint;
            var leader = entered
                ? await db.SupervisingLeaders.SingleOrDefaultAsync(x => x.Id == request.LeaderId && x.JurisdictionId == task.JurisdictionId, cancellationToken) : null;
            if (entered && leader is null && !actor.IsSystem)
                return new Refusal(RefusalKind.Missing, "批示领导");
            if (await evidence.Complaint(occurrences[0], request.Scans, cancellationToken) is { } unwanted)
                return unwanted;
            Instruction instruction = new()
            {
                Id = clock.NewId(), JurisdictionId = task.JurisdictionId, PlanTaskId = task.Id, Words = request.Words.Trim(),
                LeaderName = leader?.Name ?? actor.Name, LeaderAccountId = entered ? leader?.AccountId : actor.AccountId, On = on,
                AnswerBy = request.AnswerBy!.Value, Source = request.Source, EnteredByName = entered ? actor.Name : "", At = clock.UtcNow,
            };
            db.Instructions.Add(instruction);
            foreach (var occurrence in occurrences)
            {
                if (await Send(instruction, task, occurrence, entered, cancellationToken) is { } refusal)
                    return refusal;
            }

            await evidence.Keep(occurrences[0], report: null, request.Scans, cancellationToken);
            return await db.SaveIfFirst(instruction.Id, cancellationToken);
        }

        // Who may, and on what, says the table of steps; nobody else is told what is missing.
        private async Task<Refusal?> Forbidden(PlanTask task, List<Occurrence> occurrences, CancellationToken cancellation)
        {
            foreach (var occurrence in occurrences)
            {
                if (await recorder.Forbids(occurrence, Step.Instruct, cancellation) is { } refusal)
                    return refusal;
            }

            return occurrences.Count > 0 || actor.Leads(task.Plan.Jurisdiction.Path) || actor.Coordinates(task.JurisdictionId) ? null : new Refusal(RefusalKind.NotFound);
        }

        private async Task<Refusal?> Send(Instruction instruction, PlanTask task, Occurrence occurrence, bool entered, CancellationToken cancellation)
        {
            StepEntry entry = new($"{instruction.LeaderName}：{instruction.Words}") { Source = instruction.Source, On = entered ? instruction.On : null };
            if ((await recorder.Take(occurrence, Step.Instruct, entry, cancellation)).Refusal is { } refusal)
                return refusal;
            db.InstructionUnits.Add(new InstructionUnit
            {
                Id = clock.NewId(), JurisdictionId = instruction.JurisdictionId, InstructionId = instruction.Id, OccurrenceId = occurrence.Id,
                OrgUnitId = occurrence.OrgUnitId, AnswerBy = instruction.AnswerBy,
            });
            await notices.ToUnit(
                occurrence.OrgUnitId, NoticeKind.Instructed, $"/supervision/instructions/{instruction.Id}", [$"{task.Number} {task.Title}".Trim(), instruction.Words], cancellation);
            return null;
        }

        private Refusal? Complaint(Command request, List<Occurrence> occurrences, bool entered, DateOnly on)
        {
            if (string.IsNullOrWhiteSpace(request.Words))
                return new Refusal(RefusalKind.Missing, "批示内容");
            if (request.Words.Trim().Length > LongestWords)
                return new Refusal(RefusalKind.TooLong, $"{LongestWords}");
            if (occurrences.Count == 0)
                return new Refusal(RefusalKind.Missing, "批转单位");
            if (occurrences.Count != request.OccurrenceIds.Distinct().Count())
                return new Refusal(RefusalKind.Invalid, "批转单位");
            if (request.AnswerBy is not { } by)
                return new Refusal(RefusalKind.Missing, "答复期限");
            if (by < on)
                return new Refusal(RefusalKind.Invalid, "答复期限");
            if (!entered && request.Source != EntrySource.Own)
                return new Refusal(RefusalKind.Invalid, "代录来源");
            return on > clock.Today ? new Refusal(RefusalKind.Invalid, "日期") : null;
        }
    }
}
