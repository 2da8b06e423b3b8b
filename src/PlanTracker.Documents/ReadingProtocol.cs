using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers;

namespace PlanTracker.Documents;

/// <summary>How a process that reads uploads under limits of time and heap answers the one that started it: the file's bytes come in on one
/// stream, a <see cref="ReadDocument"/> goes out on the other as JSON. The asking side trusts nothing that comes back: an answer that is cut
/// off, garbled or points outside its own text is none.</summary>
public static class ReadingProtocol
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IncludeFields = true,
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(), new DayInPeriodAnswer() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameBlocks } },
    };

    /// <summary>The reading side: reads the file to its end, or to the limit of its size, and writes the answer.</summary>
    /// <param name="textOnly">Only the text is wanted, with its tables, and no plan.</param>
    public static async Task ServeAsync(
        Stream file, Stream answer, ReadingLimits limits, bool textOnly = false, CancellationToken cancellation = default,
        IProgress<ReadingProgress>? progress = null)
    {
        var bytes = await ReadUpToAsync(file, limits.MaxBytes, cancellation).ConfigureAwait(false);
        var read = bytes is { } all
            ? textOnly ? ReadDocument.ReadText(all, limits, cancellation) : ReadDocument.Read(all, limits, cancellation, progress)
            : ReadDocument.Unreadable(DocumentReader.TooLarge(limits));
        await WriteAsync(answer, read, CancellationToken.None).ConfigureAwait(false);
    }

    public static async Task WriteAsync(Stream answer, ReadDocument read, CancellationToken cancellation = default)
    {
        await JsonSerializer.SerializeAsync(answer, read, Options, cancellation).ConfigureAwait(false);
        await answer.FlushAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>The asking side. Null where the answer cannot be used, as when the reading process died.</summary>
    public static async Task<ReadDocument?> ReadAsync(Stream answer, CancellationToken cancellation = default)
    {
        try
        {
            var read = await JsonSerializer.DeserializeAsync<ReadDocument>(answer, Options, cancellation).ConfigureAwait(false);
            return read is not null && SoundAnswer.Is(read) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void NameBlocks(JsonTypeInfo type)
    {
        if (type.Type != typeof(Block))
            return;
        type.PolymorphismOptions = new JsonPolymorphismOptions
        {
            TypeDiscriminatorPropertyName = "block",
            DerivedTypes = { new JsonDerivedType(typeof(Paragraph), "paragraph"), new JsonDerivedType(typeof(Table), "table") },
        };
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadUpToAsync(Stream file, long limit, CancellationToken cancellation)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await file.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
        {
            if (kept.Length + read > limit)
                return null;
            kept.Write(buffer, 0, read);
        }
        return kept.GetBuffer().AsMemory(0, (int)kept.Length);
    }

    /// <summary>Every span lies inside the text, every diagnostic's task exists, an unreadable file says why.</summary>
    private static class SoundAnswer
    {
        public static bool Is(ReadDocument read) => IsOne(read) && All(read.Others, static other => other.Others is { Count: 0 } && IsOne(other));

        private static bool IsOne(ReadDocument read)
        {
            var length = read.Text?.Text.Length ?? 0;
            bool Lies(SourceSpan span) => span.Start >= 0 && span.Start <= span.End && span.End <= length;
            bool LiesIfAny(SourceSpan? span) => span is not { } some || Lies(some);
            if (read.Text is null)
                return read.Draft is { Kind: DocumentKind.Unreadable, Tasks.Count: 0, Diagnostics.Count: > 0 };
            return All(read.Text.Blocks, block => Lies(block.Span) && block switch
                {
                    Paragraph paragraph => LiesIfAny(paragraph.Number),
                    Table table => All(table.Rows, row => Lies(row.Span) && All(row.Cells, cell => Lies(cell.Span))),
                    _ => false,
                })
                && All(read.Draft.Diagnostics, d => LiesIfAny(d.Span) && (d.Task is not { } task || (task >= 0 && task < read.Draft.Tasks.Count)))
                && All(read.Draft.Passages, passage => Lies(passage.Span) && All(passage.Figures, figure => Lies(figure.Span)))
                && All(read.Draft.Tasks, task => Lies(task.Span) && LiesIfAny(task.TimeWords)
                    && All(task.Units, unit => Lies(unit.Words)) && All(task.Collectives, unit => Lies(unit.Words))
                    && All(task.Leaders, leader => Lies(leader.Words))
                    && All(task.Deadlines, dated => Lies(dated.Words))
                    && All(task.Targets, target => Lies(target.Span)));
        }

        private static bool All<T>(IReadOnlyList<T?> items, Func<T, bool> holds) where T : class =>
            items.All(item => item is not null && holds(item));
    }
}
