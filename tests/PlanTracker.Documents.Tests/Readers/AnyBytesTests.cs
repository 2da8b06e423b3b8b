using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Documents.Readers;
using static PlanTracker.Documents.Tests.Readers.OfficeFiles;

namespace PlanTracker.Documents.Tests.Readers;

/// <summary>Whatever the bytes are, a document whose spans hold or a complaint comes out, and nothing is thrown.</summary>
public sealed class AnyBytesTests
{
    private static readonly byte[][] Seeds =
    [
        Docx(Item("甲") + Item("乙", 1)
            + $"<w:tbl>{Row(Cell("1", """<w:vMerge w:val="restart"/>"""), Cell("丙"))}{Row(Cell("", "<w:vMerge/>"), Cell("丁"))}</w:tbl>",
            Numbering(Level(0, "chineseCounting", "%1、") + Level(1, "decimal", "%2."))),
        Xlsx([("表", "visible", """
            <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="B2"><v>3</v></c></row></sheetData>
            <mergeCells><mergeCell ref="A1:A2"/></mergeCells>
            """)],
            strings: "<si><t>甲</t></si>"),
        Encoding.UTF8.GetBytes("<html><body><table><tr><td rowspan=2>甲<td>乙<tr><td>丙</table><ol><li>丁</ol>戊</body></html>"),
        Encoding.UTF8.GetBytes("一、甲\r\n\r\n　　（一）乙。\r\n"),
        Encoding.Unicode.GetBytes("\uFEFF一、甲\r\n（一）乙。"),
    ];

    private static Arbitrary<byte[]> Bytes => ArbMap.Default.ArbFor<byte[]>();

    [Fact]
    public void Random_bytes() => Check.QuickThrowOnFailure(Prop.ForAll(Bytes, static bytes => Holds(bytes)));

    [Fact]
    public void Random_bytes_behind_a_signature()
    {
        byte[][] signatures =
        [
            [.. "PK\x03\x04"u8], [.. "<a>"u8], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [.. "%PDF-"u8],
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        ];
        Check.QuickThrowOnFailure(Prop.ForAll(Bytes, bytes => signatures.All(signature => Holds([.. signature, .. bytes]))));
    }

    [Fact]
    public void Good_files_with_a_few_bytes_changed_or_cut_off()
    {
        var changes = Gen.Choose(0, Seeds.Length - 1)
            .SelectMany(static _ => Gen.Choose(0, int.MaxValue).ArrayOf(4), static (seed, places) => (seed, places)).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(changes, static change =>
        {
            var file = (byte[])Seeds[change.seed].Clone();
            foreach (var place in change.places)
                file[place % file.Length] ^= (byte)(1 + (place % 255));
            return Holds(file) && Holds(file[..(change.places.FirstOrDefault() % file.Length)]);
        }));
    }

    [Fact]
    public void Random_markup_of_tables()
    {
        string[] tags =
        [
            "<table>", "</table>", "<tr>", "</tr>", "<td rowspan=3>", "<td colspan=2>", "<th rowspan=0>", "</td>", "<ol>", "<li>", "<p>", "甲", " ",
            "<b>", "</b>",
        ];
        var pages = Gen.Elements(tags).ArrayOf(40).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(pages, static page =>
            Holds(Encoding.UTF8.GetBytes("<html><body>" + string.Concat(page)))));
    }

    private static bool Holds(byte[] file)
    {
        var reading = DocumentReader.Read(file, ReadingLimits.Default);
        if (reading.Document is { } document)
            Read.AssertSound(document);
        return (reading.Document is null) != (reading.Complaint is null);
    }
}
