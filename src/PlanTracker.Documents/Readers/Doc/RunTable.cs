using PlanTracker.Documents.Readers.Ole;

namespace PlanTracker.Documents.Readers.Doc;

/// <summary>The properties of paragraphs or of characters, by their place in the file: a table of 512-byte pages, each with the bounds of its runs
/// and what holds for each. [MS-DOC] 2.8.5, 2.8.6, 2.9.32, 2.9.184.</summary>
internal sealed class RunTable
{
    private const int PageSize = 512;
    private const int MostRuns = 2_000_000;

    private readonly List<(uint Start, uint End, Bytes Changes)> runs = [];
    private int last;

    public static RunTable Read(Bytes document, Bytes pages, bool ofParagraphs)
    {
        var table = new RunTable();
        var count = Math.Max(0, (pages.Length - 4) / 8);
        for (var i = 0; i < count; i++)
        {
            var page = document.SliceUpTo((pages.U32((4L * (count + 1)) + (4 * i)) & 0x3FFFFF) * (long)PageSize, PageSize);
            if (page.Length == PageSize)
                table.ReadPage(page, ofParagraphs);
        }
        table.runs.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        return table;
    }

    /// <summary>The changes that hold at a place of the file, and where they end; empty where nothing is said.</summary>
    public (Bytes Changes, uint End) At(uint place)
    {
        if (last < runs.Count && runs[last].Start <= place && place < runs[last].End)
            return (runs[last].Changes, runs[last].End);
        int low = 0, high = runs.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (runs[middle].End <= place)
                low = middle + 1;
            else if (runs[middle].Start > place)
                high = middle - 1;
            else
            {
                last = middle;
                return (runs[middle].Changes, runs[middle].End);
            }
        }
        return (default, low < runs.Count ? runs[low].Start : uint.MaxValue);
    }

    private void ReadPage(Bytes page, bool ofParagraphs)
    {
        var count = page.U8(PageSize - 1);
        var entry = ofParagraphs ? 13 : 1;
        if ((4 * (count + 1)) + (count * entry) >= PageSize)
            return;
        for (var i = 0; i < count && runs.Count < MostRuns; i++)
        {
            var (start, end) = (page.U32(4 * i), page.U32(4 * (i + 1)));
            if (start >= end)
                continue;
            var at = 2 * page.U8((4 * (count + 1)) + (i * entry));
            runs.Add((start, end, at == 0 ? default : ofParagraphs ? OfParagraph(page, at) : page.SliceUpTo(at + 1, page.U8(at))));
        }
    }

    /// <summary>Its style (two bytes), then the changes.</summary>
    private static Bytes OfParagraph(Bytes page, int at)
    {
        var size = page.U8(at);
        return size != 0 ? page.SliceUpTo(at + 1, (2 * size) - 1) : at + 1 < PageSize ? page.SliceUpTo(at + 2, 2 * page.U8(at + 1)) : default;
    }
}
