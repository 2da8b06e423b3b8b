using System.Text;
using PlanTracker.Documents.Readers.Text;

namespace PlanTracker.Documents.Readers;

internal enum FileContent
{
    Nothing,
    Picture,
    Zip,
    Compound,
    EncryptedOffice,
    Pdf,
    EncryptedPdf,
    TruncatedPdf,

    /// <summary>Word before its sixth version.</summary>
    OldestWord,
    Markup,
    RichText,
    PlainText,
    Other,
}

/// <summary>Tells by the bytes what a file is.</summary>
internal static class FileSignature
{
    private const int HeadOfText = 4096;

    private static readonly byte[][] Pictures =
    [
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], // PNG
        [0xFF, 0xD8, 0xFF], // JPEG
        [0x47, 0x49, 0x46, 0x38], // GIF8
        [0x49, 0x49, 0x2A, 0x00], // TIFF, little endian
        [0x4D, 0x4D, 0x00, 0x2A], // TIFF, big endian
    ];

    // Word 1 and 2 for Windows, and files of Word 6 that are no compound files.
    private static readonly byte[][] OldestWords = [[0x9B, 0xA5, 0x21, 0x00], [0xDB, 0xA5, 0x2D, 0x00], [0xDC, 0xA5, 0x65, 0x00]];

    private static ReadOnlySpan<byte> Ole => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static FileContent Of(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
            return FileContent.Nothing;
        if (file.StartsWith("PK\x03\x04"u8) || file.StartsWith("PK\x05\x06"u8))
            return FileContent.Zip;
        if (file.StartsWith(Ole))
            return file.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? FileContent.EncryptedOffice : FileContent.Compound;
        if (file[..Math.Min(file.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
            return OfPdf(file);
        if (IsPicture(file))
            return FileContent.Picture;
        if (file.StartsWith("{\\rtf"u8))
            return FileContent.RichText;
        if (StartsWithAny(file, OldestWords))
            return FileContent.OldestWord;
        if (file.StartsWith("MIME-Version:"u8))
            return FileContent.Other;
        return OfText(file);
    }

    private static FileContent OfPdf(ReadOnlySpan<byte> file)
    {
        if (file.IndexOf("/Encrypt"u8) >= 0)
            return FileContent.EncryptedPdf;
        return file.IndexOf("%%EOF"u8) < 0 ? FileContent.TruncatedPdf : FileContent.Pdf;
    }

    private static bool IsPicture(ReadOnlySpan<byte> file)
    {
        // BM, a size, and two reserved words of zero; RIFF, a size, WEBP.
        return StartsWithAny(file, Pictures) || (file.Length > 26 && file.StartsWith("BM"u8) && file[6..10].IndexOfAnyExcept((byte)0) < 0)
            || (file.Length > 12 && file.StartsWith("RIFF"u8) && file[8..12].SequenceEqual("WEBP"u8));
    }

    private static bool StartsWithAny(ReadOnlySpan<byte> file, byte[][] signatures)
    {
        foreach (var signature in signatures)
        {
            if (file.StartsWith(signature))
                return true;
        }
        return false;
    }

    private static FileContent OfText(ReadOnlySpan<byte> file)
    {
        var encoding = TextDecoding.Detect(file);
        var head = encoding.GetString(file[..Math.Min(file.Length, HeadOfText)]);
        if (IsBinary(head))
            return FileContent.Other;
        var begin = head.AsSpan().TrimStart(" \t\r\n\f\v\uFEFF");
        return begin.Length > 1 && begin[0] == '<' && (char.IsAsciiLetter(begin[1]) || begin[1] is '!' or '?')
            ? FileContent.Markup
            : FileContent.PlainText;
    }

    /// <summary>Text holds next to no control characters, and most of it can be decoded.</summary>
    private static bool IsBinary(string head)
    {
        int control = 0, undecodable = 0;
        foreach (var c in head)
        {
            if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u001A'))
                control++;
            else if (c == '\uFFFD')
                undecodable++;
        }
        return control * 50 > head.Length || undecodable * 4 > head.Length;
    }
}
