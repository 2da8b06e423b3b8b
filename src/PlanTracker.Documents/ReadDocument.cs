using System.Globalization;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Parsing;
using PlanTracker.Documents.Readers;
using PlanTracker.Documents.Readers.Package;
using PlanTracker.Documents.Readers.Zip;

namespace PlanTracker.Documents;

/// <summary>A file's draft together with the text its spans point into (null where the file could not be read).</summary>
public sealed record ReadDocument(PlanDraft Draft, DocumentText? Text)
{
    /// <summary>Of a document that came inside of an archive.</summary>
    public string? Name { get; init; }

    /// <summary>The further documents of an archive, in its order; this one is its plan, or the first where none is.</summary>
    public IReadOnlyList<ReadDocument> Others { get; init; } = [];

    /// <summary>The one way from bytes to a draft. Whatever the bytes are there is an answer: a file that could not be read gives a draft of kind
    /// <see cref="DocumentKind.Unreadable"/> with the complaint and no words of the file.</summary>
    public static ReadDocument Read(
        ReadOnlyMemory<byte> file, ReadingLimits limits, CancellationToken cancellation = default, IProgress<ReadingProgress>? progress = null)
    {
        var (content, complaint) = DocumentReader.Enclosed(file, limits, cancellation);
        if (complaint is not null)
            return Unreadable(complaint);
        return content is null ? ReadOne(file, limits, progress, cancellation)
            : content.Files.Count > 0 ? ReadAll(content, limits, progress, cancellation)
            : content.Pictures.Count == 0 ? Unreadable(new Diagnostic(DiagnosticKind.UnknownFormat))
            : Parsed(DocumentReader.ReadPictures([.. content.Pictures.Select(static page => page.Content)], limits, progress, cancellation), cancellation);
    }

    private static ReadDocument ReadOne(
        ReadOnlyMemory<byte> file, ReadingLimits limits, IProgress<ReadingProgress>? progress, CancellationToken cancellation) =>
        Parsed(DocumentReader.Read(file, limits, cancellation, progress), cancellation);

    private static ReadDocument Parsed(Reading reading, CancellationToken cancellation)
    {
        if (reading.Document is not { } document)
            return Unreadable(reading.Complaint ?? new Diagnostic(DiagnosticKind.Damaged));
        if (cancellation.IsCancellationRequested)
            return Unreadable(new Diagnostic(DiagnosticKind.TookTooLong));
        var draft = PlanParser.Parse(document);
        return new ReadDocument(
            reading.Notes.Count == 0 ? draft : draft with { Diagnostics = [.. reading.Notes.Select(note => AtItsTask(note, draft)), .. draft.Diagnostics] },
            document);
    }

    private static Diagnostic AtItsTask(Diagnostic note, PlanDraft draft)
    {
        if (note.Span is not { } words)
            return note;
        for (var i = 0; i < draft.Tasks.Count; i++)
        {
            if (draft.Tasks[i].Span.Contains(words))
                return note with { Task = i };
        }
        return note;
    }

    private static ReadDocument ReadAll(
        ArchiveContent content, ReadingLimits limits, IProgress<ReadingProgress>? progress, CancellationToken cancellation)
    {
        var shared = limits with { Shared = limits.Shared ?? new UnpackingBudget(limits.MaxUnpackedBytes) };
        var pages = new PagesCounted(progress);
        var all = new List<ReadDocument>();
        foreach (var file in content.Files)
        {
            var its = shared with { MaxScannedPages = Math.Max(0, limits.MaxScannedPages - pages.Count) };
            var read = DocumentReader.Enclosed(file.Content, its, cancellation) switch
            {
                { Content: not null } => Unreadable(new Diagnostic(DiagnosticKind.NestedArchive)),
                { Complaint: { } complaint } => Unreadable(complaint),
                _ => ReadOne(file.Content, its, pages, cancellation),
            };

            // One that is marked secret: nothing of what came with it stays either.
            if (read.Draft.Diagnostics.Any(static x => x.Kind == DiagnosticKind.MarkedSecret))
                return read;
            if (pages.Count > 0 && read.Draft.Diagnostics is [{ Kind: DiagnosticKind.TooManyScannedPages }])
                read = Unreadable(new Diagnostic(DiagnosticKind.TooManyScannedTogether, Words: limits.MaxScannedPages.ToString(CultureInfo.InvariantCulture)));
            shared = shared with { MaxCharacters = Math.Max(1, shared.MaxCharacters - (read.Text?.Text.Length ?? 0)) };
            all.Add(read with { Name = file.Name });
        }
        var main = all.MaxBy(static read => Weight(read.Draft))!;
        var told = main.Draft with { Diagnostics = [.. main.Draft.Diagnostics, .. Told(main, all, content.Pictures.Count)] };
        return main with { Draft = told, Others = [.. all.Where(read => read != main)] };
    }

    // What was read of an archive, and what was not.
    private static IEnumerable<Diagnostic> Told(ReadDocument main, List<ReadDocument> all, int pictures)
    {
        if (all.Count > 1)
            yield return new Diagnostic(DiagnosticKind.OneOfSeveral, Words: main.Name!);
        var unread = all.Where(read => read != main && read.Text is null).Select(static read => $"「{read.Name}」").ToList();
        if (unread.Count > 0)
            yield return new Diagnostic(DiagnosticKind.OthersUnreadable, Words: string.Concat(unread));
        if (pictures > 0)
            yield return new Diagnostic(DiagnosticKind.PicturesLeftOut, Words: pictures.ToString(CultureInfo.InvariantCulture));
    }

    private sealed class PagesCounted(IProgress<ReadingProgress>? progress) : IProgress<ReadingProgress>
    {
        public int Count { get; private set; }

        public void Report(ReadingProgress value)
        {
            Count++;
            progress?.Report(value);
        }
    }

    private static int Weight(PlanDraft draft) => draft.Kind switch
    {
        DocumentKind.Plan or DocumentKind.KeyPoints or DocumentKind.Breakdown => 1_000_000 + draft.Tasks.Count,
        DocumentKind.Unreadable => -1,
        _ => draft.Tasks.Count,
    };

    /// <summary>The text with its tables alone: nobody looks for a plan in it.</summary>
    public static ReadDocument ReadText(ReadOnlyMemory<byte> file, ReadingLimits limits, CancellationToken cancellation = default)
    {
        var reading = DocumentReader.Read(file, limits, cancellation);
        return reading.Document is { } document
            ? new ReadDocument(new PlanDraft { Kind = DocumentKind.Other }, document)
            : Unreadable(reading.Complaint ?? new Diagnostic(DiagnosticKind.Damaged));
    }

    public static ReadDocument Unreadable(Diagnostic complaint) =>
        new(new PlanDraft { Kind = DocumentKind.Unreadable, Diagnostics = [complaint] }, null);
}
