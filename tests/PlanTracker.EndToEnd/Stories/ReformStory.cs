using Microsoft.Playwright;
using PlanTracker.EndToEnd.Hosting;

namespace PlanTracker.EndToEnd.Stories;

/// <summary>Bodies that are asked by letter, and duties that a reform hands over, as the office meets them.</summary>
public sealed class ReformStory(Browser browser)
{
    [Fact]
    public async Task A_body_that_may_not_be_ordered_is_asked_by_letter_and_its_answer_registered()
    {
        await using var app = LiveApp.StartDemo();
        await using var office = await browser.Open(app);
        await office.SignIn(Places.Coordinator);
        await office.Page.GotoAsync("/plans");
        await office.Page.ClickAsync("main a:has-text('行政执法质量提升专项行动任务分解表')");
        await office.Page.ClickAsync("a:has-text('起草商请函')");
        await office.Page.Locator("tr").Filter(new() { HasText = "县气象局" }).Locator("input[type=checkbox]").CheckAsync();
        await office.Page.ClickAsync("button:has-text('起草所选单位的商请函')");
        await Assertions.Expect(office.Page.Locator(".official")).ToContainTextAsync("县气象局：");
        await Assertions.Expect(office.Page.Locator(".official")).ToContainTextAsync("（签发后编号）");

        await office.Page.ClickAsync("summary:has-text('修改草稿')");
        await office.Page.FillAsync("textarea[name='Form.Opening']", "现就下列任务商请贵局支持：");
        await office.Page.ClickAsync("button:has-text('保存草稿')");
        await Assertions.Expect(office.Page.Locator(".official")).ToContainTextAsync("现就下列任务商请贵局支持：");
        await office.Page.FillAsync("input[name='Form.SignedBy']", "贺闻笙");
        await office.Page.ClickAsync("button:has-text('签发并编号')");
        await Assertions.Expect(office.Page.Locator("h1")).ToContainTextAsync("商请〔");
        await office.Photograph("story-letter");

        await office.Page.ClickAsync("summary:has-text('登记复函')");
        await office.Page.FillAsync("input[name='Form.On']", app.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd"));
        await office.Page.FillAsync("textarea[name='Form.Words']", "来函收悉，装备清单已提供。");
        await office.Page.ClickAsync("button:has-text('登记复函')");
        await Assertions.Expect(office.Page.Locator(".answer")).ToContainTextAsync("装备清单已提供");
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("已复函");

        // The place says that such bodies are named: the dashboard compares them like the others.
        await office.Page.GotoAsync("/dashboard");
        await Assertions.Expect(office.Page.Locator("#units")).ToContainTextAsync("个单位以商请函联系，不列入单位对比");
        await office.Page.GotoAsync("/supervision/letters/rules");
        await office.Page.CheckAsync("input[name='Form.AreNamed']");
        await office.Page.ClickAsync("button:has-text('保存规则')");
        await Assertions.Expect(office.Page.Locator("[role=status]")).ToContainTextAsync("已保存");
        await office.Page.GotoAsync("/dashboard");
        await Assertions.Expect(office.Page.Locator("#units table")).ToContainTextAsync("县人民法院");
    }

    [Fact]
    public async Task A_renamed_unit_takes_over_what_is_open_and_signs_for_it_anew()
    {
        await using var app = LiveApp.StartDemo();
        await using var office = await browser.Open(app);
        await office.SignIn(Places.Coordinator);
        await office.Page.GotoAsync("/units/transfers");
        await Assertions.Expect(office.Page.Locator("table.list")).ToContainTextAsync("县综合行政执法局");
        await office.Page.ClickAsync("a:has-text('办理职能划转')");
        await Pick(office.Page, "unit-picker >> nth=0", "县退役军人事务局");
        await office.Page.FillAsync("input[name='name']", "县退役军人和双拥事务局");
        await office.Page.ClickAsync("button:has-text('预览')");
        await Assertions.Expect(office.Page.Locator("main form[method=post]")).ToContainTextAsync("由县退役军人和双拥事务局承接");
        await office.Look("story-transfer-preview");
        await office.Page.FillAsync("input[name='Form.Ground']", "棠编发〔2026〕12号");
        await office.Page.Locator("input[data-check-all='Form.Parts']").CheckAsync();
        await office.Page.CheckAsync("input[name='Form.EndsOld']");
        await office.Page.ClickAsync("button:has-text('执行划转')");
        await Assertions.Expect(office.Page.Locator("[role=status]")).ToContainTextAsync("已划转");
        await Assertions.Expect(office.Page.Locator("table.list tbody tr").First).ToContainTextAsync("待签收");
        await office.Photograph("story-transfer");

        await office.Page.Locator("table.list td[data-label='任务'] a").First.ClickAsync();
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("县退役军人事务局 → 县退役军人和双拥事务局");
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("棠编发〔2026〕12号");
    }

    // With scripts the list hides behind a field that finds by name; what is sent is the list's own value.
    private static async Task Pick(IPage page, string picker, string name)
    {
        var value = await page.Locator($"{picker} >> option").Filter(new() { HasText = name }).First.GetAttributeAsync("value");
        await page.Locator($"{picker} >> select").EvaluateAsync("(select, value) => { select.value = value; select.dispatchEvent(new Event('change', { bubbles: true })); }", value);
    }
}
