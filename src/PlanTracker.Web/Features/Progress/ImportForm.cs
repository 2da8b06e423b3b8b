using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Documents.Tables;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Reading;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Progress;

/// <summary>Takes a filled reporting form back, row by row, and says of each row whether it was taken and why not.</summary>
public static class ImportForm
{
    public sealed record Command(ReadOnlyMemory<byte> File) : ICommand<Outcome<Result>>;

    public sealed record Result(IReadOnlyList<Row> Rows)
    {
        public int Taken => Rows.Count(x => x.Refusal is null && !x.IsEmpty);
    }

    /// <param name="IsEmpty">Nothing was filled in, so that nothing was asked for.</param>
    public sealed record Row(int Line, string Number, string Title, bool IsEmpty, Refusal? Refusal);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, ReportWriter writer, DocumentReading reading) : IHandler<Command, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (actor.UnitIds.Count == 0)
                return RefusalKind.NotAllowed;
            var read = await reading.ReadTable(request.File, cancellationToken, FormColumns.Id, FormColumns.Words);
            if (read.Refusal is { } refusal)
                return refusal;
            var rows = read.Value.Rows;
            Guid[] ids = [.. rows.Select(IdOf).OfType<Guid>().Distinct()];
            var units = actor.UnitIds;
            var found = await db.Occurrences.Where(x => ids.Contains(x.Id) && units.Contains(x.OrgUnitId)).ToDictionaryAsync(x => x.Id, cancellationToken);
            var drafts = await db.ReportDrafts.Where(x => ids.Contains(x.OccurrenceId) && units.Contains(x.Occurrence.OrgUnitId))
                .ToDictionaryAsync(x => x.OccurrenceId, cancellationToken);
            var lastWords = await LastWords(ids, cancellationToken);
            HashSet<Guid> seen = [];
            List<Row> results = [];
            foreach (var row in rows)
            {
                var entry = EntryOf(row);
                var isEmpty = entry.Refusal is null && entry.Value is { NothingNew: false, Words.Length: 0, Reached.Count: 0 };
                var problem = isEmpty ? null : entry.Refusal ?? await Take(row, entry.Value, found, lastWords, seen, cancellationToken);
                if (!isEmpty && problem is null && drafts.Remove(IdOf(row)!.Value, out var draft))
                    db.ReportDrafts.Remove(draft);
                results.Add(new Row(row.Line, row[FormColumns.Number], row[FormColumns.Title], isEmpty, problem));
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return new Result(results);
            }
            catch (DbUpdateConcurrencyException)
            {
                return RefusalKind.ChangedMeanwhile;
            }
        }

        private async Task<Refusal?> Take(
            NamedTable.Row row, ReportEntry entry, Dictionary<Guid, Occurrence> found, Dictionary<Guid, string> lastWords, HashSet<Guid> seen,
            CancellationToken cancellation)
        {
            // A task of another unit is as unknown as one that never was.
            if (IdOf(row) is not { } id || !found.TryGetValue(id, out var occurrence))
                return new Refusal(RefusalKind.NotYourTask);
            if (!seen.Add(id))
                return new Refusal(RefusalKind.TwiceInFile, $"{row[FormColumns.Number]} {row[FormColumns.Title]}");
            if (entry is { NothingNew: false, Reached.Count: 0 } && lastWords.GetValueOrDefault(id) == entry.Words && (entry.Percent is null || entry.Percent == occurrence.Percent))
                return new Refusal(RefusalKind.NothingChanged);
            return (await writer.Write(occurrence, entry, cancellation)).Refusal;
        }

        private async Task<Dictionary<Guid, string>> LastWords(Guid[] ids, CancellationToken cancellation)
        {
            var said = await db.ProgressReports.AsNoTracking().Where(x => ids.Contains(x.OccurrenceId))
                .Select(x => new { x.OccurrenceId, x.At, x.Id, x.Words }).ToListAsync(cancellation);
            return said.GroupBy(x => x.OccurrenceId).ToDictionary(x => x.Key, x => x.OrderBy(r => r.At).ThenBy(r => r.Id).Last().Words);
        }

        private static Outcome<ReportEntry> EntryOf(NamedTable.Row row)
        {
            var percent = row[FormColumns.Percent].TrimEnd('%', '％').Trim();
            var entry = new ReportEntry(row[FormColumns.Words])
            {
                Figures = row[FormColumns.Figures], NothingNew = row[FormColumns.NothingNew] is "是" or "√" or "Y" or "y", Source = EntrySource.Spreadsheet,
            };
            if (FilledMilestones.Read(row[FormColumns.Reached]) is not { } reached)
                return new Refusal(RefusalKind.Invalid, "节点完成日期");
            entry = entry with { Reached = reached };
            if (percent.Length == 0)
                return entry;
            return decimal.TryParse(percent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 100
                ? entry with { Percent = (int)Math.Round(value) }
                : new Refusal(RefusalKind.Invalid, "进度");
        }

        private static Guid? IdOf(NamedTable.Row row) => Guid.TryParse(row[FormColumns.Id], out var id) ? id : null;
    }
}
