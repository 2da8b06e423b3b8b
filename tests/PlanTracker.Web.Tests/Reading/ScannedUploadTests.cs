using System.Text;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Materials;
using PlanTracker.Web.Tests.Auditing;
using PlanTracker.Web.Tests.Features.Plans;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Reading;

/// <summary>Documents and reports are scanned as evidence is: before anything reads them, and nothing gets through while the scanner does not answer.</summary>
public sealed class ScannedUploadTests
{
    private const string Report = """
        望湖县发展和改革局2026年上半年法治建设工作总结

        一、清理规范性文件

        上半年清理规范性文件 12 件，公布清理结果。

        二、开展培训

        组织专题培训 3 场，参训 120 人次。
        """;

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task An_infected_document_or_report_is_refused_before_it_is_read_and_a_clean_one_is_taken(Database database)
    {
        await using var daemon = ClamAvDaemon.OnLoopback();
        await using var app = await TestApp.Start(database, new Dictionary<string, string> { ["Evidence:ClamAv"] = daemon.Address });
        var world = await World.Found(app);
        var infected = SamplePlan.Words + ClamAvDaemon.Mark;

        var document = (await app.Import(world, infected)).Refusal;
        var report = (await Take(app, world, Report + ClamAvDaemon.Mark)).Refusal;

        Assert.Equal((RefusalKind.FileInfected, "方案.txt"), (document?.Kind, document?.Arguments[0]));
        Assert.Equal((RefusalKind.FileInfected, "总结.txt"), (report?.Kind, report?.Arguments[0]));
        Assert.Equal((0, 0, 0), await Kept(app));
        Assert.Equal(2, daemon.Scanned.Count);
        Assert.All(await AuditTrailTests.Entries(app), x => Assert.Equal(DeedOutcome.Refused, x.Outcome));

        Assert.True((await app.Import(world)).IsDone);
        Assert.True((await Take(app, world, Report)).IsDone);
        Assert.Equal((2, 1, 1), await Kept(app));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task While_a_scanner_that_is_set_does_not_answer_neither_is_taken(Database database)
    {
        await using var app = await TestApp.Start(database, new Dictionary<string, string> { ["Evidence:ClamAv"] = "tcp://127.0.0.1:1" });
        var world = await World.Found(app);

        Assert.Equal(RefusalKind.FileNotScanned, (await app.Import(world)).Refusal?.Kind);
        Assert.Equal(RefusalKind.FileNotScanned, (await Take(app, world, Report)).Refusal?.Kind);
        Assert.Equal((0, 0, 0), await Kept(app));
    }

    private static Task<Outcome<MadeMaterial>> Take(TestApp app, World world, string words) =>
        app.Send(world.DevelopmentReporter, new TakeMaterial.Command("总结.txt", Encoding.UTF8.GetBytes(words), world.Development.Id));

    private static Task<(int Files, int Drafts, int Materials)> Kept(TestApp app) =>
        app.InStore(async db => (await db.StoredFiles.CountAsync(), await db.ImportDrafts.CountAsync(), await db.ReportMaterials.CountAsync()));
}
