using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Auditing;

/// <summary>What a deed was done to, as it was called then.</summary>
/// <param name="Kind">Task, Plan, Draft, Account, Unit, Place, Group, Leader, Round, Digest, Material, Outlet or Job.</param>
public sealed record DeedObject(string Kind, string Id, string Title, Guid? JurisdictionId);

/// <summary>Finds what a command is about by the ids it carries, and who it is that acts.</summary>
public sealed class DeedObjects(PlanTrackerDbContext db)
{
    /// <summary>The most telling ones first.</summary>
    private static readonly string[] Telling =
    [
        "OccurrenceId", "OccurrenceIds", "TaskId", "TaskIds", "DraftId", "RoundId", "ObjectionId", "DivisionId", "CommentId", "ReportId", "PassageId", "MaterialId", "ImportId", "DigestId", "ReminderId",
        "AccountId", "MembershipId", "Id", "PlanId", "OrgUnitId", "UnitId", "JurisdictionId", "PlaceId",
    ];

    /// <summary>Asked before the command runs: afterwards it may be gone.</summary>
    public async Task<DeedObject?> Of(object command, CancellationToken cancellation)
    {
        var type = command.GetType();
        if (type.GetProperty("Key")?.GetValue(command) is string key && key.Length > 0)
            return new DeedObject("Job", key, "", null);
        foreach (var name in Telling)
        {
            if (FirstId(type.GetProperty(name)?.GetValue(command)) is { } id && await Find(name, Deeds.NameOf(type), id, cancellation) is { } found)
                return found;
        }

        if (type.GetProperty("Items")?.GetValue(command) is System.Collections.IEnumerable items && items.Cast<object>().FirstOrDefault() is { } item
            && FirstId(item.GetType().GetProperty("OccurrenceId")?.GetValue(item)) is { } occurrence)
            return await Find("OccurrenceId", "", occurrence, cancellation);
        return null;
    }

    /// <summary>What the command has just made, where its result is an id.</summary>
    public async Task<DeedObject?> Made(object command, object? result, CancellationToken cancellation) =>
        result is Outcome<Guid> { IsDone: true } made ? await Find("Id", Deeds.NameOf(command.GetType()), made.Value, cancellation) : null;

    /// <summary>Name, roles, units and place of who acts.</summary>
    public async Task<(string Name, string Functions, string Unit, Guid? Home)> Person(Guid? id, Actor actor, CancellationToken cancellation)
    {
        if (id is null)
            return ("", "", "", null);
        Guid[] unitIds = [.. actor.UnitIds];
        var units = unitIds.Length == 0 ? [] : await db.OrgUnits.Where(x => unitIds.Contains(x.Id)).OrderBy(x => x.Name).Select(x => x.Name).ToListAsync(cancellation);
        if (id == actor.AccountId)
            return (actor.Name, string.Join(',', actor.Held.Select(x => x.Function).Distinct()), string.Join('、', units), actor.HomeId);

        // Not signed in yet: as the account stands.
        var account = await db.Users.AsNoTracking().Where(x => x.Id == id)
            .Select(x => new { x.DisplayName, Held = x.Memberships.OrderBy(m => m.Function).Select(m => new { m.Function, m.JurisdictionId, Unit = m.OrgUnit!.Name }).ToList() })
            .SingleOrDefaultAsync(cancellation);
        return account is null ? ("", "", "", null) : (
            account.DisplayName, string.Join(',', account.Held.Select(x => x.Function).Distinct()),
            string.Join('、', account.Held.Select(x => x.Unit).OfType<string>().Distinct()), account.Held.FirstOrDefault()?.JurisdictionId);
    }

    private static Guid? FirstId(object? value) => value switch
    {
        Guid id when id != Guid.Empty => id,
        IEnumerable<Guid> ids => ids.Select(x => (Guid?)x).FirstOrDefault(),
        _ => null,
    };

