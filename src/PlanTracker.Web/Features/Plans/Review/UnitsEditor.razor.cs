using Microsoft.AspNetCore.Components;
using PlanTracker.Domain.Plans;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Registry;

namespace PlanTracker.Web.Features.Plans.Review;

public sealed partial class UnitsEditor
{
    private string? linking;
    private string? linkingGroup;
    private Guid shown;

    [Parameter, EditorRequired] public ReviewDesk Desk { get; set; } = null!;

    [Parameter, EditorRequired] public TaskView Task { get; set; } = null!;

    /// <summary>Opens the form that links this name.</summary>
    public void Link(ReviewDoubt doubt)
    {
        linking = doubt.Kind == ReviewDoubtKind.UnknownUnit ? doubt.Words : null;
        linkingGroup = doubt.Kind == ReviewDoubtKind.UnknownGroup ? doubt.Words : null;
        StateHasChanged();
    }

    protected override void OnParametersSet()
    {
        if (shown != Task.Id)
            (linking, linkingGroup) = (null, null);
        shown = Task.Id;
    }

    private string? NameOf(Guid id) => Desk.Draft!.Units.FirstOrDefault(x => x.Id == id)?.Name;

    private Task SetRole(int index, ChangeEventArgs e) => Enum.TryParse<Role>((string?)e.Value, out var role)
        ? Edit(content => content with { Units = [.. content.Units.Index().Select(x => x.Index == index ? x.Item with { Role = role, Provisional = false } : x.Item)] })
        : System.Threading.Tasks.Task.CompletedTask;

    private Task SetGroupRole(int index, ChangeEventArgs e) => Enum.TryParse<Role>((string?)e.Value, out var role)
        ? Edit(content => content with { Collectives = [.. content.Collectives.Index().Select(x => x.Index == index ? x.Item with { Role = role } : x.Item)] })
        : System.Threading.Tasks.Task.CompletedTask;

    private Task SetOthers(ChangeEventArgs e) => Edit(content => content with { AndOthers = e.Value is true });

    private Task RemoveUnit(int index) => Edit(content => content with { Units = [.. content.Units.Where((_, i) => i != index)] });

    private Task RemoveGroup(int index) => Edit(content => content with { Collectives = [.. content.Collectives.Where((_, i) => i != index)] });

    private async Task Add(string? chosen)
    {
        if (string.IsNullOrWhiteSpace(chosen))
            return;
        var role = Task.Content.Units.Any(x => x.Role == Role.Lead) ? Role.Cooperating : Role.Lead;
        if (Desk.Draft!.Units.FirstOrDefault(x => chosen == x.Id.ToString()) is { } unit)
            await Edit(content => content with { Units = [.. content.Units, new DraftUnit(unit.Name, role, null, null, unit.Id, MatchReason.Chosen)] });
        else if (Desk.Draft.Groups.FirstOrDefault(x => chosen == x.Id.ToString()) is { } group)
            await Edit(content => content with { Collectives = [.. content.Collectives, new DraftCollective(group.Name, Role.Responsible, null, null, group.Id)] });
        else
            await AddUnknown(chosen.TrimStart('?').Trim());
    }

    // A name that nobody knows is added as such and linked, or its unit added to the register, at once.
    private async Task AddUnknown(string name)
    {
        if (name.Length == 0)
            return;
        await Edit(content => content with { Units = [.. content.Units, new DraftUnit(name, Role.Responsible, null, null, null)] });
        linking = name;
    }

    private Task Edit(Func<DraftTaskContent, DraftTaskContent> change) => Desk.Edit(Task.Id, seen => seen with { Content = change(seen.Content) });
}
