using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Documents.Tables;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Progress;

/// <summary>What is typed for one task, until it is handed in.</summary>
public sealed class ReportText
{
    public string Words { get; set; } = "";
    public int? Percent { get; set; }
    public string Figures { get; set; } = "";

    /// <summary>Milestones, by their own day, with the day on which they were reached.</summary>
    public Dictionary<DateOnly, DateOnly> Reached { get; init; } = [];
    public bool IsSaved { get; set; } = true;
    public bool IsTyped => Words.Trim().Length > 0 || Reached.Count > 0;
    public IReadOnlyList<ReachedMilestone> Marks => [.. Reached.Select(x => new ReachedMilestone(x.Key, x.Value))];
}

public sealed partial class ReportPage : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(600);

    private readonly Dictionary<Guid, ReportText> texts = [];
    private readonly Dictionary<Guid, Refusal> refused = [];
    private readonly HashSet<Guid> unsaved = [];
    private IReadOnlyList<OpenReport.PlanRound>? rounds;
    private IReadOnlyList<ListMissed.MissedRound> missed = [];
    private ImportForm.Result? form;
    private ITimer? saving;
    private string said = "";
    private bool allWell;
    private bool busy;

    [Inject] private Sender Sender { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    private IEnumerable<OpenReport.Row> Rows => rounds?.SelectMany(x => x.Rows) ?? [];

    private IEnumerable<Guid> Filled => Rows.Where(x => x.MayBeReported && texts[x.Id].IsTyped).Select(x => x.Id);

    public void Dispose() => saving?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        saving = Time.CreateTimer(_ => _ = InvokeAsync(SaveTyped), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await Load();
    }

    private async Task Load()
    {
        rounds = await Sender.Send(new OpenReport.Query());
        missed = await Sender.Send(new ListMissed.Query());
        foreach (var row in Rows.Where(x => !unsaved.Contains(x.Id)))
            texts[row.Id] = new ReportText
            {
                Words = row.DraftWords, Percent = row.DraftPercent ?? row.Percent, Figures = row.DraftFigures,
                Reached = MilestoneMarks.Parse(row.DraftReached).All.ToDictionary(x => x.DueOn, x => x.ReachedOn),
            };
    }

    // Saved when typing pauses; each task by itself.
    private void Typed(Guid id)
    {
        unsaved.Add(id);
        texts[id].IsSaved = false;
        saving?.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    private async Task SaveTyped()
    {
        foreach (var id in unsaved.ToArray())
        {
            unsaved.Remove(id);
            var text = texts[id];
            var outcome = await Sender.Send(new SaveDraft.Command(id, text.Words, text.Percent, text.Figures, text.Marks));
            text.IsSaved = outcome.IsDone;
            if (outcome.Refusal is { } refusal)
                refused[id] = refusal;
            else
                refused.Remove(id);
        }

        StateHasChanged();
    }

    private static IEnumerable<Guid> Waiting(OpenReport.PlanRound round, IReadOnlyDictionary<Guid, ReportText> texts) =>
        round.Rows.Where(x => x.MayBeReported && !x.Ongoing && x.Now is null && !texts[x.Id].IsTyped).Select(x => x.Id);

    private IEnumerable<Guid> Waiting(OpenReport.PlanRound round) => Waiting(round, texts);

    /// <summary>Ongoing tasks that are not confirmed in this round, with or without words typed.</summary>
    private static IEnumerable<Guid> Unconfirmed(OpenReport.PlanRound round) =>
        round.Rows.Where(x => x is { MayBeReported: true, Ongoing: true } && x.Now is null or { ReturnedBecause: not null }).Select(x => x.Id);

    private Task SubmitAll() => Submit([.. Filled]);

    private Task Submit(IReadOnlyList<Guid> ids) => Send([.. ids.Select(id => new SubmitReports.Item(
        id, new ReportEntry(texts[id].Words) { Percent = texts[id].Percent, Figures = texts[id].Figures, Reached = texts[id].Marks }))]);

    private Task NothingNew(IReadOnlyList<Guid> ids) => Send([.. ids.Select(id => new SubmitReports.Item(id, new ReportEntry("") { NothingNew = true }))]);

    private async Task Send(IReadOnlyList<SubmitReports.Item> items)
    {
        if (busy)
            return;
        busy = true;
        try
        {
            await SaveTyped();
            var results = items.Count == 0 ? [] : await Sender.Send(new SubmitReports.Command(items));
            foreach (var result in results)
            {
                if (result.Refusal is { } refusal)
                    refused[result.OccurrenceId] = refusal;
                else
                    refused.Remove(result.OccurrenceId);
            }

            var bad = results.Count(x => x.Refusal is not null);
            allWell = bad == 0 && results.Count > 0;
            said = results.Count == 0 ? L["还没有填写内容。"] : bad == 0 ? L["已提交 {0} 项。", results.Count]
                : L["已提交 {0} 项，另有 {1} 项没有提交，原因见各项。", results.Count - bad, bad];
            await Load();
        }
        finally
        {
            busy = false;
        }
    }

    private async Task Upload(InputFileChangeEventArgs chosen)
    {
        form = null;
        said = "";
        if (chosen.File.Size > NamedTable.MostBytes)
        {
            (said, allWell) = (Refusals[new Refusal(RefusalKind.FileTooLarge, $"{NamedTable.MostBytes >> 20} MB")], false);
            return;
        }

        using MemoryStream content = new();
        await using (var file = chosen.File.OpenReadStream(NamedTable.MostBytes))
            await file.CopyToAsync(content);
        await SaveTyped();
        var outcome = await Sender.Send(new ImportForm.Command(content.ToArray()));
        if (outcome.Refusal is { } refusal)
            (said, allWell) = (Refusals[refusal], false);
        else
            form = outcome.Value;
        await Load();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
