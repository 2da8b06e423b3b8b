using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Tests.Auditing;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Progress;

public sealed class EvidenceTests
{
    private static readonly byte[] Program = [0x4D, 0x5A, 0x90, 0x00, 0x03, 0x00, 0x00, 0x00];
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00];

    [Theory]
    [InlineData("报告.pdf", RefusalKind.FileNotItsEnding)]
    [InlineData("照片.jpg", RefusalKind.FileNotItsEnding)]
    [InlineData("说明.txt", RefusalKind.FileNotItsEnding)]
    [InlineData("工具.exe", RefusalKind.FileKindUnknown)]
    [InlineData("报告", RefusalKind.FileKindUnknown)]
    public async Task A_program_is_refused_whatever_it_is_called(string name, RefusalKind kind)
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        Assert.Equal(kind, (await Hand(app, name, Program))?.Kind);
        Assert.Equal((0, 0), await Kept(app));
    }

    [Theory]
    [InlineData("网页.html")]
    [InlineData("图.svg")]
    [InlineData("脚本.js")]
    public async Task Text_that_a_browser_would_run_is_no_evidence(string name)
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        Assert.Equal(RefusalKind.FileKindUnknown, (await Hand(app, name, "<script>alert(1)</script>"u8.ToArray()))?.Kind);
    }

    [Fact]
    public async Task One_content_is_kept_once_however_often_it_is_handed_in_and_sizes_are_limited_by_the_setting()
    {
        await using var app = await TestApp.Start(Database.Sqlite, new Dictionary<string, string> { ["Evidence:MostBytes"] = "1048576", ["Evidence:MostFiles"] = "2" });
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);

        Assert.Null(await Hand(app, world, laid, ("一.png", Picture), ("二.png", Picture)));
        Assert.Null(await Hand(app, world, laid, ("三.png", Picture)));
        Assert.Equal((3, 1), await Kept(app));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(app.Store.DataFolder, "files"), "*", SearchOption.AllDirectories));
        Assert.Equal(RefusalKind.FileTooLarge, (await Hand(app, world, laid, ("大.png", [.. Picture, .. new byte[1 << 20]])))?.Kind);
        Assert.Equal(RefusalKind.TooManyFiles, (await Hand(app, world, laid, ("一.png", Picture), ("二.png", Picture), ("三.png", Picture)))?.Kind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_infected_file_is_refused_and_written_down_and_a_clean_one_is_kept(bool onSocket)
    {
        await using var daemon = onSocket ? ClamAvDaemon.OnSocket() : ClamAvDaemon.OnLoopback();
        await using var app = await TestApp.Start(Database.Sqlite, new Dictionary<string, string> { ["Evidence:ClamAv"] = daemon.Address });
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);

        var refusal = await Hand(app, world, laid, ("台账.txt", Encoding.UTF8.GetBytes("内容 " + ClamAvDaemon.Mark)));

        Assert.Equal(RefusalKind.FileInfected, refusal?.Kind);
        Assert.Equal(["台账.txt", "Win.Test.Marked-1"], refusal!.Arguments);
        Assert.Equal((0, 0), await Kept(app));
        var entry = Assert.Single(await AuditTrailTests.Entries(app));
        Assert.Equal((DeedOutcome.Refused, "FileInfected\n台账.txt\nWin.Test.Marked-1", "发改经办"), (entry.Outcome, entry.Refusal, entry.Person));

        byte[] large = [.. Picture, .. new byte[200_000]];
        Assert.Null(await Hand(app, world, laid, ("现场.png", large)));
        Assert.Equal((1, 1), await Kept(app));
        Assert.Equal(large.Length, daemon.Scanned.Last());
    }

    [Theory]
    [InlineData("tcp://127.0.0.1:1")]
    [InlineData("/nowhere/clamd.ctl")]
    [InlineData("not an address")]
    public async Task A_scanner_that_is_set_and_does_not_answer_lets_nothing_through(string address)
    {
        await using var app = await TestApp.Start(Database.Sqlite, new Dictionary<string, string> { ["Evidence:ClamAv"] = address });
        Assert.Equal(RefusalKind.FileNotScanned, (await Hand(app, "现场.png", Picture))?.Kind);
        Assert.Equal((0, 0), await Kept(app));
    }

    [Fact]
    public async Task A_file_that_the_scanner_finds_too_large_is_refused()
    {
        await using var daemon = ClamAvDaemon.OnLoopback(most: 100);
        await using var app = await TestApp.Start(Database.Sqlite, new Dictionary<string, string> { ["Evidence:ClamAv"] = daemon.Address });
        Assert.Equal(RefusalKind.FileNotScanned, (await Hand(app, "现场.png", [.. Picture, .. new byte[5000]]))?.Kind);
    }

    [Fact]
    public async Task It_leaves_as_a_download_that_can_do_nothing_and_only_to_those_who_may_see_the_task()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        var world = await World.Found(app);
        Assert.Null(await Hand(app, world, await Laid.Down(app, world, OccurrenceState.InProgress), ("现场.png", Picture)));
        var id = await app.InStore(db => db.Evidence.Select(x => x.Id).SingleAsync());
        using var unit = await Forms.SignedIn(app, world.DevelopmentReporter);
        using var neighbour = await Forms.SignedIn(app, world.NeighbourCoordinator);

        using var file = await unit.GetAsync($"/evidence/{id}", TestContext.Current.CancellationToken);
        using var refused = await neighbour.GetAsync($"/evidence/{id}", TestContext.Current.CancellationToken);

        Assert.Equal(("attachment", "现场.png"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("application/octet-stream", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["nosniff"], file.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["default-src 'none'; sandbox"], file.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(Picture, await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    private static async Task<Refusal?> Hand(TestApp app, string name, byte[] content)
    {
        var world = await World.Found(app);
        return await Hand(app, world, await Laid.Down(app, world, OccurrenceState.InProgress), (name, content));
    }

    private static async Task<Refusal?> Hand(TestApp app, World world, Laid laid, params (string Name, byte[] Content)[] files) =>
        (await app.Send(
            world.DevelopmentReporter,
            new FileReport.Command(laid.Lead.Id, new ReportEntry("完成") { Files = [.. files.Select(x => new EvidenceFile(x.Name, x.Content))] }))).Refusal;

    private static Task<(int Evidence, int Files)> Kept(TestApp app) => app.InStore(async db => (await db.Evidence.CountAsync(), await db.StoredFiles.CountAsync()));
}
