using Microsoft.AspNetCore.Components;
using PlanTracker.Domain;
using PlanTracker.Domain.Reminders;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Reminders;

public sealed partial class LadderPage : IDisposable
{
    private readonly CancellationTokenSource left = new();
    private OpenLadder.Result? opened;
    private IReadOnlyList<UpcomingReminders.Row>? preview;
    private LadderForm form = new();
    private Refusal? refusal;
    private Refusal? fault;
    private bool saved;
    private bool busy;
    private bool isTried;
    private int asked;

    [Inject] private Sender Sender { get; set; } = null!;

    [Parameter] public Guid? PlanId { get; set; }

    /// <summary>The place, where the person coordinates in several.</summary>
    [SupplyParameterFromQuery] private Guid? Place { get; set; }

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
    }

    protected override Task OnInitializedAsync() => Load();

    private IReadOnlyList<(string, string)> Trail => PlanId is { } plan
        ? [(L["计划"], "/plans"), (opened!.PlanTitle, $"/plans/{plan}")]
        : [(L["提醒"], "/reminders")];

    private string Note => (PlanId, opened!.IsOwn) switch
    {
        (null, true) => L["没有单独设置阶梯的计划都按这里提醒。"],
        (null, false) => L["现按系统默认。没有单独设置阶梯的计划都按这里提醒。"],
        (_, true) => L["本计划单独设置了阶梯。"],
        _ => L["现按{0}的默认阶梯提醒，修改并保存后只对本计划生效。", opened.Place],
    };

    private async Task Load()
    {
        var outcome = await Sender.Send(new OpenLadder.Query(PlanId, Place), left.Token);
        refusal = outcome.Refusal;
        if (!outcome.IsDone)
            return;
        opened = outcome.Value;
        form = LadderForm.Of(opened.Ladder);
        await Try();
    }

    /// <summary>Works out what would go out by what is typed. Of several answers only the last that was asked for is shown.</summary>
    private async Task Try()
    {
        var read = form.Read();
        fault = read.Refusal;
        if (!read.IsDone)
            return;
        isTried = !read.Value.Equals(opened!.Ladder);
        saved &= !isTried;
        var mine = ++asked;
        var rows = await Sender.Send(new UpcomingReminders.Query(PlanId, opened.JurisdictionId, read.Value), left.Token);
        if (mine == asked)
            preview = rows;
    }

    private Task Save() => form.Read() is { IsDone: true, Value: var ladder } ? Store(ladder) : Task.CompletedTask;

    private Task TakeBack() => Store(null);

    private async Task Store(Ladder? ladder)
    {
        busy = true;
        var outcome = await Sender.Send(new SaveLadder.Command(PlanId, opened!.JurisdictionId, ladder, opened.Version), left.Token);
        busy = false;
        saved = outcome.IsDone;
        if (outcome.IsDone)
            await Load();
        else
            refusal = outcome.Refusal;
    }
}
