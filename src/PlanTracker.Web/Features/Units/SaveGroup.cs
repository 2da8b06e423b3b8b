using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Units;

/// <summary>Adds a group of units, or changes it as a whole.</summary>
public static class SaveGroup
{
    private const int LongestNote = 300;

    /// <param name="Id">Null: add.</param>
    /// <param name="Version">The one that the person saw.</param>
    public sealed record Command(
        Guid? Id, Guid PlaceId, string Name, IReadOnlyList<string> Aliases, string Note, IReadOnlyList<Guid> UnitIds, int Version = 0) : ICommand<Outcome<Guid>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Guid>>
    {
        public async Task<Outcome<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.Coordinates(request.PlaceId))
                return RefusalKind.NotAllowed;
            var groups = await db.UnitGroups.Include(x => x.Members).Where(x => x.JurisdictionId == request.PlaceId).ToListAsync(cancellationToken);
            var group = groups.Find(x => x.Id == request.Id);
            if (request.Id is not null && group is null)
                return RefusalKind.NotFound;
            if (group is not null && group.Version != request.Version)
                return RefusalKind.ChangedMeanwhile;
            var name = request.Name.Trim();
            if (name.Length == 0)
                return new Refusal(RefusalKind.Missing, "名称");
            if (!AliasText.IsName(name))
                return new Refusal(RefusalKind.Invalid, "名称");
            if (!request.Aliases.All(AliasText.IsName))
                return new Refusal(RefusalKind.Invalid, "别名");
            if (request.Note.Length > LongestNote)
                return new Refusal(RefusalKind.Invalid, "说明");
            if (GroupNames.Clash(groups.Where(x => x != group), [name, .. request.Aliases]) is { } clash)
                return clash;
            var members = await db.OrgUnits.OfRegister(request.PlaceId).Where(x => request.UnitIds.Contains(x.Id)).Select(x => x.Id).ToListAsync(cancellationToken);
            if (group is null)
                db.Add(group = new UnitGroup { Id = clock.NewId(), JurisdictionId = request.PlaceId, Name = name });
            else
                db.Entry(group).State = EntityState.Modified;
            (group.Name, group.Aliases, group.Note) = (name, GroupNames.Join(request.Aliases.Where(x => x != name)), request.Note.Trim());

            // Units that ended stay in their groups unseen: the form shows only those in work.
            var shown = await db.OrgUnits.OfRegister(request.PlaceId).Where(x => x.EndedOn == null || x.EndedOn > clock.Today).Select(x => x.Id)
                .ToListAsync(cancellationToken);
            group.Members.RemoveAll(x => shown.Contains(x.OrgUnitId) && !members.Contains(x.OrgUnitId));
            foreach (var unit in members.Where(unit => !group.Members.Exists(x => x.OrgUnitId == unit)))
                group.Members.Add(new UnitGroupMember { UnitGroupId = group.Id, OrgUnitId = unit });
            return await db.SaveIfFirst(group.Id, cancellationToken);
        }
    }
}
