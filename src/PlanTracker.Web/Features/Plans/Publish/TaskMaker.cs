using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Plans.Publish;

/// <summary>Makes of reviewed tasks the tasks of a plan, with who stands on them and the first run of each. The first edition and every later one make them
/// alike.</summary>
/// <param name="plan">With the years and the source text of the document that the tasks were read from.</param>
/// <param name="members">Of each group.</param>
/// <param name="sharing">For tasks that say nothing themselves; null: by the rule.</param>
internal sealed class TaskMaker(Plan plan, IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> members, Sharing? sharing, Clock clock)
{
    public DateOnly Today => clock.Today;

    public PlanPeriod Period { get; } = new(plan.FirstYear, plan.LastYear);

    public IReadOnlyList<Part> PartsOf(DraftTaskContent content) => Distribution.Of(content, members);

    public Deadline DeadlineOf(DraftTaskContent content) =>
        content.Proposal(Period) with { IsConfirmed = content.DeadlineConfirmed };

    public PlanTask Make(ImportDraftTask draft)
    {
        var content = draft.Content;
        var deadline = DeadlineOf(content);
        var task = new PlanTask
        {
            Id = clock.NewId(), JurisdictionId = plan.JurisdictionId, PlanId = plan.Id, Plan = plan, Position = draft.Position, Number = draft.Number,
            Section = draft.Section, Title = draft.Title, Body = draft.Body, SpanStart = draft.SpanStart, SpanEnd = draft.SpanEnd,
            Sharing = Distribution.SharingOf(content, sharing), ContinuesTaskId = content.ContinuesTaskId,
        };
        Word(task, content);
        SetDeadline(task, deadline);
        task.Milestones = [.. MilestonesOf(task, content, deadline)];
        var parts = PartsOf(content);
        var gathers = parts.FirstOrDefault(x => x.Role == Role.Lead);
        task.Assignments = [.. parts.Select(part => Assign(task, part, part == gathers, deadline))];
        return task;
    }

    /// <summary>What the document says of a task beside its words, units and deadline.</summary>
    public static void Word(PlanTask task, DraftTaskContent content)
    {
        (task.AndOthers, task.Leaders) = (content.AndOthers, string.Join('、', content.Leaders));
        (task.Targets, task.Collectives) = (string.Join('\n', content.Targets), string.Join('、', content.Collectives.Select(x => x.Name)));
    }

    public static void SetDeadline(PlanTask task, Deadline deadline)
    {
        var every = deadline as Deadline.EveryPeriod;
        (task.Recurrence, task.PeriodDay, task.Ongoing) = (every?.Recurrence, every?.Day, deadline is Deadline.Ongoing);
        (task.DueOn, task.DeadlineConfirmed) = (deadline.LastDay, deadline.IsConfirmed);
    }

    public IEnumerable<Milestone> MilestonesOf(PlanTask task, DraftTaskContent content, Deadline deadline) => deadline.Milestones.Select(day => new Milestone
    {
        Id = clock.NewId(), PlanTaskId = task.Id, DueOn = day, Words = WordsOf(content, day),
    });

    public Assignment Assign(PlanTask task, Part part, bool gathers, Deadline deadline)
    {
        var assignment = new Assignment
        {
            Id = clock.NewId(), JurisdictionId = task.JurisdictionId, PlanId = task.PlanId, PlanTaskId = task.Id, PlanTask = task, OrgUnitId = part.OrgUnitId,
            Role = part.Role, Provisional = part.Provisional, Gathers = gathers, PrintedName = part.PrintedName,
        };
        assignment.Occurrences = [.. Runs(assignment, task, deadline, FirstSpans(deadline, []))];
        return assignment;
    }

    /// <summary>A recurring task begins with the period that runs on the day, or with its first; later ones open when their day comes.</summary>
    /// <param name="had">First days of periods that are not opened again.</param>
    public IReadOnlyList<OccurrenceSpan> FirstSpans(Deadline deadline, IReadOnlyCollection<DateOnly> had)
    {
        var open = Occurrences.OpeningBetween(deadline, clock.Today, Period, DateOnly.MinValue, clock.Today).Where(IsNew).ToList();
        return open.Count > 0 ? open : [.. Occurrences.Of(deadline, clock.Today, Period).Where(IsNew).Take(1)];

        bool IsNew(OccurrenceSpan span) => span.Period is not { } period || !had.Contains(period.First);
    }

    public IEnumerable<Occurrence> Runs(Assignment assignment, PlanTask task, Deadline deadline, IEnumerable<OccurrenceSpan> spans) => spans.Select(span => new Occurrence
    {
        Id = clock.NewId(), JurisdictionId = task.JurisdictionId, PlanId = task.PlanId, Plan = plan, PlanTaskId = task.Id, PlanTask = task,
        AssignmentId = assignment.Id, OrgUnitId = assignment.OrgUnitId, Role = assignment.Role, PeriodFrom = span.Period?.First, PeriodTo = span.Period?.Last,
        State = OccurrenceState.Pending, OpenedOn = span.OpensOn, Ongoing = deadline is Deadline.Ongoing, OriginalDueOn = span.DueOn, DueOn = span.DueOn,
        DeadlineConfirmed = deadline.IsConfirmed,
    });

    private string WordsOf(DraftTaskContent content, DateOnly day) =>
        content.Deadlines.FirstOrDefault(x => x.Day == day) is { Words.Length: > 0 } written ? written.Words
        : content.Deadlines.FirstOrDefault(x => x.Day == day) is { Start: { } start, End: { } end } && 0 <= start && start < end && end <= plan.SourceText.Length
            ? plan.SourceText[start..end].ReplaceLineEndings("")
            : "";
}
