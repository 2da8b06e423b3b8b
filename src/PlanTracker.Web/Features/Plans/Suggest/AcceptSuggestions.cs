using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Registry;
using PlanTracker.Web.Features.Plans.Review;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Suggest;

/// <param name="BodyId">A unit or a group of the draft's register.</param>
public sealed record Acceptance(Guid TaskId, Guid BodyId, bool IsGroup, Role Role);

/// <summary>A person accepts suggested units: one, or many at once. Who stands on a task already is passed over. Gives what was entered, so that it can
/// be taken back.</summary>
public static class AcceptSuggestions
{
    public sealed record Command(Guid DraftId, IReadOnlyList<Acceptance> Accepted) : ICommand<Outcome<IReadOnlyList<Acceptance>>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<IReadOnlyList<Acceptance>>>
    {
        public async Task<Outcome<IReadOnlyList<Acceptance>>> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.DraftToEdit(actor, request.DraftId, withTasks: true, cancellationToken);
            if (found.Refusal is { } refusal)
                return refusal;
            var draft = found.Value;
            Guid[] units = [.. request.Accepted.Where(x => !x.IsGroup).Select(x => x.BodyId).Distinct()];
            Guid[] groups = [.. request.Accepted.Where(x => x.IsGroup).Select(x => x.BodyId).Distinct()];
            var today = clock.Today;
            var names = await db.OrgUnits.OfRegister(draft.JurisdictionId)
                .Where(x => units.Contains(x.Id) && (x.EndedOn == null || x.EndedOn > today)).ToDictionaryAsync(x => x.Id, x => x.Name, cancellationToken);
            foreach (var group in await db.UnitGroups.Where(x => x.JurisdictionId == draft.JurisdictionId && groups.Contains(x.Id)).ToListAsync(cancellationToken))
                names[group.Id] = group.Name;
            if (names.Count != units.Length + groups.Length)
                return new Refusal(RefusalKind.Invalid, "单位");
            List<Acceptance> entered = [];
            foreach (var (id, accepted) in request.Accepted.GroupBy(x => x.TaskId).Select(x => (x.Key, x)))
            {
                if (draft.Tasks.Find(x => x.Id == id) is not { } task)
                    return RefusalKind.ChangedMeanwhile;
                foreach (var one in accepted)
                {
                    if (With(task.Content, one, names[one.BodyId]) is not { } content)
                        continue;
                    task.Content = content;
                    entered.Add(one);
                }
            }

            var saved = await db.SaveDraft(draft.Id, clock, cancellationToken);
            return saved.IsDone ? entered : saved.Refusal!;
        }

        private static DraftTaskContent? With(DraftTaskContent content, Acceptance accepted, string name)
        {
            if (accepted.IsGroup)
            {
                return content.Collectives.Any(x => x.UnitGroupId == accepted.BodyId) ? null
                    : content with { Collectives = [.. content.Collectives, new DraftCollective(name, accepted.Role, null, null, accepted.BodyId)] };
            }

            return content.Units.Any(x => x.OrgUnitId == accepted.BodyId) ? null
                : content with { Units = [.. content.Units, new DraftUnit(name, accepted.Role, null, null, accepted.BodyId, MatchReason.Suggested)] };
        }
    }
}

/// <summary>撤销: takes what was accepted off the tasks again, as far as it still stands there.</summary>
public static class TakeBackSuggestions
{
    public sealed record Command(Guid DraftId, IReadOnlyList<Acceptance> Entered) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.DraftToEdit(actor, request.DraftId, withTasks: true, cancellationToken);
            if (found.Refusal is { } refusal)
                return refusal;
            foreach (var task in found.Value.Tasks)
            {
                var bodies = request.Entered.Where(x => x.TaskId == task.Id).Select(x => x.BodyId).ToHashSet();
                if (bodies.Count == 0)
                    continue;
                task.Content = task.Content with
                {
                    Units = [.. task.Content.Units.Where(x => x.Match != MatchReason.Suggested || x.OrgUnitId is not { } id || !bodies.Contains(id))],
                    Collectives = [.. task.Content.Collectives.Where(x => x.Start is not null || x.UnitGroupId is not { } id || !bodies.Contains(id))],
                };
            }

            return await db.SaveDraft(request.DraftId, clock, cancellationToken);
        }
    }
}
