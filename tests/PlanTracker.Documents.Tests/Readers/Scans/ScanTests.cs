using System.Globalization;
using System.IO.Compression;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers;
using PlanTracker.Documents.Readers.Pdf;
using PlanTracker.Documents.Readers.Pictures;
using PlanTracker.Documents.Readers.Programs;
using PlanTracker.Documents.Readers.Scans;
using PlanTracker.Documents.Tests.Readers.Pdf;

namespace PlanTracker.Documents.Tests.Readers.Scans;

public sealed class ScanTests
{
    private const string Task = "（一）清理工作台账。6月30日前对全县登记在册的水库逐一核对，缺漏的当年补齐。（责任单位：县水利局、县财政局）";

    private static readonly ProgramLimits Limits = new(30, 200L << 20, 2048);

    [Theory]
    [InlineData("-png")]
    [InlineData("-jpeg")]
    [InlineData("-tiff")]
    public void A_picture_of_a_page_becomes_its_text(string kind)
    {
        var document = Read.Document(Pictured(Plan(), kind));

        Assert.Equal(SourceFormat.Picture, document.Format);
        Assert.Contains("清理工作台账。6月30日前对全县登记在册的水库逐一核对", Joined(document), StringComparison.Ordinal);
    }

    [Fact]
    public void A_scanned_file_gives_its_tasks_says_that_it_was_recognized_and_tells_each_page()
    {
        var told = new Told();
        var pdf = JpegPage.Wrap(Pictured(Plan(), "-jpeg"), 842)!;
        var read = ReadDocument.Read(pdf, ReadingLimits.Default, TestContext.Current.CancellationToken, told);

        Assert.Single(read.Draft.Tasks);
        Assert.Equal(["县水利局", "县财政局"], read.Draft.Tasks[0].Units.Select(static unit => unit.Name));
        Assert.Contains(read.Draft.Diagnostics, static doubt => doubt is { Kind: DiagnosticKind.RecognizedText, Task: null });
        Assert.Equal([new ReadingProgress(1, 1)], told.Pages);
    }

