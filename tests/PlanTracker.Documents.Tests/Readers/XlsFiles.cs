using System.Text;
using static PlanTracker.Documents.Tests.Readers.CompoundFiles;

namespace PlanTracker.Documents.Tests.Readers;

/// <summary>Excel 97–2003 workbooks of one sheet, built record by record.</summary>
internal static class XlsFiles
{
    private static readonly byte[] Head = [0, 6, 0x05, 0, 0, 0, 0, 0];

    public static byte[] Workbook(byte[] formats, string[] strings, byte[] cells) =>
        Book(formats, Record(0xFC, [.. Count(strings.Length), .. strings.SelectMany(Words)]), cells);

    public static byte[] Book(byte[] formats, byte[] strings, byte[] cells)
    {
        const string name = "表";
        var before = Head.Length + 4 + formats.Length + strings.Length + 4;
        byte[] sheet = [0, 0, (byte)name.Length, 1, .. Encoding.Unicode.GetBytes(name)];
        var at = before + 4 + 4 + sheet.Length;
        return Compound(("Workbook",
            [
                .. Record(0x809, Head), .. formats, .. strings, .. Record(0x85, [.. BitConverter.GetBytes(at), .. sheet]), .. Record(0x0A),
                .. Record(0x809, [0, 6, 0x10, 0, 0, 0, 0, 0]), .. cells, .. Record(0x0A),
            ]));
    }

    public static byte[] Record(int kind, params byte[] data) =>
        [.. BitConverter.GetBytes((ushort)kind), .. BitConverter.GetBytes((ushort)data.Length), .. data];

    public static byte[] Text(int row, int column, int index) => Record(0xFD, [(byte)row, 0, (byte)column, 0, 0, 0, (byte)index, 0, 0, 0]);

    public static byte[] Number(int row, int column, double value, byte format) =>
        Record(0x203, [(byte)row, 0, (byte)column, 0, format, 0, .. BitConverter.GetBytes(value)]);

    public static byte[] Words(string words) => [.. BitConverter.GetBytes((ushort)words.Length), 1, .. Encoding.Unicode.GetBytes(words)];

    public static byte[] Format(byte code) => [0, 0, code, 0, .. new byte[16]];

    public static byte[] Count(int strings) => [.. BitConverter.GetBytes(strings), .. BitConverter.GetBytes(strings)];
}
