using Microsoft.EntityFrameworkCore;
using PlanTracker.Documents.Tables;
using PlanTracker.Domain;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Reading;
using PlanTracker.Web.Registers;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Units;

/// <summary>Takes a file of unit groups (名称, 别名, 说明) into a jurisdiction, by name. Who belongs to a group stands with the units.</summary>
public static class ImportGroups
{
    private const string Name = "名称";
    private const string Aliases = "别名";
    private const string Note = "说明";

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
            var groups = await db.UnitGroups.Where(x => x.JurisdictionId == request.JurisdictionId).ToListAsync(cancellationToken);
            var log = new ImportLog();
            HashSet<UnitName> seen = [];
            foreach (var row in read.Value.Rows)
            {
                if (Fault(row, groups, seen) is { } fault)
                    log.Refuse(row, row[Name], fault);
                else
                    Take(row, groups, request.JurisdictionId, log);
            }

            if (request.DryRun)
                return log.Report(isApplied: false);
            await db.SaveChangesAsync(cancellationToken);
            return log.Report(isApplied: true);
        }

        private static Refusal? Fault(NamedTable.Row row, List<UnitGroup> groups, HashSet<UnitName> seen)
        {
            var name = row[Name];
            if (UnitName.Normalise(name).IsEmpty)
                return new Refusal(RefusalKind.Missing, Name);
            if (!AliasText.IsName(name))
                return new Refusal(RefusalKind.Invalid, Name);
            if (!row.Several(Aliases).All(AliasText.IsName))
                return new Refusal(RefusalKind.Invalid, Aliases);
            return seen.Add(UnitName.Normalise(name)) ? GroupNames.Clash(groups, name, row.Several(Aliases)) : new Refusal(RefusalKind.TwiceInFile, name);
        }

        private void Take(NamedTable.Row row, List<UnitGroup> groups, Guid jurisdictionId, ImportLog log)
        {
            var group = groups.Find(x => UnitName.Normalise(x.Name) == UnitName.Normalise(row[Name]));
            var isNew = group is null;
            if (group is null)
            {
                group = new UnitGroup { Id = clock.NewId(), JurisdictionId = jurisdictionId, Name = row[Name] };
                groups.Add(group);
                db.Add(group);
            }

            var before = (group.Aliases, group.Note);
            if (row.Table.Has(Aliases))
                group.Aliases = GroupNames.Join(row.Several(Aliases));
            if (row.Table.Has(Note))
                group.Note = row[Note];
            log.Take(row, group.Name, isNew, [new(Name, isNew ? "" : group.Name, group.Name), new(Aliases, before.Aliases, group.Aliases), new(Note, before.Note, group.Note)]);
        }
    }
}
