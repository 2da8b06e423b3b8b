using System.Globalization;
using System.IO.Compression;
using System.Text;
using PlanTracker.Documents;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers;

namespace PlanTracker.Web.Reading;

/// <summary>The process that reads one upload and ends: what a hostile file may do to it stays with it. Started as
/// `read SECONDS MAXBYTES SCANNEDPAGES SECONDSPERPAGE`, with `ahead` behind it where its file comes later, `text` where no plan is looked for in it, or
/// `mark` where only a mark of secrecy is.</summary>
internal static class ReadingChild
{
    public const string TextOnly = "text";
    public const string MarkAlone = "mark";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static bool IsWanted(string[] args) => args is ["read", _, _, _, _, ..];

    public static async Task<int> Run(string[] args)
    {
        var time = TimeSpan.FromSeconds(int.Parse(args[1], CultureInfo.InvariantCulture));
        var limits = ReadingLimits.Default with
        {
            MaxBytes = long.Parse(args[2], CultureInfo.InvariantCulture),
            MaxScannedPages = int.Parse(args[3], CultureInfo.InvariantCulture),
            SecondsPerScannedPage = int.Parse(args[4], CultureInfo.InvariantCulture), MarkAlone = args is [.., MarkAlone],
        };
        if (args is [.., "ahead"])
            await WarmUp(limits);
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        var first = await FirstByte(input);
        if (first.Length == 0)
            return 0;
        using var limit = new CancellationTokenSource(time);
        var progress = new PageByPage(limit, TimeSpan.FromSeconds(limits.SecondsPerScannedPage) + time);
        try
        {
            await ReadingProtocol.ServeAsync(new Continued(first, input), output, limits, textOnly: args is [.., TextOnly], limit.Token, progress);
        }
        catch (OperationCanceledException)
        {
            await Complain(output, DiagnosticKind.TookTooLong);
        }
        catch (OutOfMemoryException)
        {
            await Complain(output, DiagnosticKind.UnpackedTooLarge);
        }
        catch (IOException)
        {
            // Nobody wants the answer any more.
        }

        return 0;
    }

    // A page that is recognized has a time of its own; what is left of the file after the last has the file's.
    private sealed class PageByPage(CancellationTokenSource limit, TimeSpan time) : IProgress<ReadingProgress>
    {
        public void Report(ReadingProgress value)
        {
            limit.CancelAfter(time);
            Console.Error.WriteLine(ProgressLine.Of(value));
        }
    }

    private static Task Complain(Stream output, DiagnosticKind kind) => ReadingProtocol.WriteAsync(output, ReadDocument.Unreadable(new Diagnostic(kind)));

    // A process that waits too long for its file is let go of; the next one starts as fast.
    private static async Task<byte[]> FirstByte(Stream input)
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var end = patience.Token.Register(() => Environment.Exit(0));
        var first = new byte[1];
        return await input.ReadAsync(first, CancellationToken.None) == 0 ? [] : first;
    }

    /// <summary>Has the code compiled while nobody waits: the first file is then read as fast as the tenth.</summary>
    private static async Task WarmUp(ReadingLimits limits)
    {
        string[] lines =
        [
            "望湖县法治政府建设实施方案（2026—2030年）", "望府发〔2026〕1号", "一、重点任务",
            "（一）规范文件管理。每年12月底前清理一次，报备率达到100%。（牵头单位：县司法局；责任单位：县财政局等，各镇人民政府）",
            "（二）公开办事流程。2026年6月30日前完成。", "责任单位：县司法局、县财政局", "望湖县人民政府", "2026年1月5日",
        ];
        foreach (var sample in new[] { Encoding.UTF8.GetBytes(string.Join('\n', lines)), Word(lines) })
            await ReadingProtocol.ServeAsync(new MemoryStream(sample), Stream.Null, limits);
    }

    private static byte[] Word(string[] lines)
    {
        var body = string.Concat(lines.Select(line => $"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"));
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"
                ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml"
                ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
                """);
            Part(zip, "_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="word/document.xml"
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>
                """);
            Part(zip, "word/document.xml",
                $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>""");
        }

        return file.ToArray();
    }

    private static void Part(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }
}
