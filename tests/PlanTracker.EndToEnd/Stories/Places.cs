using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.EndToEnd.Stories;

/// <summary>Every page of the application with those of the demo county who may see it.</summary>
public static class Places
{
    public const string Coordinator = "sifa";
    public const string Reporter = "fagai";
    public const string Head = "fagai-zhang";
    public const string Leader = "xianzhang";
    public const string SystemAdministrator = "xitong";
    public const string SecurityAdministrator = "anquan";
    public const string AuditAdministrator = "rizhi";

    private static readonly string[] Everybody = [Coordinator, Reporter, Head, Leader, SystemAdministrator, SecurityAdministrator, AuditAdministrator];
    private static readonly string[] County = [Coordinator, Leader];
    private static readonly string[] Readers = [Coordinator, Leader, Reporter, Head];
    private static readonly string[] Unit = [Reporter, Head];
    private static readonly string[] Administrators = [SystemAdministrator, SecurityAdministrator];

    private static readonly Dictionary<string, string[]> Who = new()
    {
        ["/"] = Everybody,
        ["/not-found"] = [Reporter],
        ["/not-allowed"] = [Reporter],
        ["/error"] = [Reporter],
        ["/sign-in"] = [""],
        ["/first-administrator"] = [""],
        ["/account/password"] = [Reporter],
        ["/account/reminders"] = [Reporter, Coordinator],
        ["/messages"] = Readers,
        ["/messages/{Id:guid}"] = [Coordinator, Reporter],
        ["/dashboard"] = County,
        ["/dashboard/units/{Id:guid}"] = Readers,
        ["/queue"] = [Coordinator],
        ["/rounds"] = [Coordinator],
        ["/rounds/new"] = [Coordinator],
        ["/rounds/{RoundId:guid}"] = [Coordinator],
        ["/rounds/{RoundId:guid}/urge"] = [Coordinator],
        ["/rounds/{RoundId:guid}/{OccurrenceId:guid}"] = [Coordinator],
        ["/supervision"] = Readers,
        ["/supervision/instructions"] = Readers,
        ["/supervision/instructions/new"] = County,
        ["/supervision/instructions/{Id:guid}"] = Readers,
        ["/supervision/orders"] = Readers,
        ["/supervision/orders/{Id:guid}"] = Readers,
        ["/supervision/orders/propose"] = [Coordinator],
        ["/supervision/orders/ladder"] = [Coordinator],
        ["/supervision/letters"] = Readers,
        ["/supervision/letters/propose"] = [Coordinator],
        ["/supervision/letters/rules"] = [Coordinator],
        ["/supervision/letters/{Id:guid}"] = [Coordinator, Leader],
        ["/imports"] = [Coordinator],
        ["/imports/{Id:guid}"] = [Coordinator],
        ["/imports/{Id:guid}/publish"] = [Coordinator],
        ["/imports/{Id:guid}/comments"] = [Coordinator],
        ["/comments"] = Unit,
        ["/comments/{RoundId:guid}"] = [Coordinator, Reporter, Head],
        ["/materials"] = [Coordinator, Reporter],
        ["/materials/{Id:guid}"] = [Coordinator, Reporter],
        ["/my-tasks"] = Unit,
        ["/report"] = Unit,
        ["/report/missed/{RoundId:guid}"] = Unit,
        ["/plans"] = Readers,
        ["/plans/{Id:guid}"] = Readers,
        ["/plans/{Id:guid}/next"] = [Coordinator],
        ["/plans/{Id:guid}/changes/{Ordinal:int}"] = Readers,
        ["/imports/{Id:guid}/amend"] = [Coordinator],
        ["/imports/{Id:guid}/amend/publish"] = [Coordinator],
        ["/tasks"] = Readers,
        ["/tasks/{TaskId:guid}"] = Readers,
        ["/reminders"] = [Coordinator],
        ["/reminders/ladder"] = [Coordinator],
        ["/plans/{PlanId:guid}/reminders"] = [Coordinator],
        ["/plans/{Id:guid}/lights"] = [Coordinator],
        ["/calendar"] = [Coordinator, SystemAdministrator],
        ["/units"] = County,
        ["/units/new"] = [Coordinator],
        ["/units/{Id:guid}"] = County,
        ["/units/import"] = [Coordinator],
        ["/units/leaders"] = County,
        ["/units/leaders/new"] = [Coordinator],
        ["/units/leaders/{Id:guid}"] = [Coordinator],
        ["/units/groups"] = County,
        ["/units/groups/new"] = [Coordinator],
        ["/units/groups/{Id:guid}"] = [Coordinator],
        ["/units/transfers"] = County,
        ["/units/transfers/new"] = [Coordinator],
        ["/units/transfers/{Id:guid}"] = County,
        ["/accounts"] = Administrators,
        ["/accounts/new"] = [SystemAdministrator],
        ["/accounts/import"] = [SystemAdministrator],
        ["/accounts/{Id:guid}"] = Administrators,
        ["/jurisdictions"] = [SystemAdministrator],
        ["/jurisdictions/{Id:guid}"] = [SystemAdministrator],
        ["/settings"] = [SystemAdministrator],
        ["/settings/outgoing"] = [SystemAdministrator],
        ["/settings/channels"] = [Coordinator, SystemAdministrator],
        ["/settings/channels/new"] = [Coordinator],
        ["/settings/channels/{Id:guid}"] = [Coordinator],
        ["/settings/scores"] = [Coordinator],

        // Off in the demo county: ScoreStory turns them on and photographs them.
        ["/scores"] = [],
        ["/scores/units/{UnitId:guid}"] = [],
        ["/scores/snapshots/{Id:guid}"] = [],
        ["/jobs"] = [SystemAdministrator],
        ["/audit"] = [AuditAdministrator],
    };

