using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using PlanTracker.Documents.Drafts;
using PlanTracker.Web.Reading;

namespace PlanTracker.Web.Tests.Reading;

/// <summary>Files made to harm, each through a process of its own: there is an answer to all, and this process holds nothing of them.</summary>
public sealed class HostileUploadTests
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static TheoryData<string, DiagnosticKind> Hostile => new()
    {
        { "unpacks to 200 MB", DiagnosticKind.UnpackedTooLarge },
        { "entities that multiply", DiagnosticKind.ForbiddenDtd },
        { "an entity outside", DiagnosticKind.ForbiddenDtd },
        { "300,000 paragraphs", DiagnosticKind.TooManyParts },
        { "5,000 nested tables", DiagnosticKind.TooDeep },
        { "300,000 nested elements", DiagnosticKind.TooDeep },
        { "one line of 15 MB", DiagnosticKind.TooLong },
        { "braces without end", DiagnosticKind.TooDeep },
        { "sectors in a circle", DiagnosticKind.Damaged },
        { "an archive of 30 documents", DiagnosticKind.TooManyParts },
        { "cut off", DiagnosticKind.Damaged },
        { "locked", DiagnosticKind.PasswordProtected },
        { "marked secret", DiagnosticKind.MarkedSecret },
    };

    [Theory, MemberData(nameof(Hostile))]
    public async Task Whatever_is_uploaded_has_its_answer_and_leaves_nothing_behind(string name, DiagnosticKind kind)
    {
        using var reading = new DocumentReading(new ReadingOptions { Seconds = 60 }, NullLogger<DocumentReading>.Instance);
        var file = Make(name);

        var read = await reading.Read(file, TestContext.Current.CancellationToken);

        Assert.Equal((null, kind), (read.Text, Assert.Single(read.Draft.Diagnostics).Kind));
        Assert.Empty(read.Draft.Tasks);
    }

    private static byte[] Make(string name) => name switch
    {
        "unpacks to 200 MB" => Document("", new string(' ', 200 << 20)),
        "entities that multiply" => Document("<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>", "<w:p>&b;</w:p>"),
        "an entity outside" => Document("<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>", "<w:p>&x;</w:p>"),
        "300,000 paragraphs" => Document("", string.Concat(Enumerable.Repeat("<w:p/>", 300_000))),
        "5,000 nested tables" => Document("", Nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 5_000)),
        "300,000 nested elements" => Encoding.UTF8.GetBytes("<html><body>" + Nested("<div>", "</div>", 300_000)),
        "one line of 15 MB" => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("（一）清理文件。", 600_000))),
        "braces without end" => Encoding.ASCII.GetBytes("{\\rtf1" + new string('{', 1_000_000)),
        "sectors in a circle" => Circle(),
        "an archive of 30 documents" => Packed([.. Enumerable.Range(0, 30).Select(static i => ($"{i}.txt", "一、任务"))]),
        "cut off" => Document("", "<w:p><w:r><w:t>一、任务</w:t></w:r></w:p>")[..^60],
        "locked" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")],
        _ => Packed([("方案.txt", "一、任务"), ("附件.txt", "秘密★1年\n一、任务")]),
    };

    private static string Nested(string open, string close, int depth) =>
        string.Concat(Enumerable.Repeat(open, depth)) + string.Concat(Enumerable.Repeat(close, depth));

    /// <summary>A compound file whose directory goes on in itself.</summary>
    private static byte[] Circle()
    {
        var file = new byte[512 * 3];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        (file[30], file[32], file[44]) = (9, 6, 1);
        Array.Fill(file, (byte)0xFF, 76, 512 - 76);
        Array.Clear(file, 48, 4);
        BitConverter.TryWriteBytes(file.AsSpan(76), 1);
        return file;
    }

    private static byte[] Document(string before, string body) => Packed(
        ("[Content_Types].xml", """<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""),
        ("word/document.xml", $"""{before}<w:document xmlns:w="{Word}"><w:body>{body}</w:body></w:document>"""));

    private static byte[] Packed(params (string Name, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
                writer.Write(content);
            }
        }
        return file.ToArray();
    }
}
