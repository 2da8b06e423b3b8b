using Microsoft.EntityFrameworkCore;
using PlanTracker.Documents;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Registry;
using PlanTracker.Web.Features.Plans.Source;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Reading;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Import;

/// <summary>Takes in a document and gives the draft to review: a new one, or the one that the same file gave before. A file that cannot be read
/// gives a draft that says why. Of a file marked secret nothing stays but that one was refused.</summary>
public static class ImportDocument
{
    /// <param name="Progress">Is told which page is being recognized, of a file whose pages are pictures.</param>
    public sealed record Command(Guid JurisdictionId, string FileName, ReadOnlyMemory<byte> Content, IProgress<ReadingProgress>? Progress = null)
        : ICommand<Outcome<Guid>>;

    public sealed class Handler(PlanTrackerDbContext db, UploadKeeper uploads, DocumentReading reading, VirusScanner scanner, ReadingOptions limits, Actor actor, Clock clock)
        : IHandler<Command, Outcome<Guid>>
    {
        public async Task<Outcome<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.Coordinates(request.JurisdictionId))
                return RefusalKind.NotAllowed;
            if (request.Content.IsEmpty)
                return RefusalKind.FileEmpty;
            if (request.Content.Length > limits.MaxBytes)
                return new Refusal(RefusalKind.FileTooLarge, $"{limits.MaxBytes >> 20} MB");
            var hash = FileStore.HashOf(request.Content.Span);
            var before = await db.ImportDrafts
                .Where(x => x.JurisdictionId == request.JurisdictionId && x.FileHash == hash && x.State != ImportState.Discarded)
                .OrderBy(x => x.CreatedAt).FirstOrDefaultAsync(cancellationToken);
            if (before is { State: not ImportState.Unreadable })
                return before.Id;

            if (await scanner.Complaint(UploadKeeper.NameOf(request.FileName), request.Content, cancellationToken) is { } infected)
                return infected;
            var read = await reading.Read(request.Content, cancellationToken, request.Progress);
            if (read.Draft.Diagnostics.Any(x => x.Kind == DiagnosticKind.MarkedSecret))
            {
                uploads.NoteSecret(request.JurisdictionId);
                await db.SaveChangesAsync(cancellationToken);
                return RefusalKind.FileMarkedSecret;
            }

            await uploads.Keep(request.Content, cancellationToken);
            var registry = await UnitRegistry.Load(db, request.JurisdictionId, clock.Today, cancellationToken);
            var name = UploadKeeper.NameOf(request.FileName);
            ImportDraft Fill(ImportDraft draft, ReadDocument document)
            {
                draft.ChangedAt = clock.UtcNow;
                DraftMaking.Fill(draft, document, registry, clock);
                return draft;
            }

            // Each document of an archive is reviewed by itself; the plan among them is the one to go on with.
            ImportDraft New(ReadDocument document, int place) => Fill(
                new ImportDraft
                {
                    Id = clock.NewId(), JurisdictionId = request.JurisdictionId, FileHash = hash, CreatedById = actor.AccountId,
                    CreatedAt = clock.UtcNow.AddMilliseconds(place), FileName = EnclosedNames.Of(name, document.Name),
                },
                document);

            var draft = before is null ? New(read, 0) : Fill(before, read);
            if (before is null)
                db.ImportDrafts.AddRange(read.Others.Select((other, i) => New(other, i + 1)).Prepend(draft));
            else
                db.ImportDraftTasks.AddRange(draft.Tasks);
            await db.SaveChangesAsync(cancellationToken);
            return draft.Id;
        }
    }
}
