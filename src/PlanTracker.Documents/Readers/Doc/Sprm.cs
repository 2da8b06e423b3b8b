using PlanTracker.Documents.Readers.Ole;

namespace PlanTracker.Documents.Readers.Doc;

/// <summary>One property of a list of changes (grpprl): what is set, and to what. [MS-DOC] 2.2.5.1, 2.6.</summary>
internal readonly record struct Sprm(int Code, Bytes Operand)
{
    // Of characters.
    public const int IsDeleted = 0x0800;
    public const int Bold = 0x0835;
    public const int Hidden = 0x083C;
    public const int CharacterStyle = 0x4A30;

    // Of paragraphs.
    public const int Centred80 = 0x2403;
    public const int Centred = 0x2461;
    public const int ListLevel = 0x260A;
    public const int List = 0x460B;
    public const int OutlineLevel = 0x2640;
    public const int InTable = 0x2416;
    public const int RowEnd = 0x2417;
    public const int InnerCellEnd = 0x244B;
    public const int InnerRowEnd = 0x244C;
    public const int TableDepth = 0x6649;
    public const int Elsewhere = 0x6646;

    // Of table rows.
    public const int HeaderRow = 0x3404;
    public const int MergeAcross = 0x5624;
    public const int MergeDown = 0xD62B;
    public const int Cells = 0xD608;

    private const int TabStops = 0xC615;

    public bool IsOn => Operand.U8(0) != 0;

    public static IEnumerable<Sprm> In(Bytes changes)
    {
        for (var at = 0; at + 3 <= changes.Length;)
        {
            var code = changes.U16(at);
            at += 2;
            var (skip, length) = Size(code, changes, at);
            if (at + skip + length > changes.Length)
                yield break;
            yield return new Sprm(code, changes.Slice(at + skip, length));
            at += skip + length;
        }
    }

    /// <summary>Bytes that only tell the length, and bytes of the operand.</summary>
    private static (int Skip, int Length) Size(int code, Bytes changes, int at) => (code >> 13) switch
    {
        0 or 1 => (0, 1),
        2 or 4 or 5 => (0, 2),
        3 => (0, 4),
        7 => (0, 3),
        _ when code == Cells => (2, at + 2 <= changes.Length ? Math.Max(changes.U16(at) - 1, 0) : 0),
        _ when code == TabStops && changes.U8(at) == 255 => (1, LongTabStops(changes, at + 1)),
        _ => (1, changes.U8(at)),
    };

    private static int LongTabStops(Bytes changes, int at)
    {
        var deleted = changes.U8(at);
        var added = at + 1 + (4 * deleted);
        return added < changes.Length ? 2 + (4 * deleted) + (3 * changes.U8(added)) : changes.Length;
    }
}
