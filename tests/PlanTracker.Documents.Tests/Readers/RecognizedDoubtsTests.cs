using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Tests.Readers;

public sealed class RecognizedDoubtsTests
{
    [Fact]
    public void Unsure_words_are_doubted_where_they_stand_in_paragraphs_and_cells()
    {
        var paragraph = new ParagraphPiece("（一）清埋山塘。") { Recognized = [new(0, 3, 95), new(3, 4, 90), new(4, 5, 20), new(5, 8, 96)] };
        var cell = new ParagraphPiece("县水剩局") { Recognized = [new(0, 2, 90), new(2, 3, 10), new(3, 4, 59)] };
        var table = new TablePiece([Row("单位", "责任"), Row("甲", cell), Row("乙", "丙")]);
        var reading = TextAssembly.Assemble(SourceFormat.Picture, [paragraph, table], ReadingLimits.Default, CancellationToken.None);

        Assert.Equal([DiagnosticKind.RecognizedText, DiagnosticKind.UnsureCharacters, DiagnosticKind.UnsureCharacters], reading.Notes.Select(x => x.Kind));
        Assert.Equal(["埋", "剩局"], reading.Notes.Skip(1).Select(x => x.Words));
        Assert.Equal(["埋", "剩局"], reading.Notes.Skip(1).Select(x => reading.Document![x.Span!.Value]));
    }

    [Fact]
    public void A_text_that_was_read_as_it_is_has_no_such_doubt() =>
        Assert.Empty(TextAssembly.Assemble(SourceFormat.Pdf, [new ParagraphPiece("甲")], ReadingLimits.Default, CancellationToken.None).Notes);

    private static RowPiece Row(params object[] cells) => new(
        [.. cells.Select((cell, i) => new CellPiece(i, 1, false, [cell as ParagraphPiece ?? new ParagraphPiece((string)cell)]))]);
}
