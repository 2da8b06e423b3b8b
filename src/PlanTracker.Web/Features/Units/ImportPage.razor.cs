using Microsoft.AspNetCore.Components;
using PlanTracker.Documents.Tables;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Registers;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Units;

public partial class ImportPage
{
    private Guid? place;
    private string kind = "units";
    private string file = "";
    private ImportReport? report;
    private Refusal? refusal;

    [Inject] private Sender Sender { get; set; } = null!;
    [Inject] private FileStore Files { get; set; } = null!;
    [SupplyParameterFromForm(FormName = "upload")] private Uploaded? Upload { get; set; }
    [SupplyParameterFromForm(FormName = "apply")] private Confirmed? Chosen { get; set; }
    [SupplyParameterFromQuery] private string? Kind { get; set; }

    protected override async Task OnInitializedAsync()
    {
        kind = Upload?.Kind ?? Chosen?.Kind ?? Kind ?? kind;
        var register = await Sender.Send(new OpenUnit.Query(Id: null));
        place = register.IsDone ? register.Value.RegisterId : null;
    }

    private async Task Preview()
    {
        if (Upload?.File is not { } uploaded)
        {
            refusal = new Refusal(RefusalKind.Missing, "文件");
            return;
        }

        if (uploaded.Length > NamedTable.MostBytes)
        {
            refusal = new Refusal(RefusalKind.FileTooLarge, $"{NamedTable.MostBytes >> 20} MB");
            return;
        }

        using var bytes = new MemoryStream();
        await uploaded.CopyToAsync(bytes);
        await Import(bytes.ToArray(), dryRun: true);

        // The confirmation names the very bytes that were previewed.
        if (report is not null)
            file = await Files.Keep(bytes.ToArray(), CancellationToken.None);
    }

    private async Task Apply()
    {
        file = Chosen?.File ?? "";
        await using var kept = file.Length == 64 && file.All(char.IsAsciiHexDigitLower) ? Files.Open(file) : null;
        if (kept is null || kept.Length > NamedTable.MostBytes)
        {
            refusal = new Refusal(RefusalKind.NotFound);
            return;
        }

        using var bytes = new MemoryStream();
        await kept.CopyToAsync(bytes);
        await Import(bytes.ToArray(), dryRun: false);
    }

    private async Task Import(byte[] bytes, bool dryRun)
    {
        if (place is not { } id)
            return;
        var outcome = kind switch
        {
            "groups" => await Sender.Send(new ImportGroups.Command(id, bytes, dryRun)),
            "leaders" => await Sender.Send(new ImportLeaders.Command(id, bytes, dryRun)),
            _ => await Sender.Send(new ImportUnits.Command(id, bytes, dryRun)),
        };
        refusal = outcome.Refusal;
        report = outcome.IsDone ? outcome.Value : null;
    }

    private sealed class Uploaded
    {
        public string? Kind { get; set; }
        public IFormFile? File { get; set; }
    }

    private sealed class Confirmed
    {
        public string? Kind { get; set; }
        public string? File { get; set; }
    }
}
