using Microsoft.EntityFrameworkCore;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Reading;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Materials;

/// <param name="Id">The material, or the one that the same file gave before.</param>
/// <param name="Complaint">Why the file could not be read.</param>
public sealed record MadeMaterial(Guid? Id, Diagnostic? Complaint = null);

/// <summary>Reads a report and keeps its passages. A file that cannot be read, or is marked secret, leaves nothing but, of the latter, that one was refused.</summary>
public sealed class MaterialMaking(PlanTrackerDbContext db, UploadKeeper uploads, DocumentReading reading, VirusScanner scanner, Actor actor, Clock clock)
{
    public async Task<Outcome<MadeMaterial>> Make(Guid jurisdiction, Guid? unit, string fileName, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var hash = FileStore.HashOf(content.Span);
        var known = db.ReportMaterials.Where(x => x.JurisdictionId == jurisdiction && x.FileHash == hash && x.OrgUnitId == unit);
        if (await known.Select(x => (Guid?)x.Id).FirstOrDefaultAsync(cancellation) is { } before)
            return new MadeMaterial(before);
        if (await scanner.Complaint(UploadKeeper.NameOf(fileName), content, cancellation) is { } infected)
            return infected;
        var read = (await reading.Read(content, cancellation)).Draft;
        if (read.Diagnostics.Any(x => x.Kind == DiagnosticKind.MarkedSecret))
        {
            uploads.NoteSecret(jurisdiction);
            await db.SaveChangesAsync(cancellation);
            return RefusalKind.FileMarkedSecret;
        }

        if (read.Kind == DocumentKind.Unreadable)
            return new MadeMaterial(null, read.Diagnostics[0]);
        if (read.Passages.Count == 0)
            return RefusalKind.NothingTold;
        await uploads.Keep(content, cancellation);
        var material = new ReportMaterial
        {
            Id = clock.NewId(), JurisdictionId = jurisdiction, OrgUnitId = unit, Title = read.Title ?? "", FileName = UploadKeeper.NameOf(fileName), FileHash = hash,
            NextSteps = read.Tasks.Count, CreatedById = actor.AccountId, ByName = actor.Name, CreatedAt = clock.UtcNow,
        };
        material.Passages = [.. read.Passages.Select((x, i) => new MaterialPassage
        {
            Id = clock.NewId(), MaterialId = material.Id, Position = i, Section = string.Join(" > ", x.Section), Title = x.Title, Words = x.Words,
            Figures = [.. x.Figures.Select(f => new MaterialFigure(f.What, f.Value, f.Measure, f.About))],
        })];
        db.ReportMaterials.Add(material);
        await db.SaveChangesAsync(cancellation);
        return new MadeMaterial(material.Id);
    }
}
