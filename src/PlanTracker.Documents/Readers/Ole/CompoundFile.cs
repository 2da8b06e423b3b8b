using System.Text;

namespace PlanTracker.Documents.Readers.Ole;

/// <summary>The streams at the root of a compound file, in which older office programs keep documents. Chains of sectors that run in circles or out
/// of the file are damage; embedded objects are not looked into.</summary>
internal sealed class CompoundFile
{
    private const uint LastSector = 0xFFFFFFFA;
    private const int HeaderSize = 512;
    private const int EntrySize = 128;
    private const int HeaderSectors = 109;
    private const int RootEntry = 5;
    private const int StreamEntry = 2;

    private readonly Bytes file;
    private readonly int sectorSize;
    private readonly int miniSize;
    private readonly uint miniCutoff;
    private readonly List<uint> next;
    private readonly Bytes miniNext;
    private readonly Bytes mini;
    private readonly Dictionary<string, (uint Start, uint Size)> streams = new(StringComparer.OrdinalIgnoreCase);

    private CompoundFile(ReadOnlyMemory<byte> bytes)
    {
        file = new Bytes(bytes);
        var (shift, miniShift) = (file.U16(30), file.U16(32));
        if (shift is < 7 or > 16 || miniShift is < 4 or > 12 || miniShift > shift)
            throw new InvalidDataException("Sectors of no known size.");
        (sectorSize, miniSize, miniCutoff) = (1 << shift, 1 << miniShift, file.U32(56));
        next = ReadChains();
        var directory = Join(file.U32(48), null);
        miniNext = file.U32(64) == 0 ? default : Join(file.U32(60), null);
        mini = ReadDirectory(directory);
    }

    public IEnumerable<string> Names => streams.Keys;

    public static CompoundFile Open(ReadOnlyMemory<byte> bytes) => new(bytes);

    public bool Has(string name) => streams.ContainsKey(name);

    /// <summary>Null where there is no such stream.</summary>
    public Bytes? Stream(string name)
    {
        if (!streams.TryGetValue(name, out var stream))
            return null;
        return stream.Size < miniCutoff ? JoinMini(stream.Start, stream.Size) : Join(stream.Start, stream.Size);
    }

    private long Sector(uint number) => HeaderSize > sectorSize ? ((long)number + 1) * HeaderSize : ((long)number + 1) * sectorSize;

    private List<uint> ReadChains()
    {
        var most = (file.Length / sectorSize) + 1;
        var places = new List<uint>();
        var perSector = sectorSize / 4;
        for (var i = 0; i < HeaderSectors; i++)
            places.Add(file.U32(76 + (4 * i)));
        var more = file.U32(68);
        for (var steps = 0; more < LastSector && steps <= most; steps++)
        {
            var sector = file.Slice(Sector(more), sectorSize);
            for (var i = 0; i < perSector - 1; i++)
                places.Add(sector.U32(4 * i));
            more = sector.U32(sectorSize - 4);
        }
        var chains = new List<uint>();
        foreach (var place in places)
        {
            if (place >= LastSector || chains.Count > most + perSector)
                continue;
            var sector = file.Slice(Sector(place), sectorSize);
            for (var i = 0; i < perSector; i++)
                chains.Add(sector.U32(4 * i));
        }
        return chains;
    }

    /// <summary>The bytes of a chain; to its end where no size is known.</summary>
    private Bytes Join(uint start, uint? size)
    {
        if (size > file.Length)
            throw new InvalidDataException("A stream longer than its file.");
        using var joined = new MemoryStream();
        var steps = 0;
        for (var sector = start; sector < LastSector && (size is null || joined.Length < size); sector = next[(int)sector])
        {
            if (++steps > next.Count || sector >= next.Count)
                throw new InvalidDataException("A chain of sectors without an end.");
            // The last sector of a file may be cut short.
            joined.Write(file.SliceUpTo(Sector(sector), sectorSize).Span);
        }
        if (size > joined.Length)
            throw new InvalidDataException("A stream shorter than it says.");
        return new Bytes(joined.GetBuffer().AsMemory(0, (int)(size ?? joined.Length)));
    }

    private Bytes JoinMini(uint start, uint size)
    {
        var joined = new byte[size];
        var done = 0;
        var steps = 0;
        for (var sector = start; sector < LastSector && done < size; sector = miniNext.U32(4L * sector))
        {
            if (++steps > miniNext.Length / 4)
                throw new InvalidDataException("A chain of sectors without an end.");
            var part = mini.SliceUpTo((long)sector * miniSize, Math.Min(miniSize, size - done));
            part.Span.CopyTo(joined.AsSpan(done));
            done += miniSize;
        }
        return done >= size ? new Bytes(joined) : throw new InvalidDataException("A stream shorter than it says.");
    }

    /// <summary>Finds the root's streams and gives the stream of the small ones.</summary>
    private Bytes ReadDirectory(Bytes directory)
    {
        var count = directory.Length / EntrySize;
        if (count == 0 || directory.U8(66) != RootEntry)
            throw new InvalidDataException("No directory.");
        var waiting = new Stack<uint>([directory.U32(76)]);
        var seen = new HashSet<uint>();
        while (waiting.TryPop(out var entry))
        {
            if (entry >= count || !seen.Add(entry))
                continue;
            var at = (long)entry * EntrySize;
            waiting.Push(directory.U32(at + 68));
            waiting.Push(directory.U32(at + 72));
            var nameLength = Math.Clamp(directory.U16(at + 64) - 2, 0, 62);
            var name = Encoding.Unicode.GetString(directory.Slice(at, nameLength).Span);
            // A storage is known by its name alone.
            streams.TryAdd(name, directory.U8(at + 66) == StreamEntry ? (directory.U32(at + 116), directory.U32(at + 120)) : (LastSector, 0));
        }
        var (start, size) = (directory.U32(116), directory.U32(120));
        return size == 0 || start >= LastSector ? default : Join(start, size);
    }
}
