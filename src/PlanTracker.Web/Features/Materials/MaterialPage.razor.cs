using Microsoft.AspNetCore.Components;
using PlanTracker.Domain;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Materials;

public sealed partial class MaterialPage
{
    private readonly Dictionary<Guid, Choice> choices = [];
    private OpenMaterial.Result? result;
    private Refusal? refusal;
    private PassageState shown;
    private bool busy;

    [Parameter] public Guid Id { get; set; }

    [Inject] private Sender Sender { get; set; } = null!;

    private IEnumerable<OpenMaterial.Passage> Shown => result!.Passages.Where(x => x.State == shown);

    /// <summary>What can be taken at one go: the chosen task is the one that is much more alike than any other.</summary>
    private List<Guid> Strong =>
        [.. result!.Passages.Where(x => x.State == PassageState.Open && x.Proposals is [{ IsStrong: true, Task: { MayBeTaken: true } task }, ..]
            && choices[x.Id].OccurrenceId == task.OccurrenceId).Select(x => x.Id)];

    protected override Task OnInitializedAsync() => Load();

    private async Task Load()
    {
        var opened = await Sender.Send(new OpenMaterial.Query(Id));
        refusal ??= opened.Refusal;
        result = opened.IsDone ? opened.Value : null;

        // What somebody has begun to choose or mend stays.
        foreach (var passage in result?.Passages ?? [])
        {
            if (!choices.ContainsKey(passage.Id))
                choices[passage.Id] = new Choice { OccurrenceId = passage.Proposals is [{ IsStrong: true, Task: { MayBeTaken: true } task }, ..] ? task.OccurrenceId : null };
        }
    }

    private void Show(PassageState state) => shown = state;

    private void Mend(OpenMaterial.Passage passage) =>
        (choices[passage.Id].Words, choices[passage.Id].Figures) = (passage.Words, FigureLines.Of(passage.Figures));

    private Task TakeStrong() => Take(Strong);

    private Task Take(IReadOnlyList<Guid> passages) => Do(new TakePassages.Command(Id, [.. passages.Select(id => (Id: id, Choice: choices[id]))
        .Select(x => new TakePassages.Item(x.Id, x.Choice.OccurrenceId!.Value, x.Choice.Words, x.Choice.Figures))]));

    private Task Settle(Guid passage, bool setAside) => Do(new SettlePassage.Command(passage, setAside));

    private async Task Do(ICommand<Outcome<Done>> command)
    {
        if (busy)
            return;
        busy = true;
        try
        {
            refusal = (await Sender.Send(command)).Refusal;
            await Load();
        }
        finally
        {
            busy = false;
        }
    }

    private sealed class Choice
    {
        public Guid? OccurrenceId { get; set; }

        /// <summary>The whole list of tasks is offered.</summary>
        public bool IsFree { get; set; }

        /// <summary>Null: as printed.</summary>
        public string? Words { get; set; }
        public string? Figures { get; set; }
    }
}
