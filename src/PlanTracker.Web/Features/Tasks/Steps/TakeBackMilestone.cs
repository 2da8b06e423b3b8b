using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Steps;

/// <summary>撤回节点完成: the unit or the office says that a milestone reported reached is not, and why. It is open again, and late if its day has passed.</summary>
public static class TakeBackMilestone
{
    /// <param name="Milestone">By its own day.</param>
    public sealed record Command(Guid OccurrenceId, DateOnly Milestone, string Words) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, StepRecorder recorder, NoticeWriter notices) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var occurrence = await db.Occurrences.Include(x => x.PlanTask).SingleOrDefaultAsync(x => x.Id == request.OccurrenceId, cancellationToken);
            if (occurrence is null)
                return RefusalKind.NotFound;
            if (await recorder.Forbids(occurrence, Step.TakeBackMilestone, cancellationToken) is { } forbidden)
                return forbidden;
            if (MilestoneMarks.Parse(occurrence.Reached).On(request.Milestone) is null)
                return new Refusal(RefusalKind.Invalid, "时间节点");
            StepEntry entry = new(request.Words) { Milestone = request.Milestone };
            if ((await recorder.Take(occurrence, Step.TakeBackMilestone, entry, cancellationToken)).Refusal is { } refusal)
                return refusal;
            if (!actor.IsOfUnit(occurrence.OrgUnitId))
            {
                string[] told = [$"{occurrence.PlanTask.Number} {occurrence.PlanTask.Title}".Trim(), request.Milestone.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), request.Words.Trim()];
                await notices.ToUnit(occurrence.OrgUnitId, NoticeKind.MilestoneTakenBack, $"/tasks/{occurrence.PlanTaskId}", told, cancellationToken);
            }

            return await db.SaveUnlessChanged(Done.It, cancellationToken);
        }
    }
}
