using Microsoft.AspNetCore.Components;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Tasks.Objections;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Tasks.Queue;

public sealed partial class QueuePage
{
    private IReadOnlyDictionary<QueueTab, int>? counts;
    private CountFollowUps.Result followUps = null!;
    private ReadQueue.Result? queue;
    private ReadDoubts.Result? doubts;
    private ReadObjections.Result? objections;
    private bool overdue;
    private IReadOnlyList<MissingReports.Row> missing = [];
    private IReadOnlyList<UnitsBehind.Row> units = [];
    private IReadOnlyList<ListTakers.Row> takers = [];
    private string copy = "";
    private Refusal? refusal;
    private List<(string Name, Refusal Why)> refused = [];
    private IReadOnlyList<UnconfirmedOngoing.Row> unconfirmed = [];
    private int doneNow;
    private bool pressed;

    /// <summary>The buttons of the page.</summary>
    public enum Button
    {
        None,
        Accept,
        Return,
        Uphold,
        Reassign,
        ApproveExtension,
        RefuseExtension,
        ConfirmLeads,
        ConfirmDeadlines,
        UrgeByMessage,
        UrgeInGroup,
        UpholdDecision,
        ChangeDecision,
    }

    [Inject] private Sender Sender { get; set; } = null!;

    [Inject] private Clock Clock { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromForm] private Input Form { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "tab")] private string? TabName { get; set; }

    [SupplyParameterFromQuery] private Guid? Unit { get; set; }

    [SupplyParameterFromQuery] private int Page { get; set; }

    [SupplyParameterFromQuery] private int? Done { get; set; }

    [SupplyParameterFromQuery] private int? Urged { get; set; }

    [SupplyParameterFromQuery] private int Letter { get; set; }

    [SupplyParameterFromQuery] private int Again { get; set; }

    /// <summary>The one asked for, else the first on which something waits.</summary>
    private QueueTab At => Enum.TryParse<QueueTab>(TabName, ignoreCase: true, out var tab) && Enum.IsDefined(tab)
        ? tab
        : counts?.Where(x => x.Value > 0).Select(x => x.Key).DefaultIfEmpty(QueueTab.Review).Min() ?? QueueTab.Review;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new Input();
        await Load();
    }

    private static string LinkTo(QueueTab tab) => $"/queue?tab={tab}";

    private async Task Load()
    {
        var counted = await Sender.Send(new CountQueue.Query());
        refusal ??= counted.Refusal;
        if (!counted.IsDone)
            return;
        counts = counted.Value.Tabs;
        overdue = counted.Value.ObjectionsOverdue > 0;
        followUps = await Sender.Send(new CountFollowUps.Query());
        switch (At)
        {
            case QueueTab.Missing:
                missing = (await Sender.Send(new MissingReports.Query())).Value;
                break;
            case QueueTab.Ongoing:
                unconfirmed = (await Sender.Send(new UnconfirmedOngoing.Query())).Value;
                break;
            case QueueTab.Objection:
                objections = (await Sender.Send(new ReadObjections.Query())).Value;
                break;
            case QueueTab.Doubts:
                doubts = (await Sender.Send(new ReadDoubts.Query(Page))).Value;
                break;
            default:
                queue = (await Sender.Send(new ReadQueue.Query(At, Unit, Page))).Value;
                await LoadBeside(queue.Total);
                break;
        }
    }

    private async Task LoadBeside(int total)
    {
        if (At == QueueTab.NotOurs && total > 0)
            takers = (await Sender.Send(new ListTakers.Query())).Value;
        if (At is QueueTab.Late or QueueTab.Unsigned)
            units = (await Sender.Send(new UnitsBehind.Query(At))).Value;
        var link = Navigation.ToAbsoluteUri("/my-tasks").ToString();
        (string, int)[] named = [.. units.Where(x => !x.IsAskedByLetter).Select(x => (x.Name, x.Count))];
        copy = named.Length == 0 ? "" : At == QueueTab.Late ? Names.LateText(named, link) : Names.UnsignedText(named, link);
    }

    private async Task Press()
    {
        pressed = true;
        if (Form.Called is not null || Form.Act is Button.UrgeByMessage or Button.UrgeInGroup)
        {
            await Urge();
            return;
        }

        // The button beside one refusal: to the unit that was proposed there.
        if (Form.One is { } one)
            (Form.Ids, Form.Act, Form.Taker) = ([one], Button.Reassign, null);
        if (Form.Ids.Count == 0)
        {
            refusal = new Refusal(RefusalKind.Missing, "所选任务");
            return;
        }

        var words = Form.Words ?? "";
        Summarize(Form.Act switch
        {
            Button.Accept => await Take(Step.Accept, new StepEntry(words)),
            Button.Return => await Take(Step.Return, new StepEntry(words)),
            Button.Uphold => await Take(Step.UpholdAssignment, new StepEntry(words)),
            Button.ApproveExtension => await Take(Step.ApproveExtension, new StepEntry(words) { NewDueOn = Form.Day }),
            Button.RefuseExtension => await Take(Step.RefuseExtension, new StepEntry(words)),
            Button.Reassign => await GiveAway(words),
            Button.UpholdDecision or Button.ChangeDecision => await Decide(words),
            Button.ConfirmLeads => [.. (await Sender.Send(new ConfirmLeads.Command(Form.Ids))).Select(x => (x.TaskId, x.Refusal))],
            Button.ConfirmDeadlines => [.. (await Sender.Send(new ConfirmDeadlines.Command(Form.Ids, Form.Day))).Select(x => (x.TaskId, x.Refusal))],
            _ => [],
        });
        if (refused.Count == 0)
            Navigation.NavigateTo($"{LinkTo(At)}&done={doneNow}");
        else
            await Load();
    }

    private async Task<IReadOnlyList<(Guid Id, Refusal? Why)>> Take(Step step, StepEntry entry) =>
        [.. (await Sender.Send(new TakeStep.Command(Form.Ids, step, entry))).Select(x => (x.OccurrenceId, x.Refusal))];

    private async Task<IReadOnlyList<(Guid Id, Refusal? Why)>> Decide(string words)
    {
        List<(Guid, Refusal?)> results = [];
        foreach (var id in Form.Ids)
            results.Add((id, (await Sender.Send(new DecideObjection.Command(id, Form.Act == Button.ChangeDecision, words))).Refusal));
        return results;
    }

    private async Task SetTerms()
    {
        pressed = true;
        refusal = (await Sender.Send(new SetObjectionTerms.Command(Form.Place ?? Guid.Empty, Form.DaysToObject, Form.DaysToAnswer))).Refusal;
        if (refusal is null)
            Navigation.NavigateTo(LinkTo(QueueTab.Objection));
    }

    // To the unit that was chosen, else each to the one that was proposed in its own place.
    private async Task<IReadOnlyList<(Guid Id, Refusal? Why)>> GiveAway(string words)
    {
        List<(Guid, Refusal?)> results = [];
        foreach (var id in Form.Ids)
        {
            var taker = Form.Taker ?? queue?.Rows.FirstOrDefault(x => x.OccurrenceId == id)?.Said?.ProposedId;
            results.Add((id, taker is { } unit
                ? (await Sender.Send(new Reassign.Command(id, unit, words))).Refusal
                : new Refusal(RefusalKind.Missing, "接收单位")));
        }

        return results;
    }

    private void Summarize(IReadOnlyList<(Guid Id, Refusal? Why)> results)
    {
        doneNow = results.Count(x => x.Why is null);
        refused = [.. results.Where(x => x.Why is not null).Select(x => (NameOf(x.Id), x.Why!))];
    }

    private string NameOf(Guid id) =>
        queue?.Rows.FirstOrDefault(x => x.OccurrenceId == id) is { } row ? $"{row.Unit} · {row.Number} {row.Title}"
        : objections?.Rows.FirstOrDefault(x => x.Id == id) is { } objection ? $"{objection.Unit} · {objection.Number} {objection.Title}"
        : doubts?.Tasks.FirstOrDefault(x => x.Id == id) is { } task ? $"{task.Number} {task.Title}" : "";

    private async Task Urge()
    {
        var way = Form.Called is not null ? UrgeWay.Telephone : Form.Act == Button.UrgeInGroup ? UrgeWay.WorkGroup : UrgeWay.Message;
        IReadOnlyList<Guid> chosen = Form.Called is { } called ? [called] : Form.Units;
        if (chosen.Count == 0)
        {
            refusal = new Refusal(RefusalKind.Missing, "单位");
            return;
        }

        var outcome = await Sender.Send(new UrgeLate.Command(way, chosen, Form.Words ?? ""));
        if (outcome.IsDone)
            Navigation.NavigateTo($"{LinkTo(QueueTab.Late)}&urged={outcome.Value.Units}&letter={outcome.Value.ByLetter}&again={outcome.Value.AlreadyToday}");
        refusal = outcome.Refusal;
    }

    private sealed class Input
    {
        public Button Act { get; set; }
        // A form in which nothing is ticked binds null.
        public List<Guid> Ids { get; set => field = value ?? []; } = [];
        public List<Guid> Units { get; set => field = value ?? []; } = [];
        public string? Words { get; set; }
        public DateOnly? Day { get; set; }
        public Guid? Taker { get; set; }
        public Guid? Called { get; set; }
        public Guid? One { get; set; }
        public Guid? Place { get; set; }
        public int DaysToObject { get; set; }
        public int DaysToAnswer { get; set; }
    }
}
