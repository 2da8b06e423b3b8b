namespace PlanTracker.Documents.Readers.Pages;

/// <summary>Characters that take a whole square of the line, and those that may not begin or end one.</summary>
internal static class WideCharacters
{
    private const string NotFirst = "，。、；：？！）》】」』〉〕”’…—％%,.;:?!)]}";
    private const string NotLast = "（《【「『〈〔“‘([{";

    public static bool IsWide(char c) => c is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE4F'
        or >= '\uFF00' and <= '\uFF60' or >= '\uFFE0' and <= '\uFFE6' || char.IsSurrogate(c);

    /// <summary>How many characters from the beginning stay on one line together: those that may not end a line, one square or one word in
    /// letters and digits, those that may not begin a line.</summary>
    public static int FirstChunk(string text)
    {
        var i = 0;
        while (i < text.Length && NotLast.Contains(text[i], StringComparison.Ordinal))
            i++;
        var start = i;
        while (i < text.Length && (IsLetter(text[i]) || (i > start && text[i] is '.' or '-' or '/')))
            i++;
        if (i == start && i < text.Length)
            i += char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
        while (i < text.Length && NotFirst.Contains(text[i], StringComparison.Ordinal))
            i++;

        // Western rules of breaking part a quotation mark from neither side: 批“一 begins the next line together.
        if (i > start && i + 1 < text.Length && text[i] is '“' or '‘')
            i += 2;
        return i;
    }

    /// <summary>The width of some characters in squares.</summary>
    public static double Squares(ReadOnlySpan<char> text)
    {
        var squares = 0.0;
        foreach (var c in text)
            squares += IsWide(c) ? (char.IsSurrogate(c) ? 0.5 : 1) : 0.5;
        return squares;
    }

    public static bool IsLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is '%' or >= '\u00C0' and <= '\u024F';
}
