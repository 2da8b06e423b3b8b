using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Units.Transfer;

/// <summary>The reforms that were carried out in the places that the reader oversees, the latest first.</summary>
public static class ListTransfers
{
    public sealed record Query : IQuery<Outcome<Result>>;

    /// <param name="MayTransfer">The reader coordinates a place.</param>
    public sealed record Result(bool MayTransfer, IReadOnlyList<Row> Rows);

    public sealed record Row(Guid Id, DateOnly On, string Ground, IReadOnlyList<string> From, string To, int Moved, int Merged, bool EndsOld, string ByName);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.OverseesAny())
                return RefusalKind.NotAllowed;
            var places = db.PlacesReadBy(actor).Select(x => x.Id);
            var rows = await db.DutyTransfers.AsNoTracking().AsSplitQuery().Where(x => places.Contains(x.JurisdictionId)).OrderByDescending(x => x.On).ThenByDescending(x => x.At)
                .Select(x => new Row(
                    x.Id, x.On, x.Ground, x.From.OrderBy(f => f.OrgUnit.Position).Select(f => f.Name).ToList(), x.ToUnit.Name,
                    x.Items.Count(i => i.Fate == TransferFate.Moves), x.Items.Count(i => i.Fate == TransferFate.Merges), x.EndsOld, x.ByName))
                .ToListAsync(cancellationToken);
            return new Result(actor.CoordinatedIds.Count > 0, rows);
        }
    }
}

/// <summary>One reform with all that it handed over.</summary>
public static class ReadTransfer
{
    public sealed record Query(Guid Id) : IQuery<Outcome<Result>>;

    public sealed record Result(
        DateOnly On, string Ground, string Place, IReadOnlyList<Unit> From, Unit To, bool IsNewUnit, bool EndsOld, string ByName, DateTime At, IReadOnlyList<Item> Items);

    public sealed record Unit(Guid Id, string Name);

    /// <param name="State">Of the run as it is now; of a merged one, of the run that took it in.</param>
    /// <param name="DaysLate">Until the day before; they stay with the unit before.</param>
    public sealed record Item(
        Guid TaskId, string Number, string Title, string Plan, string From, Role Role, TransferFate Fate, DateOnly? DueOn, int DaysLate, OccurrenceState State, string Holder);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var places = db.PlacesReadBy(actor).Select(x => x.Id);
            var found = await db.DutyTransfers.AsNoTracking().AsSplitQuery().Where(x => x.Id == request.Id && places.Contains(x.JurisdictionId))
                .Select(x => new Result(
                    x.On, x.Ground, x.Jurisdiction.Name, x.From.OrderBy(f => f.OrgUnit.Position).Select(f => new Unit(f.OrgUnitId, f.Name)).ToList(),
                    new Unit(x.ToUnitId, x.ToUnit.Name), x.IsNewUnit, x.EndsOld, x.ByName, x.At,
                    x.Items.OrderBy(i => i.PlanTask.Plan.PublishedOn).ThenBy(i => i.PlanTask.Position).Select(i => new Item(
                        i.PlanTaskId, i.PlanTask.Number, i.PlanTask.Title, i.PlanTask.Plan.Title, i.FromUnit.Name, i.Role, i.Fate, i.DueOn, i.DaysLate,
                        i.Occurrence.MergedIntoId == null ? i.Occurrence.State : db.Occurrences.Where(o => o.Id == i.Occurrence.MergedIntoId).Select(o => o.State).First(),
                        i.Occurrence.MergedIntoId == null ? i.Occurrence.OrgUnit.Name
                            : db.Occurrences.Where(o => o.Id == i.Occurrence.MergedIntoId).Select(o => o.OrgUnit.Name).First())).ToList()))
                .SingleOrDefaultAsync(cancellationToken);
            return found is null ? RefusalKind.NotFound : found;
        }
    }
}

/// <summary>The units among which duties are handed over.</summary>
public static class TransferChoices
{
    public sealed record Query : IQuery<Outcome<IReadOnlyList<Choice>>>;

    /// <param name="IsEnded">It may give up what is left with it, and takes nothing over.</param>
    public sealed record Choice(Guid Id, string Name, IReadOnlyList<string> Aliases, bool IsEnded);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<IReadOnlyList<Choice>>>
    {
        public async Task<Outcome<IReadOnlyList<Choice>>> Handle(Query request, CancellationToken cancellationToken) => actor.CoordinatedIds.Count == 0
            ? RefusalKind.NotAllowed
            : await db.OrgUnits.AsNoTracking().OfRegister(actor.CoordinatedIds[0]).OrderBy(x => x.EndedOn != null).ThenBy(x => x.Position).ThenBy(x => x.Name)
                .Select(x => new Choice(x.Id, x.Name, x.Aliases.Select(a => a.Name).ToList(), x.EndedOn != null)).ToListAsync(cancellationToken);
    }
}
