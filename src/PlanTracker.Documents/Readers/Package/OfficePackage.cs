using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;
using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Readers.Package;

internal enum PackageKind
{
    Other,
    Word,
    Spreadsheet,
}

/// <summary>The parts of an Office Open XML file, read straight from the ZIP in memory: nothing is unpacked to disk, entry names are only looked
/// up, external targets are never followed, and a DTD ends the reading.</summary>
internal sealed class OfficePackage : IDisposable
{
    private const int MaxEntries = 10_000;

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly UnpackingBudget budget;
    private readonly ReadingLimits limits;
    private readonly CancellationToken cancellation;

    private OfficePackage(ZipArchive archive, ReadingLimits limits, CancellationToken cancellation)
    {
        (this.archive, this.limits, this.cancellation) = (archive, limits, cancellation);
        budget = limits.Shared ?? new UnpackingBudget(limits.MaxUnpackedBytes);
        foreach (var entry in archive.Entries)
            entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        (Kind, MainPart) = FindMainPart();
    }

    public PackageKind Kind { get; }

    /// <summary>Name of the document's or workbook's part.</summary>
    public string MainPart { get; }

    public IEnumerable<string> PartNames => entries.Keys;

    public static OfficePackage Open(ReadOnlyMemory<byte> file, ReadingLimits limits, CancellationToken cancellation)
    {
        // Counted before ZipArchive makes an object of each.
        if (file.Span.Count("PK\x01\x02"u8) > MaxEntries)
            throw new UnreadableException(DiagnosticKind.TooManyParts, MaxEntries.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var stream = MemoryMarshal.TryGetArray(file, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(file.ToArray(), writable: false);
        var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        try
        {
            return new OfficePackage(archive, limits, cancellation);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    public bool Has(string part) => entries.ContainsKey(part);

    /// <summary>A reader at the part's root element, or null where there is no such part.</summary>
    public XmlReader? OpenXml(string part)
    {
        if (!entries.TryGetValue(part, out var entry))
            return null;
        RefuseDtd(entry);
        var reader = XmlReader.Create(Unpack(entry), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false,
            CloseInput = true,
        });
        reader.MoveToContent();
        return reader;
    }

    /// <summary>Targets of a part's relationships that lie inside the package, by id.</summary>
    public Dictionary<string, (string Type, string Part)> RelationshipsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var found = new Dictionary<string, (string Type, string Part)>(StringComparer.Ordinal);
        using var reader = OpenXml($"{part[..slash]}_rels/{part[slash..]}.rels");
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Relationship" || reader.GetAttribute("TargetMode") == "External")
                continue;
            if (reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
            {
                var type = reader.GetAttribute("Type") ?? "";
                found[id] = (type[(type.LastIndexOf('/') + 1)..], Resolve(part[..slash], target));
            }
        }
        return found;
    }

    public void CheckDepth(XmlReader reader)
    {
        if (reader.Depth > limits.MaxDepth)
            throw new UnreadableException(DiagnosticKind.TooDeep, limits.MaxDepth.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    public void Dispose() => archive.Dispose();

    /// <summary>The name of the part that another part, or a folder ending in /, means by a path; it never climbs out.</summary>
    public static string Resolve(string from, string target)
    {
        var folder = from[..(from.LastIndexOf('/') + 1)];
        if (target.StartsWith('/'))
            return target[1..];
        var steps = new List<string>();
        foreach (var step in (folder + target).Split('/'))
        {
            if (step == ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step is not ("" or "." or ".."))
                steps.Add(step);
        }
        return string.Join('/', steps);
    }

    private (PackageKind Kind, string Part) FindMainPart()
    {
        using var reader = OpenXml("[Content_Types].xml");
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName is not ("Override" or "Default"))
                continue;
            var type = reader.GetAttribute("ContentType") ?? "";
            if (!type.EndsWith(".main+xml", StringComparison.OrdinalIgnoreCase))
                continue;

            // Some writers give the main part's type to all parts of its extension: only the relationship names the part then.
            var part = reader.LocalName == "Default"
                ? RelationshipsOf("").Values.FirstOrDefault(relation => relation.Type == "officeDocument").Part ?? ""
                : (reader.GetAttribute("PartName") ?? "").TrimStart('/');
            if (type.Contains("word", StringComparison.OrdinalIgnoreCase))
                return (PackageKind.Word, part);
            if (type.Contains("sheet", StringComparison.OrdinalIgnoreCase) || type.Contains("excel", StringComparison.OrdinalIgnoreCase))
                return (PackageKind.Spreadsheet, part);
        }
        return (PackageKind.Other, "");
    }

    private BoundedStream Unpack(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
            throw new UnreadableException(DiagnosticKind.PasswordProtected);
        if (entry.Length > limits.MaxUnpackedBytes)
            throw new UnreadableException(DiagnosticKind.UnpackedTooLarge, DocumentReader.Size(limits.MaxUnpackedBytes));
        return new BoundedStream(entry.Open(), budget, cancellation);
    }

    /// <summary>XmlReader refuses a DTD too, but with the same exception as any fault; here it is told apart.</summary>
    private void RefuseDtd(ZipArchiveEntry entry)
    {
        Span<byte> head = stackalloc byte[1024];
        using var stream = Unpack(entry);
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        // In UTF-16 every other byte is zero.
        Span<byte> letters = stackalloc byte[head.Length];
        var count = 0;
        foreach (var b in head)
        {
            if (b != 0)
                letters[count++] = b;
        }
        if (letters[..count].IndexOf("<!DOCTYPE"u8) >= 0)
            throw new UnreadableException(DiagnosticKind.ForbiddenDtd);
    }
}
