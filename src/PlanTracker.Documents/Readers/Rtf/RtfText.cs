using System.Text;

namespace PlanTracker.Documents.Readers.Rtf;

/// <summary>Makes text of bytes in the encoding of their font; two bytes that make one character may come apart.</summary>
internal sealed class RtfText
{
    private const int Gbk = 936;

    private readonly List<byte> waiting = [];
    private readonly StringBuilder text = new();
    private int encoding;
    private bool halfway;

    static RtfText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The first of two bytes stands there alone: an ASCII sign behind it is the second.</summary>
    public bool IsHalfway => halfway;

    public int Length => text.Length + waiting.Count;

    /// <summary>The code page for the number by which fonts name a script; 0 for none of its own.</summary>
    public static int PageOfCharset(int charset) => charset switch
    {
        77 => 10000, 128 => 932, 129 => 949, 130 => 1361, 134 => Gbk, 136 => 950, 161 => 1253, 162 => 1254, 163 => 1258, 177 => 1255, 178 => 1256,
        186 => 1257, 204 => 1251, 222 => 874, 238 => 1250, _ => 0,
    };

    public void Add(byte value, int page)
    {
        if (page != encoding)
            Flush();
        encoding = page;
        waiting.Add(value);
        halfway = !halfway && value is > 0x80 and < 0xFF && page is Gbk or 950 or 932 or 949;
    }

    public void Add(char c)
    {
        Flush();
        text.Append(c);
    }

    public string Take()
    {
        Flush();
        var all = text.ToString();
        text.Clear();
        return all;
    }

    private void Flush()
    {
        halfway = false;
        if (waiting.Count == 0)
            return;
        text.Append(Of(encoding).GetString([.. waiting]));
        waiting.Clear();
    }

    private static Encoding Of(int page)
    {
        try
        {
            return Encoding.GetEncoding(page == Gbk ? "GB18030" : page is > 0 and < 65536 ? $"windows-{page}" : "windows-1252");
        }
        catch (ArgumentException)
        {
            return ByNumber(page);
        }
    }

    private static Encoding ByNumber(int page)
    {
        try
        {
            return Encoding.GetEncoding(page);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return Encoding.Latin1;
        }
    }
}
