using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Units;

/// <summary>One unit with all that is kept of it: for those who read its register, and for its own people.</summary>
public static class OpenUnit
{
    /// <param name="Id">Null: a blank one, to be added.</param>
    public sealed record Query(Guid? Id, Guid? PlaceId = null) : IQuery<Outcome<Result>>;

    public sealed record Choice(Guid Id, string Name);

    public sealed record Contact(Guid Id, string Name, string Phone, string Mail, bool IsHead);

    /// <param name="Tasks">Tasks that the unit was ever given.</param>
    /// <param name="People">Accounts that report or sign for it today.</param>
    public sealed record Result(
        Guid RegisterId, string Register, bool MayEdit, bool ReadsRegister, int Version, string Name, OrgUnitKind Kind, Guid PlaceId, int Position, Guid? LeaderId,
        DateOnly? EndedOn, IReadOnlyList<Alias> Aliases, IReadOnlyList<Contact> Contacts, IReadOnlyList<Guid> GroupIds, int Tasks, int OpenTasks,
        IReadOnlyList<Choice> Places, IReadOnlyList<Choice> Groups, IReadOnlyList<Choice> Leaders, IReadOnlyList<(string Name, Function Function)> People);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var blank = new Result(
                default, "", false, false, 0, "", default, default, 0, null, null, [], [], [], 0, 0, [], [], [], []);
            if (request.Id is not { } id)
            {
                if (await actor.RegisterIn(db, request.PlaceId, cancellationToken) is not { } place || !actor.Coordinates(place.Id))
                    return RefusalKind.NotFound;
                var last = await db.OrgUnits.OfRegister(place.Id).MaxAsync(x => (int?)x.Position, cancellationToken) ?? 0;
                return await WithChoices(
                    blank with { RegisterId = place.Id, Register = place.Name, MayEdit = true, ReadsRegister = true, PlaceId = place.Id, Position = last + 10 },
                    cancellationToken);
            }

            var unit = await db.OrgUnits.AsNoTracking().AsSplitQuery().Include(x => x.Jurisdiction).ThenInclude(x => x.Parent).Include(x => x.Aliases)
                .Include(x => x.Contacts).Include(x => x.Groups).SingleOrDefaultAsync(x => x.Id == id, cancellationToken);
            if (unit is null || !(actor.Reads(unit.Jurisdiction) || actor.IsOfUnit(id)))
                return RefusalKind.NotFound;
            var register = unit.Jurisdiction.RegisterId == unit.JurisdictionId ? unit.Jurisdiction : unit.Jurisdiction.Parent!;
            var mayEdit = actor.Coordinates(register.Id);
            var today = clock.Today;
            var people = await db.Memberships.AsNoTracking()
                .Where(x => x.OrgUnitId == id && x.From <= today && (x.To == null || x.To >= today) && (x.Account.ClosedOn == null || x.Account.ClosedOn > today))
                .OrderBy(x => x.Function).Select(x => new { x.Account.DisplayName, x.Function }).ToListAsync(cancellationToken);
            return await WithChoices(
                blank with
                {
                    RegisterId = register.Id, Register = register.Name, MayEdit = mayEdit, ReadsRegister = actor.Reads(register), Version = unit.Version,
                    Name = unit.Name, Kind = unit.Kind, PlaceId = unit.JurisdictionId, Position = unit.Position, LeaderId = unit.SupervisingLeaderId,
                    EndedOn = unit.EndedOn,
                    Aliases = [.. unit.Aliases.OrderBy(x => x.ValidTo is not null).ThenBy(x => x.Name).Select(x => new Alias(x.Name, x.ValidFrom, x.ValidTo))],
                    Contacts = [.. unit.Contacts.OrderBy(x => x.IsHead).ThenBy(x => x.Id).Select(x => new Contact(x.Id, x.Name, x.Phone, x.Email, x.IsHead))],
                    GroupIds = [.. unit.Groups.Select(x => x.UnitGroupId)],
                    Tasks = await db.Assignments.Where(x => x.OrgUnitId == id).Select(x => x.PlanTaskId).Distinct().CountAsync(cancellationToken),
                    OpenTasks = await db.Occurrences.NotOver().Where(x => x.OrgUnitId == id)
                        .Select(x => x.PlanTaskId).Distinct().CountAsync(cancellationToken),
                    People = [.. people.Select(x => (x.DisplayName, x.Function))],
                },
                cancellationToken);
        }

        private async Task<Outcome<Result>> WithChoices(Result result, CancellationToken cancellation) => result with
        {
            Places = await db.Jurisdictions.OfRegister(result.RegisterId).OrderBy(x => x.Level).ThenBy(x => x.Name).Select(x => new Choice(x.Id, x.Name))
                .ToListAsync(cancellation),
            Groups = await db.UnitGroups.Where(x => x.JurisdictionId == result.RegisterId).OrderBy(x => x.Name).Select(x => new Choice(x.Id, x.Name))
                .ToListAsync(cancellation),
            Leaders = await db.SupervisingLeaders.Where(x => x.JurisdictionId == result.RegisterId).OrderBy(x => x.Rank).ThenBy(x => x.Id).Select(x => new Choice(x.Id, x.Name))
                .ToListAsync(cancellation),
        };
    }
}
