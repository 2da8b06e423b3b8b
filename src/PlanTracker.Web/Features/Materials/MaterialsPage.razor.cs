using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using PlanTracker.Domain;
using PlanTracker.Web.Reading;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Wording;

namespace PlanTracker.Web.Features.Materials;

public sealed partial class MaterialsPage : IDisposable
{
    private readonly CancellationTokenSource gone = new();
    private ListMaterials.Result? result;
    private Refusal? refusal;
    private string? complaint;
    private string? working;
    private Guid? unit;
    private bool isOffice;

    [Inject] private Sender Sender { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private DocumentReading Reading { get; set; } = null!;
    [Inject] private ReadingOptions Limits { get; set; } = null!;

    [SupplyParameterFromQuery] private Guid? From { get; set; }

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        var listed = await Sender.Send(new ListMaterials.Query(From), gone.Token);
        refusal = listed.Refusal;
        if (!listed.IsDone)
            return;
        result = listed.Value;
        isOffice = result.ForJurisdiction;
        unit = isOffice ? null : result.Units.Select(x => (Guid?)x.Id).FirstOrDefault();
        Reading.MakeReady();
    }

    private async Task Take(InputFileChangeEventArgs chosen)
    {
        (refusal, complaint) = (null, null);
        if (chosen.File.Size > Limits.MaxBytes)
        {
            refusal = new Refusal(RefusalKind.FileTooLarge, $"{Limits.MaxBytes >> 20} MB");
            return;
        }

        working = L["正在读取……"];
        using var content = new MemoryStream((int)chosen.File.Size);
        await using (var stream = chosen.File.OpenReadStream(Limits.MaxBytes, gone.Token))
            await stream.CopyToAsync(content, gone.Token);
        await Open(Sender.Send(new TakeMaterial.Command(chosen.File.Name, content.ToArray(), unit), gone.Token));
    }

    private async Task TakeFromImport()
    {
        working = L["正在读取……"];
        await Open(Sender.Send(new TakeImported.Command(From!.Value), gone.Token));
    }

    private async Task Open(Task<Outcome<MadeMaterial>> making)
    {
        StateHasChanged();
        var made = await making;
        working = null;
        Reading.MakeReady();
        if (made.Refusal is { } why)
            refusal = why;
        else if (made.Value is { Complaint: { } words })
            complaint = ComplaintSentence.Of(words);
        else
            Navigation.NavigateTo($"/materials/{made.Value.Id}");
    }
}
