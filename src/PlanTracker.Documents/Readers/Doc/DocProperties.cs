using PlanTracker.Documents.Readers.Docx;
using PlanTracker.Documents.Readers.Ole;

namespace PlanTracker.Documents.Readers.Doc;

/// <summary>What a paragraph's changes say of its place in a table.</summary>
internal sealed record TablePlace
{
    public bool InTable { get; set; }

    /// <summary>How many tables the paragraph is inside of; 0 outside of any.</summary>
    public int Depth { get; set; }

    public bool EndsRow { get; set; }
    public bool EndsInnerCell { get; set; }
    public bool IsHeader { get; set; }

    /// <summary>Left edges of the row's cells and the right edge of the last, in twentieths of a point.</summary>
    public IReadOnlyList<int> Edges { get; set; } = [];

    /// <summary>Of each cell: it goes on from the one on its left; it goes on from the one above.</summary>
    public (bool Left, bool Above)[] Merged { get; set; } = [];
}

internal readonly record struct RunProperties(bool? Bold, bool? Hidden, bool Deleted, string? Style);

/// <summary>Lists of changes, as far as they say something of numbers, headings, tables and of what shows.</summary>
internal static class DocProperties
{
    private const int MostCells = 64;
    private const int CellSize = 20;
    private const int NotANumberedList = 0xF801;

    public static ParagraphProperties OfParagraph(Bytes changes, Bytes elsewhere)
    {
        var found = new ParagraphProperties();
        foreach (var sprm in All(changes, elsewhere))
        {
            switch (sprm.Code)
            {
                case Sprm.List:
                    found.NumId = sprm.Operand.U16(0) is var list && list == NotANumberedList ? 0 : list;
                    break;
                case Sprm.ListLevel:
                    found.Level = sprm.Operand.U8(0);
                    break;
                case Sprm.OutlineLevel:
                    found.OutlineLevel = sprm.Operand.U8(0);
                    break;
                case Sprm.Centred or Sprm.Centred80:
                    found.Centred = sprm.Operand.U8(0) == 1;
                    break;
            }
        }
        return found;
    }

    /// <summary>Bold may be said against the style: 0x80 as it, 0x81 the contrary, which is left to the style here.</summary>
    public static RunProperties OfRun(Bytes changes)
    {
        var found = new RunProperties();
        foreach (var sprm in Sprm.In(changes))
        {
            found = sprm.Code switch
            {
                Sprm.Bold => found with { Bold = sprm.Operand.U8(0) switch { 0 => false, 1 or 0x81 => true, _ => null } },
                Sprm.Hidden => found with { Hidden = sprm.Operand.U8(0) is 1 or 0x81 },
                Sprm.IsDeleted => found with { Deleted = sprm.IsOn },
                Sprm.CharacterStyle => found with { Style = DocStyles.Name(sprm.Operand.U16(0)) },
                _ => found,
            };
        }
        return found;
    }

    public static TablePlace OfTable(Bytes changes, Bytes elsewhere)
    {
        var place = new TablePlace();
        foreach (var sprm in All(changes, elsewhere))
            Apply(sprm, place);
        // Documents that nest no tables do not say how deep they are.
        if (place.Depth == 0 && (place.InTable || place.EndsRow))
            place.Depth = 1;
        return place;
    }

    private static void Apply(Sprm sprm, TablePlace place)
    {
        switch (sprm.Code)
        {
            case Sprm.InTable:
                place.InTable = sprm.IsOn;
                break;
            case Sprm.RowEnd or Sprm.InnerRowEnd:
                place.EndsRow |= sprm.IsOn;
                break;
            case Sprm.InnerCellEnd:
                place.EndsInnerCell = sprm.IsOn;
                break;
            case Sprm.TableDepth:
                place.Depth = Math.Max(0, sprm.Operand.I32(0));
                break;
            case Sprm.HeaderRow:
                place.IsHeader = sprm.IsOn;
                break;
            case Sprm.Cells:
                ReadCells(sprm.Operand, place);
                break;
            case Sprm.MergeAcross:
                for (var i = sprm.Operand.U8(0) + 1; i < Math.Min(sprm.Operand.U8(1), place.Merged.Length); i++)
                    place.Merged[i].Left = true;
                break;
            case Sprm.MergeDown when sprm.Operand.U8(0) < place.Merged.Length:
                place.Merged[sprm.Operand.U8(0)].Above = sprm.Operand.U8(1) == 1;
                break;
        }
    }

    private static void ReadCells(Bytes cells, TablePlace place)
    {
        var count = Math.Min((int)cells.U8(0), MostCells);
        var edges = new List<int>();
        for (var i = 0; i <= count; i++)
            edges.Add(cells.I16(1 + (2 * i)));
        place.Edges = edges;
        place.Merged = new (bool Left, bool Above)[count];
        var described = 1 + (2 * (count + 1));
        for (var i = 0; i < count && described + (CellSize * i) + 2 <= cells.Length; i++)
        {
            var flags = cells.U16(described + (CellSize * i));
            place.Merged[i] = ((flags & 3) == 1, ((flags >> 5) & 3) == 1);
        }
    }

    /// <summary>The changes, those that were too long for their page among them.</summary>
    private static IEnumerable<Sprm> All(Bytes changes, Bytes elsewhere)
    {
        foreach (var sprm in Sprm.In(changes))
        {
            if (sprm.Code is not (Sprm.Elsewhere or Sprm.Elsewhere - 1))
            {
                yield return sprm;
                continue;
            }
            var at = sprm.Operand.U32(0);
            if (at + 2L > elsewhere.Length)
                continue;
            foreach (var more in Sprm.In(elsewhere.SliceUpTo(at + 2L, elsewhere.U16(at))))
                yield return more;
        }
    }
}
