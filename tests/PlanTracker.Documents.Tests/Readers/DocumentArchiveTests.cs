using System.IO.Compression;
using System.Text;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers;
using PlanTracker.Documents.Tests.Readers.Pdf;
using static PlanTracker.Documents.Tests.Readers.OfficeFiles;

namespace PlanTracker.Documents.Tests.Readers;

public sealed class DocumentArchiveTests
{
    private const string Plan =
        "望湖县2026年法治政府建设实施方案\n一、重点任务\n（一）规范文件管理。2026年6月底前清理一次。（责任单位：县司法局）\n（二）公开办事流程。（责任单位：县财政局）\n";

    [Fact]
    public void Every_document_is_read_and_the_plan_among_them_comes_first()
    {
        var read = Of(Packed(("通知.txt", "关于开会的通知\n请各单位参加。\n"), ("附件/方案.docx", WordOf(Plan)), ("__MACOSX/._方案.docx", "x"), ("图.png", "\u0089PNG\r\n\u001A\n")));
        Assert.Equal(("方案.docx", DocumentKind.Plan, 2), (read.Name, read.Draft.Kind, read.Draft.Tasks.Count));
        Assert.Equal("方案.docx", Assert.Single(read.Draft.Diagnostics, static x => x.Kind == DiagnosticKind.OneOfSeveral).Words);
        Assert.Equal(["通知.txt"], read.Others.Select(static other => other.Name));
    }

    [Fact]
    public void An_archive_of_one_document_is_read_as_that_document()
    {
        var read = Of(Packed(("方案.txt", Plan)));
        Assert.Equal((2, 0), (read.Draft.Tasks.Count, read.Others.Count));
        Assert.DoesNotContain(read.Draft.Diagnostics, static x => x.Kind == DiagnosticKind.OneOfSeveral);
    }

    [Theory]
    [InlineData("GB18030", "工作方案.txt")]
    [InlineData("utf-8", "方案AB.txt")]
    public void Names_are_read_in_the_encoding_that_they_are_in(string encoding, string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = Zip(("ABCDEFGH.txt", Plan), ("b.txt", "甲"));
        Assert.Equal(name, Of(Renamed(file, "ABCDEFGH.txt", Encoding.GetEncoding(encoding).GetBytes(name))).Name);
    }

    [Fact]
    public void What_was_not_read_of_an_archive_is_said_by_name()
    {
        var read = Of(Packed(("方案.txt", Plan), ("旧.zip", Latin(Zip(("x.txt", Plan)))), ("坏.pdf", "%PDF-1.4\n"), ("章.png", "\u0089PNG\r\n\u001A\n")));
        Assert.Equal(2, read.Draft.Tasks.Count);
        Assert.Equal("「旧.zip」「坏.pdf」", Assert.Single(read.Draft.Diagnostics, static x => x.Kind == DiagnosticKind.OthersUnreadable).Words);
        Assert.Equal("1", Assert.Single(read.Draft.Diagnostics, static x => x.Kind == DiagnosticKind.PicturesLeftOut).Words);
    }

    [Fact]
    public void All_files_of_an_archive_share_the_scanned_pages_and_what_goes_beyond_is_left_with_a_word()
    {
        var two = Latin(new PdfFile().Page().Page().Build());
        var limits = ReadingLimits.Default with { MaxScannedPages = 3 };
        var read = ReadDocument.Read(
            Packed(("1.pdf", two), ("2.pdf", two), ("方案.txt", Plan), ("3.pdf", Latin(new PdfFile().Page().Build()))), limits, TestContext.Current.CancellationToken);

        Assert.Equal(("方案.txt", 2), (read.Name, read.Draft.Tasks.Count));
        Assert.Equal(
            [DiagnosticKind.IsPicture, DiagnosticKind.TooManyScannedTogether, DiagnosticKind.IsPicture], read.Others.Select(static other => other.Draft.Diagnostics[0].Kind));
        Assert.Equal("「1.pdf」「2.pdf」「3.pdf」", Assert.Single(read.Draft.Diagnostics, static x => x.Kind == DiagnosticKind.OthersUnreadable).Words);
    }

