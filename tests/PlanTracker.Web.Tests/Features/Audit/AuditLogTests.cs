using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Auditing;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Audit;
using PlanTracker.Web.Features.Units;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Audit;

public sealed class AuditLogTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_auditor_narrows_the_log_and_nobody_else_reads_it(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var auditor = Auditor(world.County);
        await Group(app, world.Coordinator, world, "甲组");
        app.Time.Advance(TimeSpan.FromDays(2));
        await Group(app, world.FinanceReporter, world, "乙组");
        await app.Send(auditor, new SaveRetention.Command(200));

        async Task<IEnumerable<long>> Found(ListEntries.Query query) => (await app.Send(auditor, query)).Value.Rows.Select(x => x.Number);
        Assert.Equal([3L, 2, 1], await Found(new ListEntries.Query(new AuditNarrowing())));
        Assert.Equal([2L], await Found(new ListEntries.Query(new AuditNarrowing(), Outcome: DeedOutcome.Refused)));
        Assert.Equal([2L, 1], await Found(new ListEntries.Query(new AuditNarrowing(), "Units.")));
        Assert.Equal([3L], await Found(new ListEntries.Query(new AuditNarrowing(), "Audit.SaveRetention")));
        Assert.Equal([2L], await Found(new ListEntries.Query(new AuditNarrowing("财政"))));
        Assert.Equal([1L], await Found(new ListEntries.Query(new AuditNarrowing(To: app.Today.AddDays(-1)))));
        Assert.Empty((await app.Send(Auditor(world.Neighbour), new ListEntries.Query(new AuditNarrowing()))).Value.Rows);

        foreach (var actor in new[] { world.Coordinator, world.Leader, world.DevelopmentReporter, world.SystemAdministrator, world.SecurityAdministrator, Actor.Nobody })
        {
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new ListEntries.Query(new AuditNarrowing()))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new VerifyLog.Query())).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new ReadRetention.Query())).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new SaveRetention.Command(365))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new RemoveOldEntries.Command(app.Today))).Refusal?.Kind);
        }

        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(auditor, new RemoveOldEntries.Command(app.Today))).Refusal?.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_has_been_kept_for_its_time_is_removed_and_the_rest_still_verifies(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var auditor = Auditor(world.County);
        foreach (var tooShort in new[] { 0, 182, -5 })
            Assert.Equal(RefusalKind.Invalid, (await app.Send(auditor, new SaveRetention.Command(tooShort))).Refusal?.Kind);
        await app.Send(auditor, new SaveRetention.Command(183));
        await Group(app, world.Coordinator, world, "甲组");
        app.Time.Advance(TimeSpan.FromDays(183));
        Assert.Equal(0, (await app.Send(Actor.System, new RemoveOldEntries.Command(app.Today))).Value);
        app.Time.Advance(TimeSpan.FromDays(1));
        await Group(app, world.Coordinator, world, "乙组");

        Assert.Equal(5, (await app.Send(Actor.System, new RemoveOldEntries.Command(app.Today))).Value);
        Assert.Equal(0, (await app.Send(Actor.System, new RemoveOldEntries.Command(app.Today))).Value);

        var report = (await app.Send(auditor, new VerifyLog.Query())).Value;
        Assert.Equal((2, 6, 7, null), (report.Right, report.First, report.Last, report.Broken));
        var anchor = (await app.Send(auditor, new ListEntries.Query(new AuditNarrowing()))).Value.Rows[0];
        Assert.Equal("Audit.RemoveOldEntries", anchor.Action);
        Assert.Contains("\"count\":\"5\",\"first\":\"1\",\"last\":\"5\"", anchor.Arguments, StringComparison.Ordinal);

        // A second time, when the first anchor itself goes.
        app.Time.Advance(TimeSpan.FromDays(200));
        Assert.Equal(2, (await app.Send(Actor.System, new RemoveOldEntries.Command(app.Today))).Value);
        report = (await app.Send(auditor, new VerifyLog.Query())).Value;
        Assert.Equal((1, 8, 8, null), (report.Right, report.First, report.Last, report.Broken));
        Assert.Contains("共 1 条", VerifyAudit.Sentence(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_out_as_a_table_no_cell_is_a_formula()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        var world = await World.Found(app);
        var refused = await Group(app, new Actor(Guid.Empty, "=1+1", [.. world.Coordinator.Held]), world, "=HYPERLINK(\"x\")");
        Assert.Null(refused);

        var rows = (await app.Send(Auditor(world.County), new ListEntries.Query(new AuditNarrowing(), ForExport: true))).Value.Rows;
        await using var scope = app.Services.CreateAsyncScope();
        var sheet = scope.ServiceProvider.GetRequiredService<AuditSheet>();
        var text = Encoding.UTF8.GetString(sheet.Csv(rows));
        Assert.Contains("'=HYPERLINK", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",=HYPERLINK", text, StringComparison.Ordinal);
        Assert.Contains(rows[0].Hash, text, StringComparison.Ordinal);
        Assert.NotEmpty(sheet.Xlsx(rows));
    }

    private static async Task<Refusal?> Group(TestApp app, Actor actor, World world, string name) =>
        (await app.Send(actor, new SaveGroup.Command(null, world.County.Id, name, [], "", [world.Finance.Id]))).Refusal;

    private static Actor Auditor(Jurisdiction place) =>
        new(Guid.Parse("0196c0de-0000-7000-8000-000000000001"), "审计员", [new Held(Function.AuditAdministrator, place.Id, place.Path, null)]);
}
