using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Components.Shared;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Units.Transfer;

public sealed partial class NewTransferPage
{
    private IReadOnlyList<TransferChoices.Choice> choices = [];
    private PreviewTransfer.Result? preview;
    private Refusal? refusal;

    [Inject] private Sender Sender { get; set; } = null!;

    [Inject] private Clock Clock { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "from")] private string[]? FromTexts { get; set; }

    [SupplyParameterFromQuery(Name = "to")] private string? ToText { get; set; }

    [SupplyParameterFromQuery(Name = "name")] private string? NewName { get; set; }

    [SupplyParameterFromQuery(Name = "on")] private string? OnText { get; set; }

    [SupplyParameterFromForm] private Input Form { get; set; } = null!;

    private List<Guid> From => [.. (FromTexts ?? []).Select(x => Guid.TryParse(x, out var id) ? id : Guid.Empty).Where(x => x != Guid.Empty).Distinct()];

    private List<TransferChoices.Choice> Chosen => [.. choices.Where(x => From.Contains(x.Id))];

    private Guid? To => Guid.TryParse(ToText, out var id) ? id : null;

    private DateOnly On => DateOnly.TryParseExact(OnText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : Clock.Today;

    private string ToName => choices.FirstOrDefault(x => x.Id == To)?.Name ?? NewName?.Trim() ?? "";

    protected override async Task OnInitializedAsync()
    {
        Form ??= new Input();
        var units = await Sender.Send(new TransferChoices.Query());
        refusal = units.Refusal;
        choices = units.IsDone ? units.Value : [];
        if (refusal is not null || From.Count == 0 || ToName.Length == 0)
            return;
        var outcome = await Sender.Send(new PreviewTransfer.Query(From, To, On));
        refusal = outcome.Refusal;
        preview = outcome.IsDone ? outcome.Value : null;
    }

    private async Task Carry()
    {
        var outcome = await Sender.Send(new TransferDuties.Command(From, To, NewName ?? "", On, Form.Ground ?? "", Form.EndsOld, Form.Parts));
        refusal = outcome.Refusal;
        if (outcome.IsDone)
            Navigation.NavigateTo($"/units/transfers/{outcome.Value}?done=1");
    }

    // What waits for the office is better reviewed first: handed over, the request would be made anew.
    private bool IsTicked(PreviewTransfer.Row row) => Form.Ground is null ? row is { Fate: not TransferFate.Blocked, Waits: false } : Form.Parts.Contains(row.AssignmentId);

    private string Explained(PreviewTransfer.Row row) => row switch
    {
        { Fate: TransferFate.Blocked } => L["承接单位在此任务上的办理期已了结，请先在任务页处理"],
        { Fate: TransferFate.Merges } => L["承接单位已在此任务中，并入后为{0}单位", Labels[row.RoleAfter]],
        { Waits: true } => L["办结申请待审核，宜先审核；划转后须重新申请"],
        { Runs: 0 } => L["本期已办结，下一期起由承接单位办理"],
        _ => "",
    };

    private IReadOnlyList<UnitPicker.Choice> Picks(bool ended) =>
        [.. choices.Where(x => ended || !x.IsEnded).Select(x => new UnitPicker.Choice(x.Id.ToString(), x.Name, x.Aliases, x.IsEnded ? L["已撤并"].Value : null))];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Input
    {
        public string? Ground { get; set; }
        public bool EndsOld { get; set; }

        // A form in which nothing is ticked binds null.
        public List<Guid> Parts { get; set => field = value ?? []; } = [];
    }
}
