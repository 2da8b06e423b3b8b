using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Progress;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Tests.Hosting;
using PlanTracker.Web.Wording;

namespace PlanTracker.Web.Tests.Features.Progress;

public sealed class ReportTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_is_typed_is_kept_until_it_is_handed_in(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.FinanceReporter, new SaveDraft.Command(laid.Lead.Id, "别的单位写的", 1, ""))).Refusal?.Kind);
        await app.Send(world.FinanceReporter, new SaveDraft.Command(laid.FinanceOwn.Id, "培训方案已印发", 30, "培训 2 场"));

        var before = Assert.Single(await app.Send(world.FinanceReporter, new OpenReport.Query()));
        Assert.Equal([laid.Cooperating.Id, laid.FinanceOwn.Id], before.Rows.Select(x => x.Id));
        var typed = before.Rows[1];
        Assert.Equal(("培训方案已印发", 30, RoundStatus.NotReported), (typed.DraftWords, typed.DraftPercent, typed.Status));
        var results = await app.Send(world.FinanceReporter, new SubmitReports.Command(
        [
            new(laid.FinanceOwn.Id, new ReportEntry(typed.DraftWords) { Percent = 30, Figures = "培训 2 场" }), new(laid.Cooperating.Id, new ReportEntry("") { NothingNew = true }),
            new(laid.Lead.Id, new ReportEntry("不是我的")),
        ]));

        Assert.Equal([null, null, RefusalKind.NotFound], results.Select(x => x.Refusal?.Kind));
        var after = Assert.Single(await app.Send(world.FinanceReporter, new OpenReport.Query()));
        Assert.Equal((2, "", true), (after.Reported, after.Rows[1].DraftWords, after.Rows[0].Now!.NothingNew));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_form_that_comes_back_is_taken_row_by_row(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        var form = $"""
            识别码,任务编号,任务,本次进展,本次进度(%),数据,无新进展(填“是”)
            {laid.FinanceOwn.Id},2,开展专项培训,=HYPERLINK("x") 已办两期,35%,,
            {laid.Cooperating.Id},1,梳理公布事项清单,,,,是
            {laid.Lead.Id},1,梳理公布事项清单,别的单位,10,,
            {laid.FinanceOwn.Id},2,开展专项培训,又一次,50,,
            {laid.TownOwn.Id},2,开展专项培训,,,,
            坏码,3,无此任务,写了,150,,
            """;

        var outcome = await app.Send(world.FinanceReporter, new ImportForm.Command(Encoding.UTF8.GetBytes(form)));

        Assert.Equal(
            [null, null, RefusalKind.NotYourTask, RefusalKind.TwiceInFile, null, RefusalKind.Invalid], outcome.Value.Rows.Select(x => x.Refusal?.Kind));
        Assert.Equal((2, true), (outcome.Value.Taken, outcome.Value.Rows[4].IsEmpty));
        var own = await app.InStore(db => db.ProgressReports.AsNoTracking().SingleAsync(x => x.OccurrenceId == laid.FinanceOwn.Id));
        Assert.Equal((35, EntrySource.Spreadsheet, laid.Round.Id), (own.Percent, own.Source, own.RoundId!.Value));
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.NeighbourCoordinator, new ImportForm.Command(Encoding.UTF8.GetBytes(form)))).Refusal?.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Another_unit_has_no_row_in_my_form(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);

        var mine = await app.Send(world.DevelopmentReporter, new OpenReport.Query());

        Assert.Equal([laid.Lead.Id], mine.SelectMany(x => x.Rows).Select(x => x.Id));
        Assert.Empty(await app.Send(world.Coordinator, new OpenReport.Query()));
    }

    [Fact]
    public async Task The_form_that_goes_out_comes_back_with_what_was_typed_as_text()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        await app.Send(world.DevelopmentReporter, new SaveDraft.Command(laid.Lead.Id, "=1+1 清单已公布", 80, ""));
        var rounds = await app.Send(world.DevelopmentReporter, new OpenReport.Query());

        var file = ReportForm.Write(rounds, app.Services.GetRequiredService<Labels>());
        var outcome = await app.Send(world.DevelopmentReporter, new ImportForm.Command(file));

        Assert.Equal(1, outcome.Value.Taken);
        var report = await app.InStore(db => db.ProgressReports.AsNoTracking().SingleAsync());
        Assert.Equal(("=1+1 清单已公布", 80), (report.Words, report.Percent));
    }
}
