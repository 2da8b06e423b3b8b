using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Documents.Tables;
using PlanTracker.Documents.Writing;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Units;

/// <summary>The supervising leaders of a register as a file, in protocol order; imported again it changes nothing.</summary>
public static class ExportLeaders
{
    public sealed record Query(Guid? PlaceId) : IQuery<Outcome<Result>>;

    public sealed record Result(string Place, IReadOnlyList<IReadOnlyList<string>> Rows)
    {
        public byte[] Csv() => CsvText.Write(Rows);

        /// <summary>Every cell is text.</summary>
        public byte[] Xlsx() => SheetWriter.Write(new Sheet(
            "分管领导", [], [.. Rows[0].Select(head => new SheetColumn(head, head.Contains('(', StringComparison.Ordinal) ? 60 : 20))], [.. Rows.Skip(1)]));
    }

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await actor.RegisterIn(db, request.PlaceId, cancellationToken) is not { } place)
                return RefusalKind.NotFound;
            var today = clock.Today;
            var units = (await db.OrgUnits.AsNoTracking().OfRegister(place.Id)
                .Where(x => x.SupervisingLeaderId != null && (x.EndedOn == null || x.EndedOn > today)).OrderBy(x => x.Position).ThenBy(x => x.Name)
                .Select(x => new { x.SupervisingLeaderId, x.Name }).ToListAsync(cancellationToken)).ToLookup(x => x.SupervisingLeaderId, x => x.Name);
            var leaders = await db.SupervisingLeaders.AsNoTracking().Where(x => x.JurisdictionId == place.Id).OrderBy(x => x.Rank).ThenBy(x => x.Id)
                .ToListAsync(cancellationToken);
            return new Result(place.Name,
            [
                [ImportLeaders.Name, ImportLeaders.Position, ImportLeaders.Place, ImportLeaders.Units + "(分号分隔)", UnitColumns.Position],
                .. leaders.Select(x => (IReadOnlyList<string>)[
                    x.Name, x.Position, place.Name, string.Join(';', units[x.Id]), x.Rank.ToString(CultureInfo.InvariantCulture)]),
            ]);
        }
    }
}
