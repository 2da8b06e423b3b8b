using Microsoft.AspNetCore.Components;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Suggest;

namespace PlanTracker.Web.Features.Plans.Review;

public sealed partial class TaskEditor : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(700);
    private const int ShownOfSentence = 24;
    private CancellationTokenSource typing = new();
    private UnitsEditor? units;
    private Guid shown;
    private bool splitting;
    private bool deleting;

    [Parameter, EditorRequired] public ReviewDesk Desk { get; set; } = null!;

    [Parameter, EditorRequired] public TaskView Task { get; set; } = null!;

    [Parameter, EditorRequired] public SuggestionDesk Suggestions { get; set; } = null!;

    private bool IsLast => Desk.Draft!.Tasks[^1].Id == Task.Id;

    public void Dispose()
    {
        typing.Cancel();
        typing.Dispose();
    }

    protected override void OnParametersSet()
    {
        if (shown != Task.Id)
            (splitting, deleting) = (false, false);
        shown = Task.Id;
    }

    private static string Of(ChangeEventArgs e) => (string?)e.Value ?? "";

    private static IReadOnlyList<string> Lines(ChangeEventArgs e) => Of(e).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private Task Edit(Func<TaskView, TaskView> change)
    {
        typing.Cancel();
        return Desk.Edit(Task.Id, change);
    }

    private Task EditContent(Func<DraftTaskContent, DraftTaskContent> change) => Edit(seen => seen with { Content = change(seen.Content) });

    // Kept after a rest in the typing, so that a lost connection loses no more than a word.
    private async Task Later(Func<TaskView, TaskView> change, string typed)
    {
        await typing.CancelAsync();
        typing.Dispose();
        typing = new CancellationTokenSource();
        var (mine, task) = (typing.Token, Task.Id);
        try
        {
            await System.Threading.Tasks.Task.Delay(Rest, mine);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (typed.Trim().Length > 0)
            await Desk.Edit(task, change);
    }

    private string Beginning(int at)
    {
        var rest = Task.Body[at..].Trim();
        return rest.Length <= ShownOfSentence ? rest : rest[..ShownOfSentence] + "……";
    }

    private async Task Split(int at)
    {
        splitting = false;
        await Desk.Do(new SplitTask.Command(Task.Id, Task.Version, at), id => id);
    }

    private Task Add() => Desk.Do(new AddTask.Command(Desk.Draft!.Id, Task.Id, L["新任务"]), id => id);

    private async Task Delete()
    {
        deleting = false;
        await Desk.Do(new DeleteTask.Command(Task.Id, Task.Version));
    }
}