    private async Task<DeedObject?> Find(string property, string deed, Guid id, CancellationToken cancellation) => await (property switch
    {
        "OccurrenceId" or "OccurrenceIds" => db.Occurrences.Where(x => x.Id == id)
            .Select(x => new DeedObject("Task", x.PlanTaskId.ToString(), x.PlanTask.Number + " " + x.PlanTask.Title, x.JurisdictionId)),
        "TaskIds" => db.PlanTasks.Where(x => x.Id == id).Select(x => new DeedObject("Task", x.Id.ToString(), x.Number + " " + x.Title, x.JurisdictionId)),
        "TaskId" => db.ImportDraftTasks.Where(x => x.Id == id)
            .Select(x => new DeedObject("Draft", x.ImportDraftId.ToString(), x.Number + " " + x.Title, x.ImportDraft.JurisdictionId)),
        "DraftId" or "ImportId" => Drafts(id),
        "RoundId" when deed.StartsWith("Plans.", StringComparison.Ordinal) => db.CommentRounds.Where(x => x.Id == id)
            .Select(x => new DeedObject("Draft", x.ImportDraftId.ToString(), x.ImportDraft.Title, x.JurisdictionId)),
        "CommentId" => db.TaskComments.Where(x => x.Id == id).Select(x => new DeedObject(
            "Draft", x.CommentUnit.CommentRound.ImportDraftId.ToString(), x.CommentUnit.CommentRound.ImportDraft.Title, x.CommentUnit.CommentRound.JurisdictionId)),
        "ObjectionId" => db.Objections.Where(x => x.Id == id)
            .Select(x => new DeedObject("Task", x.Occurrence.PlanTaskId.ToString(), x.Occurrence.PlanTask.Number + " " + x.Occurrence.PlanTask.Title, x.JurisdictionId)),
        "DivisionId" => db.Divisions.Where(x => x.Id == id)
            .Select(x => new DeedObject("Task", x.Occurrence.PlanTaskId.ToString(), x.Occurrence.PlanTask.Number + " " + x.Occurrence.PlanTask.Title, x.JurisdictionId)),
        "RoundId" => db.ReportingRounds.Where(x => x.Id == id).Select(x => new DeedObject("Round", x.Id.ToString(), x.Name + " " + x.Plan.Title, x.JurisdictionId)),
        "ReportId" => db.ProgressReports.Where(x => x.Id == id)
            .Select(x => new DeedObject("Task", x.Occurrence.PlanTaskId.ToString(), x.Occurrence.PlanTask.Number + " " + x.Occurrence.PlanTask.Title, x.JurisdictionId)),
        "PassageId" => db.MaterialPassages.Where(x => x.Id == id)
            .Select(x => new DeedObject("Material", x.MaterialId.ToString(), x.Material.Title, x.Material.JurisdictionId)),
        "MaterialId" => Materials(id),
        "DigestId" => db.Digests.Where(x => x.Id == id).Select(x => new DeedObject("Digest", x.Id.ToString(), x.Account!.DisplayName ?? x.Address, x.JurisdictionId)),
        "ReminderId" => db.Reminders.Where(x => x.Id == id)
            .Select(x => new DeedObject("Task", x.Occurrence.PlanTaskId.ToString(), x.Occurrence.PlanTask.Number + " " + x.Occurrence.PlanTask.Title, x.JurisdictionId)),
        "AccountId" => Accounts(id),
        "MembershipId" => db.Memberships.Where(x => x.Id == id).Select(x => new DeedObject("Account", x.AccountId.ToString(), x.Account.DisplayName, x.JurisdictionId)),
        "PlanId" => Plans(id),
        "OrgUnitId" or "UnitId" => Units(id),
        "JurisdictionId" or "PlaceId" => Places(id),
        _ => OfDeed(deed, id),
    } is { } query ? query.FirstOrDefaultAsync(cancellation) : Task.FromResult<DeedObject?>(null));

    // What "Id" means, the feature and the verb say.
    private IQueryable<DeedObject>? OfDeed(string deed, Guid id) => (deed.Split('.')[0], deed) switch
    {
        ("Accounts", _) => Accounts(id),
        ("Jurisdictions", _) => Places(id),
        (_, "Units.SaveGroup" or "Units.DeleteGroup") =>
            db.UnitGroups.Where(x => x.Id == id).Select(x => new DeedObject("Group", x.Id.ToString(), x.Name, x.JurisdictionId)),
        (_, "Units.SaveLeader" or "Units.DeleteLeader") =>
            db.SupervisingLeaders.Where(x => x.Id == id).Select(x => new DeedObject("Leader", x.Id.ToString(), x.Name, x.JurisdictionId)),
        (_, "Units.TransferDuties") => db.DutyTransfers.Where(x => x.Id == id).Select(x => new DeedObject("Unit", x.ToUnitId.ToString(), x.ToUnit.Name + " " + x.Ground, x.JurisdictionId)),
        ("Units", _) => Units(id),
        (_, "Plans.PublishDraft" or "Plans.PublishAmendment") => Plans(id),
        ("Plans", _) => Drafts(id),
        ("Materials", _) => Materials(id),
        ("Settings", _) => db.Outlets.Where(x => x.Id == id).Select(x => new DeedObject("Outlet", x.Id.ToString(), x.Name, x.JurisdictionId)),
        _ => null,
    };

    private IQueryable<DeedObject> Drafts(Guid id) => db.ImportDrafts.Where(x => x.Id == id)
        .Select(x => new DeedObject("Draft", x.Id.ToString(), x.Title != "" ? x.Title : x.FileName, x.JurisdictionId));

    private IQueryable<DeedObject> Plans(Guid id) => db.Plans.Where(x => x.Id == id).Select(x => new DeedObject("Plan", x.Id.ToString(), x.Title, x.JurisdictionId));

    private IQueryable<DeedObject> Materials(Guid id) =>
        db.ReportMaterials.Where(x => x.Id == id).Select(x => new DeedObject("Material", x.Id.ToString(), x.Title, x.JurisdictionId));

    private IQueryable<DeedObject> Accounts(Guid id) => db.Users.Where(x => x.Id == id)
        .Select(x => new DeedObject("Account", x.Id.ToString(), x.DisplayName, x.Memberships.OrderBy(m => m.Function).Select(m => (Guid?)m.JurisdictionId).FirstOrDefault()));

    private IQueryable<DeedObject> Units(Guid id) => db.OrgUnits.Where(x => x.Id == id).Select(x => new DeedObject("Unit", x.Id.ToString(), x.Name, x.JurisdictionId));

    private IQueryable<DeedObject> Places(Guid id) => db.Jurisdictions.Where(x => x.Id == id).Select(x => new DeedObject("Place", x.Id.ToString(), x.Name, x.Id));
}
