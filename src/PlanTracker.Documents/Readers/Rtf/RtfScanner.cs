using System.Globalization;

namespace PlanTracker.Documents.Readers.Rtf;

internal enum RtfTokenKind
{
    End,
    Open,
    Close,

    /// <summary>\word or \word12.</summary>
    Word,

    /// <summary>\ before a sign that is no letter.</summary>
    Sign,

    /// <summary>A byte of text, as it stands or as \'b7.</summary>
    Byte,
}

/// <param name="Name">Of a word.</param>
/// <param name="Number">Behind a word; null where there is none.</param>
/// <param name="Value">The byte or the sign.</param>
internal readonly record struct RtfToken(RtfTokenKind Kind, string Name = "", int? Number = null, byte Value = 0);

/// <summary>Cuts RTF into its tokens.</summary>
internal sealed class RtfScanner(ReadOnlyMemory<byte> file)
{
    private const int LongestWord = 32;

    private int at;

    public RtfToken Next()
    {
        var bytes = file.Span;
        while (at < bytes.Length && bytes[at] is (byte)'\r' or (byte)'\n' or 0)
            at++;
        if (at >= bytes.Length)
            return default;
        var b = bytes[at++];
        return b switch
        {
            (byte)'{' => new RtfToken(RtfTokenKind.Open),
            (byte)'}' => new RtfToken(RtfTokenKind.Close),
            (byte)'\\' => Control(bytes),
            _ => new RtfToken(RtfTokenKind.Byte, Value: b),
        };
    }

    /// <summary>Passes over bytes that are no text.</summary>
    public void Skip(int count) => at = (int)Math.Min((long)at + Math.Max(0, count), file.Length);

    private RtfToken Control(ReadOnlySpan<byte> bytes)
    {
        if (at >= bytes.Length)
            return default;
        var b = bytes[at];
        if (!char.IsAsciiLetter((char)b))
        {
            at++;
            if (b != '\'')
                return new RtfToken(RtfTokenKind.Sign, Value: b);
            var read = byte.TryParse(bytes.Slice(at, Math.Min(2, bytes.Length - at)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value);
            at = Math.Min(at + 2, bytes.Length);
            return new RtfToken(RtfTokenKind.Byte, Value: read ? value : (byte)'?');
        }
        var start = at;
        while (at < bytes.Length && at - start < LongestWord && char.IsAsciiLetter((char)bytes[at]))
            at++;
        var name = System.Text.Encoding.ASCII.GetString(bytes[start..at]);
        var digits = at;
        if (at < bytes.Length && bytes[at] == '-')
            at++;
        while (at < bytes.Length && char.IsAsciiDigit((char)bytes[at]))
            at++;
        int? number = int.TryParse(bytes[digits..at], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        if (at < bytes.Length && bytes[at] == ' ')
            at++;
        return new RtfToken(RtfTokenKind.Word, name, number);
    }
}
