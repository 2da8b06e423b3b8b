using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Units;

public enum UnitOrder
{
    /// <summary>排序号, then name.</summary>
    Protocol,
    Name,
}

/// <summary>The register of a jurisdiction, as far as a search and filters leave it.</summary>
public static class ListUnits
{
    public const int PageSize = 60;

    /// <param name="PlaceId">Whose register; null: the reader's own.</param>
    /// <param name="Search">Part of a name, an alias or a contact.</param>
    /// <param name="WithoutContact">Only those to whom nobody is named.</param>
    /// <param name="Ended">Those that ended instead of those that work.</param>
    public sealed record Query(
        Guid? PlaceId = null, string Search = "", OrgUnitKind? Kind = null, Guid? GroupId = null, Guid? LeaderId = null, bool WithoutContact = false,
        bool Ended = false, UnitOrder Order = UnitOrder.Protocol, int Page = 1) : IQuery<Outcome<Result>>;

    /// <param name="OpenTasks">Tasks of which the unit has something neither closed nor cancelled.</param>
    public sealed record Row(
        Guid Id, string Name, OrgUnitKind Kind, int Position, string Place, DateOnly? EndedOn, IReadOnlyList<string> Aliases, IReadOnlyList<Choice> Groups,
        IReadOnlyList<Person> Contacts, Guid? LeaderId, string? Leader, int OpenTasks);

    public sealed record Person(string Name, string Phone, bool IsHead);

    public sealed record Choice(Guid Id, string Name);

    /// <param name="Total">Of those that the filters leave, over all pages.</param>
    /// <param name="Working">Units in work in the whole register.</param>
    /// <param name="WithoutContact">Of these, those without a contact.</param>
    public sealed record Result(
        Guid PlaceId, string Place, bool MayEdit, IReadOnlyList<Row> Rows, int Total, int Working, int WithoutContact, IReadOnlyList<Choice> Groups,
        IReadOnlyList<Choice> Leaders, IReadOnlyList<Choice> Places);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Outcome<Result>>
    {
        private static readonly StringComparer ByName = StringComparer.Create(CultureInfo.GetCultureInfo("zh-CN"), ignoreCase: true);

        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await actor.RegisterIn(db, request.PlaceId, cancellationToken) is not { } place)
                return RefusalKind.NotFound;
            var units = await Read(place.Id, cancellationToken);
            var today = clock.Today;
            var working = units.Where(x => !(x.EndedOn <= today)).ToList();
            var wanted = (request.Ended ? units.Except(working) : working).Where(x => Fits(x, request)).ToList();
            var ordered = request.Order == UnitOrder.Name
                ? wanted.OrderBy(x => x.Name, ByName)
                : wanted.OrderBy(x => x.Position).ThenBy(x => x.Name, ByName);
            return new Result(
                place.Id, place.Name, actor.Coordinates(place.Id), [.. ordered.Skip((Math.Max(request.Page, 1) - 1) * PageSize).Take(PageSize)],
                wanted.Count, working.Count, working.Count(HasNoContact),
                await db.UnitGroups.Where(x => x.JurisdictionId == place.Id).OrderBy(x => x.Name).Select(x => new Choice(x.Id, x.Name)).ToListAsync(cancellationToken),
                await db.SupervisingLeaders.Where(x => x.JurisdictionId == place.Id).OrderBy(x => x.Rank).ThenBy(x => x.Id).Select(x => new Choice(x.Id, x.Name))
                    .ToListAsync(cancellationToken),
                await Places(cancellationToken));
        }

        /// <summary>A register is a few hundred rows at most: what cannot be asked of both databases alike (names without regard to width and
        /// brackets, the order of Chinese names) is done here.</summary>
        private async Task<List<Row>> Read(Guid placeId, CancellationToken cancellation)
        {
            return await db.OrgUnits.AsNoTracking().OfRegister(placeId).AsSplitQuery().Select(x => new Row(
                x.Id, x.Name, x.Kind, x.Position, x.Jurisdiction.Name, x.EndedOn,
                x.Aliases.OrderBy(a => a.Name).Select(a => a.Name).ToList(),
                x.Groups.OrderBy(g => g.UnitGroup.Name).Select(g => new Choice(g.UnitGroupId, g.UnitGroup.Name)).ToList(),
                x.Contacts.OrderBy(c => c.Id).Select(c => new Person(c.Name, c.Phone, c.IsHead)).ToList(),
                x.SupervisingLeaderId,
                x.SupervisingLeader!.Name,
                db.Occurrences.Where(o => o.OrgUnitId == x.Id && o.State != OccurrenceState.Closed && o.State != OccurrenceState.Cancelled && o.State != OccurrenceState.CarriedOver)
                    .Select(o => o.PlanTaskId).Distinct().Count()))
                .ToListAsync(cancellation);
        }

        private static bool HasNoContact(Row row) => row.Contacts.All(x => x.IsHead);

        private static bool Fits(Row row, Query request)
        {
            var search = UnitName.Normalise(request.Search).Text;
            return (request.Kind is null || row.Kind == request.Kind)
                && (request.GroupId is not { } group || row.Groups.Any(x => x.Id == group))
                && (request.LeaderId is null || row.LeaderId == request.LeaderId)
                && (!request.WithoutContact || HasNoContact(row))
                && (search.Length == 0 || row.Aliases.Append(row.Name).Concat(row.Contacts.SelectMany(x => new[] { x.Name, x.Phone }))
                    .Any(x => UnitName.Normalise(x).Text.Contains(search, StringComparison.OrdinalIgnoreCase)));
        }

        private async Task<IReadOnlyList<Choice>> Places(CancellationToken cancellation)
        {
            var places = await db.Jurisdictions.AsNoTracking().Where(x => x.Level != JurisdictionLevel.Town).OrderBy(x => x.Path).ToListAsync(cancellation);
            return [.. places.Where(actor.Reads).Select(x => new Choice(x.Id, x.Name))];
        }
    }
}
