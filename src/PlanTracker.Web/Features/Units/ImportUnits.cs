using Microsoft.EntityFrameworkCore;
using PlanTracker.Documents.Tables;
using PlanTracker.Domain;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Reading;
using PlanTracker.Web.Registers;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Units;

/// <summary>Takes a file of units into the register, by name: each row adds a unit, changes the one of its name, or is refused whole. Columns that the file
/// lacks change nothing; groups and leaders that it names are made where they are missing.</summary>
public static class ImportUnits
{
    /// <param name="DryRun">Only say what would happen.</param>
    public sealed record Command(Guid JurisdictionId, ReadOnlyMemory<byte> File, bool DryRun = false) : ICommand<Outcome<ImportReport>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, DocumentReading reading) : IHandler<Command, Outcome<ImportReport>>
    {
        public async Task<Outcome<ImportReport>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.Coordinates(request.JurisdictionId))
                return RefusalKind.NotAllowed;
            var read = await reading.ReadTable(request.File, cancellationToken, UnitColumns.Name);
            if (read.Refusal is { } unread)
                return unread;
            if (!await db.Jurisdictions.AnyAsync(x => x.Id == request.JurisdictionId, cancellationToken))
                return RefusalKind.NotFound;
            var register = await LoadedRegister.Load(db, clock, request.JurisdictionId, cancellationToken);
            var log = new ImportLog();
            HashSet<UnitName> seen = [];
            foreach (var row in read.Value.Rows)
                Take(row, register, seen, log);
            if (request.DryRun)
                return log.Report(isApplied: false);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                // Somebody else changed a unit, or added one of the same name, since the register was loaded.
                return RefusalKind.ChangedMeanwhile;
            }

            return log.Report(isApplied: true);
        }

        private static void Take(NamedTable.Row row, LoadedRegister register, HashSet<UnitName> seen, ImportLog log)
        {
            var name = row[UnitColumns.Name];
            var said = UnitRow.Read(row);
            if (said.Refusal is { } unread)
            {
                log.Refuse(row, name, unread);
                return;
            }

            if (!seen.Add(UnitName.Normalise(name)))
            {
                log.Refuse(row, name, new Refusal(RefusalKind.TwiceInFile, name));
                return;
            }

            var known = register.Find(name);
            var before = known is null ? [.. UnitColumns.Heads.Select(_ => "")] : UnitCells.Of(known);
            var laid = register.Lay(said.Value);
            if (laid.Refusal is { } clash)
            {
                log.Refuse(row, name, clash);
                return;
            }

            var after = UnitCells.Of(laid.Value);
            if (known is not null && !before.SequenceEqual(after))
                register.Touch(known);
            log.Take(row, name, known is null, UnitColumns.Heads.Select((head, i) => new FieldChange(head.Split('(')[0], before[i], after[i])));
        }
    }
}
