using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers;
using PlanTracker.Domain;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Import;
using PlanTracker.Web.Features.Plans.Review;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Plans;

/// <summary>Whatever is dropped, the page says what is wrong; nothing brings the application down.</summary>
public sealed class BadInputTests
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    // Two pages without words, as an empty scan has them.
    private static readonly byte[] EmptyPages =
    [
        .. "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>endobj\n"u8,
        .. "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"u8,
        .. "trailer<</Size 5/Root 1 0 R>>\n%%EOF"u8,
    ];

    [Fact]
    public async Task Of_a_scan_the_page_that_is_being_recognized_is_told_while_it_is()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        var world = await World.Found(app);
        var told = new Told();

        await app.Send(world.Coordinator, new ImportDocument.Command(world.County.Id, "扫描件.pdf", EmptyPages, told));

        Assert.Equal([new ReadingProgress(1, 2), new ReadingProgress(2, 2)], told.Pages);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_kept_with_its_own_complaint()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        var world = await World.Found(app);
        var whole = Word("<w:p><w:r><w:t>一、任务</w:t></w:r></w:p>");
        (byte[] Content, DiagnosticKind Kind)[] files =
        [
            ([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], DiagnosticKind.Damaged),
            (EmptyPages, DiagnosticKind.IsPicture),
            ([0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0xFE, 0x81], DiagnosticKind.UnknownFormat),
            (whole[..(whole.Length / 2)], DiagnosticKind.Damaged),
            ([.. Ole, .. new byte[64], .. Encoding.Unicode.GetBytes("EncryptedPackage")], DiagnosticKind.PasswordProtected),
            (Word(new string(' ', 60 << 20)), DiagnosticKind.UnpackedTooLarge),
            (Word("&e;", "<!DOCTYPE d [<!ENTITY e 'x'>]>"), DiagnosticKind.ForbiddenDtd),
        ];
        foreach (var (content, kind) in files)
        {
            var imported = await app.Send(world.Coordinator, new ImportDocument.Command(world.County.Id, $"{kind}.docx", content));
            var draft = await app.Draft(world, imported.Value);
            Assert.Equal((ImportState.Unreadable, kind), (draft.State, Assert.Single(draft.Doubts).Kind));
            Assert.Empty(draft.Tasks);
        }

        Assert.Equal(files.Length, await app.InStore(db => db.StoredFiles.CountAsync()));
    }

    [Fact]
    public async Task Nothing_and_too_much_are_not_even_kept()
    {
        await using var app = await TestApp.Start(Database.Sqlite, new Dictionary<string, string> { ["Import:MaxBytes"] = "2097152" });
        var world = await World.Found(app);

        var empty = await app.Send(world.Coordinator, new ImportDocument.Command(world.County.Id, "空.txt", ReadOnlyMemory<byte>.Empty));
        var large = await app.Send(world.Coordinator, new ImportDocument.Command(world.County.Id, "大.txt", new byte[2097153]));

        Assert.Equal(RefusalKind.FileEmpty, empty.Refusal!.Kind);
        Assert.Equal((RefusalKind.FileTooLarge, "2 MB"), (large.Refusal!.Kind, large.Refusal.Arguments[0]));
        Assert.Equal(0, await app.InStore(db => db.ImportDrafts.CountAsync()) + await app.InStore(db => db.StoredFiles.CountAsync()));
    }

    [Theory]
    [InlineData("Import:Seconds", "0", DiagnosticKind.TookTooLong)]
    [InlineData("Import:HeapMegabytes", "1", DiagnosticKind.Damaged)]
    public async Task A_reading_that_does_not_end_or_dies_is_a_complaint_like_any_other(string setting, string value, DiagnosticKind kind)
    {
        await using var app = await TestApp.Start(Database.Sqlite, new Dictionary<string, string> { [setting] = value });
        var world = await World.Found(app);

        var draft = await app.Draft(world, (await app.Import(world)).Value);

        Assert.Equal((ImportState.Unreadable, kind), (draft.State, Assert.Single(draft.Doubts).Kind));
    }

    [Fact]
    public async Task What_is_no_plan_says_what_it_was_read_as()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        var world = await World.Found(app);

        var plain = await app.Draft(world, (await app.Import(world, "望湖县的湖水在秋天很清。\n岸边种了许多柳树。\n")).Value);
        var report = await app.Draft(world, (await app.Import(world, """
            望湖县2025年法治政府建设工作情况报告

            一、主要做法

            （一）清理文件。2025年共清理文件30件。

            二、下一步工作打算

            （一）继续清理文件。2026年底前完成全部清理。（责任单位：县司法局）
            """)).Value);

        Assert.Equal(ImportState.InReview, plain.State);
        Assert.Contains(plain.Doubts, x => x.Kind is DiagnosticKind.NotAPlan or DiagnosticKind.NoTasks);
        Assert.Equal(DocumentKind.Report, report.Fields.Kind);
        Assert.Contains(report.Doubts, x => x.Kind == DiagnosticKind.ReportOnlyNextSteps);
        Assert.Single(report.Tasks);
    }

    [Fact]
    public async Task A_text_in_the_older_encoding_is_read_and_a_day_that_does_not_exist_is_doubted()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var app = await TestApp.Start(Database.Sqlite);
        var world = await World.Found(app);
        var words = SamplePlan.Words.Replace("2026年9月30日", "2026年9月31日", StringComparison.Ordinal);

        var imported = await app.Send(world.Coordinator, new ImportDocument.Command(world.County.Id, "旧.txt", Encoding.GetEncoding("GBK").GetBytes(words)));
        var draft = await app.Draft(world, imported.Value);

        Assert.Equal("望湖县人民政府", draft.Fields.Issuer);
        Assert.Equal(4, draft.Tasks.Count);
        Assert.Contains(ReviewDoubts.Of(draft.Tasks[0].Content), x => x.Read?.Kind == DiagnosticKind.ImpossibleDate);
        Assert.False(draft.Tasks[0].Content.DeadlineConfirmed);
    }

    [Fact]
    public async Task A_file_is_given_out_to_nobody_who_is_not_signed_in()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        var world = await World.Found(app);
        var id = (await app.Import(world)).Value;
        using var client = app.CreateClient(new() { AllowAutoRedirect = false });

        var answer = await client.GetAsync(new Uri($"/imports/{id}/file", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("法治政府", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static byte[] Word(string body, string before = "")
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" """
                + """ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            Add(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" """
                + """Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
            Add(zip, "word/document.xml",
                $"""{before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>""");
        }

        return file.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }

    private sealed class Told : IProgress<ReadingProgress>
    {
        public ConcurrentQueue<ReadingProgress> Pages { get; } = [];

        public void Report(ReadingProgress value) => Pages.Enqueue(value);
    }
}
