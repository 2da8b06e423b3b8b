using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Readers.Pages;

/// <summary>Tells whether a line runs on into the next: a line ends before the margin only where its paragraph ends.</summary>
internal static class LineJoin
{
    private const string Stops = "。！？；!?;";

    /// <summary>The line left no room for what the next one begins with.</summary>
    /// <param name="room">From where the line begins to the right margin.</param>
    public static bool IsFull(TextLine line, TextLine next, double room)
    {
        var chunk = WideCharacters.Squares(next.Text.AsSpan(0, WideCharacters.FirstChunk(next.Text))) * line.Em;
        return room - line.Box.Width < chunk + (0.45 * line.Em);
    }

    public static bool EndsWithStop(string text)
    {
        var end = text.AsSpan().TrimEnd().TrimEnd("”’）)】〕》」』");
        return end.Length > 0 && Stops.Contains(end[^1], StringComparison.Ordinal);
    }

    public static bool StartsWithLabel(string text)
    {
        var plain = PlainForm.Of(text.Length > 24 ? text[..24] : text);
        return ItemLabel.ReadAt(plain, 0) is { Kind: not LabelKind.Enumerated } label && !IsPartOfSentence(plain, label);
    }

    /// <summary>What stands between two parts of one sentence: nothing in Chinese, a blank between two words in letters.</summary>
    public static string Between(string left, string right) =>
        left.Length > 0 && right.Length > 0 && char.IsAsciiLetter(left[^1]) && char.IsAsciiLetter(right[0]) ? " " : "";

    // 3月底前 and 2.5万 begin a line as often as a number does.
    private static bool IsPartOfSentence(string plain, ItemLabel label) =>
        label.Kind is LabelKind.Digit or LabelKind.DottedDigits or LabelKind.TwiceDotted && label.Length < plain.Length && char.IsAsciiDigit(plain[label.Length]);
}
