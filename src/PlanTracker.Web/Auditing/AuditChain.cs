using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Auditing;

/// <summary>Appends to the log, one after the other however many processes write.</summary>
public sealed class AuditChain(PlanTrackerDbContext db)
{
    /// <summary>Gives the entry its number and hashes and saves it, in the transaction that runs: who asks for the head waits until the one before has ended
    /// his. To be called last in a transaction, so that nobody waits long.</summary>
    public async Task Append(AuditEntry entry, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("an entry is written in the transaction of the deed");
        if (await db.AuditHeads.ExecuteUpdateAsync(x => x.SetProperty(head => head.LastNumber, head => head.LastNumber + 1), cancellation) != 1)
            throw new InvalidOperationException("the head of the audit log is gone");
        var head = await db.AuditHeads.SingleAsync(cancellation);
        (entry.Number, entry.Before) = (head.LastNumber, head.LastHash);
        head.LastHash = entry.Hash = AuditHash.Of(entry);
        db.AuditEntries.Add(entry);
        await db.SaveChangesAsync(cancellation);
    }
}
