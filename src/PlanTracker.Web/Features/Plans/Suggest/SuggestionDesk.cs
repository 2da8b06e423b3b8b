using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Suggestions;
using PlanTracker.Web.Features.Plans.Review;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Plans.Suggest;

/// <summary>What is suggested for the tasks of the draft on a review's desk, what was accepted in this sitting, and its taking back.</summary>
public sealed class SuggestionDesk(Sender sender, ReviewDesk desk)
{
    private readonly Stack<IReadOnlyList<Acceptance>> entered = [];
    private IReadOnlyDictionary<Guid, IReadOnlyList<SuggestUnits.Suggestion>> suggestions = new Dictionary<Guid, IReadOnlyList<SuggestUnits.Suggestion>>();
    private string asked = "";

    /// <summary>Above it suggestions are accepted all at once.</summary>
    public SuggestionStrength Least { get; set; } = SuggestionStrength.Strong;

    /// <summary>How many units the last acceptance entered; 0 when nothing is left to take back.</summary>
    public int Undoable => entered.TryPeek(out var last) ? last.Count : 0;

    /// <summary>Tasks on which nobody stands yet.</summary>
    public IEnumerable<TaskView> Nobodies => desk.Draft?.Tasks.Where(x => x.Content is { Units.Count: 0, Collectives.Count: 0 }) ?? [];

    /// <summary>Asks anew when tasks or their wording changed; otherwise what was answered holds.</summary>
    public async Task Load(CancellationToken cancellation = default)
    {
        if (desk.Draft is not { } draft)
            return;
        var now = string.Join('\n', draft.Tasks.Where(x => x.Content.NamesNobody).Select(x => $"{x.Id}{x.Title}\t{x.Body}"));
        if (now == asked)
            return;
        var answer = await sender.Send(new SuggestUnits.Query(draft.Id), cancellation);
        if (answer.IsDone)
            (suggestions, asked) = (answer.Value, now);
    }

    /// <summary>For the task, without what stands on it already.</summary>
    public IReadOnlyList<SuggestUnits.Suggestion> For(TaskView task) => suggestions.TryGetValue(task.Id, out var all)
        ? [.. all.Where(x => x.IsGroup ? task.Content.Collectives.All(c => c.UnitGroupId != x.BodyId) : task.Content.Units.All(u => u.OrgUnitId != x.BodyId))]
        : [];

    /// <summary>All that one press would enter.</summary>
    public IReadOnlyList<Acceptance> AllFrom(SuggestionStrength least) =>
        [.. Nobodies.SelectMany(task => For(task).Where(x => x.Strength >= least).Select(x => Of(task, x, task.Content.Units.Count == 0)))];

    public Task Accept(TaskView task, SuggestUnits.Suggestion suggestion) => Accept([Of(task, suggestion, isFirst: false)]);

    public async Task Accept(IReadOnlyList<Acceptance> accepted)
    {
        if (accepted.Count == 0 || desk.Draft is not { } draft)
            return;
        await desk.Do(new AcceptSuggestions.Command(draft.Id, accepted), done =>
        {
            if (done.Count > 0)
                entered.Push(done);
            return null;
        });
    }

    public async Task TakeBack()
    {
        if (desk.Draft is { } draft && entered.TryPop(out var last))
            await desk.Do(new TakeBackSuggestions.Command(draft.Id, last));
    }

    // Accepted alone where nobody stands, a unit leads whatever it was suggested as.
    private static Acceptance Of(TaskView task, SuggestUnits.Suggestion suggestion, bool isFirst)
    {
        var isAlone = !isFirst && !suggestion.IsGroup && task.Content is { Units.Count: 0, Collectives.Count: 0 };
        return new(task.Id, suggestion.BodyId, suggestion.IsGroup, isAlone && suggestion.Role == Role.Cooperating ? Role.Lead : suggestion.Role);
    }
}
