using System.Globalization;
using System.Text;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Ole;

namespace PlanTracker.Documents.Readers.Doc;

/// <summary>The text of a Word document, which lies in pieces over its stream: by each character, the place that its properties go by.
/// [MS-DOC] 2.4.1, 2.8.35.</summary>
internal sealed class PieceTable
{
    private const int TextPart = 0x02;
    private const int PropertiesPart = 0x01;
    private const uint OneByte = 0x40000000;

    // What one-byte text holds at 0x80–0x9F; 0 stands for itself. [MS-DOC] 2.9.73.
    private const string HighSigns = "\0\0‚ƒ„…†‡ˆ‰Š‹Œ\0\0\0\0‘’“”•–—˜™š›œ\0\0Ÿ";

    private readonly List<Piece> pieces = [];
    private readonly List<Bytes> properties = [];

    private PieceTable()
    {
    }

    public static PieceTable Read(WordBinary word)
    {
        var table = new PieceTable();
        var all = word.Table(WordTable.Pieces);
        for (var at = 0; at < all.Length;)
        {
            if (all.U8(at) == PropertiesPart)
            {
                var length = all.U16(at + 1);
                table.properties.Add(all.Slice(at + 3, length));
                at += 3 + length;
            }
            else if (all.U8(at) == TextPart)
            {
                table.ReadPieces(all.Slice(at + 5, all.U32(at + 1)));
                break;
            }
            else
            {
                throw new InvalidDataException("No table of pieces.");
            }
        }
        return table.pieces.Count > 0 ? table : throw new InvalidDataException("No text.");
    }

    /// <summary>Characters <paramref name="from"/> to <paramref name="to"/> with, for each, its place in the stream and the number of its piece.</summary>
    public WordText Text(WordBinary word, int from, int to, ReadingLimits limits)
    {
        if (to - from > limits.MaxCharacters)
            throw new UnreadableException(DiagnosticKind.TooLong, limits.MaxCharacters.ToString(CultureInfo.InvariantCulture));
        var text = new StringBuilder();
        var places = new List<uint>();
        var changes = new List<int>();
        foreach (var piece in pieces)
        {
            var (first, last) = (Math.Max(from, piece.First), Math.Min(to, piece.Last));
            if (first >= last)
                continue;
            var width = piece.Wide ? 2 : 1;
            var place = piece.Place + (uint)((first - piece.First) * width);
            var bytes = word.Document.Slice(place, (long)(last - first) * width);
            text.Append(piece.Wide ? Encoding.Unicode.GetString(bytes.Span) : OfOneByte(bytes.Span));
            for (var i = first; i < last; i++, place += (uint)width)
            {
                places.Add(place);
                changes.Add(piece.Properties);
            }
        }
        // Half a pair at the end of a piece may have become one sign more or less.
        if (text.Length != places.Count)
            throw new InvalidDataException("Characters without a place.");
        return new WordText(text.ToString(), places, changes);
    }

    public Bytes Properties(int index) => index >= 0 && index < properties.Count ? properties[index] : default;

    private static string OfOneByte(ReadOnlySpan<byte> bytes)
    {
        var text = new char[bytes.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var sign = bytes[i] is >= 0x80 and <= 0x9F ? HighSigns[bytes[i] - 0x80] : '\0';
            text[i] = sign == '\0' ? (char)bytes[i] : sign;
        }
        return new string(text);
    }

    private void ReadPieces(Bytes all)
    {
        var count = (all.Length - 4) / 12;
        for (var i = 0; i < count; i++)
        {
            var (first, last) = (all.I32(4L * i), all.I32(4L * (i + 1)));
            var at = (4L * (count + 1)) + (8 * i);
            var place = all.U32(at + 2);
            var oneByte = (place & OneByte) != 0;
            place &= ~OneByte & 0x7FFFFFFF;
            // Bit 0 tells that the rest is the number of a list of changes; without it the change is one of a few that matter nothing here.
            var properties = all.U16(at + 6);
            if (first < 0 || last < first)
                throw new InvalidDataException("Pieces out of order.");
            pieces.Add(new Piece(first, last, oneByte ? place / 2 : place, !oneByte, (properties & 1) != 0 ? properties >> 1 : -1));
        }
    }

    private readonly record struct Piece(int First, int Last, uint Place, bool Wide, int Properties);
}

/// <param name="Places">Of each character in the stream.</param>
/// <param name="Changes">Of each character the list of changes of its piece; -1 for none.</param>
internal sealed record WordText(string Text, IReadOnlyList<uint> Places, IReadOnlyList<int> Changes);
