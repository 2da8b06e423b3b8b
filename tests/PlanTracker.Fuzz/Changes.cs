using System.IO.Compression;
using System.Text;

namespace PlanTracker.Fuzz;

/// <summary>Changes documents: bytes, numbers, pieces; inside of the parts of packed ones too.</summary>
internal static class Changes
{
    private const int MostBytes = 1 << 20;

    private static readonly byte[][] Words =
    [
        .. new[]
        {
            "<w:p>", "</w:p>", "<w:tbl>", "<w:tr>", "<w:tc>", "</w:tc>", "<w:vMerge/>", "<w:gridSpan w:val=\"9999\"/>", "<table>", "</table>", "<tr>", "<td rowspan=0>",
            "<td colspan=99999>", "<li>", "<ol start=-5>", "<c r=\"XFD1048576\" t=\"s\"><v>99</v></c>", "<mergeCell ref=\"A1:XFD1048576\"/>", "<!--", "-->", "<![CDATA[", "&#0;",
            "&#x1F600;", "&amp;", "\\trowd", "\\cellx-1", "\\cell", "\\row", "\\intbl", "\\itap9", "\\nestcell", "\\u-1 ?", "\\'81", "\\bin99999 ", "{\\*\\x ", "{", "}",
            "\"", ",", ";", "\t", "\n", "\r\n", "| --- |", "|", "# ", "1. ", "**", "```", "M 0 0 L 100 0 ", "g 99999 5", "1e308", "NaN", "-1", "0", "4294967295", "2147483647", "65535",
            "一、", "（一）", "责任单位：", "2026年6月30日", "\uFEFF", "\u202E", "😀", "\0", "EncryptedPackage", "DeltaX=\"g 9 -5\"", "CTM=\"0 0 0 0 0 0\"", "Boundary=\"NaN 1 2 3\"",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0], [0xFE, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0x7F], [0x81], [0xFF, 0xFE],
    ];

    public static byte[] Of(byte[] file, byte[] other, Random random)
    {
        if (random.Next(10) < 8 && Unpacked(file) is { Count: > 0 } parts)
            return Packed(parts, random);
        return Some(file, other, random);
    }

    private static byte[] Some(byte[] file, byte[] other, Random random)
    {
        var bytes = new List<byte>(file);
        for (var left = 1 + random.Next(8); left > 0; left--)
            One(bytes, other, random);
        return bytes.Count > MostBytes ? [.. bytes.Take(MostBytes)] : [.. bytes];
    }

    private static void One(List<byte> bytes, byte[] other, Random random)
    {
        if (bytes.Count == 0)
        {
            bytes.AddRange(Words[random.Next(Words.Length)]);
            return;
        }
        var at = random.Next(bytes.Count);
        var length = Math.Min(1 + random.Next(1 << random.Next(10)), bytes.Count - at);
        switch (random.Next(11))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 4 or 5:
                bytes.InsertRange(at, Words[random.Next(Words.Length)]);
                break;
            case 6:
                Overwrite(bytes, at, Words[random.Next(Words.Length)]);
                break;
            case 7:
                Repeat(bytes, at, length, random);
                break;
            case 8 when other.Length > 0:
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(length, other.Length - from)).ToArray());
                break;
            case 9:
                bytes.RemoveRange(at, random.Next(20) == 0 ? bytes.Count - at : Math.Min(2, bytes.Count - at));
                break;
            default:
                Number(bytes, at, random);
                break;
        }
    }

    private static void Overwrite(List<byte> bytes, int at, byte[] word)
    {
        for (var i = 0; i < word.Length && at + i < bytes.Count; i++)
            bytes[at + i] = word[i];
    }

    private static void Repeat(List<byte> bytes, int at, int length, Random random)
    {
        var piece = bytes.GetRange(at, length);
        var times = Math.Min(1 << random.Next(12), (MostBytes - bytes.Count) / length);
        var repeated = new List<byte>(Math.Max(0, times) * length);
        for (var i = 0; i < times; i++)
            repeated.AddRange(piece);
        bytes.InsertRange(at, repeated);
    }

    /// <summary>Puts another number where one stands.</summary>
    private static void Number(List<byte> bytes, int at, Random random)
    {
        var start = bytes.FindIndex(at, static b => char.IsAsciiDigit((char)b));
        if (start < 0)
            return;
        var end = start;
        while (end < bytes.Count && char.IsAsciiDigit((char)bytes[end]))
            end++;
        bytes.RemoveRange(start, end - start);
        string[] numbers = ["0", "-1", "1", "255", "32768", "65536", "1048576", "2147483648", "99999999999999999999", "1.5"];
        bytes.InsertRange(start, Encoding.ASCII.GetBytes(numbers[random.Next(numbers.Length)]));
    }

    private static List<(string Name, byte[] Content)>? Unpacked(byte[] file)
    {
        if (!file.AsSpan().StartsWith("PK"u8))
            return null;
        using var archive = new ZipArchive(new MemoryStream(file));
        var parts = new List<(string Name, byte[] Content)>();
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            parts.Add((entry.FullName, content.ToArray()));
        }
        return parts;
    }

    private static byte[] Packed(List<(string Name, byte[] Content)> parts, Random random)
    {
        for (var left = 1 + random.Next(2); left > 0; left--)
        {
            var place = random.Next(parts.Count);
            var (name, content) = parts[place];
            parts[place] = (random.Next(40) == 0 ? "x" + name : name, Of(content, parts[random.Next(parts.Count)].Content, random));
        }
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }
        return file.ToArray();
    }
}
