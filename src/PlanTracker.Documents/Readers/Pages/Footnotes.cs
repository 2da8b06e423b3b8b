using System.Text.RegularExpressions;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Pages;

/// <summary>The notes at the foot of a page: small lines behind the text, the first with a mark. They cut the paragraph that goes on over the page, so they
/// are taken out of it and stand behind the whole text; their marks in the text are left out.</summary>
internal static partial class Footnotes
{
    private const double Small = 0.9;
    private const double Raised = 0.72;
    private const double LowestHead = 0.4;
    private const double LeastGap = 0.5;

    // The last item of a plan goes on until something says that it is over; a number would be one of its own parts.
    private const string Said = "注：";

    /// <summary>Takes the notes out of the lines of each page, and gives their paragraphs.</summary>
    public static IEnumerable<ParagraphPiece> TakeFrom(IReadOnlyList<PrintedPage> pages, List<List<TextLine>> text) =>
        Take(pages, text).Select(static note => ParagraphMaking.Joined(note, centred: false))
            .Select(static note => note with { Words = Said + Mark().Replace(note.Words, "").TrimStart() });

    private static List<List<TextLine>> Take(IReadOnlyList<PrintedPage> pages, List<List<TextLine>> text)
    {
        var body = PageFurniture.BodySize(text);
        var notes = new List<List<TextLine>>();
        for (var i = 0; i < text.Count; i++)
        {
            if (BeginOf(pages[i], text[i], body, notes.LastOrDefault()) is not { } begin)
                continue;
            var marks = new HashSet<string>();
            foreach (var line in text[i].Skip(begin))
            {
                if (Mark().Match(line.Text) is { Success: true } mark)
                {
                    marks.Add(Plain(mark.Value));
                    notes.Add([]);
                }
                notes[^1].Add(line);
            }
            text[i] = [.. text[i].Take(begin).Select(line => WithoutMarks(line, marks))];
        }
        return notes;
    }

    // Small lines from here to the foot; behind the note that the page before broke off, the first has no mark.
    private static int? BeginOf(PrintedPage page, List<TextLine> lines, double body, List<TextLine>? last)
    {
        var begin = lines.Count;
        while (begin > 0 && lines[begin - 1].Em <= Small * body && lines[begin - 1].Recognized.Count == 0 && lines[begin - 1].Box.Top > LowestHead * page.Height)
            begin--;
        var goesOn = last is not null && last[0].Page == page.Number - 1 && !LineJoin.EndsWithStop(last[^1].Text);
        if (!goesOn)
        {
            while (begin < lines.Count && !Mark().IsMatch(lines[begin].Text))
                begin++;
        }
        if (begin == lines.Count || begin == 0)
            return null;

        // What only follows the text closely is a smaller paragraph of it.
        return lines[begin].Box.Top - lines[begin - 1].Box.Bottom > LeastGap * body ? begin : null;
    }

    // What stood before and behind a mark is one word again, and no blank takes its place.
    private static TextLine WithoutMarks(TextLine line, HashSet<string> marks)
    {
        var highest = line.Words.Max(static word => word.Box.Height);
        bool IsMark(PageWord word) =>
            word.Box.Height < Raised * highest && word.Box.Middle < line.Box.Middle && marks.Contains(Plain(word.Text));
        if (line.Words.Count < 2 || !line.Words.Any(IsMark) || line.Words.All(IsMark))
            return line;
        var words = new List<PageWord>();
        var joins = false;
        foreach (var word in line.Words)
        {
            if (IsMark(word))
                joins = words.Count > 0;
            else if (joins)
                (words[^1], joins) = (new PageWord(words[^1].Text + word.Text, words[^1].Box.With(word.Box)), false);
            else
                words.Add(word);
        }
        return new TextLine(line.Page, words);
    }

    private static string Plain(string mark) => mark.Trim().Trim('[', ']', '〔', '〕', '［', '］', '(', ')', '（', '）', '.', '、', '．');

    // ①指山塘台账   [1] 见……   1 指……   *含乡镇   ※ 同上   注1：
    [GeneratedRegex(@"^\s*(?:[①-⑳㉑-㉟❶-❿]|[\[［〔]\s*\d{1,3}\s*[\]］〕]|[*＊※†‡]{1,3}|\d{1,2}(?=\s|[^\d.、．%％:：年月日个)）]))")]
    private static partial Regex Mark();
}
