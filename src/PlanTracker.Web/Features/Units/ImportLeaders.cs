using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Documents.Tables;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Reading;
using PlanTracker.Web.Registers;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Units;

/// <summary>Takes a file of supervising leaders (姓名, 职务, 地区, 分管单位, 排序) into a jurisdiction, by name. The units named must stand in the register: import
/// them first. Units that are not named keep their leader.</summary>
public static class ImportLeaders
{
    public const string Name = "姓名";
    public const string Position = "职务";
    public const string Place = "地区";
    public const string Units = "分管单位";

    public sealed record Command(Guid JurisdictionId, ReadOnlyMemory<byte> File, bool DryRun = false) : ICommand<Outcome<ImportReport>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, DocumentReading reading) : IHandler<Command, Outcome<ImportReport>>
    {
        public async Task<Outcome<ImportReport>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.Coordinates(request.JurisdictionId))
                return RefusalKind.NotAllowed;
            var read = await reading.ReadTable(request.File, cancellationToken, Name);
            if (read.Refusal is { } unread)
                return unread;
            if (await db.Jurisdictions.SingleOrDefaultAsync(x => x.Id == request.JurisdictionId, cancellationToken) is not { } place)
                return RefusalKind.NotFound;
            var register = await LoadedRegister.Load(db, clock, place.Id, cancellationToken);
            var log = new ImportLog();
            HashSet<string> seen = new(StringComparer.Ordinal);
            foreach (var row in read.Value.Rows)
            {
                if (Fault(row, place, register, seen) is { } fault)
                    log.Refuse(row, row[Name], fault);
                else
                    Take(row, register, log);
            }

            if (request.DryRun)
                return log.Report(isApplied: false);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                return RefusalKind.ChangedMeanwhile;
            }

            return log.Report(isApplied: true);
        }

        private static Refusal? Fault(NamedTable.Row row, Jurisdiction place, LoadedRegister register, HashSet<string> seen)
        {
            if (row[Name].Length == 0)
                return new Refusal(RefusalKind.Missing, Name);
            if (!AliasText.IsName(row[Name]))
                return new Refusal(RefusalKind.Invalid, Name);
            if (row[Place].Length > 0 && row[Place] != place.Name)
                return new Refusal(RefusalKind.NotRegistered, Place, row[Place]);
            if (!UnitRow.TryPosition(row[UnitColumns.Position], out _))
                return new Refusal(RefusalKind.Invalid, UnitColumns.Position);
            if (row.Several(Units).FirstOrDefault(x => register.Find(x) is null) is { } unknown)
                return new Refusal(RefusalKind.NotRegistered, Units, unknown);
            return seen.Add(row[Name]) ? null : new Refusal(RefusalKind.TwiceInFile, row[Name]);
        }

        private static void Take(NamedTable.Row row, LoadedRegister register, ImportLog log)
        {
            var known = register.FindLeader(row[Name]);
            var leader = known ?? register.AddLeader(row[Name], "");
            var (position, rank) = (leader.Position, leader.Rank);
            if (UnitRow.TryPosition(row[UnitColumns.Position], out var typed) && typed is { } place)
                leader.Rank = place;
            if (row.Table.Has(Position))
                leader.Position = row[Position];
            List<OrgUnit> taken = [.. row.Several(Units).Select(x => register.Find(x)!).Where(x => x.SupervisingLeader != leader).Distinct()];
            var from = string.Join('；', taken.Select(x => x.SupervisingLeader).OfType<SupervisingLeader>().Select(x => x.Name).Distinct());
            foreach (var unit in taken)
                unit.SupervisingLeader = leader;
            log.Take(
                row,
                leader.Name,
                known is null,
                [
                    new(Name, known?.Name ?? "", leader.Name),
                    new(Position, position, leader.Position),
                    new(UnitColumns.Position, known is null ? "" : Number(rank), Number(leader.Rank)),
                    new(Units, from, taken.Count == 0 ? from : string.Join('；', taken.Select(x => x.Name))),
                ]);
        }

        private static string Number(int rank) => rank.ToString(CultureInfo.InvariantCulture);
    }
}
