using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Jurisdictions;

/// <summary>Adds a place, renames it, or moves it with all that lies below.</summary>
public static class SaveJurisdiction
{
    /// <param name="Id">Null: add.</param>
    /// <param name="Version">The one that the person saw.</param>
    public sealed record Command(Guid? Id, string Name, JurisdictionLevel Level, Guid? ParentId, int Version = 0) : ICommand<Outcome<Guid>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Guid>>
    {
        public async Task<Outcome<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.IsSystem && !actor.Is(Function.SystemAdministrator))
                return RefusalKind.NotAllowed;
            var places = await db.Jurisdictions.ToListAsync(cancellationToken);
            var place = places.Find(x => x.Id == request.Id);
            var parent = places.Find(x => x.Id == request.ParentId);
            if ((request.Id is not null && place is null) || (request.ParentId is not null && parent is null))
                return RefusalKind.NotFound;
            if (place is not null && place.Version != request.Version)
                return RefusalKind.ChangedMeanwhile;
            var name = request.Name.Trim();
            if (Fault(name, request.Level, place, parent, places) is { } fault)
                return fault;
            if (place is null)
            {
                var id = clock.NewId();
                db.Add(place = new Jurisdiction { Id = id, Name = name, ParentId = parent?.Id, Path = $"{parent?.Path}{id}/" });
            }

            (place.Name, place.Level) = (name, request.Level);
            if (place.ParentId != parent?.Id)
                Move(place, parent, places);
            return await db.SaveIfFirst(place.Id, cancellationToken);
        }

        private static Refusal? Fault(string name, JurisdictionLevel level, Jurisdiction? place, Jurisdiction? parent, List<Jurisdiction> places)
        {
            if (name.Length == 0)
                return new Refusal(RefusalKind.Missing, "名称");
            if (!PlaceName.IsValid(name))
                return new Refusal(RefusalKind.Invalid, "名称");
            if (!Enum.IsDefined(level))
                return new Refusal(RefusalKind.Invalid, "层级");
            if (place is not null && parent?.Path.StartsWith(place.Path, StringComparison.Ordinal) == true)
                return new Refusal(RefusalKind.BelowItself, place.Name);
            if (level <= parent?.Level)
                return new Refusal(RefusalKind.LevelNotBelow, name, parent.Name);
            if (place is not null && places.Find(x => x.ParentId == place.Id && x.Level <= level) is { } child)
                return new Refusal(RefusalKind.LevelNotBelow, child.Name, name);
            return places.Exists(x => x != place && x.ParentId == parent?.Id && x.Name == name) ? new Refusal(RefusalKind.NameTaken, name) : null;
        }

        private static void Move(Jurisdiction place, Jurisdiction? parent, List<Jurisdiction> places)
        {
            var from = place.Path;
            var to = $"{parent?.Path}{place.Id}/";
            place.ParentId = parent?.Id;
            foreach (var moved in places.Where(x => x.Path.StartsWith(from, StringComparison.Ordinal)).ToList())
                moved.Path = to + moved.Path[from.Length..];
        }
    }
}