    [Fact]
    public void A_page_that_lay_askew_is_set_level_and_its_ruled_table_read_cell_by_cell()
    {
        double[] xs = [60, 110, 330, 520];
        var pdf = new PdfFile().Page().Words(180, 70, "水库管理任务分工表", 22).Grid(xs, [100, 140, 200, 260]);
        string[][] rows = [["序号", "工作任务", "责任单位"], ["1", "核对工作台账", "县水利局"], ["2", "修好水库大门", "县农业农村局"]];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < 3; j++)
                pdf.Words(xs[j] + 6, new double[] { 126, 176, 236 }[i], rows[i][j]);
        }
        using var folder = new WorkFolder();
        folder.Put("page.pdf", pdf.Build());
        GrayPicture? picture = null;
        ProgramRun.Run(Popplers.PdfToPpm, ["-gray", "-r", $"{ScannedPage.DotsPerInch}", "page.pdf"], folder, Limits,
            TestContext.Current.CancellationToken, output => picture = GrayPicture.ReadNext(output, 60_000_000));

        var askew = Straightening.Turned(picture!, -1.3, 1);
        var page = ScannedPage.Read(1, askew, folder, Limits, TestContext.Current.CancellationToken);
        var pieces = PlanTracker.Documents.Readers.Pages.PageLayout.Read([page], TestContext.Current.CancellationToken);
        var document = PlanTracker.Documents.Readers.Pieces.TextAssembly.Assemble(
            SourceFormat.Picture, pieces, ReadingLimits.Default, TestContext.Current.CancellationToken).Document!;

        Assert.Equal(1.3, Straightening.AngleOf(askew), 0.15);
        var seen = Read.Rows(document);
        Assert.Equal(rows.Length, seen.Length);
        for (var i = 1; i < rows.Length; i++)
            Assert.True(IsAlike(string.Join(" | ", rows[i]), seen[i]), seen[i]);
    }

    [Fact]
    public void An_empty_page_and_more_scanned_pages_than_allowed_are_complaints()
    {
        Assert.Equal(DiagnosticKind.IsPicture, Read.Complaint(new PdfFile().Page().Build()));
        Assert.Equal(
            DiagnosticKind.TooManyScannedPages,
            Read.Complaint(new PdfFile().Page().Page().Page().Build(), ReadingLimits.Default with { MaxScannedPages = 2 }));
    }

    [Fact]
    public void Photographs_of_pages_in_an_archive_are_one_document_in_the_order_of_their_numbers()
    {
        var first = new PdfFile().Page().Words(140, 90, "梅岭县水利工作实施方案", 22).Words(112, 140, "一、重点任务");
        first.Words(112, 170, "（一）清理工作台账。6月30日前对全县登记在册");
        var second = new PdfFile().Page();
        second.Words(80, 120, "的水库逐一核对。（责任单位：县水利局、县财政局）");
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, page) in new[] { ("照片/第10页.jpg", second), ("照片/第9页.jpg", first) })
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Pictured(page, "-jpeg"));
            }
        }
        var told = new Told();

        var read = ReadDocument.Read(packed.ToArray(), ReadingLimits.Default, TestContext.Current.CancellationToken, told);
        var refused = ReadDocument.Read(packed.ToArray(), ReadingLimits.Default with { MaxScannedPages = 1 }, TestContext.Current.CancellationToken);

        Assert.Contains("登记在册的水库逐一核对", Joined(read.Text!), StringComparison.Ordinal);
        Assert.Equal([new ReadingProgress(1, 2), new ReadingProgress(2, 2)], told.Pages);
        Assert.Equal(DiagnosticKind.TooManyScannedPages, Assert.Single(refused.Draft.Diagnostics).Kind);
    }

    [Theory]
    [InlineData("完成登记。《〈责任单位:县司法局)", "完成登记。 （责任单位:县司法局)")]
    [InlineData("〈牵头单位：县司法局）", "（牵头单位：县司法局）")]
    [InlineData("梅府发【2026j 6号", "梅府发〔2026〕 6号")]
    [InlineData("落实《责任单位考核办法》", "落实《责任单位考核办法》")]
    [InlineData("完成投资(2026)6号地块", "完成投资(2026)6号地块")]
    public void Only_what_can_have_been_nothing_else_is_mended(string seen, string mended) => Assert.Equal(mended, ScanRepair.Mend(seen));

    private static PdfFile Plan()
    {
        var pdf = new PdfFile().Page().Words(140, 90, "梅岭县水利工作实施方案", 22).Words(112, 140, "一、重点任务");
        pdf.Paragraph(80, 170, Task, squares: 27);
        return pdf;
    }

    private static byte[] Pictured(PdfFile pdf, string kind)
    {
        using var folder = new WorkFolder();
        folder.Put("page.pdf", pdf.Build());
        string[] arguments = [kind, "-gray", "-r", 180.ToString(CultureInfo.InvariantCulture), "-singlefile", "page.pdf", "page"];
        ProgramRun.Run(Popplers.PdfToPpm, arguments, folder, Limits, TestContext.Current.CancellationToken);
        return File.ReadAllBytes(Directory.GetFiles(folder.Path).Single(static file => Path.GetExtension(file) != ".pdf"));
    }

    // Recognition may take one character for its like; which one depends on its version.
    private static bool IsAlike(string expected, string seen) => expected.Length == seen.Length && expected.Zip(seen).Count(static pair => pair.First != pair.Second) <= 1;

    private static string Joined(DocumentText document) => string.Concat(Read.Paragraphs(document));

    private sealed class Told : IProgress<ReadingProgress>
    {
        public List<ReadingProgress> Pages { get; } = [];

        public void Report(ReadingProgress value) => Pages.Add(value);
    }
}
