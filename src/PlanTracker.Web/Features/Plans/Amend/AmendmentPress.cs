using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Plans.Editions;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Editions;
using PlanTracker.Web.Features.Plans.Publish;
using PlanTracker.Web.Progress;

namespace PlanTracker.Web.Features.Plans.Amend;

/// <summary>Does what was worked out: changes tasks, parts and runs, and writes the new edition. It saves nothing.</summary>
internal sealed class AmendmentPress(PlanTrackerDbContext db, StepRecorder steps, TaskMaker maker, EditionMaker editions, Clock clock)
{
    public async Task Print(LaidAmendment laid, IReadOnlyList<TaskDeed> deeds, string words, CancellationToken cancellation)
    {
        var edition = editions.Make(laid.Plan, laid.Draft.Id, laid.Edition.Ordinal + 1, words);
        var position = 0;
        foreach (var deed in deeds)
        {
            switch (deed)
            {
                case { Task: null, IsAccepted: false }:
                    continue;
                case { Task: null, Draft: { } added }:
                    await Add(laid.Plan, edition, deed, added, position, cancellation);
                    break;
                case { Task: { } task, IsAccepted: false }:
                    (task.Position, task.SpanStart, task.SpanEnd) = (position, deed.Draft?.SpanStart, deed.Draft?.SpanEnd);
                    edition.Wordings.Add(editions.Keep(edition, task, deed.Before!, deed.Change.Kind, isDeclined: deed.Change.Kind != ChangeKind.Unchanged));
                    break;
                case { Task: { } task, Draft: null }:
                    await Withdraw(task, deed, position, words, cancellation);
                    edition.Wordings.Add(editions.Keep(edition, task, deed.Before!, ChangeKind.Withdrawn, isDeclined: false));
                    break;
                case { Task: { } task, Draft: { } draft }:
                    await Change(task, draft, deed, position, words, cancellation);
                    edition.Wordings.Add(editions.Word(edition, task, draft.Content, WordedParts(deed), deed.Change.Kind));
                    break;
            }

            position++;
        }

        db.PlanEditions.Add(edition);
    }

    private async Task Add(Plan plan, PlanEdition edition, TaskDeed deed, ImportDraftTask draft, int position, CancellationToken cancellation)
    {
        var task = maker.Make(draft);
        task.Position = position;
        plan.Tasks.Add(task);
        db.PlanTasks.Add(task);
        foreach (var run in task.Assignments.SelectMany(x => x.Occurrences))
            await Take(run, Step.Publish, new StepEntry(), cancellation);
        edition.Wordings.Add(editions.Word(edition, task, draft.Content, EditionMaker.PartsOf(task), deed.Change.Kind));
    }

    private async Task Withdraw(PlanTask task, TaskDeed deed, int position, string words, CancellationToken cancellation)
    {
        (task.WithdrawnOn, task.Position, task.SpanStart, task.SpanEnd) = (clock.Today, position, null, null);
        foreach (var part in deed.Parts)
            await End(part, words, cancellation);
    }

    private async Task Change(PlanTask task, ImportDraftTask draft, TaskDeed deed, int position, string words, CancellationToken cancellation)
    {
        var had = task.Collectives.Length > 0;
        (task.Position, task.Number, task.Section, task.Title, task.Body) = (position, draft.Number, draft.Section, draft.Title, draft.Body);
        (task.SpanStart, task.SpanEnd) = (draft.SpanStart, draft.SpanEnd);
        TaskMaker.Word(task, draft.Content);
        task.Sharing = draft.Content.Sharing ?? (had == draft.Content.Collectives.Count > 0 ? task.Sharing : Distribution.SharingOf(draft.Content, null));
        if (deed.NewDeadline is { } deadline)
        {
            TaskMaker.SetDeadline(task, deadline);
            db.Milestones.RemoveRange(task.Milestones);
            db.Milestones.AddRange(maker.MilestonesOf(task, draft.Content, deadline));
        }

        foreach (var part in deed.Parts)
            await Change(task, draft, deed, part, words, cancellation);
        if (deed.ConfirmsDeadline)
            task.DeadlineConfirmed = true;
        Gather(deed);
    }

