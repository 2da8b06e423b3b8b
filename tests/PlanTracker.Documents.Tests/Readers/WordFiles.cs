using System.Text;
using static PlanTracker.Documents.Tests.Readers.CompoundFiles;

namespace PlanTracker.Documents.Tests.Readers;

/// <summary>A run of a paragraph of an old Word document, with its changes.</summary>
internal sealed record WordRun(string Words, params byte[] Changes);

/// <summary>A paragraph of an old Word document: its runs, the changes that hold for it, and the sign that ends it.</summary>
internal sealed record WordParagraph(WordRun[] Runs, byte[] Changes, char End = '\r', int Style = 0)
{
    public WordParagraph(string words, params byte[] changes)
        : this([new WordRun(words)], changes)
    {
    }
}

/// <summary>Word 97–2003 documents, one page of properties for every paragraph and run.</summary>
internal static class WordFiles
{
    private const int TextAt = 2048;

    public static byte[] Doc(IReadOnlyList<WordParagraph> paragraphs, byte[]? lists = null, byte[]? uses = null, byte[]? styles = null, int flags = 0x0200)
    {
        var text = new MemoryStream();
        var ofParagraphs = new List<(int Start, int End, byte[] Changes)>();
        var ofRuns = new List<(int Start, int End, byte[] Changes)>();
        foreach (var paragraph in paragraphs)
        {
            var start = TextAt + (int)text.Length;
            foreach (var run in paragraph.Runs)
            {
                var begun = TextAt + (int)text.Length;
                text.Write(Encoding.Unicode.GetBytes(run.Words));
                if (run.Changes.Length > 0)
                    ofRuns.Add((begun, TextAt + (int)text.Length, run.Changes));
            }
            text.Write(Encoding.Unicode.GetBytes([paragraph.End]));
            ofParagraphs.Add((start, TextAt + (int)text.Length, [.. BitConverter.GetBytes((ushort)paragraph.Style), .. paragraph.Changes]));
        }
        var characters = (int)text.Length / 2;
        var document = new MemoryStream();
        document.Write(Padded([], TextAt));
        text.WriteTo(document);
        document.Write(new byte[RoundUp((int)document.Length) - (int)document.Length]);
        var table = new MemoryStream();
        var head = new byte[0x400];
        Put16(head, 0, 0xA5EC);
        Put16(head, 2, 0xC1);
        Put16(head, 0x0A, flags);
        Put32(head, 0x4C, (uint)characters);
        void Table(int index, byte[] content)
        {
            Put32(head, 154 + (8 * index), (uint)table.Length);
            Put32(head, 158 + (8 * index), (uint)content.Length);
            table.Write(content);
        }

        byte[] pieces = [.. Number(0), .. Number(characters), 0, 0, .. Number(TextAt), 0, 0];
        Table(33, [2, .. Number(pieces.Length), .. pieces]);
        Table(12, Pages(document, ofRuns, run => [(byte)run.Length, .. run]));
        Table(13, Pages(document, ofParagraphs, paragraph => [0, (byte)((paragraph.Length + 1) / 2), .. paragraph], 13));
        if (styles is not null)
            Table(1, styles);
        if (lists is not null)
            Table(73, lists);
        if (uses is not null)
            Table(74, uses);
        var bytes = document.ToArray();
        head.CopyTo(bytes, 0);
        return Compound(("WordDocument", bytes), ("1Table", table.ToArray()));
    }

    /// <summary>A change: its code, and its operand, before which the length stands where it is not of a fixed one.</summary>
    public static byte[] Change(int code, params byte[] operand) =>
        (code >> 13) != 6 ? [.. BitConverter.GetBytes((ushort)code), .. operand]
            : code == 0xD608 ? [.. BitConverter.GetBytes((ushort)code), .. BitConverter.GetBytes((ushort)(operand.Length + 1)), .. operand]
            : [.. BitConverter.GetBytes((ushort)code), (byte)operand.Length, .. operand];

    public static byte[] ListItem(int level = 0, int use = 1) => [.. Change(0x260A, (byte)level), .. Change(0x460B, (byte)use, 0)];

    /// <summary>A level of a list; in its text the signs 0 to 8 stand for the numbers of the levels.</summary>
    public static byte[] Level(byte format, string text, int start = 1, byte flags = 0, byte restartsAfter = 0) =>
    [
        .. Number(start), format, flags, .. new byte[9], 2, .. new byte[8], 0, 0, restartsAfter, 0,
        .. BitConverter.GetBytes((ushort)text.Length), .. Encoding.Unicode.GetBytes(text),
    ];

    /// <summary>One list of nine levels; those that are not given show nothing.</summary>
    public static byte[] Lists(params byte[][] levels)
    {
        byte[] list = [.. Number(77), .. new byte[4], .. Enumerable.Repeat((byte[])[0xFF, 0x0F], 9).SelectMany(static x => x), 0, 0];
        var rest = Enumerable.Repeat(Level(255, ""), 9 - levels.Length);
        return [1, 0, .. list, .. levels.Concat(rest).SelectMany(static x => x)];
    }

    /// <summary>So many uses of that list, each with its changes (a level that starts anew with a number).</summary>
    public static byte[] Uses(params (int Level, int Start)?[] changes)
    {
        var uses = new List<byte>(Number(changes.Length));
        foreach (var change in changes)
            uses.AddRange([.. Number(77), .. new byte[8], (byte)(change is null ? 0 : 1), 0, 0, 0]);
        foreach (var change in changes)
        {
            uses.AddRange(Number(-1));
            if (change is var (level, start))
                uses.AddRange([.. Number(start), (byte)(level | 0x10), 0, 0, 0]);
        }
        return [.. uses];
    }

    /// <summary>The cells of a row and its end. A cell is its words, and how it is merged: 0x20 goes on from above, 0x60 begins, 1 goes on from the left.</summary>
    public static IEnumerable<WordParagraph> Row(int[] edges, params (string Words, int Merged)[] cells)
    {
        var inTable = Change(0x2416, 1);
        foreach (var (words, _) in cells)
            yield return new WordParagraph([new WordRun(words)], inTable, '\a');
        byte[] definition =
        [
            (byte)cells.Length, .. edges.SelectMany(static edge => BitConverter.GetBytes((short)edge)),
            .. cells.SelectMany(static cell => Padded(BitConverter.GetBytes((ushort)cell.Merged), 20)),
        ];
        yield return new WordParagraph([], [.. inTable, .. Change(0x2417, 1), .. Change(0xD608, definition)], '\a');
    }

    private static byte[] Number(int value) => BitConverter.GetBytes(value);

    private static byte[] Pages(MemoryStream document, List<(int Start, int End, byte[] Changes)> runs, Func<byte[], byte[]> stored, int entry = 1)
    {
        var bounds = new List<byte>();
        var numbers = new List<byte>();
        foreach (var (start, end, changes) in runs)
        {
            bounds.AddRange(Number(start));
            numbers.AddRange(Number((int)document.Length / 512));
            var page = new byte[512];
            Put32(page, 0, (uint)start);
            Put32(page, 4, (uint)end);
            var content = stored(changes);
            var at = (510 - content.Length) & ~1;
            page[8] = (byte)(at / 2);
            content.CopyTo(page, at);
            page[511] = 1;
            if (at < 8 + entry)
                throw new ArgumentException("Too much for one page.", nameof(runs));
            document.Write(page);
        }
        return runs.Count == 0 ? [] : [.. bounds, .. Number(runs[^1].End), .. numbers];
    }
}
