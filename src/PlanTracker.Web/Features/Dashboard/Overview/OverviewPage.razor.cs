using Microsoft.AspNetCore.Components;
using PlanTracker.Domain;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Dashboard.Overview;

public sealed partial class OverviewPage
{
    private Refusal? refusal;
    private ListChoices.Result choices = new([], []);
    private IReadOnlyList<ShowUnits.Row> units = [];
    private IReadOnlyList<ShowOverdue.Row> overdue = [];
    private IReadOnlyList<ShowMonths.Row> months = [];
    private Task<Outcome<ShowLights.Result>>? lights;
    private CountFollowUps.Result followUps = null!;
    private ShowSteps.Result steps = null!;

    [Inject] private Sender Sender { get; set; } = null!;

    [Inject] private Clock Clock { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "place")] private string? PlaceText { get; set; }

    [SupplyParameterFromQuery(Name = "plan")] private string? PlanText { get; set; }

    [SupplyParameterFromQuery(Name = "side")] private string? SideText { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private int? PageNumber { get; set; }

    private DateOnly Today => Clock.Today;

    private Guid? Place => Guid.TryParse(PlaceText, out var id) ? id : null;

    private Guid? Plan => Guid.TryParse(PlanText, out var id) ? id : null;

    private Side On => Enum.TryParse<Side>(SideText, ignoreCase: true, out var side) && Enum.IsDefined(side) ? side : Side.Lead;

    private int OverduePage => Math.Max(1, PageNumber ?? 1);

    private Narrowing Narrow => new(Place, Plan, On);

    private UnitNumbers Sum => units.Aggregate(default(UnitNumbers), (sum, unit) => sum + unit.On(On));

    private int NamedOverdue => units.Where(unit => unit.IsNamed).Sum(unit => unit.On(On).Tally.OverdueNow);

    protected override async Task OnInitializedAsync()
    {
        var (leading, cooperating) = (Sender.SendBeside(new ShowUnits.Query(Place, Plan, Side.Lead)), Sender.SendBeside(new ShowUnits.Query(Place, Plan, Side.Cooperating)));
        var places = Sender.SendBeside(new ListChoices.Query());
        var (bars, late) = (Sender.SendBeside(new ShowMonths.Query(Place, Plan, On)), Sender.SendBeside(new ShowOverdue.Query(Place, Plan, On, OverduePage)));
        var waiting = Sender.SendBeside(new CountFollowUps.Query());
        var beside = Sender.SendBeside(new ShowSteps.Query(Place, Plan));
        await Task.WhenAll(beside, waiting, leading, cooperating, places, bars, late);
        if ((refusal = (await leading).Refusal) is not null)
            return;
        units = ShowUnits.Together((await leading).Value, (await cooperating).Value);
        followUps = await waiting;
        steps = (await beside).Value;
        choices = (await places).Value;
        if (units.Count == 0)
            return;
        months = (await bars).Value;
        if (NamedOverdue > 0)
            overdue = (await late).Value;

        // Last, and not waited for: the panels that show them fill in when they are there.
        lights = Sender.SendBeside(new ShowLights.Query(Place, Plan, On));
    }
}
