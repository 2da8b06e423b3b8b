using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Rendering;

namespace PlanTracker.Web.Components.Shared;

/// <summary>A choice of a file that can be used only once the page listens to it: a file that is chosen before (the page drawn by the server,
/// the connection slow) would be lost without a word.</summary>
public sealed class FileInput : InputFile
{
    private bool listening;

    [Parameter] public bool Disabled { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        AdditionalAttributes ??= new Dictionary<string, object>();
        if (Disabled || !listening)
            AdditionalAttributes["disabled"] = true;
        else
            AdditionalAttributes.Remove("disabled");
        base.BuildRenderTree(builder);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (!firstRender)
            return;
        listening = true;
        StateHasChanged();
    }
}
