using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Plans.RollOver;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Registry;

namespace PlanTracker.Web.Features.Plans.RollOver;

/// <summary>A task of a plan as the draft of the next plan would have it.</summary>
/// <param name="Runs">Those that are not over; they may be ended as carried over once the next plan is published.</param>
internal sealed record NextTask(PlanTask Task, CarryGround Ground, TaskState State, ImportDraftTask Draft, IReadOnlyList<Occurrence> Runs);

/// <summary>Makes of a plan the tasks of the plan of the next years: years moved and told, units as they are today, words and places those of the old text.</summary>
/// <param name="plan">With its tasks, their milestones and assignments with their runs.</param>
/// <param name="names">Of the units that stand on them: what they are called, and when they ended.</param>
/// <param name="read">The reviewed tasks of the edition in force, for the places of their words in the text.</param>
internal sealed class NextPlanMaking(
    Plan plan, UnitRegistry registry, IReadOnlyDictionary<Guid, NextPlanMaking.Named> names, IReadOnlyList<ImportDraftTask> read, Clock clock)
{
    private readonly YearShift shift = new(new PlanPeriod(plan.FirstYear, plan.LastYear));

    public sealed record Named(string Name, DateOnly? EndedOn);

    public PlanPeriod Next => shift.Next;

    public static async Task<NextPlanMaking?> Load(PlanTrackerDbContext db, Guid planId, Clock clock, CancellationToken cancellation)
    {
        var plan = await db.Plans.AsNoTracking().AsSplitQuery().Include(x => x.Jurisdiction)
            .Include(x => x.Tasks.Where(t => t.WithdrawnOn == null).OrderBy(t => t.Position)).ThenInclude(x => x.Milestones)
            .Include(x => x.Tasks.Where(t => t.WithdrawnOn == null).OrderBy(t => t.Position)).ThenInclude(x => x.Assignments).ThenInclude(x => x.Occurrences)
            .SingleOrDefaultAsync(x => x.Id == planId, cancellation);
        if (plan is null)
            return null;
        Guid[] ids = [.. plan.Tasks.SelectMany(x => x.Assignments).SelectMany(x => x.Occurrences.Select(o => o.OrgUnitId).Append(x.OrgUnitId)).Distinct()];
        var names = await db.OrgUnits.AsNoTracking().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => new Named(x.Name, x.EndedOn), cancellation);
        var edition = await db.PlanEditions.Where(x => x.PlanId == planId).OrderByDescending(x => x.Ordinal).Select(x => (Guid?)x.ImportDraftId).FirstOrDefaultAsync(cancellation)
            ?? plan.ImportDraftId;
        var read = await db.ImportDraftTasks.AsNoTracking().Where(x => x.ImportDraftId == edition).ToListAsync(cancellation);
        return new NextPlanMaking(plan, await UnitRegistry.Load(db, plan.JurisdictionId, clock.Today, cancellation), names, read, clock);
    }

    public Plan Plan => plan;

    public ImportDraft Draft(ImportDraft? of, Guid byId)
    {
        var title = shift.Of(plan.Title);
        return new ImportDraft
        {
            Id = clock.NewId(), JurisdictionId = plan.JurisdictionId, State = ImportState.InReview, FileName = plan.FileName.Length > 0 ? plan.FileName : plan.Title,
            FileHash = plan.FileHash, SourceText = plan.SourceText, SourceBlocks = of?.SourceBlocks, Kind = of?.Kind ?? DocumentKind.Plan, Title = title.Text,
            Issuer = plan.Issuer, FirstYear = Next.FirstYear, LastYear = Next.LastYear, FirstIsLead = of?.FirstIsLead ?? false, Doubts = [.. DoubtsOf([title], null, null)],
            CreatedById = byId, CreatedAt = clock.UtcNow, ChangedAt = clock.UtcNow, ContinuesPlanId = plan.Id, IsNewPlan = true,
        };
    }

    public IEnumerable<NextTask> Tasks() => plan.Tasks.Select(task =>
    {
        var parts = task.Assignments.Where(x => x.EndedOn == null).OrderBy(x => x.Role).ThenBy(x => x.Id).ToList();
        var runs = parts.SelectMany(x => x.Occurrences).ToList();
        var latest = runs.Where(x => x.PeriodFrom == runs.Max(r => r.PeriodFrom)).ToList();
        var state = TaskStanding.Of(task.Sharing, [.. latest.Select(x => new UnitStanding(x.Role, x.State, x.FinishedOn))]).State;
        return new NextTask(task, CarryGrounds.Of(task.Recurrence, task.Ongoing, state), state, Made(task, parts, runs), [.. runs.Where(x => !x.State.IsOver)]);
    });

    private ImportDraftTask Made(PlanTask task, List<Assignment> parts, List<Occurrence> runs)
    {
        var was = read.FirstOrDefault(x => x.SpanStart is not null && x.SpanStart == task.SpanStart && x.SpanEnd == task.SpanEnd)?.Content;
        var (title, body, section) = (shift.Of(task.Title), shift.Of(task.Body), shift.Of(task.Section));
        var targets = task.Targets.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(shift.Of).ToList();
        var (units, ended) = Units(task, parts, was);
        var (days, kept) = Days(task, runs, was);
        List<DraftDoubt> doubts = [.. DoubtsOf([section, title, body, .. targets], task.SpanStart, task.SpanEnd), .. ended, .. kept];
        return new ImportDraftTask
        {
            Id = clock.NewId(), Number = task.Number, Section = section.Text, Title = title.Text, Body = body.Text, SpanStart = task.SpanStart, SpanEnd = task.SpanEnd,
            Content = new DraftTaskContent
            {
                Units = units, Collectives = [.. Collectives(task, parts, was)], AndOthers = task.AndOthers,
                Leaders = [.. task.Leaders.Split('、', StringSplitOptions.RemoveEmptyEntries)], Deadlines = days, Recurrence = task.Recurrence, PeriodDay = task.PeriodDay,
                Ongoing = task.Ongoing, DeadlineConfirmed = task.DeadlineConfirmed && days.Count == 0 && (task.Recurrence is not null || task.Ongoing),
                Targets = [.. targets.Select(x => x.Text)], Sharing = task.Sharing, Doubts = [.. doubts.DistinctBy(x => (x.Kind, x.Words))], ContinuesTaskId = task.Id,
            },
        };
    }

    // Whoever has the work now goes on with it; of a unit that has ended the one that has its duties is proposed, and told.
    private (IReadOnlyList<DraftUnit> Units, IEnumerable<DraftDoubt> Ended) Units(PlanTask task, List<Assignment> parts, DraftTaskContent? was)
    {
        var groups = GroupsOf(task);
        List<DraftUnit> units = [];
        List<DraftDoubt> doubts = [];
        foreach (var part in parts.Where(x => !groups.Contains(x.PrintedName)))
        {
            var id = part.Occurrences.OrderByDescending(x => x.PeriodFrom).ThenByDescending(x => x.OpenedOn).Select(x => x.OrgUnitId).FirstOrDefault(part.OrgUnitId);
            var name = id == part.OrgUnitId && part.PrintedName.Length > 0 ? part.PrintedName : names[id].Name;
            var place = was?.Units.FirstOrDefault(x => x.Name == name);
            var unit = new DraftUnit(name, part.Role, place?.Start, place?.End, id, Provisional: part.Provisional);
            if (names[id].EndedOn <= clock.Today)
            {
                unit = registry.Match([unit with { OrgUnitId = null }], clock.Today)[0];
                if (unit.OrgUnitId is null && registry.OfDuty(names[id].Name, plan.Jurisdiction.Name, plan.Jurisdiction.Level, clock.Today) is { } heir)
                    unit = unit with { OrgUnitId = heir };
                doubts.Add(new DraftDoubt(DiagnosticKind.EndedUnit, names[id].Name, place?.Start, place?.End));
            }

            if (units.TrueForAll(x => x.Name != unit.Name || x.Role != unit.Role))
                units.Add(unit);
        }

        return (units, doubts);
    }

    private IEnumerable<DraftCollective> Collectives(PlanTask task, List<Assignment> parts, DraftTaskContent? was) => GroupsOf(task).Select(name =>
    {
        var place = was?.Collectives.FirstOrDefault(x => x.Name == name);
        var role = parts.Find(x => x.PrintedName == name)?.Role ?? place?.Role ?? Role.Responsible;
        return new DraftCollective(name, role, place?.Start, place?.End, registry.MatchGroup(name, clock.Today) ?? place?.UnitGroupId);
    });

    private static string[] GroupsOf(PlanTask task) => task.Collectives.Split('、', StringSplitOptions.RemoveEmptyEntries);

    // A day behind the plan's own years stays as it is, and so does one to which the deadline was extended; both are told.
    private (IReadOnlyList<DraftDay> Days, IEnumerable<DraftDoubt> Kept) Days(PlanTask task, List<Occurrence> runs, DraftTaskContent? was)
    {
        if (task.Ongoing || task.Recurrence is not null)
            return ([], []);
        var extended = runs.Where(x => !x.State.IsOver && x.DueOn > task.DueOn && x.DueOn >= Next.FirstDay).Max(x => x.DueOn);
        List<(DateOnly Was, DateOnly Is)> days = [.. task.Milestones.Select(x => (DateOnly?)x.DueOn).Append(extended ?? task.DueOn).OfType<DateOnly>().Distinct().Order()
            .Select(day => (day, shift.Of(day)))];
        return (
            [.. days.Select(x => was?.Deadlines.FirstOrDefault(y => y.Day == x.Was) is var place ? new DraftDay(x.Is, place?.Start, place?.End) : null!)],
            days.Where(x => x.Was == x.Is).Select(x =>
                new DraftDoubt(DiagnosticKind.KeptYear, x.Is.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null, null)));
    }

    /// <param name="from">Where the task's words begin in the text: the places of the years are looked for there.</param>
    private IEnumerable<DraftDoubt> DoubtsOf(IEnumerable<ShiftedWording> wordings, int? from, int? to) => wordings.SelectMany(x =>
        x.Shifted.Select(year => Doubt(DiagnosticKind.ShiftedYear, $"{year.Before}→{year.After}", year.Before, from, to))
            .Concat(x.Kept.Select(year => Doubt(DiagnosticKind.KeptYear, year.Words, year.Words, from, to))));

    private DraftDoubt Doubt(DiagnosticKind kind, string words, string before, int? from, int? to)
    {
        var (start, end) = (from ?? 0, Math.Min(to ?? 0, plan.SourceText.Length));
        var found = start < end ? plan.SourceText.IndexOf(before, start, end - start, StringComparison.Ordinal) : -1;
        return found < 0 ? new(kind, words, null, null) : new(kind, words, found, found + before.Length);
    }
}
