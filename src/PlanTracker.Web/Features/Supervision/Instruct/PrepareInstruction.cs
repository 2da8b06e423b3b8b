using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Supervision.Instruct;

/// <summary>What the form of an instruction offers: the units that stand on the task now, the leaders whose words the office may enter, and a day.</summary>
public static class PrepareInstruction
{
    /// <summary>Proposed for the answer.</summary>
    public const int Workdays = 5;

    public sealed record Query(Guid TaskId) : IQuery<Outcome<Result>>;

    /// <param name="Leaders">Empty where the reader gives his own words.</param>
    public sealed record Result(string Number, string Title, string Plan, IReadOnlyList<Target> Targets, IReadOnlyList<Named> Leaders, bool IsEntered, DateOnly AnswerBy);

    public sealed record Target(Guid OccurrenceId, string Unit, Role Role, OccurrenceState State);

    public sealed record Named(Guid Id, string Name, string Position);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, WorkingCalendar calendar, Sight sight) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var task = await (await sight.Tasks(cancellationToken)).Where(x => x.Id == request.TaskId)
                .Select(x => new { x.Id, x.JurisdictionId, x.Number, x.Title, Plan = x.Plan.Title, x.Plan.Jurisdiction.Path }).SingleOrDefaultAsync(cancellationToken);
            if (task is null)
                return RefusalKind.NotFound;
            var leads = actor.Leads(task.Path);
            if (!leads && !actor.Coordinates(task.JurisdictionId))
                return RefusalKind.NotAllowed;
            var runs = await db.Occurrences.AsNoTracking().Where(x => x.PlanTaskId == task.Id)
                .OrderBy(x => x.Role).ThenBy(x => x.OrgUnit.Position).ThenBy(x => x.OrgUnit.Name)
                .Select(x => new { x.PeriodFrom, x.OrgUnitId, Target = new Target(x.Id, x.OrgUnit.Name, x.Role, x.State) }).ToListAsync(cancellationToken);

            // Of a recurring task's runs each unit answers for the one that runs, else for the last.
            var function = leads ? Function.Leader : Function.Coordinator;
            var targets = runs.GroupBy(x => x.OrgUnitId)
                .Select(unit => unit.OrderBy(x => x.Target.State.IsOver).ThenByDescending(x => x.PeriodFrom).First().Target)
                .Where(x => StepTable.Possible(x.State, function).Contains(Step.Instruct)).ToList();
            var leaders = leads ? [] : await db.SupervisingLeaders.AsNoTracking().Where(x => x.JurisdictionId == task.JurisdictionId)
                .OrderBy(x => x.Rank).ThenBy(x => x.Name).Select(x => new Named(x.Id, x.Name, x.Position)).ToListAsync(cancellationToken);
            return new Result(task.Number, task.Title, task.Plan, targets, leaders, !leads, calendar.AddWorkdays(clock.Today, Workdays));
        }
    }
}
