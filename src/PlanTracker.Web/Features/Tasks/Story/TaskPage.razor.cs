using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Tasks.Divide;
using PlanTracker.Web.Features.Tasks.Objections;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Tasks.Story;

public sealed partial class TaskPage
{
    private TaskStory.Result? story;
    private TaskNeighbours.Result neighbours = new([], []);
    private FollowUpsOfTask.Result followUps = new(false, [], []);
    private IReadOnlyList<ReadConfirmations.Cycle> cycles = [];
    private TaskStory.Part? chosen;
    private Refusal? refusal;
    private Step? posted;

    [Parameter] public Guid TaskId { get; set; }

    [SupplyParameterFromQuery] private string? Period { get; set; }
    [SupplyParameterFromQuery(Name = "asOf")] private string? AsOfText { get; set; }
    [SupplyParameterFromQuery] private Guid? Act { get; set; }
    [SupplyParameterFromQuery] private string? Enter { get; set; }
    [SupplyParameterFromQuery] private string? Done { get; set; }
    [SupplyParameterFromForm] private Input? Form { get; set; }

    private DateOnly? AsOf => AsOfDay.Of(AsOfText, Clock.Today);

    private IReadOnlyList<(string Words, string Link)> Trail => story is null
        ? []
        : [story.IsReportedByReader ? (L["我的任务"].Value, "/my-tasks") : (L["计划"].Value, "/plans"), (story.Task.Plan, $"/plans/{story.Task.PlanId}")];

    /// <summary>The unit that was proposed when the task was refused.</summary>
    private string? Proposed => chosen?.Columns.State == OccurrenceState.Refused
        ? story!.History.FirstOrDefault(x => x.Step == Step.RefuseAsNotOurs && x.Unit == chosen.Unit)?.After
        : null;

    protected override Task OnInitializedAsync() => Load();

