using System.Text;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Documents.Drafts;
using Npgsql;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Materials;
using PlanTracker.Web.Features.Plans.Import;
using PlanTracker.Web.Features.Progress;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Materials;

public sealed class MaterialTests
{
    private const string Summary = """
        望湖县2026年上半年法治建设工作总结
        一、主要做法
        （一）抓事项清单。梳理公布事项清单三批，公布事项126项，群众满意率达到98%。
        （二）抓队伍建设。对新进人员开展专项培训2期，培训85人次。
        （三）抓节约用电。办公楼照明全部换成节能灯。
        二、下一步打算
        （一）完善清单管理。建立清单动态调整机制。
        """;

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_unit_keeps_a_passage_as_draft_behind_what_it_typed_and_hands_it_in_itself(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        await app.Send(world.DevelopmentReporter, new SaveDraft.Command(laid.Lead.Id, "已征求意见。", 40, ""));
        var id = await Take(app, world.DevelopmentReporter, world.Development.Id);

        var opened = (await app.Send(world.DevelopmentReporter, new OpenMaterial.Query(id))).Value;
        var passage = opened.Passages[0];
        var proposal = passage.Proposals[0];
        Assert.Equal((laid.Joint.Id, true), (proposal.Task.TaskId, proposal.IsStrong));
        Assert.Contains("梳理公布事项清单", proposal.Shared);
        Assert.True((await app.Send(world.DevelopmentReporter, new TakePassages.Command(id, [new(passage.Id, laid.Lead.Id)]))).IsDone);

        var row = (await app.Send(world.DevelopmentReporter, new OpenReport.Query()))[0].Rows[0];
        Assert.Equal($"已征求意见。\n{passage.Words}", row.DraftWords);
        Assert.Equal("公布事项 126项\n群众满意率 98%", row.DraftFigures);
        Assert.Equal("望湖县2026年上半年法治建设工作总结", row.DraftOrigin);
        Assert.Null(row.Now);
        Assert.Empty(await app.InStore(db => db.ProgressReports.ToListAsync()));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Taken_back_its_words_leave_the_draft_and_what_was_typed_stays(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        await app.Send(world.DevelopmentReporter, new SaveDraft.Command(laid.Lead.Id, "已征求意见。", 40, ""));
        var id = await Take(app, world.DevelopmentReporter, world.Development.Id);
        var passage = (await app.Send(world.DevelopmentReporter, new OpenMaterial.Query(id))).Value.Passages[0];
        await app.Send(world.DevelopmentReporter, new TakePassages.Command(id, [new(passage.Id, laid.Lead.Id, "改过的话", "事项 1 项")]));

        Assert.True((await app.Send(world.DevelopmentReporter, new SettlePassage.Command(passage.Id, SetAside: false))).IsDone);

        var draft = await app.InStore(db => db.ReportDrafts.SingleAsync());
        Assert.Equal(("已征求意见。", ""), (draft.Words, draft.Figures));
        Assert.Equal(PassageState.Open, (await app.Send(world.DevelopmentReporter, new OpenMaterial.Query(id))).Value.Passages[0].State);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_office_sets_a_countys_report_before_the_leads_and_each_is_told_once(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        var id = await Take(app, world.Coordinator, null);
        var opened = (await app.Send(world.Coordinator, new OpenMaterial.Query(id))).Value;
        Assert.Equal(["抓事项清单", "抓队伍建设", "抓节约用电"], opened.Passages.Select(x => x.Title));
        Assert.Equal(1, opened.NextSteps);
        Assert.Equal(laid.Lead.Id, opened.Passages[0].Proposals[0].Task.OccurrenceId);
        Assert.Empty(opened.Passages[2].Proposals);

        await app.Send(world.Coordinator, new TakePassages.Command(id, [new(opened.Passages[0].Id, laid.Lead.Id)]));
        await app.Send(world.Coordinator, new TakePassages.Command(id, [new(opened.Passages[2].Id, laid.Lead.Id)]));

        var notices = await app.InStore(db => db.Notices.Where(x => x.Kind == nameof(NoticeKind.ProgressDrafted)).ToListAsync());
        Assert.Equal(new[] { world.DevelopmentReporter.AccountId, world.DevelopmentHead.AccountId }.Order(), notices.Select(x => x.AccountId).Order());
        Assert.Equal(RefusalKind.ChangedMeanwhile, (await app.Send(world.Coordinator, new TakePassages.Command(id, [new(opened.Passages[0].Id, laid.Lead.Id)]))).Refusal!.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Who_has_nothing_to_do_with_a_report_neither_sees_nor_uses_it(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        var id = await Take(app, world.DevelopmentReporter, world.Development.Id);
        var passage = (await app.Send(world.DevelopmentReporter, new OpenMaterial.Query(id))).Value.Passages[0].Id;

        foreach (var actor in new[] { world.FinanceReporter, world.NeighbourCoordinator, world.Leader, world.SystemAdministrator, Actor.Nobody })
        {
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new OpenMaterial.Query(id))).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new TakePassages.Command(id, [new(passage, laid.Lead.Id)]))).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new SettlePassage.Command(passage, SetAside: true))).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, Upload(Summary, world.Development.Id))).Refusal!.Kind);
        }

        // Its own report, but another unit's task.
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.DevelopmentReporter, new TakePassages.Command(id, [new(passage, laid.FinanceOwn.Id)]))).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.DevelopmentReporter, Upload(Summary, null))).Refusal!.Kind);
        Assert.Empty((await app.Send(world.FinanceReporter, new ListMaterials.Query())).Value.Rows);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_closed_task_is_shown_and_takes_nothing(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.Closed);
        var id = await Take(app, world.DevelopmentReporter, world.Development.Id);

        var passage = (await app.Send(world.DevelopmentReporter, new OpenMaterial.Query(id))).Value.Passages[0];

        Assert.False(passage.Proposals[0].Task.MayBeTaken);
        Assert.Equal(RefusalKind.WrongState, (await app.Send(world.DevelopmentReporter, new TakePassages.Command(id, [new(passage.Id, laid.Lead.Id)]))).Refusal!.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Bodies_of_tasks_are_read_once_and_by_no_click_again(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        var id = await Take(app, world.Coordinator, null);
        using CommandCount opening = new(NameOf(app.Store));
        var opened = (await app.Send(world.Coordinator, new OpenMaterial.Query(id))).Value;
        Assert.Single(opening.Texts, ReadsBodies);
        var first = opening.Count;

        using CommandCount click = new(NameOf(app.Store));
        await app.Send(world.Coordinator, new SettlePassage.Command(opened.Passages[2].Id, SetAside: true));
        var before = click.Count;
        var again = (await app.Send(world.Coordinator, new OpenMaterial.Query(id))).Value;

        Assert.DoesNotContain(click.Texts, ReadsBodies);
        Assert.Equal(first - 1, click.Count - before);
        Assert.Single(click.Texts.Skip(before), x => x.Contains("\"Occurrences\" AS", StringComparison.Ordinal) && x.Contains("\"OpenedOn\"", StringComparison.Ordinal));
        Assert.Equal(laid.Lead.Id, again.Passages[0].Proposals[0].Task.OccurrenceId);

        static bool ReadsBodies(string command) => command.Contains("\"Body\"", StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_office_is_shown_a_closed_task_only_where_a_passage_is_alike_to_it(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        await app.InStore(db => db.Occurrences.Where(x => x.PlanTaskId == laid.Joint.Id).ExecuteUpdateAsync(set => set.SetProperty(x => x.State, OccurrenceState.Closed)));
        var id = await Take(app, world.Coordinator, null);

        var opened = (await app.Send(world.Coordinator, new OpenMaterial.Query(id))).Value;

        Assert.Equal((laid.Joint.Id, false), (opened.Passages[0].Proposals[0].Task.TaskId, opened.Passages[0].Proposals[0].Task.MayBeTaken));
        Assert.Equal([laid.Each.Id], opened.Choices.Select(x => x.TaskId));
    }

    [Fact]
    public async Task A_file_that_tells_nothing_is_secret_or_cannot_be_read_leaves_no_material()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        var world = await World.Found(app);

        Assert.Equal(RefusalKind.NothingTold, (await app.Send(world.Coordinator, Upload("望湖县2026年清渠方案\n一、任务\n（一）清渠。疏通干渠。（责任单位：县财政局）", null))).Refusal!.Kind);
        Assert.Equal(RefusalKind.FileMarkedSecret, (await app.Send(world.Coordinator, Upload("秘密★1年\n" + Summary, null))).Refusal!.Kind);
        Assert.Equal(RefusalKind.FileEmpty, (await app.Send(world.Coordinator, Upload("", null))).Refusal!.Kind);
        var broken = (await app.Send(world.Coordinator, new TakeMaterial.Command("a.docx", new byte[] { 0x50, 0x4B, 3, 4, 1, 2 }, null))).Value;
        Assert.Equal((null, DiagnosticKind.Damaged), (broken.Id, broken.Complaint!.Kind));
        Assert.Empty(await app.InStore(db => db.ReportMaterials.ToListAsync()));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_next_steps_of_a_report_become_a_plan_of_the_next_year_and_its_progress_is_a_click_away(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var text = Summary.Replace("2026年上半年", "2026年", StringComparison.Ordinal);
        var import = (await app.Send(world.Coordinator, new ImportDocument.Command(world.County.Id, "总结.txt", Encoding.UTF8.GetBytes(text)))).Value;

        var draft = await app.InStore(db => db.ImportDrafts.SingleAsync(x => x.Id == import));
        Assert.Equal((2027, 2027, "2027年工作计划（据《望湖县2026年法治建设工作总结》的下一步打算）"), (draft.FirstYear, draft.LastYear, draft.Title));
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.NeighbourCoordinator, new TakeImported.Command(import))).Refusal!.Kind);
        var made = (await app.Send(world.Coordinator, new TakeImported.Command(import))).Value.Id!.Value;
        Assert.Equal(import, (await app.Send(world.Coordinator, new OpenMaterial.Query(made))).Value.Draft);
        Assert.Equal(made, (await app.Send(world.Coordinator, new TakeImported.Command(import))).Value.Id);
    }

    private static string NameOf(Web.Data.StoreOptions store) => store.UsesPostgres ? new NpgsqlConnectionStringBuilder(store.Postgres).Database! : store.DataFolder;

    private static TakeMaterial.Command Upload(string text, Guid? unit) => new("总结.txt", Encoding.UTF8.GetBytes(text), unit);

    private static async Task<Guid> Take(TestApp app, Actor actor, Guid? unit) => (await app.Send(actor, Upload(Summary, unit))).Value.Id!.Value;
}
