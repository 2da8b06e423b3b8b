using PlanTracker.Domain.Plans.Editions;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Plans.Editions;

/// <summary>Writes down a plan as one of its documents words it, so that it stays readable whatever later documents say. It saves nothing.</summary>
internal sealed class EditionMaker(Clock clock, Guid accountId)
{
    /// <summary>Of the plan's own columns, which repeat the document that is being published.</summary>
    public PlanEdition Make(Plan plan, Guid importDraftId, int ordinal, string words = "") => new()
    {
        Id = clock.NewId(), JurisdictionId = plan.JurisdictionId, PlanId = plan.Id, Ordinal = ordinal, ImportDraftId = importDraftId, Title = plan.Title,
        DocNumber = plan.DocNumber, Issuer = plan.Issuer, Issued = plan.Issued, FirstYear = plan.FirstYear, LastYear = plan.LastYear, FileName = plan.FileName,
        FileHash = plan.FileHash, SourceText = plan.SourceText, PublishedOn = clock.Today, PublishedAt = clock.UtcNow, PublishedById = accountId, Words = words,
    };

    /// <param name="content">As reviewed; the task stands as published.</param>
    /// <param name="parts">The assignment of each unit that the document means.</param>
    public TaskWording Word(PlanEdition edition, PlanTask task, DraftTaskContent content, IReadOnlyList<WordedPart> parts, ChangeKind? change) => new()
    {
        Id = clock.NewId(), JurisdictionId = edition.JurisdictionId, PlanEditionId = edition.Id, PlanTaskId = task.Id, PlanTask = task, Change = change,
        Position = task.Position, Number = task.Number, Section = task.Section, Title = task.Title, Body = task.Body, SpanStart = task.SpanStart,
        SpanEnd = task.SpanEnd, Content = ContentOf(content) with { Parts = parts },
    };

    /// <summary>The words of the edition before stand in this one too.</summary>
    public TaskWording Keep(PlanEdition edition, PlanTask task, TaskWording before, ChangeKind change, bool isDeclined) => new()
    {
        Id = clock.NewId(), JurisdictionId = edition.JurisdictionId, PlanEditionId = edition.Id, PlanTaskId = task.Id, PlanTask = task, Change = change,
        IsDeclined = isDeclined, Position = task.Position, Number = before.Number, Section = before.Section, Title = before.Title, Body = before.Body,
        SpanStart = task.SpanStart, SpanEnd = task.SpanEnd, Content = before.Content,
    };

    public static WordingContent ContentOf(DraftTaskContent content) => new()
    {
        Units =
        [
            .. content.Units.Select(x => new WordedUnit(x.Name, x.Role, x.OrgUnitId)), .. content.Collectives.Select(x => new WordedUnit(x.Name, x.Role, x.UnitGroupId)),
        ],
        Days = [.. content.Deadlines.Select(x => x.Day).Distinct().Order()],
        Recurrence = content.Recurrence,
        PeriodDay = content.PeriodDay,
        Ongoing = content.Ongoing,
        DeadlineConfirmed = content.DeadlineConfirmed,
        Targets = content.Targets,
        Leaders = content.Leaders,
    };

    /// <summary>As they stand before anybody took a part over from another.</summary>
    public static IReadOnlyList<WordedPart> PartsOf(PlanTask task) =>
        [.. task.Assignments.Where(x => x.EndedOn is null).Select(x => new WordedPart(x.OrgUnitId, x.Role, x.Id))];

    /// <summary>The first edition of a plan that was published when editions were not yet kept, as its rows say it.</summary>
    public PlanEdition Remember(Plan plan)
    {
        var edition = Make(plan, plan.ImportDraftId, ordinal: 1);
        (edition.PublishedOn, edition.PublishedAt, edition.PublishedById) = (plan.PublishedOn, plan.PublishedAt, plan.PublishedById);
        edition.Wordings = [.. plan.Tasks.Where(x => x.WithdrawnOn is null).OrderBy(x => x.Position).Select(task => new TaskWording
        {
            Id = clock.NewId(), JurisdictionId = plan.JurisdictionId, PlanEditionId = edition.Id, PlanTaskId = task.Id, PlanTask = task, Position = task.Position,
            Number = task.Number, Section = task.Section, Title = task.Title, Body = task.Body, SpanStart = task.SpanStart, SpanEnd = task.SpanEnd,
            Content = new WordingContent
            {
                Units = [.. task.Assignments.Select(x => (x.PrintedName, x.Role)).Distinct().Select(x => new WordedUnit(x.PrintedName, x.Role, KeyOf(task, x.PrintedName)))],
                Parts = PartsOf(task), Recurrence = task.Recurrence, PeriodDay = task.PeriodDay, Ongoing = task.Ongoing, DeadlineConfirmed = task.DeadlineConfirmed,
                Days = task.DueOn is { } due ? [.. task.Milestones.Select(x => x.DueOn).Order(), due] : [],
                Targets = task.Targets.Split('\n', StringSplitOptions.RemoveEmptyEntries), Leaders = task.Leaders.Split('、', StringSplitOptions.RemoveEmptyEntries),
            },
        })];
        return edition;
    }

    // A name under which one unit stands means that unit; a group's stands over several.
    private static Guid? KeyOf(PlanTask task, string printed) =>
        task.Assignments.Where(x => x.PrintedName == printed).Select(x => (Guid?)x.OrgUnitId).ToList() is [{ } only] ? only : null;
}