    private async Task Load()
    {
        DateOnly? period = DateOnly.TryParseExact(Period, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var outcome = await Sender.Send(new TaskStory.Query(TaskId, period, AsOf));
        if (!outcome.IsDone)
            return;
        story = outcome.Value;
        neighbours = await Sender.Send(new TaskNeighbours.Query(TaskId));
        if (story.Parts.Any(x => x.Columns.Ongoing))
            cycles = (await Sender.Send(new ReadConfirmations.Query(TaskId, AsOf))) is { IsDone: true, Value: var read } ? read : [];
        followUps = await Sender.Send(new FollowUpsOfTask.Query(TaskId));
        var acting = story.Parts.Where(x => x.Acts.Count > 0).ToList();
        chosen = acting.Find(x => x.Id == (Form?.OccurrenceId ?? Act)) ?? acting.Find(x => x.Acts.Any(act => !act.Entered)) ?? acting.FirstOrDefault();
    }

    private async Task Take()
    {
        if (Form is null || chosen is null)
            return;
        posted = Form.Step;
        refusal = await Send(Form);
        if (refusal is null)
            Navigation.NavigateTo(LinkTo(story!.Period, chosen.Id, Form.Step));
    }

    private async Task TakeBack()
    {
        refusal = (await Sender.Send(new EndDivision.Command(Form?.DivisionId ?? Guid.Empty))).Refusal;
        if (refusal is null)
            Navigation.NavigateTo(LinkTo(story!.Period, chosen?.Id, Step.Divide));
    }

    private async Task<Refusal?> Send(Input form)
    {
        var entered = chosen!.Acts.Any(x => x.Step == form.Step && x.Entered);
        DateOnly? on = entered ? form.On : null;
        var source = entered ? form.Source : EntrySource.Own;
        switch (form.Step)
        {
            case Step.Report or Step.ConfirmOngoing:
                var files = await EvidenceFile.OfForm(Http);
                return (await Sender.Send(new FileReport.Command(chosen.Id, new ReportEntry(form.Words ?? "")
                {
                    Percent = form.Percent, Figures = form.Figures ?? "", Source = source, On = on, Files = files,
                    NothingNew = entered && form.NothingNew, Reached = ReachedOfForm(),
                }))).Refusal;
            case Step.RaiseObjection:
                StepEntry objecting = new(form.Words ?? "") { Source = source, On = on };
                return (await Sender.Send(new RaiseObjection.Command(chosen.Id, form.DecisionId ?? Guid.Empty, objecting, entered ? await EvidenceFile.OfForm(Http) : []))).Refusal;
            case Step.UpholdDecision or Step.ChangeDecision:
                return (await Sender.Send(new DecideObjection.Command(form.ObjectionId ?? Guid.Empty, form.Step == Step.ChangeDecision, form.Words ?? ""))).Refusal;
            case Step.Urge:
                return (await Sender.Send(new UrgeTask.Command(chosen.Id, form.Way, form.Words ?? ""))).Refusal;
            case Step.Divide:
                return (await Sender.Send(new DivideTask.Command(chosen.Id, form.Office ?? "", form.AccountId, form.Words ?? "", form.DueOn))).Refusal;
            case Step.Reassign:
                return (await Sender.Send(new Reassign.Command(chosen.Id, form.OrgUnitId ?? Guid.Empty, form.Words ?? ""))).Refusal;
            default:
                StepEntry entry = new(form.Words ?? "") { Source = source, On = on, NewDueOn = form.NewDueOn, OrgUnitId = form.OrgUnitId, WithCooperating = form.WithCooperating };
                if (entered)
                    return (await Sender.Send(new EnterStep.Command(chosen.Id, form.Step, entry, form.SignedBy ?? "", await EvidenceFile.OfForm(Http)))).Refusal;
                return (await Sender.Send(new TakeStep.Command([chosen.Id], form.Step, entry)))[0].Refusal;
        }
    }

    /// <summary>The milestones of the form beside which a day stands.</summary>
    private IReadOnlyList<ReachedMilestone> ReachedOfForm() => [.. story!.Task.Milestones
        .Select(x => (x.On, Typed: DayOf(Http.Request.Form[FieldOf(x.On)]))).Where(x => x.Typed is not null).Select(x => new ReachedMilestone(x.On, x.Typed!.Value))];

    private static string FieldOf(DateOnly milestone) => $"reached-{Day(milestone)}";

    private static DateOnly? DayOf(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private async Task TakeBackMilestone()
    {
        posted = Step.TakeBackMilestone;
        refusal = (await Sender.Send(new TakeBackMilestone.Command(Form?.OccurrenceId ?? Guid.Empty, Form?.Milestone ?? default, Form?.Words ?? ""))).Refusal;
        if (refusal is null)
            Navigation.NavigateTo(LinkTo(story!.Period, Form!.OccurrenceId, Step.TakeBackMilestone));
    }

    private string LinkTo(DateOnly? period, Guid? act = null, Step? done = null)
    {
        List<string> parts = [];
        if (period is { } from)
            parts.Add($"period={Day(from)}");
        if (AsOf is { } then && act is null)
            parts.Add($"asOf={Day(then)}");
        if (act is { } id)
            parts.Add($"act={id}");
        if (done is { } step)
            parts.Add($"done={step}");
        return parts.Count == 0 ? $"/tasks/{TaskId}" : $"/tasks/{TaskId}?{string.Join('&', parts)}";
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Input
    {
        public Guid OccurrenceId { get; set; }
        public Step Step { get; set; }
        public string? Words { get; set; }
        public int? Percent { get; set; }
        public string? Figures { get; set; }
        public bool NothingNew { get; set; }
        public bool WithCooperating { get; set; }
        public DateOnly? NewDueOn { get; set; }
        public Guid? OrgUnitId { get; set; }
        public UrgeWay Way { get; set; }
        public EntrySource Source { get; set; }
        public DateOnly? On { get; set; }
        public string? SignedBy { get; set; }
        public Guid? DecisionId { get; set; }
        public Guid? ObjectionId { get; set; }
        public string? Office { get; set; }
        public Guid? AccountId { get; set; }
        public DateOnly? DueOn { get; set; }
        public Guid? DivisionId { get; set; }
        public DateOnly? Milestone { get; set; }
    }
}
