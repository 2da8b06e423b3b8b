using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Package;

namespace PlanTracker.Documents.Readers.Zip;

/// <param name="Name">Without its folders.</param>
internal sealed record EnclosedFile(string Name, ReadOnlyMemory<byte> Content);

/// <summary>What lies in an archive.</summary>
/// <param name="Files">What may be documents.</param>
/// <param name="Pictures">Pages of one document where there is no other; else what documents may have beside them.</param>
internal sealed record ArchiveContent(IReadOnlyList<EnclosedFile> Files, IReadOnlyList<EnclosedFile> Pictures);

/// <summary>Several documents packed into one file, taken out in memory.</summary>
internal static partial class DocumentArchive
{
    private const int MostFiles = 20;
    private const int MostEntries = 2_000;

    static DocumentArchive() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Null where it is no archive of documents.</summary>
    public static ArchiveContent? Open(ReadOnlyMemory<byte> file, ReadingLimits limits, CancellationToken cancellation)
    {
        if (FileSignature.Of(file.Span) != FileContent.Zip)
            return null;
        using (var package = OfficePackage.Open(file, limits, cancellation))
        {
            if (package.Kind != PackageKind.Other || package.PartNames.Any(IsPartOfPackage))
                return null;
        }
        using var archive = new ZipArchive(StreamOf(file), ZipArchiveMode.Read, leaveOpen: false, Encoding.Latin1);
        if (archive.Entries.Count > MostEntries)
            throw TooMany(MostEntries);
        var budget = limits.Shared ?? new UnpackingBudget(limits.MaxUnpackedBytes);
        var (files, pictures) = (new List<EnclosedFile>(), new List<EnclosedFile>());
        foreach (var entry in archive.Entries)
        {
            var name = NameOf(entry.FullName);
            if (name.Length == 0 || IsOfTheSystem(entry.FullName, name))
                continue;
            if (entry.IsEncrypted)
                throw new UnreadableException(DiagnosticKind.PasswordProtected);
            using var stream = new BoundedStream(entry.Open(), budget, cancellation);
            using var content = new MemoryStream();
            stream.CopyTo(content);
            var bytes = content.GetBuffer().AsMemory(0, (int)content.Length);
            var kind = FileSignature.Of(bytes.Span);
            if (kind == FileContent.Picture)
                pictures.Add(new EnclosedFile(name, bytes));
            if (kind is FileContent.Nothing or FileContent.Picture)
                continue;
            if (files.Count == MostFiles)
                throw TooMany(MostFiles);
            files.Add(new EnclosedFile(name, bytes));
        }
        return new ArchiveContent(files, [.. pictures.OrderBy(static picture => Numbers().Replace(picture.Name, static digits => digits.Value.PadLeft(9, '0')), StringComparer.Ordinal)]);
    }

    // 第2页 comes before 第10页.
    [GeneratedRegex(@"[0-9]+")]
    private static partial Regex Numbers();

    // Damaged packages of office programs and of OFD are no archives of documents.
    private static bool IsPartOfPackage(string name) =>
        name.StartsWith("word/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("_rels/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Doc_0/", StringComparison.OrdinalIgnoreCase) || name is "[Content_Types].xml" or Ofd.OfdReader.MainPart or "mimetype";

    // What systems put beside the files.
    private static bool IsOfTheSystem(string path, string name) =>
        path.StartsWith("__MACOSX", StringComparison.Ordinal) || name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal)
        || name is "Thumbs.db" or "desktop.ini";

    /// <summary>Names are in UTF-8 where the archive says so or where they can be; else in GB18030, as systems in Chinese write them.</summary>
    private static string NameOf(string path)
    {
        if (path.Any(static c => c >= 0x80) && path.All(static c => c <= 0xFF))
        {
            var bytes = Encoding.Latin1.GetBytes(path);
            path = (Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.GetEncoding("GB18030")).GetString(bytes);
        }
        return Pieces.Characters.Clean(path[(path.LastIndexOfAny(['/', '\\']) + 1)..]).Trim();
    }

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> file) => MemoryMarshal.TryGetArray(file, out var segment)
        ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
        : new MemoryStream(file.ToArray(), writable: false);

    private static UnreadableException TooMany(int most) => new(DiagnosticKind.TooManyParts, most.ToString(CultureInfo.InvariantCulture));
}
