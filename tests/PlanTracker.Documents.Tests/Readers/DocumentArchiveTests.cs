using System.IO.Compression;
using System.Text;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers;
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
