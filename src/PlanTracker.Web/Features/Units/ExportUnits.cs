using Microsoft.EntityFrameworkCore;
using PlanTracker.Documents.Tables;
using PlanTracker.Documents.Writing;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Units;

/// <summary>The units in work of a register as a file; imported again it changes nothing.</summary>
public static class ExportUnits
{
    /// <param name="HeadsOnly">A template to be filled in.</param>
    public sealed record Query(Guid? PlaceId, bool HeadsOnly = false) : IQuery<Outcome<Result>>;

    public sealed record Result(string Place, IReadOnlyList<IReadOnlyList<string>> Rows)
    {
        public byte[] Csv() => CsvText.Write(Rows);

        /// <summary>Every cell is text.</summary>
        public byte[] Xlsx() => SheetWriter.Write(
            new Sheet("单位名录", [], [.. Rows[0].Select(head => new SheetColumn(head, Width(head)))], [.. Rows.Skip(1)]));

        private static double Width(string head) => head switch
        {
            UnitColumns.Name => 30,
            _ when head.Contains('(', StringComparison.Ordinal) => 40,
            UnitColumns.ContactMail or UnitColumns.HeadMail => 26,
            UnitColumns.ContactPhone or UnitColumns.HeadPhone => 16,
            _ => 11,
        };
    }

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await actor.RegisterIn(db, request.PlaceId, cancellationToken) is not { } place)
                return RefusalKind.NotFound;
            if (request.HeadsOnly)
                return new Result(place.Name, [UnitColumns.Heads]);
            var today = clock.Today;
            var units = await db.OrgUnits.AsNoTracking().OfRegister(place.Id).Where(x => x.EndedOn == null || x.EndedOn > today).AsSplitQuery()
                .Include(x => x.Jurisdiction).Include(x => x.Aliases).Include(x => x.Contacts).Include(x => x.Groups).ThenInclude(x => x.UnitGroup)
                .Include(x => x.SupervisingLeader).OrderBy(x => x.Position).ThenBy(x => x.Name).ToListAsync(cancellationToken);
            return new Result(place.Name, [UnitColumns.Heads, .. units.Select(UnitCells.Of)]);
        }
    }
}
