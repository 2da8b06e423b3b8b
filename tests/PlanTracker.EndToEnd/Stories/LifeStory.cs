using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PlanTracker.Domain.Progress;
using PlanTracker.EndToEnd.Hosting;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.EndToEnd.Stories;

/// <summary>What may become of a task between being handed over and being closed, as people press it; and a draft that is sent round before it is published.</summary>
public sealed class LifeStory(Browser browser)
{
    [Fact]
    public async Task A_task_is_refused_and_given_on_extended_returned_and_objected_to()
    {
        await using var app = LiveApp.StartDemo();
        var (task, title, taker) = await TaskAtWork(app);
        await using var unit = await browser.Open(app);
        await unit.SignIn(Places.Reporter);
        await using var office = await browser.Open(app);
        await office.SignIn(Places.Coordinator);

        // An extension, asked and granted: both days stay to be seen.
        await Open(unit, task, "申请延期");
        await unit.Page.FillAsync("details[open] input[name='Form.NewDueOn']", "2099-12-31");
        await Send(unit, "申请延期", "上级文件尚未印发");
        await Open(office, task, "同意延期");
        await Send(office, "同意延期", "情况属实");
        await unit.Page.GotoAsync($"/tasks/{task}");
        await Assertions.Expect(unit.Page.Locator("table.list").First).ToContainTextAsync("2099-12-31");
        await Assertions.Expect(unit.Page.Locator("table.list").First).ToContainTextAsync("原定");

        // A request to close that is returned; the unit objects, and somebody else has to answer.
        await Open(unit, task, "申请办结");
        await Send(unit, "申请办结", "已全部完成");
        await Open(office, task, "退回重办");
        await Send(office, "退回重办", "缺少印证");
        await Open(unit, task, "提出异议");
        await unit.Photograph("life-task");
        await Send(unit, "提出异议", "印证已随附");
        await office.Page.GotoAsync("/queue?tab=Objection");
        await Assertions.Expect(office.Page.Locator("tr").Filter(new() { HasText = title })).ToContainTextAsync("您作出的决定");
        await office.Photograph("life-objections");
        await using (var other = await browser.Open(app))
        {
            await other.SignIn("fazhi");
            await other.Page.GotoAsync("/queue?tab=Objection");
            await other.Page.Locator("tr").Filter(new() { HasText = title }).Locator("input[type=checkbox]").CheckAsync();
            await other.Page.FillAsync("textarea[name='Form.Words']", "印证齐全");
            await other.Page.ClickAsync("button:has-text('改变原决定')");
            await other.Page.Locator(".note-good").WaitForAsync();
        }

        await unit.Page.GotoAsync($"/tasks/{task}");
        await Assertions.Expect(unit.Page.Locator(".story").Last).ToContainTextAsync("改变原决定");

        // Not ours, with the unit that is proposed: one click gives it on.
        await Open(unit, task, "撤回办结申请");
        await unit.Page.ClickAsync("form.act-one button:has-text('撤回办结申请')");
        await unit.Page.Locator(".note-good").WaitForAsync();
        await Open(unit, task, "申请调整责任单位");
        await unit.Page.Locator("details[open] select[name='Form.OrgUnitId']").EvaluateAsync("(list, id) => { list.value = id; }", taker.ToString());
        await Send(unit, "申请调整责任单位", "职责已经划出");
        await office.Page.GotoAsync("/queue?tab=NotOurs");
        await office.Photograph("life-not-ours");
        await office.Page.Locator("tr").Filter(new() { HasText = title }).Locator("button:has-text('改派给')").ClickAsync();
        await office.Page.Locator(".note-good").WaitForAsync();
        await office.Page.GotoAsync($"/tasks/{task}");
        await Assertions.Expect(office.Page.Locator(".story").Last).ToContainTextAsync("改派");
    }

    [Fact]
    public async Task A_draft_is_sent_round_answered_settled_and_approved()
    {
        await using var app = LiveApp.StartDemo();
        Guid draft, round;
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>();
            (draft, round) = await db.CommentRounds.Select(x => new { x.ImportDraftId, x.Id }).SingleAsync(TestContext.Current.CancellationToken) is var one ? (one.ImportDraftId, one.Id) : default;
        }

