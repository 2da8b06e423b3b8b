using PlanTracker.Documents;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Readers;

namespace PlanTracker.Fuzz;

/// <summary>What must hold of every reading, whatever the bytes are.</summary>
internal static class Reading
{
    private static readonly ReadingLimits Limits = ReadingLimits.Default;

    /// <summary>Null where all holds.</summary>
    public static string? FaultOf(byte[] file)
    {
        try
        {
            var read = ReadDocument.Read(file, Limits);
            return FaultOf(read) ?? FaultOfAnswer(read);
        }
        catch (Exception thrown) when (thrown is not InsufficientExecutionStackException)
        {
            return thrown.ToString();
        }
    }

    private static string? FaultOf(ReadDocument read)
    {
        if (read.Text is not { } document)
            return read.Draft.Diagnostics.Count == 0 ? "unreadable without a reason" : null;
        var end = 0;
        foreach (var block in document.Blocks)
        {
            if (block.Span.Start < end || block.Span.End < block.Span.Start || block.Span.End > document.Text.Length)
                return $"block {block.Span} overlaps or lies outside";
            if (!string.IsNullOrWhiteSpace(document.Text[end..block.Span.Start]))
                return $"words before block {block.Span} belong to none";
            end = block.Span.End;
            if (block is Table table && !table.Rows.All(row => table.Span.Contains(row.Span) && InOrder(row)))
                return $"table {table.Span} is out of order";
        }
        return document.Text.Any(static c => c is '\r' or '\0') ? "signs that show nothing" : null;
    }

    private static bool InOrder(TableRow row)
    {
        var column = 0;
        foreach (var cell in row.Cells)
        {
            if (cell.Column < column || cell.ColumnSpan < 1)
                return false;
            column = cell.Column + cell.ColumnSpan;
        }
        return true;
    }

    /// <summary>The one who asked must be able to take the answer: that checks every span of the draft.</summary>
    private static string? FaultOfAnswer(ReadDocument read)
    {
        using var answer = new MemoryStream();
        ReadingProtocol.WriteAsync(answer, read).GetAwaiter().GetResult();
        answer.Position = 0;
        return ReadingProtocol.ReadAsync(answer).GetAwaiter().GetResult() is null ? "the answer points outside of its text" : null;
    }
}
