using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Domain;
using PlanTracker.Domain.Supervision;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Dashboard.Overview;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Dashboard.Unit;

public sealed partial class UnitPage
{
    private const int PageSize = 20;

    private Refusal? refusal;
    private ShowUnit.Result? shown;

    [Parameter] public Guid Id { get; set; }

    [Inject] private Sender Sender { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "light")] private string? LightText { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private string? PageText { get; set; }

    private Narrowing Narrow => new(Unit: Id);

    /// <summary>The reader may see the overview above this page.</summary>
    private bool Oversees { get; set; }

    private LightColour? Colour => Enum.TryParse<LightColour>(LightText, ignoreCase: true, out var colour) && Enum.IsDefined(colour) ? colour : null;

    private int Page => int.TryParse(PageText, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 100_000) : 1;

    private IReadOnlyList<ShowUnit.TaskRow> Listed => Colour is { } one ? [.. shown!.Tasks.Where(x => x.Light.Colour == one)] : shown!.Tasks;

    protected override async Task OnInitializedAsync()
    {
        var result = await Sender.Send(new ShowUnit.Query(Id));
        if ((refusal = result.Refusal) is not null)
            return;
        shown = result.Value;
        Oversees = (await Sender.Send(new ListChoices.Query())).IsDone;
    }

    private string Note(ShowUnit.Result unit) => string.Join(
        "　",
        new[] { unit.Place, Labels[unit.Kind], unit.Leader.Length > 0 ? L["分管领导 {0}", unit.Leader].Value : "", unit.MayBeRed ? unit.Kind.IsAskedByLetter ? L["以商请函联系"].Value : "" : L["以商请函联系，不亮红灯"].Value }
            .Where(words => words.Length > 0));

    private string Way(UrgeWay way) => way switch
    {
        UrgeWay.Telephone => L["电话"],
        UrgeWay.WorkGroup => L["工作群"],
        _ => L["消息"],
    };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "—";
}
