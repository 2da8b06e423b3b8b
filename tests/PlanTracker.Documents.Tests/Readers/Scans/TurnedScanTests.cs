using System.Buffers.Binary;
using System.Globalization;
using PlanTracker.Documents.Readers.Pages;
using PlanTracker.Documents.Readers.Pdf;
using PlanTracker.Documents.Readers.Pictures;
using PlanTracker.Documents.Readers.Programs;
using PlanTracker.Documents.Readers.Scans;
using PlanTracker.Documents.Tests.Readers.Pdf;

namespace PlanTracker.Documents.Tests.Readers.Scans;

/// <summary>Pages that were photographed or scanned lying on their side or on their head.</summary>
public sealed class TurnedScanTests
{
    private const string Words = "清理工作台账。6月30日前对全县登记在册的水库逐一核对";

    private static readonly ProgramLimits Limits = new(30, 200L << 20, 2048);

    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    public void A_scanned_page_is_turned_until_it_stands_upright(int degrees)
    {
        using var folder = new WorkFolder();
        var page = ScannedPage.Read(1, Scanned(degrees, folder), folder, Limits, TestContext.Current.CancellationToken);

        Assert.Contains(Words, string.Concat(page.Words.Select(static word => word.Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, Turn.None)]
    [InlineData(270, Turn.Right)]
    public void Where_the_recognition_has_no_eye_for_it_all_four_ways_are_tried(int degrees, object turn)
    {
        using var folder = new WorkFolder();
        Assert.Equal((Turn)turn, Orientation.ByTrying(Scanned(degrees, folder), folder, Limits, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(6, 270, true)]
    [InlineData(8, 90, false)]
    public void A_photograph_is_turned_as_the_camera_noted(int orientation, int degrees, bool little)
    {
        var photograph = Photographed(degrees, orientation, little);

        Assert.Equal(360 - degrees, JpegExif.DegreesOf(photograph));
        var document = Read.Document(photograph);
        Assert.Contains(Words, document.Text.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE1, 0x00 })]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x0E, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x49, 0x49, 0x2A, 0, 0xFF, 0xFF, 0xFF, 0xFF })]
    public void A_broken_note_turns_nothing(byte[] jpeg) => Assert.Equal(0, JpegExif.DegreesOf(jpeg));

    private static PdfFile Page(int degrees)
    {
        // What lies turned clockwise is a page that would have to be turned back.
        var pdf = degrees == 0 ? new PdfFile().Page() : new PdfFile().TurnedPage(360 - degrees, said: false);
        pdf.Words(140, 90, "梅岭县水利工作实施方案", 22).Words(112, 140, "一、重点任务");
        pdf.Paragraph(80, 170, $"（一）{Words}，缺漏的当年补齐。（责任单位：县水利局、县财政局）", squares: 27);
        return pdf;
    }

    private static GrayPicture Scanned(int degrees, WorkFolder folder)
    {
        folder.Put("page.pdf", Page(degrees).Build());
        GrayPicture? picture = null;
        ProgramRun.Run(Popplers.PdfToPpm, ["-gray", "-r", $"{ScannedPage.DotsPerInch}", "page.pdf"], folder, Limits,
            TestContext.Current.CancellationToken, output => picture = GrayPicture.ReadNext(output, 60_000_000));
        return picture!;
    }

    private static byte[] Photographed(int degrees, int orientation, bool little)
    {
        using var folder = new WorkFolder();
        folder.Put("page.pdf", Page(degrees).Build());
        string[] arguments = ["-jpeg", "-gray", "-r", 180.ToString(CultureInfo.InvariantCulture), "-singlefile", "page.pdf", "page"];
        ProgramRun.Run(Popplers.PdfToPpm, arguments, folder, Limits, TestContext.Current.CancellationToken);
        var jpeg = File.ReadAllBytes(Path.Combine(folder.Path, "page.jpg"));
        return [.. jpeg[..2], .. Noted(orientation, little), .. jpeg[2..]];
    }

    /// <summary>A segment with one note: how the camera was held.</summary>
    private static byte[] Noted(int orientation, bool little)
    {
        byte[] U16(int value)
        {
            var bytes = new byte[2];
            if (little)
                BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
            else
                BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
            return bytes;
        }

        byte[] U32(int value) => little ? [.. U16(value), 0, 0] : [0, 0, .. U16(value)];
        byte[] tiff =
        [
            .. little ? "II"u8 : "MM"u8, .. U16(42), .. U32(8), .. U16(2),
            .. U16(0x010F), .. U16(2), .. U32(2), .. U32(0), .. U16(0x0112), .. U16(3), .. U32(1), .. U16(orientation), 0, 0, .. U32(0),
        ];
        return [0xFF, 0xE1, 0, (byte)(tiff.Length + 8), .. "Exif\0\0"u8, .. tiff];
    }
}
