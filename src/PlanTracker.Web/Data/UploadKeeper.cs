using PlanTracker.Documents.Drafts;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Data;

/// <summary>Keeps what people upload, whatever it is for, and notes what was refused. Saves nothing; the caller saves once.</summary>
public sealed class UploadKeeper(PlanTrackerDbContext db, FileStore files, Actor actor, Clock clock)
{
    private const int LongestName = 200;

    /// <summary>Writes the bytes, and the row of a content that was not there before; gives its hash.</summary>
    public async Task<string> Keep(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var hash = await files.Keep(content, cancellation);
        if (await db.StoredFiles.FindAsync([hash], cancellation) is null)
            db.StoredFiles.Add(new StoredFile { Hash = hash, Size = content.Length, StoredAt = clock.UtcNow });
        return hash;
    }

    /// <summary>Of a file marked secret nothing stays but that one was refused.</summary>
    public void NoteSecret(Guid jurisdictionId) => db.RefusedUploads.Add(new RefusedUpload
    {
        Id = clock.NewId(), JurisdictionId = jurisdictionId, At = clock.UtcNow, ById = actor.AccountId, Reason = DiagnosticKind.MarkedSecret,
    });

    /// <summary>The name of a document without its path, which a browser may send along; of a long one the end, with its ending.</summary>
    public static string NameOf(string given)
    {
        var name = WithoutPath(given).Trim();
        return name.Length <= LongestName ? name : name[^LongestName..];
    }

    public static string WithoutPath(string given) => given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
}
