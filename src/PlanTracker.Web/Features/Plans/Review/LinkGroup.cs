using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Registry;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Review;

/// <summary>Says which group of units a printed collective stands for, wherever the draft prints it: a registered one, or a new one with these members.</summary>
public static class LinkGroup
{
    /// <param name="UnitGroupId">Null: a group of that name is added.</param>
    public sealed record Command(Guid DraftId, string Printed, Guid? UnitGroupId, IReadOnlyList<Guid> NewMembers) : ICommand<Outcome<int>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<int>>
    {
        public async Task<Outcome<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.DraftToEdit(actor, request.DraftId, withTasks: true, cancellationToken);
            if (found.Refusal is { } refusal)
                return refusal;
            var draft = found.Value;
            UnitGroup? group;
            if (request.UnitGroupId is { } id)
            {
                group = await db.UnitGroups.SingleOrDefaultAsync(x => x.Id == id && x.JurisdictionId == draft.JurisdictionId, cancellationToken);
                if (group is null)
                    return RefusalKind.NotFound;
                if (group.Name != request.Printed && !UnitRegistry.AliasesOf(group.Aliases).Contains(request.Printed))
                    group.Aliases = string.Join('；', [.. UnitRegistry.AliasesOf(group.Aliases), request.Printed]);
            }
            else
            {
                var members = await db.OrgUnits.OfRegister(draft.JurisdictionId).Where(x => request.NewMembers.Contains(x.Id)).Select(x => x.Id)
                    .ToListAsync(cancellationToken);
                if (members.Count == 0)
                    return new Refusal(RefusalKind.Missing, "成员");
                if (await db.UnitGroups.AnyAsync(x => x.JurisdictionId == draft.JurisdictionId && x.Name == request.Printed, cancellationToken))
                    return new Refusal(RefusalKind.NameTaken, request.Printed);
                group = new UnitGroup { Id = clock.NewId(), JurisdictionId = draft.JurisdictionId, Name = request.Printed };
                group.Members = [.. members.Select(unit => new UnitGroupMember { UnitGroupId = group.Id, OrgUnitId = unit })];
                db.UnitGroups.Add(group);
            }

            var linked = 0;
            foreach (var task in draft.Tasks)
            {
                var content = Linked(task.Content, request.Printed, group.Id);
                if (ReferenceEquals(content, task.Content))
                    continue;
                task.Content = content;
                linked++;
            }

            var saved = await db.SaveDraft(draft.Id, clock, cancellationToken);
            return saved.IsDone ? linked : saved.Refusal!;
        }

        // What was read as one unit (县级执法部门) may turn out to be a group.
        private static DraftTaskContent Linked(DraftTaskContent content, string printed, Guid group)
        {
            var mistaken = content.Units.Where(x => x.OrgUnitId is null && x.Name == printed).ToList();
            if (mistaken.Count == 0 && !content.Collectives.Any(x => x.UnitGroupId is null && x.Name == printed))
                return content;
            return content with
            {
                Units = [.. content.Units.Except(mistaken)],
                Collectives =
                [
                    .. content.Collectives.Select(x => x.UnitGroupId is null && x.Name == printed ? x with { UnitGroupId = group } : x),
                    .. mistaken.Select(x => new DraftCollective(x.Name, x.Role, x.Start, x.End, group)),
                ],
            };
        }
    }
}