    private async Task Change(PlanTask task, ImportDraftTask draft, TaskDeed deed, PartDeed part, string words, CancellationToken cancellation)
    {
        switch (part.Kind)
        {
            case PartDeedKind.Ended:
                await End(part, words, cancellation);
                return;
            case PartDeedKind.Added:
                await Name(task, deed, part, cancellation);
                return;
            case PartDeedKind.RoleChanged:
                (part.Assignment!.Role, part.Assignment.Provisional, part.Assignment.PrintedName) = (part.Part!.Role, part.Part.Provisional, part.Part.PrintedName);
                foreach (var run in part.Open)
                    run.Role = part.Part.Role;
                break;
        }

        // Read before anything moves: what a run becomes depends on how the others of its assignment stand.
        var moved = part.Running is { } running ? (running.Id, Deadline: deed.DeadlineOf(running, maker.Period, clock.Today)) : default;
        foreach (var run in part.Open.ToList())
        {
            if (deed.Change.Kind == ChangeKind.Changed)
                await Take(run, Step.Amend, new StepEntry(words) { Amended = run.Id == moved.Id ? moved.Deadline : null }, cancellation);
            if (deed.ConfirmsDeadline && !run.DeadlineConfirmed && !run.Ongoing)
                await Take(run, Step.ConfirmDeadline, new StepEntry(words), cancellation);
        }

        await Open(part.Assignment!, task, deed.Deadline!, part.Opens, cancellation);
    }

    private async Task Name(PlanTask task, TaskDeed deed, PartDeed part, CancellationToken cancellation)
    {
        if (part.Assignment is { } before)
        {
            (before.EndedOn, before.Role, before.Provisional, before.PrintedName) = (null, part.Part!.Role, part.Part.Provisional, part.Part.PrintedName);
            await Open(before, task, deed.Deadline!, part.Opens, cancellation);
            return;
        }

        var assignment = maker.Assign(task, part.Part!, gathers: false, deed.Deadline!);
        task.Assignments.Add(assignment);
        db.Assignments.Add(assignment);
        foreach (var run in assignment.Occurrences)
            await Take(run, Step.Publish, new StepEntry(), cancellation);
    }

    private async Task Open(Assignment assignment, PlanTask task, Deadline deadline, IReadOnlyList<OccurrenceSpan> spans, CancellationToken cancellation)
    {
        foreach (var run in maker.Runs(assignment, task, deadline, spans).ToList())
        {
            GiveUp(run.PeriodFrom, assignment);
            db.Occurrences.Add(run);
            await Take(run, Step.Publish, new StepEntry(), cancellation);
        }
    }

    // Runs of one assignment are told apart by the first day of their period: one that was called off makes room for the one that stands for the period now.
    private static void GiveUp(DateOnly? period, Assignment assignment)
    {
        if (period is null || assignment.Occurrences.Find(x => x.PeriodFrom == period && x.State == OccurrenceState.Cancelled) is not { } calledOff)
            return;
        var day = period.Value.AddDays(1);
        while (assignment.Occurrences.Exists(x => x.PeriodFrom == day))
            day = day.AddDays(1);
        calledOff.PeriodFrom = day;
    }

    private async Task End(PartDeed part, string words, CancellationToken cancellation)
    {
        foreach (var run in part.Open.ToList())
            await Take(run, Step.Cancel, new StepEntry(words), cancellation);
        part.Assignment!.EndedOn = clock.Today;
    }

    // One of the leads puts the report together; who did so goes on, as long as he leads.
    private static void Gather(TaskDeed deed)
    {
        var active = deed.Task!.Assignments.Where(x => x.EndedOn is null).ToList();
        foreach (var assignment in active.Where(x => x.Role != Role.Lead))
            assignment.Gathers = false;
        if (!active.Exists(x => x.Gathers) && active.Find(x => x.Role == Role.Lead) is { } first)
            first.Gathers = true;
    }

    private static IReadOnlyList<WordedPart> WordedParts(TaskDeed deed) => !deed.Change.Parts.HasFlag(WordingParts.Units)
        ? deed.Before!.Content.Parts
        : [.. deed.Parts.Where(x => x.Part is not null).Select(x => new WordedPart(
            x.Part!.OrgUnitId, x.Part.Role, (x.Assignment ?? deed.Task!.Assignments.First(a => a.OrgUnitId == x.Part.OrgUnitId)).Id))];

    private async Task Take(Occurrence run, Step step, StepEntry entry, CancellationToken cancellation)
    {
        if ((await steps.Take(run, step, entry, cancellation)).Refusal is { } refusal)
            throw new InvalidOperationException($"{step} of a run that the amendment itself chose was refused: {refusal.Kind}");
    }
}
