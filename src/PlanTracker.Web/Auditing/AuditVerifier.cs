using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Auditing;

public enum ChainFault
{
    /// <summary>Its content is not what its hash was taken of.</summary>
    Changed,

    /// <summary>There is no entry of this number.</summary>
    Missing,

    /// <summary>It does not carry the hash of the entry before.</summary>
    OutOfOrder,
}

/// <summary>The first entry that is wrong.</summary>
/// <param name="At">Null for one that is missing.</param>
public sealed record BrokenEntry(long Number, DateTime? At, ChainFault Fault);

/// <param name="Right">Entries that were right, up to the end or to the first that is not.</param>
/// <param name="First">Number of the first entry that is kept; 0 where there is none.</param>
/// <param name="LastHash">Hash of the last right entry: noted elsewhere, it also shows if the whole log was written anew.</param>
public sealed record ChainReport(long Right, long First, long Last, string LastHash, BrokenEntry? Broken);

/// <summary>Walks the log from its first kept entry to the one that the head names.</summary>
public sealed class AuditVerifier(PlanTrackerDbContext db)
{
    /// <summary>The deed whose entry tells which entries were removed after their time.</summary>
    public const string RemovalDeed = "Audit.RemoveOldEntries";

    private const int AtATime = 2000;

    public async Task<ChainReport> Verify(CancellationToken cancellation)
    {
        // What is appended meanwhile is left for the next time.
        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(cancellation);
        var last = head?.LastNumber ?? await db.AuditEntries.MaxAsync(x => (long?)x.Number, cancellation) ?? 0;
        var first = await db.AuditEntries.Select(x => (long?)x.Number).MinAsync(cancellation) ?? 0;
        if (head is null)
            return new ChainReport(0, first, 0, "", new BrokenEntry(last, null, ChainFault.Missing));
        var (right, number, hash) = (0L, 1L, AuditHash.Beginning);
        if (first > 1)
        {
            // What stood before must have been removed by the log itself, which says up to where.
            if (await RemovedBefore(first, cancellation) is not { } anchor)
                return new ChainReport(0, first, 0, "", new BrokenEntry(1, null, ChainFault.Missing));
            (number, hash) = (first, anchor);
        }

        while (number <= last)
        {
            var from = number;
            var entries = await db.AuditEntries.AsNoTracking().Where(x => x.Number >= from && x.Number <= last).OrderBy(x => x.Number).Take(AtATime)
                .ToListAsync(cancellation);
            foreach (var entry in entries)
            {
                if (entry.Number != number)
                    return Report(new BrokenEntry(number, null, ChainFault.Missing));
                if (AuditHash.Of(entry) != entry.Hash)
                    return Report(new BrokenEntry(number, entry.At, ChainFault.Changed));
                if (entry.Before != hash)
                    return Report(new BrokenEntry(number, entry.At, ChainFault.OutOfOrder));
                (right, number, hash) = (right + 1, number + 1, entry.Hash);
            }

            if (entries.Count == 0)
                return Report(new BrokenEntry(number, null, ChainFault.Missing));
        }

        if (hash != head.LastHash)
            return Report(new BrokenEntry(last, await At(last, cancellation), ChainFault.Changed));
        var later = await Stray(last, cancellation);
        return Report(later);

        ChainReport Report(BrokenEntry? broken) => new(right, first, number - 1, hash, broken);
    }

    /// <summary>An entry behind the one that the head names was not written by the log, unless the head has gone on in between.</summary>
    private async Task<BrokenEntry?> Stray(long last, CancellationToken cancellation)
    {
        var stray = await db.AuditEntries.AsNoTracking().Where(x => x.Number > last).OrderBy(x => x.Number).FirstOrDefaultAsync(cancellation);
        if (stray is null || await db.AuditHeads.AnyAsync(x => x.LastNumber >= stray.Number, cancellation))
            return null;
        return new BrokenEntry(stray.Number, stray.At, ChainFault.OutOfOrder);
    }

    private Task<DateTime?> At(long number, CancellationToken cancellation) =>
        db.AuditEntries.Where(x => x.Number == number).Select(x => (DateTime?)x.At).SingleOrDefaultAsync(cancellation);

    private async Task<string?> RemovedBefore(long first, CancellationToken cancellation)
    {
        var anchors = await db.AuditEntries.AsNoTracking().Where(x => x.Action == RemovalDeed && x.Outcome == DeedOutcome.Done).OrderByDescending(x => x.Number)
            .Select(x => x.Arguments).ToListAsync(cancellation);
        foreach (var arguments in anchors)
        {
            using var facts = JsonDocument.Parse(arguments);
            if (facts.RootElement.TryGetProperty("last", out var last) && last.GetString() == $"{first - 1}" && facts.RootElement.TryGetProperty("hash", out var hash))
                return hash.GetString();
        }

        return null;
    }
}
