using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace PlanTracker.Web.Mail;

/// <summary>One message to one person, in words and as a page.</summary>
/// <param name="Id">Becomes its Message-ID: the same letter sent twice is known by it.</param>
public sealed record Letter(Guid Id, string To, string Subject, string Text, string Html, DateTime WrittenAt)
{
    /// <summary>A line of base64 text is no longer, by RFC 2045.</summary>
    private const int LineLength = 76;

    /// <summary>Bytes of one encoded word: with its frame it stays below the 75 characters of RFC 2047.</summary>
    private const int EncodedWordBytes = 42;

    /// <summary>One address and nothing else: no list, no name, no line break.</summary>
    public static bool IsAddress(string address) =>
        MailAddress.TryCreate(address, out var parsed) && parsed.Address == address && address.All(x => x is > ' ' and < '\u007f' and not ('<' or '>' or '"'));

    /// <summary>The message as it goes over the wire: ASCII alone, lines ended by CR LF, so that every server takes it as it is.</summary>
    public byte[] ToMime(MailSettings settings)
    {
        var boundary = $"part-{Id:N}";
        var domain = new MailAddress(settings.FromAddress).Host;
        StringBuilder mime = new();
        Line($"Date: {WrittenAt.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000");
        Line($"From: {(settings.FromName.Length == 0 ? "" : Encoded(settings.FromName) + " ")}<{settings.FromAddress}>");
        Line($"To: <{To}>");
        Line($"Subject: {Encoded(Subject)}");
        Line($"Message-ID: <{Id:N}@{domain}>");
        Line("Auto-Submitted: auto-generated");
        Line("MIME-Version: 1.0");
        Line("Content-Type: multipart/alternative;");
        Line($" boundary=\"{boundary}\"");
        Line("");
        Part("text/plain", Text);
        Part("text/html", Html);
        Line($"--{boundary}--");
        return Encoding.ASCII.GetBytes(mime.ToString());

        void Line(string text) => mime.Append(text).Append("\r\n");

        void Part(string type, string content)
        {
            Line($"--{boundary}");
            Line($"Content-Type: {type}; charset=utf-8");
            Line("Content-Transfer-Encoding: base64");
            Line("");
            var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(content));
            for (var at = 0; at < base64.Length; at += LineLength)
                Line(base64[at..Math.Min(at + LineLength, base64.Length)]);
            Line("");
        }
    }

    /// <summary>RFC 2047 words of whole characters, folded onto lines of their own.</summary>
    private static string Encoded(string text)
    {
        if (text.All(x => x is >= ' ' and < '\u007f' and not ('"' or '<' or '>' or '@' or ',' or ';' or ':' or '=' or '?')))
            return text;
        List<string> words = [];
        StringBuilder word = new();
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > EncodedWordBytes)
                Close();
            word.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        Close();
        return string.Join("\r\n ", words);

        void Close()
        {
            words.Add($"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(word.ToString()))}?=");
            word.Clear();
            bytes = 0;
        }
    }
}
