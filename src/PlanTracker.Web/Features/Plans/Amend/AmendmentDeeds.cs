using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Plans.Editions;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Publish;

namespace PlanTracker.Web.Features.Plans.Amend;

internal enum PartDeedKind
{
    Kept,
    RoleChanged,

    /// <summary>Newly named; by a group or by name.</summary>
    Added,

    /// <summary>No longer named, or on a task that is withdrawn.</summary>
    Ended,
}

/// <param name="Assignment">Null for a unit that never stood on the task.</param>
/// <param name="Part">Null where the unit's part ends.</param>
internal sealed record PartDeed(PartDeedKind Kind, Assignment? Assignment, Part? Part)
{
    public Guid OrgUnitId => Kind == PartDeedKind.Added ? Part!.OrgUnitId : Assignment!.OrgUnitId;

    public IEnumerable<Occurrence> Open => Assignment?.Occurrences.Where(x => !x.State.IsOver) ?? [];

    /// <summary>The runs that the amendment opens for the unit.</summary>
    public IReadOnlyList<OccurrenceSpan> Opens { get; init; } = [];

    /// <summary>The newest open run; the deadline of a new edition is its.</summary>
    public Occurrence? Running => Open.MaxBy(x => x.PeriodFrom);
}

/// <summary>What publishing would do to one task, with what is needed to do it.</summary>
internal sealed record TaskDeed(TaskChange Change, bool IsAccepted, PlanTask? Task, TaskWording? Before, ImportDraftTask? Draft)
{
    public IReadOnlyList<PartDeed> Parts { get; init; } = [];

    /// <summary>The new one; null where the old one stands.</summary>
    public Deadline? NewDeadline { get; init; }

    /// <summary>The new one, or the one that stands: of what the amendment opens. Null for a task that is withdrawn.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>The draft confirms a day that nobody had confirmed and changes nothing else about it.</summary>
    public bool ConfirmsDeadline { get; init; }

    public RunDeadline? DeadlineOf(Occurrence run, PlanPeriod period, DateOnly today) => NewDeadline is null ? null : AmendedDeadline.Of(
        new RunDeadline(run.PeriodFrom, run.PeriodTo, run.Ongoing, run.OriginalDueOn, run.DueOn, run.DeadlineConfirmed), NewDeadline, period, today,
        [.. Parts.First(x => x.Assignment?.Id == run.AssignmentId).Assignment!.Occurrences.Where(x => x.Id != run.Id).Select(x => x.PeriodFrom).OfType<DateOnly>()]);
}

/// <summary>Works out what an amendment does before anything is done: the preview shows it, publishing does it.</summary>
internal static class AmendmentDeeds
{
    public static IReadOnlyList<TaskDeed> Of(LaidAmendment laid, TaskMaker maker) => [.. laid.Changes.Select(change => Of(laid, change, maker))];

    private static TaskDeed Of(LaidAmendment laid, TaskChange change, TaskMaker maker)
    {
        var deed = new TaskDeed(change, laid.IsAccepted(change), laid.TaskOf(change), laid.WordingOf(change), laid.DraftOf(change));
        if (!deed.IsAccepted)
            return deed with { Parts = deed.Task is null ? [] : Kept(deed.Task) };
        return deed switch
        {
            { Task: null, Draft: { } added } => Opening(deed with
            {
                Parts = [.. maker.PartsOf(added.Content).Select(x => new PartDeed(PartDeedKind.Added, null, x))], Deadline = maker.DeadlineOf(added.Content),
            }, maker),
            { Task: { } task, Draft: null } => deed with { Parts = [.. Active(task).Select(x => new PartDeed(PartDeedKind.Ended, x, null))] },
            { Task: { } task, Draft: { } draft } => Opening(Standing(task, draft, deed with
            {
                Parts = change.Parts.HasFlag(WordingParts.Units) ? Parts(task, deed.Before!, maker.PartsOf(draft.Content)) : Kept(task),
                NewDeadline = change.Parts.HasFlag(WordingParts.Deadline) ? maker.DeadlineOf(draft.Content) : null,
                ConfirmsDeadline = !change.Parts.HasFlag(WordingParts.Deadline) && draft.Content.DeadlineConfirmed && !task.DeadlineConfirmed,
            }, maker), maker),
            _ => deed,
        };
    }

