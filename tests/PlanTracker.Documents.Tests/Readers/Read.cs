using System.Text;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers;

namespace PlanTracker.Documents.Tests.Readers;

/// <summary>Reads bytes as the product does and shows what came out in a few words.</summary>
internal static class Read
{
    public static Reading Any(byte[] file, ReadingLimits? limits = null) => DocumentReader.Read(file, limits ?? ReadingLimits.Default);

    public static DocumentText Document(byte[] file)
    {
        var reading = Any(file);
        Assert.Null(reading.Complaint);
        Assert.NotNull(reading.Document);
        AssertSound(reading.Document);
        return reading.Document;
    }

    public static DocumentText Html(string page) => Document(Encoding.UTF8.GetBytes(page));

    public static DiagnosticKind Complaint(byte[] file, ReadingLimits? limits = null)
    {
        var reading = Any(file, limits);
        Assert.Null(reading.Document);
        Assert.NotNull(reading.Complaint);
        return reading.Complaint.Kind;
    }

    public static string[] Paragraphs(DocumentText document) =>
        [.. document.Blocks.OfType<Paragraph>().Select(paragraph => document[paragraph.Span])];

    /// <summary>The rows of the only table: cells by " | ", a continued cell as ^, a cell over n columns with ×n.</summary>
    public static string[] Rows(DocumentText document)
    {
        var table = Assert.Single(document.Blocks.OfType<Table>());
        return [.. table.Rows.Select(row => string.Join(" | ", row.Cells.Select(cell =>
            (cell.ContinuesAbove ? "^" : "") + document[cell.Span] + (cell.ColumnSpan > 1 ? $"×{cell.ColumnSpan}" : ""))))];
    }

    /// <summary>What every document promises of its spans.</summary>
    public static void AssertSound(DocumentText document)
    {
        var end = 0;
        foreach (var block in document.Blocks)
        {
            Assert.True(block.Span.Start >= end, "blocks overlap or are out of order");
            Assert.True(block.Span.End >= block.Span.Start && block.Span.End <= document.Text.Length, "a span points outside the text");
            Assert.True(string.IsNullOrWhiteSpace(document.Text[end..block.Span.Start]), "words stand between two blocks");
            end = block.Span.End;
            if (block is Paragraph { Number: { } number })
                Assert.True(block.Span.Contains(number));
            if (block is Table table)
                AssertSound(document, table);
        }
        Assert.True(string.IsNullOrWhiteSpace(document.Text[end..]), "words stand after the last block");
    }

    private static void AssertSound(DocumentText document, Table table)
    {
        var end = table.Span.Start;
        foreach (var row in table.Rows)
        {
            Assert.True(table.Span.Contains(row.Span) && row.Span.Start >= end);
            end = row.Span.End;
            var column = 0;
            foreach (var cell in row.Cells)
            {
                Assert.True(cell.Column >= column && cell.ColumnSpan >= 1, "cells overlap");
                Assert.True(cell.ContinuesAbove ? table.Span.Contains(cell.Span) : row.Span.Contains(cell.Span));
                Assert.True(cell.Span.End <= document.Text.Length);
                column = cell.Column + cell.ColumnSpan;
            }
        }
    }
}