        await using var unit = await browser.Open(app, Browser.Phone);
        await unit.SignIn(Places.Reporter);
        await unit.Page.GotoAsync("/comments");
        await unit.Page.Locator("table.list a").First.ClickAsync();
        await unit.Page.WaitForURLAsync(url => url.Contains($"/comments/{round}", StringComparison.Ordinal));
        await unit.Photograph("life-comments");
        var lines = unit.Page.Locator("fieldset.comment-line");
        foreach (var line in await lines.AllAsync())
            await line.Locator("input[value=true]").CheckAsync();
        await lines.First.Locator("input[value=false]").CheckAsync();
        await lines.First.Locator("textarea").FillAsync("建议由行业主管部门牵头");
        await unit.Page.ClickAsync("button:has-text('提交答复')");
        await unit.Page.Locator(".note-good").WaitForAsync();

        await using var office = await browser.Open(app);
        await office.SignIn(Places.Coordinator);
        await office.Page.GotoAsync($"/imports/{draft}/comments");
        await office.Photograph("life-round");
        while (await office.Page.Locator("details[open] button:has-text('不采纳')").CountAsync() is > 0 and var before)
        {
            var form = office.Page.Locator("details[open] form").First;
            await form.Locator("textarea").FillAsync("与三定规定一致，仍按草稿");
            await form.Locator("button:has-text('不采纳')").ClickAsync();
            await Assertions.Expect(office.Page.Locator("details[open] button:has-text('不采纳')")).ToHaveCountAsync(before - 1);
        }

        await office.Page.ClickAsync("button:has-text('结束征求意见')");
        await Assertions.Expect(office.Page.Locator(".note").First).ToContainTextAsync("已结束");
        await office.Page.FillAsync("input[name='Form.ApprovedBy']", "县政府常务会议");
        await office.Page.FillAsync("input[name='Form.ApprovedOn']", await office.Page.InputValueAsync("input[name='Form.AnswerBy']") is { } day ? Before(day) : "");
        await office.Page.ClickAsync("button:has-text('记录审定')");
        await Assertions.Expect(office.Page.Locator("form strong")).ToContainTextAsync("县政府常务会议");
        await unit.Page.ReloadAsync();
        await Assertions.Expect(unit.Page.Locator("button:has-text('提交答复')")).ToHaveCountAsync(0);
    }

    /// <summary>The office proposes a week; today is what lies before it.</summary>
    private static string Before(string proposed) => DateOnly.Parse(proposed, System.Globalization.CultureInfo.InvariantCulture).AddDays(-7)
        .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A task that the department does alone, and a unit that has nothing to do with it.</summary>
    private static async Task<(Guid Task, string Title, Guid Taker)> TaskAtWork(LiveApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>();
        var unit = await db.Memberships.Where(x => x.Account.UserName == Places.Reporter).Select(x => x.OrgUnitId!.Value).FirstAsync(TestContext.Current.CancellationToken);
        var found = await db.Occurrences.Where(x => x.OrgUnitId == unit && x.State == OccurrenceState.InProgress && x.PeriodFrom == null && !x.Ongoing && x.DueOn != null
                && !db.ExtensionRequests.Any(r => r.OccurrenceId == x.Id && r.Decision == Decision.Waiting) && !x.PlanTask.EvidenceWanted)
            .OrderBy(x => x.PlanTask.Assignments.Count).ThenBy(x => x.Role).Select(x => new { x.PlanTaskId, x.PlanTask.Title, x.JurisdictionId }).FirstAsync(TestContext.Current.CancellationToken);
        var taker = await db.OrgUnits.Where(x => x.JurisdictionId == found.JurisdictionId && x.EndedOn == null && db.Memberships.Any(m => m.OrgUnitId == x.Id)
            && !db.Assignments.Any(a => a.PlanTaskId == found.PlanTaskId && a.OrgUnitId == x.Id)).Select(x => x.Id).FirstAsync(TestContext.Current.CancellationToken);
        return (found.PlanTaskId, found.Title, taker);
    }

    /// <summary>Opens the form of a step on the task's page.</summary>
    private static async Task Open(Visit visit, Guid task, string step)
    {
        await visit.Page.GotoAsync($"/tasks/{task}");
        var summary = visit.Page.Locator($"section#act > details.act > summary:text-is('{step}')");
        if (await summary.CountAsync() == 0)
            return;
        foreach (var open in await visit.Page.Locator("section#act > details.act[open] > summary").AllAsync())
            await open.ClickAsync();
        await summary.ClickAsync();
    }

    private static async Task Send(Visit visit, string step, string words)
    {
        await visit.Page.FillAsync("section#act > details.act[open] textarea[name='Form.Words']", words);
        await visit.Page.ClickAsync($"section#act > details.act[open] button:has-text('提交：{step}')");
        await visit.Page.Locator(".note-good").WaitForAsync();
    }
}
