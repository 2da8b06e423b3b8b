using System.Text;

namespace PlanTracker.Documents.Tests.Readers;

/// <summary>Compound files with a few streams, and the two old kinds of office document inside of them, built so that a test shows what it is
/// about.</summary>
internal static class CompoundFiles
{
    private const int Sector = 512;
    private const uint End = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const uint TableMark = 0xFFFFFFFD;

    /// <summary>Streams are filled up to the size from which they stand in sectors of their own.</summary>
    public static byte[] Compound(params (string Name, byte[] Content)[] streams)
    {
        var contents = streams.Select(stream => Padded(stream.Content, Math.Max(4096, RoundUp(stream.Content.Length)))).ToList();
        var directory = new byte[RoundUp(128 * (streams.Length + 1))];
        var table = new List<uint>();
        var starts = new List<uint>();
        foreach (var content in contents.Append(directory))
        {
            starts.Add((uint)table.Count);
            for (var i = 0; i < content.Length / Sector; i++)
                table.Add((uint)table.Count + 1);
            table[^1] = End;
        }
        var tableSectors = 1;
        while ((table.Count + tableSectors) * 4 > tableSectors * Sector)
            tableSectors++;
        var firstOfTable = table.Count;
        table.AddRange(Enumerable.Repeat(TableMark, tableSectors));

        Entry(directory, 0, "Root Entry", 5, Free, streams.Length == 0 ? Free : 1, End, 0);
        for (var i = 0; i < streams.Length; i++)
            Entry(directory, i + 1, streams[i].Name, 2, i + 1 < streams.Length ? (uint)i + 2 : Free, Free, starts[i], (uint)contents[i].Length);

        var file = new MemoryStream();
        file.Write(Header(starts[^1], (uint)tableSectors, (uint)firstOfTable));
        foreach (var content in contents.Append(directory))
            file.Write(content);
        for (var i = 0; i < tableSectors * Sector / 4; i++)
            file.Write(BitConverter.GetBytes(i < table.Count ? table[i] : Free));
        return file.ToArray();
    }

    private static byte[] Header(uint directory, uint tableSectors, uint firstOfTable)
    {
        var header = new byte[Sector];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(header, 0);
        Put16(header, 24, 0x3E);
        Put16(header, 26, 3);
        Put16(header, 28, 0xFFFE);
        Put16(header, 30, 9);
        Put16(header, 32, 6);
        Put32(header, 44, tableSectors);
        Put32(header, 48, directory);
        Put32(header, 56, 4096);
        Put32(header, 60, End);
        Put32(header, 68, End);
        for (var i = 0; i < 109; i++)
            Put32(header, 76 + (4 * i), i < tableSectors ? firstOfTable + (uint)i : Free);
        return header;
    }

    private static void Entry(byte[] directory, int place, string name, byte kind, uint next, uint child, uint start, uint size)
    {
        var at = place * 128;
        Encoding.Unicode.GetBytes(name).CopyTo(directory, at);
        Put16(directory, at + 64, (2 * name.Length) + 2);
        directory[at + 66] = kind;
        directory[at + 67] = 1;
        Put32(directory, at + 68, Free);
        Put32(directory, at + 72, next);
        Put32(directory, at + 76, child);
        Put32(directory, at + 116, start);
        Put32(directory, at + 120, size);
    }

    public static byte[] Padded(byte[] bytes, int length)
    {
        var padded = new byte[length];
        bytes.CopyTo(padded, 0);
        return padded;
    }

    public static int RoundUp(int length) => (length + Sector - 1) / Sector * Sector;

    public static void Put16(byte[] bytes, int at, int value) => BitConverter.TryWriteBytes(bytes.AsSpan(at), (ushort)value);

    public static void Put32(byte[] bytes, int at, uint value) => BitConverter.TryWriteBytes(bytes.AsSpan(at), value);
}
