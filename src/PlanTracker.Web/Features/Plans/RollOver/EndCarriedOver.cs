using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.RollOver;

/// <summary>Ends the open runs of chosen tasks as carried over, by the authority named: the next plan goes on with them. In their own plan they stay not completed.
/// What is not chosen stays open.</summary>
public static class EndCarriedOver
{
    public sealed record Command(Guid PlanId, IReadOnlyList<Guid> TaskIds, string Words) : ICommand<Outcome<Result>>;

    public sealed record Result(int Tasks, int Runs);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, StepRecorder recorder, StepNotices notices) : IHandler<Command, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Command request, CancellationToken cancellationToken)
        {
            var place = await db.Plans.Where(x => x.Id == request.PlanId).Select(x => (Guid?)x.JurisdictionId).SingleOrDefaultAsync(cancellationToken);
            if (place is null || !actor.Coordinates(place.Value))
                return RefusalKind.NotFound;
            if (string.IsNullOrWhiteSpace(request.Words))
                return new Refusal(RefusalKind.Missing, "依据");
            Guid[] ids = [.. request.TaskIds];
            var continued = await db.PlanTasks.Where(x => x.ContinuesTaskId != null && ids.Contains(x.ContinuesTaskId.Value)).Select(x => x.ContinuesTaskId!.Value)
                .Distinct().ToListAsync(cancellationToken);
            if (ids.Length == 0)
                return new Refusal(RefusalKind.Missing, "任务");
            if (ids.Except(continued).Any())
                return RefusalKind.NotContinued;
            var runs = (await db.Occurrences.Include(x => x.PlanTask).Include(x => x.OrgUnit).Where(x => x.PlanId == request.PlanId && ids.Contains(x.PlanTaskId))
                .ToListAsync(cancellationToken)).Where(x => !x.State.IsOver).ToList();
            var entry = new StepEntry(request.Words);
            foreach (var run in runs)
            {
                if ((await recorder.Take(run, Step.CarryOver, entry, cancellationToken)).Refusal is { } refusal)
                    return refusal;
                await notices.Tell(run, Step.CarryOver, entry, cancellationToken);
            }

            return await db.SaveUnlessChanged(new Result(runs.Select(x => x.PlanTaskId).Distinct().Count(), runs.Count), cancellationToken);
        }
    }
}
