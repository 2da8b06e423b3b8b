using System.Text;

namespace PlanTracker.Documents.Readers.Pieces;

/// <summary>What every format's characters become before a parser sees them: blanks of any width but the ideographic one are ' ', lines end with
/// '\n', and what shows nothing (zero-width marks, control characters) is left out.</summary>
internal static class Characters
{
    public static string Clean(string text)
    {
        var first = FirstToMend(text);
        if (first < 0)
            return text;
        var clean = new StringBuilder(text.Length).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                if (i + 1 == text.Length || text[i + 1] != '\n')
                    clean.Append('\n');
            }
            else if (!IsToMend(c))
                clean.Append(c);
            else if (char.IsSurrogate(c))
                i += AppendPair(clean, text, i);
            else if (IsBlank(c))
                clean.Append(' ');
            else if (c is '\u2028' or '\u2029' or '\u0085' or '\f' or '\v')
                clean.Append('\n');
        }
        return clean.ToString();
    }

    private static int FirstToMend(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsToMend(text[i]))
                return i;
        }
        return -1;
    }

    private static bool IsToMend(char c) =>
        (c < ' ' && c is not ('\n' or '\t')) || (c is >= '\u007F' and <= '\u00A0') || c == '\u00AD' || c is >= '\u2000' and <= '\u200F'
        || c is >= '\u2028' and <= '\u202F' || c is >= '\u205F' and <= '\u206F' || c == '\uFEFF' || char.IsSurrogate(c);

    private static bool IsBlank(char c) => c is '\u00A0' or >= '\u2000' and <= '\u200A' or '\u202F' or '\u205F';

    /// <summary>Half a pair cannot be written in any encoding.</summary>
    private static int AppendPair(StringBuilder clean, string text, int at)
    {
        if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            clean.Append(text, at, 2);
            return 1;
        }
        clean.Append('\uFFFD');
        return 0;
    }
}
