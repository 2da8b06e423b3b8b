using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Steps;

/// <summary>催办 of one unit on one task, by the office or a leader, late or not. Whether there is anything to urge says the table of steps.</summary>
public static class UrgeTask
{
    public const int LongestWords = 1000;

    public sealed record Command(Guid OccurrenceId, UrgeWay Way, string Words = "") : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, StepRecorder recorder, UrgeWriter urges) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var occurrence = await db.Occurrences.Include(x => x.PlanTask).Include(x => x.OrgUnit).SingleOrDefaultAsync(x => x.Id == request.OccurrenceId, cancellationToken);
            if (occurrence is null)
                return RefusalKind.NotFound;
            if (await recorder.Forbids(occurrence, Step.Urge, cancellationToken) is { } forbidden)
                return forbidden;
            var words = request.Words.Trim();
            if (words.Length > LongestWords)
                return new Refusal(RefusalKind.TooLong, $"{LongestWords}");
            if (!Enum.IsDefined(request.Way))
                return new Refusal(RefusalKind.Invalid, "催办方式");
            if (occurrence.OrgUnit.Kind.IsAskedByLetter)
                return new Refusal(RefusalKind.UrgedByLetter, occurrence.OrgUnit.Name);
            var today = clock.Today;
            if (await db.Urges.AnyAsync(x => x.OccurrenceId == occurrence.Id && x.ById == actor.AccountId && x.On == today && x.Way == request.Way, cancellationToken))
                return new Refusal(RefusalKind.UrgedToday, occurrence.OrgUnit.Name);
            if ((await recorder.Take(occurrence, Step.Urge, new StepEntry(words), cancellationToken)).Refusal is { } refusal)
                return refusal;
            var task = occurrence.PlanTask;
            await urges.Write(
                new UrgeEntry(UrgeKind.LateTask, request.Way, occurrence.JurisdictionId, occurrence.OrgUnitId, 1, $"{task.Number} {task.Title}".Trim(), words)
                {
                    PlanId = occurrence.PlanId, OccurrenceId = occurrence.Id, Link = $"/tasks/{task.Id}",
                },
                cancellationToken);
            return await db.SaveUnlessChanged(Done.It, cancellationToken);
        }
    }
}
