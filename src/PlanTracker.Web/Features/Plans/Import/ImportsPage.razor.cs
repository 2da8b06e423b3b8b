using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using PlanTracker.Documents.Readers;
using PlanTracker.Domain;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Amend;
using PlanTracker.Web.Reading;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Plans.Import;

public sealed partial class ImportsPage : IDisposable
{
    private readonly CancellationTokenSource gone = new();
    private ListImports.Result? result;
    private Refusal? refusal;
    private string? working;
    private string pasted = "";
    private int percent;

    [Inject] private Sender Sender { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private DocumentReading Reading { get; set; } = null!;
    [Inject] private ReadingOptions Limits { get; set; } = null!;

    /// <summary>The plan of which an amended document is to be imported.</summary>
    [SupplyParameterFromQuery] private Guid? Amends { get; set; }

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        var listed = await Sender.Send(new ListImports.Query(Amends), gone.Token);
        refusal = listed.Refusal;
        result = listed.IsDone ? listed.Value : null;
        if (listed.IsDone)
            Reading.MakeReady();
    }

    private async Task Take(InputFileChangeEventArgs chosen)
    {
        refusal = null;
        if (chosen.File.Size > Limits.MaxBytes)
        {
            refusal = new Refusal(RefusalKind.FileTooLarge, $"{Limits.MaxBytes >> 20} MB");
            return;
        }

        working = L["正在上传……"];
        percent = 0;
        var content = new byte[chosen.File.Size];
        await using (var stream = chosen.File.OpenReadStream(Limits.MaxBytes, gone.Token))
        {
            for (var done = 0; done < content.Length;)
            {
                var read = await stream.ReadAsync(content.AsMemory(done), gone.Token);
                if (read == 0)
                    break;
                done += read;
                var reached = (int)(done * 100L / content.Length);
                if (reached / 10 > percent / 10)
                {
                    percent = reached;
                    StateHasChanged();
                }
            }
        }

        await Send(chosen.File.Name, content);
    }

    private async Task TakePasted()
    {
        if (string.IsNullOrWhiteSpace(pasted))
        {
            refusal = new Refusal(RefusalKind.FileEmpty);
            return;
        }

        await Send(L["粘贴的文字"] + ".txt", Encoding.UTF8.GetBytes(pasted));
    }

    private async Task Send(string name, ReadOnlyMemory<byte> content)
    {
        (refusal, working, percent) = (null, L["正在读取……"], 100);
        StateHasChanged();
        var imported = await Sender.Send(new ImportDocument.Command(result!.JurisdictionId, name, content, new Progress<ReadingProgress>(Recognizing)), gone.Token);
        working = null;
        if (imported.Refusal is { } why)
        {
            refusal = why;
            Reading.MakeReady();
            return;
        }

        if (result.Amends is { } amends)
            refusal = (await Sender.Send(new ChooseAmended.Command(imported.Value, amends.Id), gone.Token)).Refusal;

        // The same file again leads to what it gave before.
        var again = result.Rows.FirstOrDefault(x => x.Id == imported.Value);
        Navigation.NavigateTo(again is null ? $"/imports/{imported.Value}" : $"/imports/{imported.Value}?again=1");
    }

    private void Recognizing(ReadingProgress at)
    {
        if (working is null)
            return;
        (working, percent) = (L["正在识别第 {0} 页，共 {1} 页……", at.Page, at.Pages], (at.Page - 1) * 100 / at.Pages);
        StateHasChanged();
    }

    private string TitleOf(ListImports.Row row) => row.Title is { Length: > 0 } title ? title : row.FileName;

    private static string LinkOf(ListImports.Row row) => row is { State: ImportState.Published, PlanId: { } plan } ? $"/plans/{plan}" : $"/imports/{row.Id}";

    private static string TagOf(ImportState state) => state switch
    {
        ImportState.InReview => "tag-warn",
        ImportState.Unreadable => "tag-bad",
        _ => "tag-main",
    };
}
