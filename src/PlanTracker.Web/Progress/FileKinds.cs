namespace PlanTracker.Web.Progress;

/// <summary>What files are taken as evidence: by how they begin and by how their name ends, and the two must agree.</summary>
internal static class FileKinds
{
    private static readonly byte[][] Pdf = [[.. "%PDF-"u8]];

    // ZIP with docx, xlsx, pptx, ofd and the newer WPS formats.
    private static readonly byte[][] Package = [[0x50, 0x4B, 0x03, 0x04]];
    private static readonly byte[][] Compound = [[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]];
    private static readonly byte[][] Tiff = [[0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A]];

    /// <summary>Beginnings by ending; none: text.</summary>
    private static readonly Dictionary<string, byte[][]> Beginnings = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = Pdf, [".docx"] = Package, [".xlsx"] = Package, [".pptx"] = Package, [".ofd"] = Package, [".zip"] = Package,
        [".doc"] = [.. Compound, .. Package], [".xls"] = [.. Compound, .. Package], [".ppt"] = [.. Compound, .. Package],
        [".wps"] = [.. Compound, .. Package], [".et"] = [.. Compound, .. Package], [".dps"] = [.. Compound, .. Package],
        [".png"] = [[0x89, 0x50, 0x4E, 0x47]], [".jpg"] = [[0xFF, 0xD8, 0xFF]], [".jpeg"] = [[0xFF, 0xD8, 0xFF]], [".gif"] = [[.. "GIF8"u8]], [".bmp"] = [[.. "BM"u8]],
        [".tif"] = Tiff, [".tiff"] = Tiff, [".txt"] = [], [".csv"] = [], [".md"] = [],
    };

    /// <summary>The ending is one of those that are taken.</summary>
    public static bool IsTaken(string name) => Beginnings.ContainsKey(Path.GetExtension(name));

    /// <summary>The content begins as files of this ending do.</summary>
    public static bool Agree(string name, ReadOnlySpan<byte> content)
    {
        var beginnings = Beginnings[Path.GetExtension(name)];
        return beginnings.Length == 0 ? IsText(content) : StartsWithOne(content, beginnings);
    }

    /// <summary>It may hold words, and a mark of secrecy among them.</summary>
    public static bool HoldWords(ReadOnlySpan<byte> content) => StartsWithOne(content, [.. Pdf, .. Package, .. Compound]) || IsText(content);

    private static bool StartsWithOne(ReadOnlySpan<byte> content, byte[][] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (content.StartsWith(beginning))
                return true;
        }

        return false;
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
}
