using System.Text;
using System.Text.Unicode;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Text;

/// <summary>Finds the encoding of a text from its bytes: a byte order mark, zero bytes at every other place (UTF-16), valid UTF-8, else GB18030,
/// which nearly all Chinese text of older programs is, unless Big5 or UTF-16 plainly make better reading of it.</summary>
internal static class TextDecoding
{
    private const int Sample = 1 << 16;

    /// <summary>Text in its own encoding has hardly a rare character; in another it has few others.</summary>
    private const double Readable = 0.8;
    private const double Margin = 0.2;

    static TextDecoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static Encoding Gb18030 => Encoding.GetEncoding("GB18030");

    private static Encoding Big5 => Encoding.GetEncoding("big5");

    public static Encoding Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            return Encoding.UTF8;
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
            return Encoding.Unicode;
        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return Encoding.BigEndianUnicode;
        return WithoutMark(bytes);
    }

    /// <summary>The encoding that a page names itself, where the bytes do not contradict it: many a page was saved in another.</summary>
    public static Encoding DetectWithHint(ReadOnlySpan<byte> bytes, string? named)
    {
        var found = Detect(bytes);
        if (named is null || found is UnicodeEncoding || Utf8.IsValid(bytes))
            return found;
        return Plainest(bytes, named.StartsWith("gb", StringComparison.OrdinalIgnoreCase) ? Gb18030 : NamedOr(found, named), found);
    }

    /// <summary>The text without its byte order mark and with '\n' at the end of each line.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var text = encoding.GetString(bytes);
        return text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text;
    }

    private static Encoding NamedOr(Encoding found, string named)
    {
        try
        {
            return Encoding.GetEncoding(named);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return found;
        }
    }

    private static Encoding WithoutMark(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return bytes.IndexOf((byte)0) < 0 ? Encoding.UTF8 : Utf16Or(Encoding.UTF8, bytes);
        if (bytes.IndexOf((byte)0) >= 0)
            return Utf16Or(Gb18030, bytes);
        if (MostlyUtf8(bytes))
            return Encoding.UTF8;
        return bytes.Length % 2 != 0 ? Plainest(bytes, Gb18030, Big5) : Plainest(bytes, Gb18030, Big5, Encoding.Unicode, Encoding.BigEndianUnicode);
    }

    private static Encoding Plainest(ReadOnlySpan<byte> bytes, Encoding likely, params ReadOnlySpan<Encoding> others)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        var (best, share) = (likely, UsualCharacters.ShareIn(likely.GetString(sample)));
        if (share >= Readable)
            return likely;
        var least = Math.Max(Readable, share + Margin);
        foreach (var other in others)
        {
            if (UsualCharacters.ShareIn(other.GetString(sample)) is var its && its >= least && its > share)
                (best, share) = (other, its);
        }
        return best;
    }

    /// <summary>Zero bytes stand in no other text; of the two orders of bytes, one makes Chinese and ASCII characters of nearly all.</summary>
    private static Encoding Utf16Or(Encoding other, ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, Sample) & ~1)];
        int little = 0, big = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            little += IsUsual((char)(sample[i] | (sample[i + 1] << 8))) ? 1 : 0;
            big += IsUsual((char)((sample[i] << 8) | sample[i + 1])) ? 1 : 0;
        }
        if (bytes.Length % 2 != 0 || Math.Max(little, big) * 2 < sample.Length * 0.8)
            return other;
        return little >= big ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }

    private static bool IsUsual(char c) =>
        c is >= ' ' and <= '~' or '\t' or '\n' or '\r' or >= '\u2010' and <= '\u2027' or >= '\u3000' and <= '\u303F' or >= '\u4E00' and <= '\u9FFF'
            or >= '\uFF00' and <= '\uFFEF';

    /// <summary>UTF-8 with a few damaged places is told from GB18030 by its whole sequences: GB18030 read as UTF-8 has next to none.</summary>
    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var taken);
            if (status != System.Buffers.OperationStatus.Done)
                bad++;
            else if (taken > 1)
                good++;
            bytes = bytes[taken..];
        }
        return good > bad * 10;
    }
}
