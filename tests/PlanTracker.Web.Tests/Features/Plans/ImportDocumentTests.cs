using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Import;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Plans;

public sealed class ImportDocumentTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_plan_becomes_a_draft_whose_units_are_those_of_the_register(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);

        var draft = await app.Draft(world, (await app.Import(world)).Value);

        Assert.Equal(ImportState.InReview, draft.State);
        Assert.Equal(DocumentKind.Plan, draft.Fields.Kind);
        Assert.Equal((2026, 2027), (draft.Fields.FirstYear!.Value, draft.Fields.LastYear!.Value));
        Assert.Equal(["（一）", "（二）", "（三）", "（四）"], draft.Tasks.Select(x => x.Number));
        Assert.Equal(
            [(world.Justice.Id, Role.Lead, false), (world.Development.Id, Role.Cooperating, false)],
            draft.Tasks[0].Content.Units.Select(x => (x.OrgUnitId!.Value, x.Role, x.Provisional)));

        // 财政局 takes over the place printed before it; the first of the row is proposed to lead.
        Assert.Equal(
            [(world.Development.Id, Role.Lead, true), (world.Finance.Id, Role.Responsible, false)],
            draft.Tasks[1].Content.Units.Select(x => (x.OrgUnitId!.Value, x.Role, x.Provisional)));
        Assert.Equal([new DateOnly(2026, 6, 30), new DateOnly(2026, 12, 31)], draft.Tasks[1].Content.Deadlines.Select(x => x.Day));
        Assert.Equal(("县湖泊保护中心", null), (draft.Tasks[2].Content.Units[1].Name, draft.Tasks[2].Content.Units[1].OrgUnitId));
        Assert.Equal(Recurrence.Yearly, draft.Tasks[2].Content.Recurrence);
        Assert.Equal([true, true, true, false], draft.Tasks.Select(x => x.Content.DeadlineConfirmed));
        Assert.All(draft.Tasks, x => Assert.InRange(x.SpanEnd!.Value, x.SpanStart!.Value, draft.SourceText.Length));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_same_file_again_leads_to_what_it_gave_before(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);

        var first = await app.Import(world);
        var second = await app.Import(world, name: "另一个名字.txt");

        Assert.Equal(first.Value, second.Value);
        Assert.Equal(1, await app.InStore(db => db.ImportDrafts.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Each_document_of_an_archive_is_reviewed_by_itself_and_the_archive_is_kept(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, words) in new[] { ("通知.txt", "关于开会的通知\n请各单位参加。\n"), ("附件/方案.txt", SamplePlan.Words) })
            {
                await using var entry = await zip.CreateEntry(name).OpenAsync(TestContext.Current.CancellationToken);
                await entry.WriteAsync(Encoding.UTF8.GetBytes(words), TestContext.Current.CancellationToken);
            }
        }

        var command = new ImportDocument.Command(world.County.Id, "一批文件.zip", packed.ToArray());
        var imported = await app.Send(world.Coordinator, command);
        var again = await app.Send(world.Coordinator, command);

        Assert.Equal(imported.Value, again.Value);
        Assert.Equal(4, (await app.Draft(world, imported.Value)).Tasks.Count);
        var drafts = await app.InStore(db => db.ImportDrafts.OrderBy(x => x.CreatedAt).ToListAsync());
        Assert.Equal(["一批文件.zip › 方案.txt", "一批文件.zip › 通知.txt"], drafts.Select(x => x.FileName));
        Assert.Equal(imported.Value, drafts[0].Id);
        Assert.Equal(1, await app.InStore(db => db.StoredFiles.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Of_a_file_marked_secret_nothing_stays_but_that_one_was_refused(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);

        var refused = await app.Import(world, "机密★1年\n" + SamplePlan.Words, "不可留名.txt");

        Assert.Equal(RefusalKind.FileMarkedSecret, refused.Refusal!.Kind);
        Assert.Equal(DiagnosticKind.MarkedSecret, (await app.InStore(db => db.RefusedUploads.SingleAsync())).Reason);
        Assert.Equal(0, await app.InStore(db => db.ImportDrafts.CountAsync()) + await app.InStore(db => db.StoredFiles.CountAsync()));
        Assert.False(Directory.Exists(Path.Combine(app.Store.DataFolder, "files")));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Who_does_not_coordinate_the_county_imports_nothing_into_it(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var command = new ImportDocument.Command(world.County.Id, "方案.txt", "一、"u8.ToArray());

        foreach (var actor in new[] { world.NeighbourCoordinator, world.FinanceReporter, world.Leader, world.SystemAdministrator })
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, command)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.FinanceReporter, new ListImports.Query())).Refusal!.Kind);
        Assert.Empty((await app.Send(world.NeighbourCoordinator, new ListImports.Query())).Value.Rows);
    }
}
