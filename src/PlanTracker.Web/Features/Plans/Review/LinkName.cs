using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Registry;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Review;

/// <summary>Says which unit a printed name stands for, wherever the draft prints it: one of the register, or a new one that is added to it.</summary>
public static class LinkName
{
    /// <param name="OrgUnitId">Null: the unit is added, under <paramref name="NewName"/>.</param>
    /// <param name="Remember">The printed name becomes an alias of the unit, so that the next document knows it.</param>
    public sealed record Command(Guid DraftId, string Printed, Guid? OrgUnitId, string NewName = "", OrgUnitKind NewKind = OrgUnitKind.GovernmentDepartment,
        bool Remember = true) : ICommand<Outcome<int>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<int>>
    {
        public async Task<Outcome<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.DraftToEdit(actor, request.DraftId, withTasks: true, cancellationToken);
            if (found.Refusal is { } refusal)
                return refusal;
            var draft = found.Value;
            var unit = request.OrgUnitId is { } id
                ? await db.OrgUnits.OfRegister(draft.JurisdictionId).Include(x => x.Aliases).SingleOrDefaultAsync(x => x.Id == id, cancellationToken)
                : Added(draft.JurisdictionId, request);
            if (unit is null)
                return RefusalKind.NotFound;
            if (request.OrgUnitId is null && (unit.Name.Length == 0
                || await db.OrgUnits.AnyAsync(x => x.JurisdictionId == draft.JurisdictionId && x.Name == unit.Name, cancellationToken)))
                return unit.Name.Length == 0 ? new Refusal(RefusalKind.Missing, "名称") : new Refusal(RefusalKind.NameTaken, unit.Name);
            var linked = 0;
            foreach (var task in draft.Tasks.Where(x => x.Content.Units.Any(u => u.OrgUnitId is null && u.Name == request.Printed)))
            {
                task.Content = task.Content with { Units = [.. task.Content.Units.Select(u =>
                    u.OrgUnitId is null && u.Name == request.Printed ? u with { OrgUnitId = unit.Id, Match = MatchReason.Chosen, Proposed = null } : u)] };
                linked++;
            }

            if (request.Remember && unit.Name != request.Printed && unit.Aliases.TrueForAll(x => x.Name != request.Printed))
                db.UnitAliases.Add(new UnitAlias { Id = clock.NewId(), OrgUnitId = unit.Id, Name = request.Printed });
            var saved = await db.SaveDraft(draft.Id, clock, cancellationToken);
            return saved.IsDone ? linked : saved.Refusal!;
        }

        private OrgUnit Added(Guid jurisdictionId, Command request)
        {
            var unit = new OrgUnit
            {
                Id = clock.NewId(), JurisdictionId = jurisdictionId, Name = request.NewName.Trim(), Kind = request.NewKind, Position = int.MaxValue / 2,
            };
            db.OrgUnits.Add(unit);
            return unit;
        }
    }
}