    /// <summary>The routes as the application itself declares them.</summary>
    public static IReadOnlyList<string> Declared { get; } =
        [.. typeof(Program).Assembly.GetTypes().SelectMany(x => x.GetCustomAttributes<RouteAttribute>()).Select(x => x.Template).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Named => Who.Keys.Order(StringComparer.Ordinal);

    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (user, route) in Who.SelectMany(x => x.Value.Select(user => (user, x.Key))).OrderBy(x => x.user, StringComparer.Ordinal))
                data.Add(user, route);
            return data;
        }
    }

    /// <summary>A name for a picture of the page.</summary>
    public static string Picture(string user, string route)
    {
        var words = route.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(x => x.StartsWith('{') ? "one" : x);
        return string.Join('-', words.Prepend(user.Length == 0 ? "nobody" : user));
    }

    /// <summary>The address of a page, with an example from the store that this user may see.</summary>
    public static async Task<string> Address(PlanTrackerDbContext db, string user, string route)
    {
        if (route == "/supervision/instructions/new")
            return $"{route}?task={await db.SupervisionOrders.Select(x => x.PlanTaskId).FirstAsync()}";
        if (!route.Contains('{', StringComparison.Ordinal))
            return route;
        var unit = await db.OrgUnits.Where(x => db.Memberships.Any(m => m.OrgUnitId == x.Id && db.Users.Any(u => u.Id == m.AccountId && u.UserName == Reporter)))
            .Select(x => x.Id).FirstAsync();
        var ids = route switch
        {
            "/messages/{Id:guid}" => db.Set<Notice>().Where(x => db.Users.Any(u => u.Id == x.AccountId && u.UserName == user)).Select(x => x.Id),
            "/dashboard/units/{Id:guid}" or "/units/{Id:guid}" => db.OrgUnits.Where(x => x.Id == unit).Select(x => x.Id),
            "/materials/{Id:guid}" => db.ReportMaterials.Where(x => x.OrgUnitId == (user == Reporter ? unit : null)).Select(x => x.Id),
            "/imports/{Id:guid}" or "/imports/{Id:guid}/publish" =>
                db.ImportDrafts.Where(x => x.State == ImportState.InReview && x.AmendsPlanId == null).Select(x => x.Id),
            "/imports/{Id:guid}/comments" => db.CommentRounds.Select(x => x.ImportDraftId),
            "/comments/{RoundId:guid}" => db.CommentUnits.Where(x => x.OrgUnitId == unit).Select(x => x.CommentRoundId),
            "/imports/{Id:guid}/amend" or "/imports/{Id:guid}/amend/publish" =>
                db.ImportDrafts.Where(x => x.State == ImportState.InReview && x.AmendsPlanId != null).Select(x => x.Id),
            "/plans/{Id:guid}/changes/{Ordinal:int}" => db.PlanEditions.Where(x => x.Ordinal == 2).Select(x => x.PlanId),
            "/report/missed/{RoundId:guid}" =>
                db.RoundSnapshots.OrderByDescending(x => x.Cells.Any(c => c.OrgUnitId == unit && c.Cell == RoundCell.NotReported)).ThenByDescending(x => x.TakenAt).Select(x => x.RoundId),
            "/plans/{Id:guid}" or "/plans/{Id:guid}/next" or "/plans/{PlanId:guid}/reminders" or "/plans/{Id:guid}/lights" => db.Plans.Where(x => x.Tasks.Any(t => t.Assignments.Any(a => a.OrgUnitId == unit))).Select(x => x.Id),
            "/tasks/{TaskId:guid}" => db.Occurrences.Where(x => x.OrgUnitId == unit)
                .OrderByDescending(x => db.ProgressReports.Count(r => r.OccurrenceId == x.Id)).Select(x => x.PlanTaskId),
            "/settings/channels/{Id:guid}" => db.Outlets.OrderBy(x => x.Name).Select(x => x.Id),
            "/supervision/instructions/{Id:guid}" => db.InstructionUnits.Where(x => x.OrgUnitId == unit).Select(x => x.InstructionId),
            "/supervision/orders/{Id:guid}" => db.SupervisionOrders.Where(x => x.OrgUnitId == unit).Select(x => x.Id),
            "/supervision/letters/{Id:guid}" => db.RequestLetters.OrderByDescending(x => x.IssuedOn).Select(x => x.Id),
            "/units/transfers/{Id:guid}" => db.DutyTransfers.Select(x => x.Id),
            "/units/leaders/{Id:guid}" => db.SupervisingLeaders.Select(x => x.Id),
            "/units/groups/{Id:guid}" => db.UnitGroups.Select(x => x.Id),
            "/accounts/{Id:guid}" => db.Users.Where(x => x.UserName == Reporter).Select(x => x.Id),
            "/jurisdictions/{Id:guid}" => db.Jurisdictions.Select(x => x.Id),
            _ => db.ReportingRounds.Where(x => db.ProgressReports.Any(r => r.RoundId == x.Id)).Select(x => x.Id),
        };
        var parts = route.Replace("{Ordinal:int}", "2", StringComparison.Ordinal).Split('/');
        var first = await ids.FirstAsync();
        if (route.EndsWith("{OccurrenceId:guid}", StringComparison.Ordinal))
            parts[^1] = (await db.ProgressReports.Where(x => x.RoundId == first).Select(x => x.OccurrenceId).FirstAsync()).ToString();
        if (route == "/comments/{RoundId:guid}")
            parts[^1] = $"{first}?unit={unit}";
        return string.Join('/', parts.Select(x => x.StartsWith('{') ? first.ToString() : x));
    }
}
