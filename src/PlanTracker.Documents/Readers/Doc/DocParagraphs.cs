using System.Globalization;
using System.Text;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Docx;
using PlanTracker.Documents.Readers.Ole;

namespace PlanTracker.Documents.Readers.Doc;

/// <summary>A paragraph of the text with what holds for it.</summary>
/// <param name="EndsCell">Its end is that of a cell of an outermost table, or of such a row.</param>
internal sealed record DocParagraph(string Words, bool AllBold, bool EndsCell, ParagraphProperties Properties, TablePlace Place);

/// <summary>Cuts the text into its paragraphs: without hidden and deleted words, without the codes of fields and what stands for pictures and
/// notes.</summary>
internal sealed class DocParagraphs(WordBinary word, PieceTable pieces, DocxStyles styles, ReadingLimits limits, CancellationToken cancellation)
{
    private const char CellEnd = '\u0007';
    private const char ParagraphEnd = '\r';
    private const char PageEnd = '\f';
    private const char LineEnd = '\v';
    private const char FieldBegin = '\u0013';
    private const char FieldResult = '\u0014';
    private const char FieldEnd = '\u0015';
    private const char FirmHyphen = '\u001E';

    private readonly RunTable characterRuns = RunTable.Read(word.Document, word.Table(WordTable.CharacterRuns), ofParagraphs: false);
    private readonly RunTable paragraphRuns = RunTable.Read(word.Document, word.Table(WordTable.ParagraphRuns), ofParagraphs: true);

    private readonly StringBuilder words = new();
    private bool allBold = true;
    private bool endsInDeleted;

    public List<DocParagraph> Read(int from, int to)
    {
        var text = pieces.Text(word, from, to, limits);
        var paragraphs = new List<DocParagraph>();

        // Of each open field, whether its result has begun.
        var fields = new Stack<bool>();
        uint runEnd = 0, runStart = 0;
        var changesOfPiece = -1;
        RunProperties run = default;
        for (var i = 0; i < text.Text.Length; i++)
        {
            var place = text.Places[i];
            if (place >= runEnd || place < runStart || changesOfPiece != text.Changes[i])
            {
                (var changes, runEnd) = characterRuns.At(place);
                (runStart, changesOfPiece) = (place, text.Changes[i]);
                run = RunOf(changes, changesOfPiece);
            }
            var c = text.Text[i];
            switch (c)
            {
                case ParagraphEnd or CellEnd or PageEnd:
                    End(paragraphs, c, place, text.Changes[i], run);
                    break;
                case FieldBegin:
                    fields.Push(false);
                    break;
                case FieldResult when fields.Count > 0:
                    fields.Pop();
                    fields.Push(true);
                    break;
                case FieldEnd:
                    fields.TryPop(out _);
                    break;
                default:
                    if (!run.Deleted && run.Hidden != true && !fields.Contains(false))
                        Append(c, run);
                    break;
            }
        }
        if (words.Length > 0)
            paragraphs.Add(new DocParagraph(words.ToString(), allBold, false, new ParagraphProperties(), new TablePlace()));
        return paragraphs;
    }

    private void Append(char c, RunProperties run)
    {
        if (c is LineEnd)
            words.Append('\n');
        else if (c is FirmHyphen)
            words.Append('-');
        else if (c is '\t' or >= ' ')
            words.Append(c);
        allBold &= run.Bold == true || char.IsWhiteSpace(c);
    }

    private void End(List<DocParagraph> paragraphs, char end, uint place, int changesOfPiece, RunProperties run)
    {
        cancellation.ThrowIfCancellationRequested();
        if (paragraphs.Count == limits.MaxBlocks)
            throw new UnreadableException(DiagnosticKind.TooManyParts, limits.MaxBlocks.ToString(CultureInfo.InvariantCulture));
        endsInDeleted = run.Deleted && end == ParagraphEnd;
        if (endsInDeleted)
            return;
        var (changes, _) = paragraphRuns.At(place);
        var style = changes.Length >= 2 ? changes.U16(0) : 0;
        var own = changes.SliceUpTo(2, changes.Length);
        var properties = DocProperties.OfParagraph(own, word.Data);
        var table = DocProperties.OfTable(own, word.Data);
        if (changesOfPiece >= 0)
        {
            var more = DocProperties.OfParagraph(pieces.Properties(changesOfPiece), default);
            (properties.NumId, properties.Level) = (more.NumId ?? properties.NumId, more.Level ?? properties.Level);
        }
        properties.Style = DocStyles.Name(style);
        paragraphs.Add(new DocParagraph(words.ToString(), allBold && words.Length > 0, end == CellEnd, properties, table));
        words.Clear();
        allBold = true;
    }

    private RunProperties RunOf(Bytes changes, int changesOfPiece)
    {
        var run = DocProperties.OfRun(changes);
        if (changesOfPiece >= 0)
        {
            var more = DocProperties.OfRun(pieces.Properties(changesOfPiece));
            run = run with { Deleted = run.Deleted || more.Deleted, Hidden = more.Hidden ?? run.Hidden };
        }
        if (run.Style is null)
            return run;
        return run with
        {
            Bold = run.Bold ?? styles.First(run.Style, static style => style.Bold),
            Hidden = run.Hidden ?? styles.First(run.Style, static style => style.Hidden),
        };
    }
}
