using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Documents.Writing;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Comments;
using PlanTracker.Web.Features.Plans.Review;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Plans;

public sealed class CommentTests
{
    private static readonly DateOnly By = new(2026, 6, 22);

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Each_unit_sees_its_own_tasks_of_a_draft_and_nothing_else_of_it(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var draft = await Lay(app, world);
        Guid[] units = [world.Development.Id, world.Finance.Id];

        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.DevelopmentHead, new SendRound.Command(draft, units, By, ""))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.NeighbourCoordinator, new SendRound.Command(draft, units, By, ""))).Refusal?.Kind);
        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Coordinator, new SendRound.Command(draft, [], By, ""))).Refusal?.Kind);
        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Coordinator, new SendRound.Command(draft, [world.Town.Id], By, ""))).Refusal?.Kind);
        Assert.Equal(RefusalKind.Invalid, (await app.Send(world.Coordinator, new SendRound.Command(draft, units, app.Today.AddDays(-1), ""))).Refusal?.Kind);
        var round = (await app.Send(world.Coordinator, new SendRound.Command(draft, units, By, "请对照职责"))).Value;
        Assert.Equal(RefusalKind.RoundRuns, (await app.Send(world.Coordinator, new SendRound.Command(draft, units, By, ""))).Refusal?.Kind);

        var development = (await app.Send(world.DevelopmentReporter, new OpenComments.Query(round))).Value;
        Assert.Equal([("1", Role.Lead, "县财政局")], development.Lines.Select(x => (x.Number, x.Role, x.Others)));
        Assert.Equal(["1", "2"], (await app.Send(world.FinanceReporter, new OpenComments.Query(round))).Value.Lines.Select(x => x.Number));
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.FinanceReporter, new OpenComments.Query(round, world.Development.Id))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.Leader, new OpenComments.Query(round, world.Development.Id))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.NeighbourCoordinator, new OpenComments.Query(round, world.Development.Id))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.DevelopmentHead, new OpenRound.Query(draft))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.DevelopmentHead, new OpenDraft.Query(draft))).Refusal?.Kind);
        Assert.Single(await app.Send(world.DevelopmentHead, new ListComments.Query()));
        Assert.Empty(await app.Send(world.Leader, new ListComments.Query()));
        Assert.Equal(3, await app.InStore(db => db.Notices.CountAsync(x => x.Kind == nameof(NoticeKind.CommentsWanted))));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task An_objection_is_answered_with_a_reason_before_the_round_ends_and_stands_in_the_summary(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var draft = await Lay(app, world);
        var round = (await app.Send(world.Coordinator, new SendRound.Command(draft, [world.Development.Id, world.Finance.Id], By, ""))).Value;
        var (first, second) = (await app.Send(world.FinanceReporter, new OpenComments.Query(round))).Value.Lines is [var a, var b] ? (a.Id, b.Id) : default;

        Assert.Equal(RefusalKind.Missing, (await Answer(app, world.FinanceReporter, round, world.Finance, (first, true, ""))).Refusal?.Kind);
        Assert.Equal(RefusalKind.Missing, (await Answer(app, world.FinanceReporter, round, world.Finance, (first, true, ""), (second, false, " "))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Answer(app, world.DevelopmentHead, round, world.Finance, (first, true, ""), (second, true, ""))).Refusal?.Kind);
        Assert.True((await Answer(app, world.FinanceReporter, round, world.Finance, (first, true, ""), (second, false, "=应由审计局牵头"))).IsDone);
        Assert.Equal(RefusalKind.NothingWaits, (await app.Send(world.Coordinator, new SettleComment.Command(first, true, "采纳"))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.FinanceReporter, new SettleComment.Command(second, true, "采纳"))).Refusal?.Kind);
        Assert.Equal(RefusalKind.ObjectionsWait, (await app.Send(world.Coordinator, new EndRound.Command(round))).Refusal?.Kind);
        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Coordinator, new SettleComment.Command(second, false, ""))).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, new SettleComment.Command(second, false, "职责规定明确"))).IsDone);

        // The office enters for a unit that answered on paper; a unit that says something else is answered anew.
        var paper = (await app.Send(world.Coordinator, new OpenComments.Query(round, world.Development.Id))).Value.Lines.Single().Id;
        AnswerRound.Command entered = new(round, world.Development.Id, [new AnswerRound.Answer(paper, true, "")], EntrySource.Paper);
        Assert.True((await app.Send(world.Coordinator, entered)).IsDone);
        Assert.Equal(RefusalKind.Invalid, (await app.Send(world.Coordinator, entered with { Source = EntrySource.Own })).Refusal?.Kind);
        await Answer(app, world.FinanceReporter, round, world.Finance, (first, true, ""), (second, false, "=应由审计局牵头，我局配合"));
        Assert.Null((await app.Send(world.Coordinator, new OpenRound.Query(draft))).Value.Round!.Objections.Single().Comment.Adopted);
        await app.Send(world.Coordinator, new SettleComment.Command(second, true, "改由审计局牵头"));

        Assert.True((await app.Send(world.Coordinator, new EndRound.Command(round))).IsDone);
        Assert.Equal(RefusalKind.RoundClosed, (await Answer(app, world.FinanceReporter, round, world.Finance, (first, true, ""), (second, true, ""))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.NeighbourCoordinator, new NoteApproval.Command(round, "县政府常务会议", "", app.Today))).Refusal?.Kind);
        Assert.Equal(RefusalKind.Invalid, (await app.Send(world.Coordinator, new NoteApproval.Command(round, "县政府常务会议", "", app.Today.AddDays(1)))).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, new NoteApproval.Command(round, "县政府常务会议", "纪要〔2026〕3号", app.Today))).IsDone);

        var result = (await app.Send(world.Coordinator, new OpenRound.Query(draft))).Value;
        var sheets = app.Services.GetRequiredService<SummarySheet>().Of(result, result.Round!);
        Assert.Equal(["1", "望湖县财政局", "2 开展专项培训", "责任", "=应由审计局牵头，我局配合", "采纳", "改由审计局牵头"], sheets[0].Rows.Single());
        Assert.Contains("纪要〔2026〕3号", sheets[0].Note[1], StringComparison.Ordinal);
        using ZipArchive book = new(new MemoryStream(SheetWriter.Write([.. sheets])));
        Assert.NotNull(book.GetEntry("xl/workbook.xml"));
    }

    private static Task<Outcome<Done>> Answer(TestApp app, Actor actor, Guid round, OrgUnit unit, params (Guid Id, bool Agrees, string Reason)[] answers) =>
        app.Send(actor, new AnswerRound.Command(round, unit.Id, [.. answers.Select(x => new AnswerRound.Answer(x.Id, x.Agrees, x.Reason))]));

    private static async Task<Guid> Lay(TestApp app, World world)
    {
        DraftUnit Named(OrgUnit unit, string name, Role role) => new(name, role, null, null, unit.Id);
        ImportDraft draft = new()
        {
            Id = app.Clock.NewId(), JurisdictionId = world.County.Id, State = ImportState.InReview, FileName = "要点.txt", FileHash = new string('0', 64), Title = "望湖县2026年法治建设工作要点",
            FirstYear = 2026, LastYear = 2026, CreatedById = world.Coordinator.AccountId, CreatedAt = app.Clock.UtcNow, ChangedAt = app.Clock.UtcNow,
        };
        draft.Tasks.Add(Task(app, 1, "梳理公布事项清单", Named(world.Development, "县发改局", Role.Lead), Named(world.Finance, "县财政局", Role.Cooperating)));
        draft.Tasks.Add(Task(app, 2, "开展专项培训", Named(world.Finance, "县财政局", Role.Responsible)));
        await app.InStore(db =>
        {
            db.ImportDrafts.Add(draft);
            return db.SaveChangesAsync();
        });
        return draft.Id;
    }

    private static ImportDraftTask Task(TestApp app, int position, string title, params DraftUnit[] units) => new()
    {
        Id = app.Clock.NewId(), Position = position, Number = $"{position}", Title = title, Content = new DraftTaskContent { Units = units },
    };
}
