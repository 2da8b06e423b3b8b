using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Domain;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Search;

public sealed partial class TasksPage
{
    private static readonly TaskFilter[] Offered = Enum.GetValues<TaskFilter>();

    private Refusal? refusal;
    private FindTasks.Result? result;
    private ListChoices.Result choices = new([], []);

    [Inject] private Sender Sender { get; set; } = null!;

    [Inject] private Clock Clock { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "asOf")] private string? AsOfText { get; set; }

    [SupplyParameterFromQuery] private string? Q { get; set; }

    [SupplyParameterFromQuery(Name = "filter")] private string? FilterText { get; set; }

    [SupplyParameterFromQuery(Name = "light")] private string? LightText { get; set; }

    [SupplyParameterFromQuery(Name = "days")] private string? DaysText { get; set; }

    [SupplyParameterFromQuery(Name = "place")] private string? PlaceText { get; set; }

    [SupplyParameterFromQuery(Name = "plan")] private string? PlanText { get; set; }

    [SupplyParameterFromQuery(Name = "unit")] private string? UnitText { get; set; }

    [SupplyParameterFromQuery(Name = "side")] private string? SideText { get; set; }

    [SupplyParameterFromQuery(Name = "sort")] private string? SortText { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private string? PageText { get; set; }

    private TaskFilter Filter => Parse<TaskFilter>(FilterText) ?? TaskFilter.All;

    private LightColour? Colour => Parse<LightColour>(LightText);

    private TaskOrder Order => Parse<TaskOrder>(SortText) ?? TaskOrder.Due;

    private DateOnly? AsOf => AsOfDay.Of(AsOfText, Clock.Today);

    private int Days => int.TryParse(DaysText, CultureInfo.InvariantCulture, out var days) ? Math.Clamp(days, 0, 366) : MeasureDay.DueSoonDays;

    private int Page => int.TryParse(PageText, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 100_000) : 1;

    private Narrowing Narrow => new(Id(PlaceText), Id(PlanText), Parse<Side>(SideText), Id(UnitText));

    protected override async Task OnInitializedAsync()
    {
        var found = await Sender.Send(new FindTasks.Query(Narrow, Filter, Days, Q ?? "", Order, Page, Colour, AsOf));
        if ((refusal = found.Refusal) is not null)
            return;
        result = found.Value;
        choices = (await Sender.Send(new ListChoices.Query())).Value;
    }

    // What the day is chosen beside; the page begins anew.
    private (string Name, string Value)[] Kept =>
    [
        ("q", Q ?? ""), ("filter", FilterText ?? ""), ("light", LightText ?? ""), ("days", DaysText ?? ""), ("place", PlaceText ?? ""), ("plan", PlanText ?? ""),
        ("unit", UnitText ?? ""), ("side", SideText ?? ""), ("sort", SortText ?? ""),
    ];

    /// <summary>Of what these are the tasks.</summary>
    private string Said
    {
        get
        {
            string[] of = [.. Filter == TaskFilter.All ? [] : new[] { Labels[Filter] }, .. Colour is { } colour ? new[] { Labels[colour] } : []];
            return of.Length == 0 ? "" : L["：{0}", string.Join(L["、"], of)];
        }
    }

    private string Period(FindTasks.Row row) => row is { PeriodFrom: { } from, PeriodTo: { } to } ? L["　{0} 至 {1}", Day(from), Day(to)] : "";

    private string LinkTo(FindTasks.Row row) => AsOf is { } then ? $"/tasks/{row.TaskId}?asOf={Day(then)}" : $"/tasks/{row.TaskId}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static T? Parse<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
