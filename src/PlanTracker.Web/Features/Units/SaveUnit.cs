using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Units;

/// <summary>Adds a unit to a register, or changes it as a whole.</summary>
public static class SaveUnit
{
    /// <param name="Id">Null: add.</param>
    /// <param name="RegisterId">Whose register.</param>
    /// <param name="Version">As it was shown; whoever comes second is refused.</param>
    public sealed record Command(
        Guid? Id, Guid RegisterId, int Version, string Name, OrgUnitKind Kind, Guid PlaceId, int Position, Guid? LeaderId, DateOnly? EndedOn,
        IReadOnlyList<Alias> Aliases, IReadOnlyList<Contact> Contacts, IReadOnlyList<Guid> GroupIds) : ICommand<Outcome<Guid>>;

    public sealed record Contact(string Name, string Phone, string Mail, bool IsHead);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Guid>>
    {
        public async Task<Outcome<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.Coordinates(request.RegisterId))
                return RefusalKind.NotAllowed;
            var units = await db.OrgUnits.OfRegister(request.RegisterId).AsSplitQuery().Include(x => x.Aliases).Include(x => x.Contacts).Include(x => x.Groups)
                .ToListAsync(cancellationToken);
            var unit = units.Find(x => x.Id == request.Id);
            if (request.Id is not null && unit is null)
                return RefusalKind.NotFound;
            if (unit is not null && unit.Version != request.Version)
                return RefusalKind.ChangedMeanwhile;
            if (Fault(request) is { } fault)
                return fault;
            if (!await db.Jurisdictions.OfRegister(request.RegisterId).AnyAsync(x => x.Id == request.PlaceId, cancellationToken)
                || (request.LeaderId is { } leader
                    && !await db.SupervisingLeaders.AnyAsync(x => x.Id == leader && x.JurisdictionId == request.RegisterId, cancellationToken)))
                return RefusalKind.NotFound;
            var groups = await db.UnitGroups.Where(x => x.JurisdictionId == request.RegisterId && request.GroupIds.Contains(x.Id)).Select(x => x.Id)
                .ToListAsync(cancellationToken);
            var name = new Alias(request.Name.Trim(), null, request.EndedOn);
            if (new RegisterNames(units).Clash(unit?.Id ?? Guid.Empty, [name, .. request.Aliases]) is { } clash)
                return clash;
            if (unit is null)
                db.Add(unit = new OrgUnit { Id = clock.NewId(), Name = name.Name });
            else
                db.Entry(unit).State = EntityState.Modified;
            Set(unit, request, groups);
            return await db.SaveIfFirst(unit.Id, cancellationToken);
        }

        private static Refusal? Fault(Command request)
        {
            if (UnitName.Normalise(request.Name).IsEmpty)
                return new Refusal(RefusalKind.Missing, UnitColumns.Name);
            if (!AliasText.IsName(request.Name.Trim()))
                return new Refusal(RefusalKind.Invalid, UnitColumns.Name);
            if (!Enum.IsDefined(request.Kind))
                return new Refusal(RefusalKind.Invalid, UnitColumns.Kind);
            if (request.Position is < 0 or > UnitRow.LastPosition)
                return new Refusal(RefusalKind.Invalid, UnitColumns.Position);
            if (!request.Aliases.All(x => AliasText.IsName(x.Name) && !(x.From > x.Until)))
                return new Refusal(RefusalKind.Invalid, UnitColumns.Aliases);
            return request.Contacts.Select(Fault).FirstOrDefault(x => x is not null);
        }

        private static Refusal? Fault(Contact person) => person.Name.Length == 0
            ? new Refusal(RefusalKind.Missing, person.IsHead ? UnitColumns.Head : UnitColumns.Contact)
            : UnitPerson.Fault(
                person.Name, person.Phone, person.Mail, person.IsHead ? UnitColumns.Head : UnitColumns.Contact,
                person.IsHead ? UnitColumns.HeadPhone : UnitColumns.ContactPhone, person.IsHead ? UnitColumns.HeadMail : UnitColumns.ContactMail);

        private void Set(OrgUnit unit, Command request, IReadOnlyList<Guid> groups)
        {
            (unit.Name, unit.Kind, unit.Position) = (request.Name.Trim(), request.Kind, request.Position);
            (unit.JurisdictionId, unit.SupervisingLeaderId, unit.EndedOn) = (request.PlaceId, request.LeaderId, request.EndedOn);
            Alias[] aliases = [.. request.Aliases.Select(x => x with { Name = x.Name.Trim() }).Where(x => x.Name != unit.Name).Distinct()];
            unit.Aliases.RemoveAll(x => !aliases.Contains(new Alias(x.Name, x.ValidFrom, x.ValidTo)));
            foreach (var alias in aliases.Where(alias => !unit.Aliases.Exists(x => new Alias(x.Name, x.ValidFrom, x.ValidTo) == alias)))
                unit.Aliases.Add(new UnitAlias { Id = clock.NewId(), Name = alias.Name, ValidFrom = alias.From, ValidTo = alias.Until });
            unit.Contacts.RemoveAll(x => !request.Contacts.Contains(new Contact(x.Name, x.Phone, x.Email, x.IsHead)));
            foreach (var person in request.Contacts.Where(person => !unit.Contacts.Exists(x => new Contact(x.Name, x.Phone, x.Email, x.IsHead) == person)))
                unit.Contacts.Add(new UnitContact { Id = clock.NewId(), Name = person.Name, Phone = person.Phone, Email = person.Mail, IsHead = person.IsHead });
            unit.Groups.RemoveAll(x => !groups.Contains(x.UnitGroupId));
            foreach (var group in groups.Where(group => !unit.Groups.Exists(x => x.UnitGroupId == group)))
                unit.Groups.Add(new UnitGroupMember { UnitGroupId = group, OrgUnitId = unit.Id });
        }
    }
}
