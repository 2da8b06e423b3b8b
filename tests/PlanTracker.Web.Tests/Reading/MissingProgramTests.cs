using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Tests.Readers.Pdf;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Import;
using PlanTracker.Web.Tests.Features.Plans;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Reading;

/// <summary>Imports on a server that lacks the programs which read printed and scanned pages.</summary>
public sealed class MissingProgramTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plantracker-programs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Without_the_programs_for_PDF_the_import_says_what_to_install() =>
        Assert.Contains("请系统管理员在服务器上安装 poppler-utils，再重新上传", await Said(folder), StringComparison.Ordinal);

    [Fact]
    public async Task Without_the_recognition_a_scan_is_told_what_to_install()
    {
        Stand("pdftotext");
        Stand("pdftoppm");

        Assert.Contains("请系统管理员在服务器上安装 tesseract-ocr tesseract-ocr-chi-sim，再重新上传", await Said(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Chinese_the_recognition_is_told_what_to_install()
    {
        Stand("pdftotext");
        Stand("pdftoppm");
        Stand("tesseract", $"export TESSDATA_PREFIX={folder}");

        Assert.Contains("请系统管理员在服务器上安装 tesseract-ocr tesseract-ocr-chi-sim，再重新上传", await Said(folder), StringComparison.Ordinal);
    }

    private static async Task<string> Said(string folders)
    {
        await using var app = await TestApp.Start(Database.Sqlite, new Dictionary<string, string> { ["Import:ProgramFolders"] = folders });
        var world = await World.Found(app);
        var scan = new PdfFile().Page().Bar(80, 80, 300, 200).Build();

        var imported = await app.Send(world.Coordinator, new ImportDocument.Command(world.County.Id, "扫描件.pdf", scan));

        Assert.True(imported.IsDone);
        var draft = await app.Draft(world, imported.Value);
        Assert.Equal(ImportState.Unreadable, draft.State);
        return string.Join('\n', draft.Doubts.Select(static doubt =>
            DiagnosticWording.Sentence(new Diagnostic(doubt.Kind, Words: doubt.Words), WordingLanguage.Chinese)));
    }

    private void Stand(string program, string first = "")
    {
        var found = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(path => Path.Combine(path, program)).First(File.Exists);
        var file = Path.Combine(folder, program);
        File.WriteAllText(file, $"#!/bin/sh\n{first}\nexec {found} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }
}