    [Fact]
    public void What_was_read_when_the_time_was_over_stays_and_the_rest_is_named()
    {
        using var time = new CancellationTokenSource();
        var read = ReadDocument.Read(
            Packed(("方案.txt", Plan), ("扫描.pdf", Latin(new PdfFile().Page().Page().Build())), ("又.txt", Plan)), ReadingLimits.Default, time.Token, new Cancelling(time));

        Assert.Equal(("方案.txt", 2), (read.Name, read.Draft.Tasks.Count));
        Assert.Equal([DiagnosticKind.TookTooLong, DiagnosticKind.TookTooLong], read.Others.Select(static other => other.Draft.Diagnostics[0].Kind));
        Assert.Equal("「扫描.pdf」「又.txt」", Assert.Single(read.Draft.Diagnostics, static x => x.Kind == DiagnosticKind.OthersUnreadable).Words);
    }

    private sealed class Cancelling(CancellationTokenSource time) : IProgress<ReadingProgress>
    {
        public void Report(ReadingProgress value) => time.Cancel();
    }

    [Fact]
    public void An_archive_inside_of_an_archive_is_not_opened()
    {
        var read = Of(Packed(("方案.txt", Plan), ("内.zip", Latin(Zip(("x.txt", Plan))))));
        Assert.Equal(2, read.Draft.Tasks.Count);
        Assert.Equal(DiagnosticKind.NestedArchive, Assert.Single(Assert.Single(read.Others).Draft.Diagnostics).Kind);
    }

    [Fact]
    public void One_document_marked_secret_refuses_all() =>
        Assert.Equal(DiagnosticKind.MarkedSecret, Complaint(Of(Packed(("方案.txt", Plan), ("二.txt", "机密★5年\n" + Plan)))));

    [Fact]
    public void All_that_is_unpacked_counts_together_and_there_is_a_most_of_files()
    {
        var filler = WordOf(new string(' ', 900_000));
        var limits = ReadingLimits.Default with { MaxUnpackedBytes = 2 << 20 };
        var read = ReadDocument.Read(Packed(("1.docx", filler), ("2.docx", filler), ("3.docx", filler)), limits, TestContext.Current.CancellationToken);
        Assert.Contains(read.Others.Append(read), static x => Complaint(x) == DiagnosticKind.UnpackedTooLarge);
        Assert.Equal(DiagnosticKind.TooManyParts, Complaint(Of(Packed([.. Enumerable.Range(0, 21).Select(static i => ($"{i}.txt", Plan))]))));
        Assert.Equal(DiagnosticKind.UnknownFormat, Complaint(Of(Packed(("a/", "")))));
    }

    private static ReadDocument Of(byte[] file) => ReadDocument.Read(file, ReadingLimits.Default);

    private static DiagnosticKind? Complaint(ReadDocument read) => read.Text is null ? read.Draft.Diagnostics[0].Kind : null;

    private static string WordOf(string text) => Latin(Docx(string.Concat(text.TrimEnd('\n').Split('\n').Select(static line => P(line)))));

    // Bytes as characters, so that documents and texts stand beside each other in a test.
    private static string Latin(byte[] bytes) => "\0" + Encoding.Latin1.GetString(bytes);

    private static byte[] Packed(params (string Name, string Content)[] files)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                var isText = !content.StartsWith('\0') && !content.StartsWith('\u0089');
                entry.Write(isText ? Encoding.UTF8.GetBytes(content) : Encoding.Latin1.GetBytes(content.TrimStart('\0')));
            }
        }
        return file.ToArray();
    }

    private static byte[] Renamed(byte[] file, string before, byte[] after)
    {
        var name = Encoding.ASCII.GetBytes(before);
        Assert.Equal(name.Length, after.Length);
        for (var i = 0; i + name.Length <= file.Length; i++)
        {
            if (file.AsSpan(i, name.Length).SequenceEqual(name))
                after.CopyTo(file, i);
        }
        return file;
    }
}