    /// <summary>With its deadline: where the document sets no other, the one that stands, whatever the office confirmed or moved since it was printed.</summary>
    private static TaskDeed Standing(PlanTask task, ImportDraftTask draft, TaskDeed deed, TaskMaker maker) => deed with
    {
        Deadline = deed.NewDeadline ?? (task switch
        {
            { Ongoing: true } => new Deadline.Ongoing(),
            { Recurrence: null, DueOn: { } day } => new Deadline.DueBy(day),
            { Recurrence: { } every } => new Deadline.EveryPeriod(every, task.PeriodDay),
            _ => maker.DeadlineOf(draft.Content),
        }) with { IsConfirmed = task.DeadlineConfirmed || deed.ConfirmsDeadline },
    };

    private static TaskDeed Opening(TaskDeed deed, TaskMaker maker) =>
        deed with { Parts = [.. deed.Parts.Select(part => part with { Opens = [.. SpansOf(deed, part, maker)] })] };

    private static IEnumerable<OccurrenceSpan> SpansOf(TaskDeed deed, PartDeed part, TaskMaker maker)
    {
        var runs = part.Assignment?.Occurrences ?? [];

        // Who is named again is asked again for the period that he was dropped in.
        if (part.Kind == PartDeedKind.Added)
            return maker.FirstSpans(deed.Deadline!, PeriodsOf(runs.Where(x => x.State != OccurrenceState.Cancelled)));
        if (part.Kind == PartDeedKind.Ended || part.Running is not null)
            return [];

        // All that was asked of him is closed. Another kind of duty is asked anew, and so is leading of one who cooperated; of the same rhythm what is due later
        // opens when its day comes.
        var spans = maker.FirstSpans(deed.Deadline!, PeriodsOf(runs));
        var recurred = deed.Task!.Recurrence is not null;
        return (deed.NewDeadline, recurred) switch
        {
            (Deadline.EveryPeriod, true) => spans.Where(x => x.OpensOn <= maker.Today),
            (Deadline.EveryPeriod, false) or (not null, true) => spans,
            _ => !recurred && part is { Kind: PartDeedKind.RoleChanged, Part.Role: Role.Lead } ? spans : [],
        };
    }

    private static List<DateOnly> PeriodsOf(IEnumerable<Occurrence> runs) => [.. runs.Select(x => x.PeriodFrom).OfType<DateOnly>()];

    private static PartDeed[] Kept(PlanTask task) => [.. Active(task).Select(x => new PartDeed(PartDeedKind.Kept, x, null))];

    private static IEnumerable<Assignment> Active(PlanTask task) => task.Assignments.Where(x => x.EndedOn is null);

    /// <summary>Who holds a part now goes on with it where the document names him, or names the unit that he took it over from.</summary>
    private static List<PartDeed> Parts(PlanTask task, TaskWording before, IReadOnlyList<Part> parts)
    {
        var free = Active(task).ToDictionary(x => x.Id);
        Dictionary<Part, Assignment> held = [];
        foreach (var part in parts)
        {
            if (free.Values.FirstOrDefault(x => x.OrgUnitId == part.OrgUnitId) is { } own && free.Remove(own.Id))
                held[part] = own;
        }

        foreach (var part in parts.Where(x => !held.ContainsKey(x)))
        {
            if (before.Content.Parts.FirstOrDefault(x => x.OrgUnitId == part.OrgUnitId) is { } worded && free.Remove(worded.AssignmentId, out var taken))
                held[part] = taken;
        }

        List<PartDeed> deeds = [.. parts.Select(part => held.TryGetValue(part, out var assignment)
            ? new PartDeed(IsRoleChanged(before, part, assignment) ? PartDeedKind.RoleChanged : PartDeedKind.Kept, assignment, part)
            : new PartDeed(PartDeedKind.Added, task.Assignments.Find(x => x.OrgUnitId == part.OrgUnitId), part))];
        deeds.AddRange(free.Values.Select(x => new PartDeed(PartDeedKind.Ended, x, null)));
        return deeds;
    }

    // What the office changed about a role after publishing stands, unless the document itself says another one now.
    private static bool IsRoleChanged(TaskWording before, Part part, Assignment assignment) =>
        part.Role != assignment.Role && part.Role != before.Content.Parts.FirstOrDefault(x => x.AssignmentId == assignment.Id)?.Role;
}
