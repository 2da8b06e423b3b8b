using Microsoft.EntityFrameworkCore;
using PlanTracker.Documents;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Registry;
using PlanTracker.Web.Features.Plans.Source;
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

    public sealed class Handler(PlanTrackerDbContext db, FileStore files, DocumentReading reading, ReadingOptions limits, Actor actor, Clock clock)
        : IHandler<Command, Outcome<Guid>>
    {
        private const int LongestName = 200;

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

            var read = await reading.Read(request.Content, cancellationToken, request.Progress);
            if (read.Draft.Diagnostics.Any(x => x.Kind == DiagnosticKind.MarkedSecret))
                return await Refuse(request.JurisdictionId, cancellationToken);
            await files.Keep(request.Content, cancellationToken);
            var registry = await UnitRegistry.Load(db, request.JurisdictionId, clock.Today, cancellationToken);
            var name = Named(request.FileName);
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
            if (!await db.StoredFiles.AnyAsync(x => x.Hash == hash, cancellationToken))
                db.StoredFiles.Add(new StoredFile { Hash = hash, Size = request.Content.Length, StoredAt = clock.UtcNow });
            await db.SaveChangesAsync(cancellationToken);
            return draft.Id;
        }

        private async Task<Outcome<Guid>> Refuse(Guid jurisdictionId, CancellationToken cancellation)
        {
            db.RefusedUploads.Add(new RefusedUpload
            {
                Id = clock.NewId(), JurisdictionId = jurisdictionId, At = clock.UtcNow, ById = actor.AccountId, Reason = DiagnosticKind.MarkedSecret,
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
}
