using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Docx;
using PlanTracker.Documents.Readers.Ole;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Doc;

/// <summary>Word 97–2003 documents (.doc, and .wps of later years), straight from their streams: text, numbers, tables. What the newer format's
/// reader leaves out stays out here too.</summary>
internal static class DocReader
{
    public static Reading Read(CompoundFile file, ReadingLimits limits, CancellationToken cancellation)
    {
        var word = new WordBinary(file);
        var pieces = PieceTable.Read(word);
        var styles = DocStyles.Read(word);
        var main = word.CharactersOf(TextPart.Main);
        List<DocParagraph> Paragraphs(long from, long count) =>
            from + count > int.MaxValue ? throw new InvalidDataException("More characters than a file has.")
                : new DocParagraphs(word, pieces, styles, limits, cancellation).Read((int)from, (int)(from + count));

        long headers = (long)main + word.CharactersOf(TextPart.Footnotes);
        var boxes = headers + word.CharactersOf(TextPart.Headers) + word.CharactersOf(TextPart.Macros) + word.CharactersOf(TextPart.Comments)
            + word.CharactersOf(TextPart.Endnotes);
        foreach (var (from, part) in new[] { (headers, TextPart.Headers), (boxes, TextPart.TextBoxes) })
        {
            var words = Paragraphs(from, word.CharactersOf(part)).Select(static paragraph => paragraph.Words);
            if (SecrecyMark.StandsIn(string.Join('\n', words)))
                return DiagnosticKind.MarkedSecret;
        }
        var body = new DocBody(Paragraphs(0, main), styles, new NumberCounter(DocLists.Read(word), styles), limits);
        return TextAssembly.Assemble(SourceFormat.Doc, body.Read(), limits, cancellation);
    }
}
