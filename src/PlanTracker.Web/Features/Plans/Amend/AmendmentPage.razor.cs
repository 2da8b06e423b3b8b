using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans.Editions;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Plans.Amend;

/// <summary>Which lines of the comparison the list shows.</summary>
public enum ChangeSieve
{
    /// <summary>All but what stayed as it was.</summary>
    Differing,
    Uncertain,
    Changed,
    Added,
    Withdrawn,
    Renumbered,
    Unchanged,
    Declined,
}

public sealed partial class AmendmentPage
{
    private readonly CancellationTokenSource gone = new();
    private OpenAmendment.Result? laid;
    private Refusal? refusal;
    private ChangeSieve shown;
    private bool isBusy;

    [Inject] private Sender Sender { get; set; } = null!;

    [Parameter] public Guid Id { get; set; }

    private static IReadOnlyList<ChangeSieve> Sieves { get; } = Enum.GetValues<ChangeSieve>();

    private IEnumerable<OpenAmendment.Line> Lines => laid!.Lines.Where(x => Passes(x, shown));

    // Before the page listens a click would be lost.

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }

    protected override Task OnInitializedAsync() => Load();

    private async Task Load()
    {
        var opened = await Sender.Send(new OpenAmendment.Query(Id), gone.Token);
        refusal = opened.Refusal ?? refusal;
        laid = opened.IsDone ? opened.Value : null;
    }

    private int Count(ChangeSieve sieve) => laid!.Lines.Count(x => Passes(x, sieve));

    private static bool Passes(OpenAmendment.Line line, ChangeSieve sieve) => sieve switch
    {
        ChangeSieve.Differing => line.Change.Kind != ChangeKind.Unchanged,
        ChangeSieve.Uncertain => line.Change.IsUncertain && line.IsAccepted,
        ChangeSieve.Changed => line.Change.Kind == ChangeKind.Changed,
        ChangeSieve.Added => line.Change.Kind == ChangeKind.Added,
        ChangeSieve.Withdrawn => line.Change.Kind == ChangeKind.Withdrawn,
        ChangeSieve.Renumbered => line.Change.Kind is ChangeKind.Renumbered or ChangeKind.Moved,
        ChangeSieve.Declined => !line.IsAccepted,
        _ => line.Change.Kind == ChangeKind.Unchanged,
    };

    private string NameOf(ChangeSieve sieve) => sieve switch
    {
        ChangeSieve.Differing => L["有变化"],
        ChangeSieve.Uncertain => L["对应关系待确认"],
        ChangeSieve.Changed => Labels[ChangeKind.Changed],
        ChangeSieve.Added => Labels[ChangeKind.Added],
        ChangeSieve.Withdrawn => Labels[ChangeKind.Withdrawn],
        ChangeSieve.Renumbered => L["编号或位置调整"],
        ChangeSieve.Declined => L["不采纳"],
        _ => Labels[ChangeKind.Unchanged],
    };

    private Task DecideAll(bool accepted) => Decide([.. laid!.Lines.Where(x => x.Change.Kind != ChangeKind.Unchanged).Select(x => x.Id)], accepted);

    private Task Decide(IReadOnlyList<Guid> ids, bool accepted) => Do(() => Sender.Send(new DecideChanges.Command(Id, laid!.Version, ids, accepted), gone.Token));

    private Task Pair(OpenAmendment.Line line, Guid? planTask) => line.DraftTaskId is { } task
        ? Do(() => Sender.Send(new PairTasks.Command(Id, laid!.Version, task, planTask), gone.Token))
        : Task.CompletedTask;

    private async Task Do(Func<Task<Outcome<Done>>> send)
    {
        if (isBusy)
            return;
        isBusy = true;
        try
        {
            refusal = (await send()).Refusal;
            await Load();
        }
        finally
        {
            isBusy = false;
        }
    }

    private IEnumerable<(string Label, string Before, string Now)> Heads()
    {
        var (before, now) = (laid!.Before, laid.Now);
        (string Label, string Before, string Now)[] all =
        [
            (L["计划名称"], before.Title, now.Title), (L["文号"], before.DocNumber, now.DocNumber), (L["发文机关"], before.Issuer, now.Issuer),
            (L["成文日期"], Day(before.Issued), Day(now.Issued)), (L["计划年度"], before.Years, now.Years),
        ];
        return all.Where(x => x.Before != x.Now);
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
