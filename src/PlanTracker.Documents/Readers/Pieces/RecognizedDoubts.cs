using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Readers.Pieces;

/// <summary>What has to be said of a text that was recognized from a picture: that it was, and at which words the recognition was not sure.</summary>
internal static class RecognizedDoubts
{
    private const int Sure = 60;
    private const int Most = 400;

    public static IEnumerable<Diagnostic> Of(string text, IReadOnlyList<RecognizedWords> words)
    {
        if (words.Count == 0)
            yield break;
        yield return new Diagnostic(DiagnosticKind.RecognizedText);
        var told = 0;
        for (var i = 0; i < words.Count && told < Most; i++)
        {
            if (words[i].Confidence >= Sure || words[i].End > text.Length || !text.AsSpan(words[i].Start..words[i].End).ContainsAnyExcept(" \n"))
                continue;
            var (start, end) = (words[i].Start, words[i].End);
            while (i + 1 < words.Count && words[i + 1].Confidence < Sure && words[i + 1].Start - end is >= 0 and <= 1 && words[i + 1].End <= text.Length)
                end = words[++i].End;
            told++;
            yield return new Diagnostic(DiagnosticKind.UnsureCharacters, Words: text[start..end].Trim(), Span: new SourceSpan(start, end));
        }
    }
}
