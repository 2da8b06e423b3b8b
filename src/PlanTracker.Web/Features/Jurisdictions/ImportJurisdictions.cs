using Microsoft.EntityFrameworkCore;
using PlanTracker.Documents.Tables;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Reading;
using PlanTracker.Web.Registers;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Jurisdictions;

/// <summary>Takes a file of places (code, parent, name, level) into the tree. A code means its place inside the file alone; a place is known again by its
/// name below its parent, and stands in the file after it.</summary>
public static class ImportJurisdictions
{
    private const string Code = "code";
    private const string Parent = "parent";
    private const string Name = "name";
    private const string Level = "level";

    public sealed record Command(ReadOnlyMemory<byte> File, bool DryRun = false) : ICommand<Outcome<ImportReport>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, DocumentReading reading) : IHandler<Command, Outcome<ImportReport>>
    {
        private readonly Dictionary<string, Jurisdiction> byCode = new(StringComparer.Ordinal);
        private List<Jurisdiction> places = [];

        public async Task<Outcome<ImportReport>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.IsSystem && !actor.Is(Function.SystemAdministrator))
                return RefusalKind.NotAllowed;
            var read = await reading.ReadTable(request.File, cancellationToken, Name, Level);
            if (read.Refusal is { } unread)
                return unread;
            places = await db.Jurisdictions.ToListAsync(cancellationToken);
            var log = new ImportLog();
            foreach (var row in read.Value.Rows)
            {
                if (Take(row, log) is { } refusal)
                    log.Refuse(row, row[Name], refusal);
            }

            if (request.DryRun)
                return log.Report(isApplied: false);
            await db.SaveChangesAsync(cancellationToken);
            return log.Report(isApplied: true);
        }

        private Refusal? Take(NamedTable.Row row, ImportLog log)
        {
            if (!PlaceName.IsValid(row[Name]))
                return new Refusal(row[Name].Length == 0 ? RefusalKind.Missing : RefusalKind.Invalid, Name);
            if (PlaceName.LevelOf(row[Level]) is not { } level)
                return new Refusal(RefusalKind.Invalid, Level);
            var parent = row[Parent].Length == 0 ? null : byCode.GetValueOrDefault(row[Parent]) ?? Only(row[Parent]);
            if (parent is null && row[Parent].Length > 0)
                return new Refusal(RefusalKind.NotRegistered, Parent, row[Parent]);
            if (level <= parent?.Level)
                return new Refusal(RefusalKind.LevelNotBelow, row[Name], parent.Name);
            if (row[Code].Length > 0 && byCode.ContainsKey(row[Code]))
                return new Refusal(RefusalKind.TwiceInFile, row[Code]);
            var place = places.Find(x => x.ParentId == parent?.Id && x.Name == row[Name]);
            var isNew = place is null;
            var before = place?.Level.ToString() ?? "";
            if (place is null)
            {
                var id = clock.NewId();
                place = new Jurisdiction { Id = id, Name = row[Name], Parent = parent, ParentId = parent?.Id, Path = $"{parent?.Path}{id}/" };
                places.Add(place);
                db.Add(place);
            }

            place.Level = level;
            if (row[Code].Length > 0)
                byCode[row[Code]] = place;
            log.Take(row, place.Name, isNew, [new(Name, isNew ? "" : place.Name, place.Name), new(Level, before, level.ToString())]);
            return null;
        }

        private Jurisdiction? Only(string name) => places.Where(x => x.Name == name).ToList() is [var only] ? only : null;
    }
}
