using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Xlsx;

/// <summary>The sheets of a workbook behind one another.</summary>
internal static class SheetBook
{
    public static List<Piece> Join(IEnumerable<(string Name, List<Piece> Pieces)> sheets)
    {
        var filled = sheets.Where(static sheet => sheet.Pieces.Count > 0).ToList();
        var all = new List<Piece>();
        foreach (var (name, pieces) in filled)
        {
            // A sheet that begins with a title line of its own needs no other.
            if (filled.Count > 1 && pieces[0] is not ParagraphPiece)
                all.Add(new ParagraphPiece(name, HeadingLevel: 1));
            all.AddRange(pieces);
        }
        return all;
    }

    /// <summary>The parts of a printed header, one a line: &amp;L, &amp;C and &amp;R begin them; other codes after &amp; are fonts and fields.</summary>
    public static string HeaderText(string header) => header
        .Replace("&L", "\n", StringComparison.Ordinal).Replace("&C", "\n", StringComparison.Ordinal).Replace("&R", "\n", StringComparison.Ordinal);
}
