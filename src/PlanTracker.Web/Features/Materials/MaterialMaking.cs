using Microsoft.EntityFrameworkCore;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Reading;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Materials;

/// <param name="Id">The material, or the one that the same file gave before.</param>
/// <param name="Complaint">Why the file could not be read.</param>
public sealed record MadeMaterial(Guid? Id, Diagnostic? Complaint = null);

/// <summary>Reads a report and keeps its passages. A file that cannot be read, or is marked secret, leaves nothing but, of the latter, that one was refused.</summary>
public sealed class MaterialMaking(PlanTrackerDbContext db, FileStore files, DocumentReading reading, Actor actor, Clock clock)
{
    private const int LongestName = 200;

    public async Task<Outcome<MadeMaterial>> Make(Guid jurisdiction, Guid? unit, string fileName, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var hash = FileStore.HashOf(content.Span);
        var known = db.ReportMaterials.Where(x => x.JurisdictionId == jurisdiction && x.FileHash == hash && x.OrgUnitId == unit);
        if (await known.Select(x => (Guid?)x.Id).FirstOrDefaultAsync(cancellation) is { } before)
            return new MadeMaterial(before);
        var read = (await reading.Read(content, cancellation)).Draft;
        if (read.Diagnostics.Any(x => x.Kind == DiagnosticKind.MarkedSecret))
            return await Refuse(jurisdiction, cancellation);
        if (read.Kind == DocumentKind.Unreadable)
            return new MadeMaterial(null, read.Diagnostics[0]);
        if (read.Passages.Count == 0)
            return RefusalKind.NothingTold;
        await files.Keep(content, cancellation);
        var material = new ReportMaterial
        {
            Id = clock.NewId(), JurisdictionId = jurisdiction, OrgUnitId = unit, Title = read.Title ?? "", FileName = Named(fileName), FileHash = hash,
            NextSteps = read.Tasks.Count, CreatedById = actor.AccountId, ByName = actor.Name, CreatedAt = clock.UtcNow,
        };
        material.Passages = [.. read.Passages.Select((x, i) => new MaterialPassage
        {
            Id = clock.NewId(), MaterialId = material.Id, Position = i, Section = string.Join(" > ", x.Section), Title = x.Title, Words = x.Words,
            Figures = [.. x.Figures.Select(f => new MaterialFigure(f.What, f.Value, f.Measure, f.About))],
        })];
        db.ReportMaterials.Add(material);
        if (!await db.StoredFiles.AnyAsync(x => x.Hash == hash, cancellation))
            db.StoredFiles.Add(new StoredFile { Hash = hash, Size = content.Length, StoredAt = clock.UtcNow });
        await db.SaveChangesAsync(cancellation);
        return new MadeMaterial(material.Id);
    }

    private async Task<Outcome<MadeMaterial>> Refuse(Guid jurisdiction, CancellationToken cancellation)
    {
        db.RefusedUploads.Add(new RefusedUpload
        {
            Id = clock.NewId(), JurisdictionId = jurisdiction, At = clock.UtcNow, ById = actor.AccountId, Reason = DiagnosticKind.MarkedSecret,
        });
        await db.SaveChangesAsync(cancellation);
        return RefusalKind.FileMarkedSecret;
    }

    // A browser may send a whole path.
    private static string Named(string given)
    {
        var name = given[(given.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return name.Length <= LongestName ? name : name[^LongestName..];
    }
}
