using System.Text;
using PlanTracker.Documents.Readers.Ole;

namespace PlanTracker.Documents.Readers.Xls;

/// <summary>One record of a workbook's stream with the records that continue it. [MS-XLS] 2.1.4.</summary>
internal sealed record XlsRecord(int Kind, IReadOnlyList<Bytes> Parts)
{
    private const int Continue = 0x3C;

    public Bytes Data => Parts[0];

    /// <summary>The records from a place of the stream on, to its end or to the first that is cut off.</summary>
    public static IEnumerable<XlsRecord> From(Bytes stream, long at)
    {
        while (at + 4 <= stream.Length)
        {
            var kind = stream.U16(at);
            var parts = new List<Bytes> { stream.Slice(at + 4, stream.U16(at + 2)) };
            at += 4 + parts[0].Length;
            while (at + 4 <= stream.Length && stream.U16(at) == Continue)
            {
                parts.Add(stream.Slice(at + 4, stream.U16(at + 2)));
                at += 4 + parts[^1].Length;
            }
            yield return new XlsRecord(kind, parts);
        }
    }
}

/// <summary>Reads through a record and its continuations. A string that is cut by one goes on behind a byte that says anew how wide its characters
/// are. [MS-XLS] 2.5.293.</summary>
internal sealed class XlsText(XlsRecord record, int at)
{
    private const int Wide = 0x01;
    private const int HasPhonetics = 0x04;
    private const int HasFormats = 0x08;

    private int part;
    private int at = at;

    public bool IsAtEnd => part >= record.Parts.Count || (part == record.Parts.Count - 1 && at >= record.Parts[part].Length);

    /// <summary>A string whose length is told in one byte or in two.</summary>
    public string Read(bool shortLength = false)
    {
        var length = shortLength ? TakeByte() : TakeByte() | (TakeByte() << 8);
        var flags = TakeByte();
        var formats = (flags & HasFormats) != 0 ? TakeByte() | (TakeByte() << 8) : 0;
        var phonetics = (flags & HasPhonetics) != 0 ? TakeNumber() : 0;
        var words = new StringBuilder(length);
        var wide = (flags & Wide) != 0;
        while (words.Length < length)
        {
            if (at >= record.Parts[part].Length)
            {
                NextPart();
                wide = (TakeByte() & Wide) != 0;
            }
            var here = record.Parts[part];
            var count = Math.Min(length - words.Length, (here.Length - at) / (wide ? 2 : 1));
            if (count == 0)
                throw new InvalidDataException("Half a character.");
            var bytes = here.Slice(at, wide ? 2 * count : count).Span;
            words.Append(wide ? Encoding.Unicode.GetString(bytes) : Encoding.Latin1.GetString(bytes));
            at += bytes.Length;
        }
        Skip((4L * formats) + phonetics);
        return words.ToString();
    }

    private void Skip(long count)
    {
        while (count > 0)
        {
            if (at >= record.Parts[part].Length)
            {
                if (part + 1 == record.Parts.Count)
                    return;
                NextPart();
            }
            var here = (int)Math.Min(count, record.Parts[part].Length - at);
            at += here;
            count -= here;
        }
    }

    private int TakeByte()
    {
        while (at >= record.Parts[part].Length)
            NextPart();
        return record.Parts[part].U8(at++);
    }

    private long TakeNumber()
    {
        long number = 0;
        for (var shift = 0; shift < 32; shift += 8)
            number |= (long)TakeByte() << shift;
        return number;
    }

    private void NextPart()
    {
        if (++part >= record.Parts.Count)
            throw new InvalidDataException("A string without its end.");
        at = 0;
    }
}
