using PlanTracker.Domain;
using PlanTracker.Web.Components.Shared;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Plans.Review;

/// <summary>Which tasks the list shows.</summary>
public enum TaskSieve
{
    All,
    Doubtful,
    UnknownNames,
    ProvisionalLeads,
    UnconfirmedDeadlines,

    /// <summary>Nobody stands on them.</summary>
    WithoutUnits,
}

/// <summary>One person's review of one draft: what is shown, what is chosen, and every edit, sent at once and one after the other.</summary>
public sealed class ReviewDesk(Sender sender, Guid draftId) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly CancellationTokenSource gone = new();
    private bool hasStepped;

    public event Func<Task>? Changed;

    public OpenDraft.Result? Draft { get; private set; }
    public Refusal? Refusal { get; private set; }

    /// <summary>What somebody else changed meanwhile, when an edit came second.</summary>
    public IReadOnlyList<TaskDifference> Differences { get; private set; } = [];

    public Guid? ChosenId { get; private set; }
    public TaskSieve Sieve { get; private set; }
    public int DoubtCount { get; private set; }
    public bool IsSaving { get; private set; }

    /// <summary>Set after a step from doubt to doubt: what the page moves the focus to.</summary>
    public string? FocusOn { get; set; }

    public TaskView? Chosen => Draft?.Tasks.FirstOrDefault(x => x.Id == ChosenId);

    /// <summary>All that may be chosen: the units of the register and its groups.</summary>
    public IReadOnlyList<UnitPicker.Choice> Choices { get; private set; } = [];

    public IEnumerable<TaskView> Shown => Draft?.Tasks.Where(Passes) ?? [];

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
        turn.Dispose();
    }

    public async Task Load()
    {
        var opened = await sender.Send(new OpenDraft.Query(draftId), gone.Token);
        Refusal = opened.Refusal ?? Refusal;
        if (!opened.IsDone)
            return;
        Draft = opened.Value;
        Choices = [.. Draft.Units.Concat(Draft.Groups).Select(x => new UnitPicker.Choice(x.Id.ToString(), x.Name, x.OtherNames))];
        DoubtCount = Draft.Doubts.Count(x => !x.Settled) + Draft.Tasks.Sum(x => ReviewDoubts.Of(x.Content).Count);
        if (ChosenId is null || Chosen is null)
            ChosenId = Draft.Tasks.Count > 0 ? Draft.Tasks[0].Id : null;
    }

    public int Count(TaskSieve sieve) => Draft?.Tasks.Count(x => Passes(x, sieve)) ?? 0;

    public async Task Choose(Guid taskId)
    {
        (ChosenId, Differences, Refusal) = (taskId, [], null);
        await Tell();
    }

    public async Task Show(TaskSieve sieve)
    {
        Sieve = sieve;
        if (!Shown.Any(x => x.Id == ChosenId) && Shown.FirstOrDefault() is { } first)
            ChosenId = first.Id;
        await Tell();
    }

    /// <summary>To the next task with something open, or the one before; round the ends.</summary>
    public async Task Step(bool forward)
    {
        var doubtful = Draft?.Tasks.Where(x => ReviewDoubts.Of(x.Content).Count > 0).ToList() ?? [];
        if (doubtful.Count == 0)
            return;
        var here = Chosen?.Position ?? -1;

        // Whoever has just come begins where he is.
        if (!hasStepped && forward)
            here--;
        hasStepped = true;
        var next = forward ? doubtful.Find(x => x.Position > here) ?? doubtful[0] : doubtful.FindLast(x => x.Position < here) ?? doubtful[^1];
        FocusOn = "first-doubt";
        await Choose(next.Id);
    }

    /// <summary>Edits from what stands when its turn comes, so that quick typing never meets itself.</summary>
    public Task Edit(Guid taskId, Func<TaskView, TaskView> change) => InTurn(async () =>
    {
        if (Draft?.Tasks.FirstOrDefault(x => x.Id == taskId) is not { } seen || change(seen) is not { } edited || edited == seen)
            return;
        var saved = await sender.Send(new EditTask.Command(taskId, seen.Version, edited), gone.Token);
        if (saved.IsDone)
        {
            Replace(saved.Value);
            return;
        }

        Refusal = saved.Refusal;
        await Load();
        if (Refusal?.Kind == RefusalKind.ChangedMeanwhile && Chosen is { } now)
            Differences = TaskDifference.Between(seen, now);
    });

    public Task EditFields(DraftFields fields, int? settled = null) =>
        Run(async () => (await sender.Send(new EditDraft.Command(draftId, Draft!.Version, fields, settled), gone.Token)).Refusal);

    /// <summary>Any other command on the draft; what it changed is read anew.</summary>
    public Task Do<T>(ICommand<Outcome<T>> command, Func<T, Guid?>? choose = null) => Run(async () =>
    {
        var outcome = await sender.Send(command, gone.Token);
        if (outcome.IsDone && choose?.Invoke(outcome.Value) is { } id)
            ChosenId = id;
        return outcome.Refusal;
    });

    private Task Run(Func<Task<Refusal?>> send) => InTurn(async () =>
    {
        Refusal = await send();
        await Load();
    });

    private async Task InTurn(Func<Task> work)
    {
        await turn.WaitAsync(gone.Token);
        try
        {
            (Refusal, Differences, IsSaving) = (null, [], true);
            await work();
        }
        finally
        {
            IsSaving = false;
            turn.Release();
        }

        await Tell();
    }

    private void Replace(TaskView task)
    {
        Draft = Draft! with { Tasks = [.. Draft.Tasks.Select(x => x.Id == task.Id ? task : x)] };
        DoubtCount = Draft.Doubts.Count(x => !x.Settled) + Draft.Tasks.Sum(x => ReviewDoubts.Of(x.Content).Count);
    }

    private bool Passes(TaskView task) => Passes(task, Sieve) || (task.Id == ChosenId && Sieve != TaskSieve.All);

    private static bool Passes(TaskView task, TaskSieve sieve) => sieve switch
    {
        TaskSieve.Doubtful => ReviewDoubts.Of(task.Content).Count > 0,
        TaskSieve.UnknownNames => task.Content.Units.Any(x => x.OrgUnitId is null) || task.Content.Collectives.Any(x => x.UnitGroupId is null),
        TaskSieve.ProvisionalLeads => task.Content.Units.Any(x => x.Provisional),
        TaskSieve.UnconfirmedDeadlines => !task.Content.DeadlineConfirmed,
        TaskSieve.WithoutUnits => task.Content is { Units.Count: 0, Collectives.Count: 0 },
        _ => true,
    };

    private Task Tell() => Changed?.Invoke() ?? Task.CompletedTask;
}
