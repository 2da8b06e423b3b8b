using System.Text;
using PlanTracker.Documents.Blocks;

namespace PlanTracker.Documents.Wording;

/// <summary>Words of a document with the noise taken out, which still know where they stand: <see cref="Printed"/> is what was printed,
/// <see cref="Plain"/> the same in one width, one kind of bracket and simplified characters, with the letters in garbled years mended, position by
/// position.</summary>
public sealed class MappedText
{
    public static readonly MappedText Empty = new("", "", []);

    private readonly int[] sources;

    private MappedText(string printed, string plain, int[] sources) => (Printed, Plain, this.sources) = (printed, plain, sources);

    public string Printed { get; }

    public string Plain { get; }

    public int Length => Printed.Length;

    public static MappedText Of(string text, int sourceStart = 0)
    {
        var builder = new MappedTextBuilder(text.Length);
        for (var i = 0; i < text.Length; i++) builder.Append(text[i], sourceStart + i);
        return builder.Build();
    }

    /// <summary>Each on a line of its own.</summary>
    public static MappedText OfLines(IEnumerable<MappedText> lines)
    {
        var joined = new MappedTextBuilder();
        foreach (var (at, line) in lines.Index())
        {
            if (at > 0) joined.Append('\n', line.SpanOf(0, 0).Start);
            joined.Append(line);
        }

        return joined.Build();
    }

    internal static MappedText From(StringBuilder printed, List<int> sources)
    {
        var text = printed.ToString();
        return new MappedText(text, GarbledYears.Mended(LooseStops.Mended(text, PlainForm.Of(text))), [.. sources]);
    }

    /// <summary>Where the characters from <paramref name="start"/> up to <paramref name="end"/> stand in the document; an empty range is
    /// given the place where it would stand.</summary>
    public SourceSpan SpanOf(int start, int end)
    {
        if (sources.Length == 0) return new SourceSpan(0, 0);
        if (end <= start)
        {
            var at = start < sources.Length ? sources[start] : sources[^1] + 1;
            return new SourceSpan(at, at);
        }

        // Pieces may have been joined in another order than they are printed in: a section's time behind its task's words.
        var (first, last) = (sources[start], sources[end - 1]);
        return first <= last ? new SourceSpan(first, last + 1) : new SourceSpan(last, first + 1);
    }

    public MappedText Slice(int start, int end) =>
        end <= start ? Empty : new MappedText(Printed[start..end], Plain[start..end], sources[start..end]);

    public MappedText Trim()
    {
        int start = 0, end = Length;
        while (start < end && char.IsWhiteSpace(Printed[start])) start++;
        while (end > start && char.IsWhiteSpace(Printed[end - 1])) end--;
        return start == 0 && end == Length ? this : Slice(start, end);
    }

    /// <summary>The same without blanks and line ends, as words are compared and dates are read.</summary>
    public MappedText Squeeze() => Without(static (text, i) => char.IsWhiteSpace(text[i]));

    /// <summary>The same without the given ranges, which are in order and do not overlap.</summary>
    public MappedText Except(IReadOnlyList<(int Start, int End)> ranges)
    {
        if (ranges.Count == 0) return this;
        var builder = new MappedTextBuilder(Length);
        var next = 0;
        foreach (var (start, end) in ranges)
        {
            for (var i = next; i < start; i++) builder.Append(Printed[i], sources[i]);
            next = Math.Max(next, end);
        }

        for (var i = next; i < Length; i++) builder.Append(Printed[i], sources[i]);
        return builder.Build();
    }

    private MappedText Without(Func<string, int, bool> dropped)
    {
        var builder = new MappedTextBuilder(Length);
        for (var i = 0; i < Length; i++)
        {
            if (!dropped(Printed, i)) builder.Append(Printed[i], sources[i]);
        }

        return builder.Length == Length ? this : builder.Build();
    }

    public int SourceAt(int index) => sources[index];

    /// <summary>The first position whose character stands at or behind the place in the document.</summary>
    public int IndexOfSource(int source)
    {
        var at = Array.BinarySearch(sources, source);
        return at < 0 ? ~at : at;
    }
}

internal sealed class MappedTextBuilder(int capacity = 256)
{
    private readonly StringBuilder printed = new(capacity);
    private readonly List<int> sources = new(capacity);

    public int Length => printed.Length;

    /// <summary>The last characters written, at most so many.</summary>
    public string Tail(int length) => printed.ToString(Math.Max(0, printed.Length - length), Math.Min(length, printed.Length));

    public char Last => printed.Length == 0 ? '\n' : printed[^1];

    public void Append(char c, int source)
    {
        printed.Append(c);
        sources.Add(source);
    }

    public void Append(MappedText text)
    {
        printed.Append(text.Printed);
        for (var i = 0; i < text.Length; i++) sources.Add(text.SourceAt(i));
    }

    public MappedText Build() => MappedText.From(printed, sources);
}
