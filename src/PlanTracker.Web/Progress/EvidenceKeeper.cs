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

    /// <summary>Where a ClamAV daemon listens: tcp://host:port or the path of its socket. Empty: nothing is scanned; else what cannot be scanned is refused.</summary>
    public string ClamAv { get; set; } = "";

    /// <summary>How long an answer is waited for.</summary>
    public int ClamAvSeconds { get; set; } = 30;
}

/// <summary>A file as it came.</summary>
public sealed record EvidenceFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>Those of the form that is being posted; a field left empty brings none.</summary>
    public static async Task<IReadOnlyList<EvidenceFile>> OfForm(HttpContext http)
    {
        List<EvidenceFile> files = [];
        foreach (var file in (await http.Request.ReadFormAsync()).Files.Where(x => x.Length > 0))
        {
            using MemoryStream content = new((int)file.Length);
            await file.CopyToAsync(content);
            files.Add(new EvidenceFile(file.FileName, content.ToArray()));
        }

        return files;
    }
}

/// <summary>Keeps the files that come with a report: known by what they are, not by what they are called.</summary>
public sealed class EvidenceKeeper(
    PlanTrackerDbContext db, UploadKeeper uploads, DocumentReading reading, VirusScanner scanner, EvidenceOptions options, Clock clock)
{
    private const int LongestName = 120;

    /// <summary>Null where all may be kept. Of a file marked secret nothing stays but that one was refused. To be asked before anything is changed.</summary>
    public async Task<Refusal?> Complaint(Occurrence occurrence, IReadOnlyList<EvidenceFile> given, CancellationToken cancellation)
    {
        if (given.Count > options.MostFiles)
            return new Refusal(RefusalKind.TooManyFiles, $"{options.MostFiles}");
        foreach (var file in given)
        {
            if (file.Content.Length > options.MostBytes)
                return new Refusal(RefusalKind.FileTooLarge, $"{options.MostBytes >> 20} MB");
            var name = NameOf(file.Name);
            if (!FileKinds.IsTaken(name))
                return new Refusal(RefusalKind.FileKindUnknown, name);
            if (!FileKinds.Agree(name, file.Content.Span))
                return new Refusal(RefusalKind.FileNotItsEnding, name, Path.GetExtension(name).TrimStart('.').ToUpperInvariant());
            if (await scanner.Complaint(name, file.Content, cancellation) is { } complaint)
                return complaint;
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
        FileKinds.HoldWords(content.Span) && await reading.IsMarkedSecret(content, cancellation);

    /// <summary>Writes the bytes and adds the rows; the caller saves.</summary>
    /// <param name="report">Null for the scan of a paper that is no report.</param>
    public Task Keep(Occurrence occurrence, ProgressReport? report, IReadOnlyList<EvidenceFile> given, CancellationToken cancellation) =>
        Keep(occurrence, report, answer: null, given, cancellation);

    /// <summary>The same of what came with an answer to an instruction or an order.</summary>
    public Task Keep(Occurrence occurrence, SupervisionAnswer answer, IReadOnlyList<EvidenceFile> given, CancellationToken cancellation) =>
        Keep(occurrence, report: null, answer, given, cancellation);

    private async Task Keep(
        Occurrence occurrence, ProgressReport? report, SupervisionAnswer? answer, IReadOnlyList<EvidenceFile> given, CancellationToken cancellation)
    {
        foreach (var file in given)
        {
            var hash = await uploads.Keep(file.Content, cancellation);
            db.Evidence.Add(new Evidence
            {
                Id = clock.NewId(), JurisdictionId = occurrence.JurisdictionId, OccurrenceId = occurrence.Id, ReportId = report?.Id, AnswerId = answer?.Id,
                FileName = NameOf(file.Name), FileHash = hash, Size = file.Content.Length, At = clock.UtcNow,
            });
        }
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
