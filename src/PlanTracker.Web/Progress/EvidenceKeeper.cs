using System.Text;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Reading;

namespace PlanTracker.Web.Progress;

/// <summary>Section "Evidence" of the settings.</summary>
public sealed class EvidenceOptions
{
    /// <summary>Largest file, in bytes.</summary>
    public int MostBytes { get; set; } = 20 << 20;

    /// <summary>Files with one report.</summary>
    public int MostFiles { get; set; } = 10;
}

/// <summary>A file as it came.</summary>
public sealed record EvidenceFile(string Name, ReadOnlyMemory<byte> Content);

/// <summary>Keeps the files that come with a report: known by what they are, not by what they are called.</summary>
public sealed class EvidenceKeeper(
    PlanTrackerDbContext db, UploadKeeper uploads, DocumentReading reading, EvidenceOptions options, Clock clock)
{
    private const int LongestName = 120;

    // PDF; ZIP with docx, xlsx, pptx, ofd; the old office formats.
    private static readonly byte[][] WithWords = [[.. "%PDF-"u8], [0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]];

    // PNG, JPEG, GIF, BMP, TIFF of both byte orders.
    private static readonly byte[][] Signatures =
    [
        .. WithWords, [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [.. "GIF8"u8], [.. "BM"u8], [0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A],
    ];

    /// <summary>Null where all may be kept. Of a file marked secret nothing stays but that one was refused. To be asked before anything is changed.</summary>
    public async Task<Refusal?> Complaint(Occurrence occurrence, IReadOnlyList<EvidenceFile> given, CancellationToken cancellation)
    {
        if (given.Count > options.MostFiles)
            return new Refusal(RefusalKind.TooManyFiles, $"{options.MostFiles}");
        foreach (var file in given)
        {
            if (file.Content.Length > options.MostBytes)
                return new Refusal(RefusalKind.FileTooLarge, $"{options.MostBytes >> 20} MB");
            if (!IsKnown(file.Content.Span))
                return new Refusal(RefusalKind.FileKindUnknown, NameOf(file.Name));
            if (await IsMarkedSecret(file.Content, cancellation))
            {
                uploads.NoteSecret(occurrence.JurisdictionId);
                await db.SaveChangesAsync(cancellation);
                return new Refusal(RefusalKind.FileMarkedSecret);
            }
        }

        return null;
    }

    /// <summary>What holds words is looked at: PDF, packages, the old office formats, text. A picture shows its mark to people alone.</summary>
    private async Task<bool> IsMarkedSecret(ReadOnlyMemory<byte> content, CancellationToken cancellation) =>
        (WithWords.Any(signature => content.Span.StartsWith(signature)) || IsText(content.Span)) && await reading.IsMarkedSecret(content, cancellation);

    /// <summary>Writes the bytes and adds the rows; the caller saves.</summary>
    /// <param name="report">Null for the scan of a paper that is no report.</param>
    public async Task Keep(Occurrence occurrence, ProgressReport? report, IReadOnlyList<EvidenceFile> given, CancellationToken cancellation)
    {
        foreach (var file in given)
        {
            var hash = await uploads.Keep(file.Content, cancellation);
            db.Evidence.Add(new Evidence
            {
                Id = clock.NewId(), JurisdictionId = occurrence.JurisdictionId, OccurrenceId = occurrence.Id, ReportId = report?.Id,
                FileName = NameOf(file.Name), FileHash = hash, Size = file.Content.Length, At = clock.UtcNow,
            });
        }
    }

    private static bool IsKnown(ReadOnlySpan<byte> content)
    {
        foreach (var signature in Signatures)
        {
            if (content.StartsWith(signature))
                return true;
        }

        return IsText(content);
    }

    private static bool IsText(ReadOnlySpan<byte> content)
    {
        foreach (var one in content)
        {
            if (one is < 0x20 and not (0x09 or 0x0A or 0x0D) or 0x7F)
                return false;
        }

        return !content.IsEmpty;
    }

    private static string NameOf(string given)
    {
        StringBuilder name = new();
        foreach (var rune in UploadKeeper.WithoutPath(given).EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && rune.Value is not ('"' or '<' or '>' or '|' or ':' or '*' or '?') && Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.Format)
                name.Append(rune);
        }

        var text = name.ToString().Trim();
        var ending = Path.GetExtension(text);
        return text.Length == 0 ? "file" : text.Length <= LongestName ? text : text[..(LongestName - Math.Min(ending.Length, 10))] + ending;
    }
}
