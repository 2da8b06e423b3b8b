using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PlanTracker.Domain.Suggestions;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Amend;
using PlanTracker.Web.Features.Plans.Suggest;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Plans.Review;

public sealed partial class ReviewPage
{
    private const int LongestQuote = 80;
    private ReviewDesk? desk;
    private SuggestionDesk? suggestions;
    private IJSObjectReference? script;
    private DotNetObjectReference<ReviewPage>? self;
    private Guid? lit;
    private FindAmended.Result? offer;
    private bool discarding;
    private bool showSource;

    [Inject] private Sender Sender { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private IJSRuntime Js { get; set; } = null!;

    [Parameter] public Guid Id { get; set; }

    /// <summary>The task to open; from the page before publishing.</summary>
    [SupplyParameterFromQuery] private Guid? Task { get; set; }

    /// <summary>Set when the same file was dropped once more.</summary>
    [SupplyParameterFromQuery] private string? Again { get; set; }

    [JSInvokable]
    public System.Threading.Tasks.Task Step(bool forward) => desk?.Step(forward) ?? System.Threading.Tasks.Task.CompletedTask;

    /// <summary>Accepts the likeliest unit for the task that is open.</summary>
    [JSInvokable]
    public System.Threading.Tasks.Task AcceptFirst() => desk?.Chosen is { } chosen && suggestions?.For(chosen) is [var first, ..]
        ? suggestions.Accept(chosen, first)
        : System.Threading.Tasks.Task.CompletedTask;

    [JSInvokable]
    public System.Threading.Tasks.Task TakeBackAccepted() => suggestions?.TakeBack() ?? System.Threading.Tasks.Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (desk is not null)
            desk.Changed -= Render;
        desk?.Dispose();
        self?.Dispose();
        try
        {
            if (script is not null)
            {
                await script.InvokeVoidAsync("leave");
                await script.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone already.
        }
    }

    protected override async Task OnInitializedAsync()
    {
        desk = new ReviewDesk(Sender, Id);
        suggestions = new SuggestionDesk(Sender, desk);
        desk.Changed += Render;
        await desk.Load();
        await LoadOffer();
        if (Task is { } task)
            await desk.Choose(task);
        StateHasChanged();
        await suggestions.Load();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            self = DotNetObjectReference.Create(this);
            script = await Js.InvokeAsync<IJSObjectReference>("import", "./review.js");
            await script.InvokeVoidAsync("enter", self);
        }

        if (script is null || desk?.Draft is null)
            return;
        var (focus, chosen) = (desk.FocusOn, desk.ChosenId);
        desk.FocusOn = null;
        if (chosen != lit || focus is not null)
        {
            var wasNothing = lit is null;
            lit = chosen;
            await script.InvokeVoidAsync("show", focus, !wasNothing || Task is not null);
        }
    }

    private Task Render() => InvokeAsync(async () =>
    {
        StateHasChanged();
        await suggestions!.Load();
        StateHasChanged();
    });

    /// <summary>Said in the closed line of a task that nobody stands on: whom its first good suggestion names.</summary>
    private string SuggestedFor(TaskView task) =>
        task.Content is { Units.Count: 0, Collectives.Count: 0 } && suggestions!.For(task) is [{ Strength: > SuggestionStrength.Weak } first, ..] ? first.Name : "";

    private Task Pick(int place) => desk?.Draft?.Tasks.FirstOrDefault(x => x.SpanStart <= place && place < x.SpanEnd) is { } task
        ? desk.Choose(task.Id)
        : System.Threading.Tasks.Task.CompletedTask;

    private Task AddFirst() => desk!.Do(new AddTask.Command(Id, null, L["新任务"]), id => id);

    private async Task Discard()
    {
        await desk!.Do(new DiscardDraft.Command(Id));
        if (desk.Refusal is null)
            Navigation.NavigateTo("/imports");
    }

    private async Task LoadOffer()
    {
        var found = await Sender.Send(new FindAmended.Query(Id));
        offer = found.IsDone ? found.Value : null;
    }

    private async Task ChooseAmendment(Guid? plan)
    {
        await desk!.Do(new ChooseAmended.Command(Id, plan));
        await LoadOffer();
    }

    private string Note(OpenDraft.Result draft) => L["{0} 项任务　每次修改即时保存", draft.Tasks.Count];

    private string UndoWords(OpenDraft.Undoable undoable) => undoable.Kind switch
    {
        CutKind.Deleted => L["已删除任务“{0}”。", Shortened(undoable.Title)],
        CutKind.Merged => L["已将任务“{0}”并入上一项。", Shortened(undoable.Title)],
        _ => L["已拆分任务“{0}”。", Shortened(undoable.Title)],
    };

    private string SieveWords(TaskSieve sieve) => sieve switch
    {
        TaskSieve.Doubtful => L["只看存疑"],
        TaskSieve.UnknownNames => L["单位未识别"],
        TaskSieve.ProvisionalLeads => L["牵头暂定"],
        TaskSieve.UnconfirmedDeadlines => L["时限未确认"],
        TaskSieve.WithoutUnits => L["没有责任单位"],
        _ => L["全部"],
    };

    private string PartOf(TaskPart part) => part switch
    {
        TaskPart.Number => L["编号"],
        TaskPart.Section => L["所属部分"],
        TaskPart.Title => L["标题"],
        TaskPart.Body => L["正文"],
        TaskPart.Units => L["责任分工"],
        TaskPart.Deadline => L["完成时限"],
        _ => L["量化指标"],
    };

    private static string Shortened(string words) => words.Length == 0 ? "—" : words.Length <= LongestQuote ? words : words[..LongestQuote] + "……";
}
