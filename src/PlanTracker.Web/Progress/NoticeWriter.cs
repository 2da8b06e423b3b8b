using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Progress;

/// <summary>What a notice inside the application can say. The comment names its arguments; the sentences stand in Wording/NoticeSentences.</summary>
public enum NoticeKind
{
    /// <summary>Plan title, number of tasks.</summary>
    TaskAssigned,

    /// <summary>Task, reason.</summary>
    Returned,

    /// <summary>Task.</summary>
    Accepted,

    /// <summary>Number of late tasks, words.</summary>
    Urged,

    /// <summary>Task, name of who urges, words.</summary>
    TaskUrged,

    /// <summary>Round name, number of reports missing.</summary>
    MissingReport,

    /// <summary>Round name, number of tasks, cut-off day.</summary>
    ReportWanted,

    /// <summary>Round name, task, reason.</summary>
    ReportReturned,

    /// <summary>Unit, task.</summary>
    CompletionRequested,

    /// <summary>Unit, task: the unit's own head is to sign.</summary>
    HeadApprovalWanted,

    /// <summary>Task: the leader is to approve.</summary>
    LeaderApprovalWanted,

    /// <summary>Unit, task, reason.</summary>
    NotOurs,

    /// <summary>Task: the office keeps the assignment.</summary>
    AssignmentUpheld,

    /// <summary>Task: the unit takes over from another.</summary>
    Reassigned,

    /// <summary>Task: the unit has it no more.</summary>
    TakenAway,

    /// <summary>职能划转. Units before, number of tasks, ground.</summary>
    DutiesTaken,

    /// <summary>职能划转. Number of tasks, unit that took over, ground.</summary>
    DutiesGiven,

    /// <summary>Unit, task, new day.</summary>
    ExtensionRequested,

    /// <summary>Task, new day.</summary>
    ExtensionApproved,

    /// <summary>Task, reason.</summary>
    ExtensionRefused,

    /// <summary>Unit, task, reason.</summary>
    SuspensionRequested,

    /// <summary>Task, authority.</summary>
    Suspended,

    /// <summary>Task.</summary>
    Resumed,

    /// <summary>Task, authority.</summary>
    Cancelled,

    /// <summary>Task, authority.</summary>
    CarriedOver,

    /// <summary>Task, reason.</summary>
    Reopened,

    /// <summary>Task, words.</summary>
    Instructed,

    /// <summary>Unit, task: an answer lies with the office.</summary>
    InstructionAnswered,

    /// <summary>Task, reason.</summary>
    AnswerReturned,

    /// <summary>Unit, task: the office passed the answer on to the leader.</summary>
    AnswerPassedOn,

    /// <summary>Number, task, last day for the answer.</summary>
    OrderIssued,

    /// <summary>Number, unit.</summary>
    OrderAnswered,

    /// <summary>Number, reason.</summary>
    OrderAnswerReturned,

    /// <summary>Number.</summary>
    OrderSettled,

    /// <summary>Title of the report, name of who took words from it.</summary>
    ProgressDrafted,

    /// <summary>Plan title, numbers of tasks that are new, changed and ended.</summary>
    PlanAmended,

    /// <summary>Unit, task, reason.</summary>
    ObjectionRaised,

    /// <summary>Task, reason.</summary>
    DecisionUpheld,

    /// <summary>Task, reason.</summary>
    DecisionChanged,

    /// <summary>The office says that a milestone is not reached.</summary>
    MilestoneTakenBack,

    /// <summary>Task, words, inner day.</summary>
    Divided,

    /// <summary>Plan title, number of tasks, day.</summary>
    CommentsWanted,

    /// <summary>Unit, plan title, number of objections.</summary>
    CommentsGiven,
}

/// <summary>Puts notices before those whom they concern today. It saves nothing; the caller saves once.</summary>
public sealed class NoticeWriter(PlanTrackerDbContext db, Actor actor, Clock clock)
{
    /// <summary>Between the arguments of a notice.</summary>
    public const char Separator = '\u001f';

    private readonly Dictionary<(Function? Function, Guid Place), List<Guid>> people = [];

    /// <summary>To the reporters and heads of a unit.</summary>
    public async Task ToUnit(Guid orgUnitId, NoticeKind kind, string link, IReadOnlyList<string> arguments, CancellationToken cancellation = default) =>
        Write(await Of(null, orgUnitId, cancellation), kind, link, arguments);

    /// <summary>To the heads of a unit alone.</summary>
    public async Task ToHeads(Guid orgUnitId, NoticeKind kind, string link, IReadOnlyList<string> arguments, CancellationToken cancellation = default) =>
        Write(await Of(Function.UnitHead, orgUnitId, cancellation), kind, link, arguments);

    public async Task ToCoordinators(Guid jurisdictionId, NoticeKind kind, string link, IReadOnlyList<string> arguments, CancellationToken cancellation = default) =>
        Write(await Of(Function.Coordinator, jurisdictionId, cancellation), kind, link, arguments);

    public async Task ToLeaders(Guid jurisdictionId, NoticeKind kind, string link, IReadOnlyList<string> arguments, CancellationToken cancellation = default) =>
        Write(await Of(Function.Leader, jurisdictionId, cancellation), kind, link, arguments);

    /// <summary>To one person.</summary>
    public void ToPerson(Guid accountId, NoticeKind kind, string link, IReadOnlyList<string> arguments) => Write([accountId], kind, link, arguments);

    private async Task<List<Guid>> Of(Function? function, Guid place, CancellationToken cancellation)
    {
        if (people.TryGetValue((function, place), out var known))
            return known;
        var today = clock.Today;
        var held = db.Memberships.Where(x => x.From <= today && (x.To == null || x.To >= today) && (x.Account.ClosedOn == null || x.Account.ClosedOn > today));
        held = function switch
        {
            null => held.Where(x => x.OrgUnitId == place && (x.Function == Function.UnitReporter || x.Function == Function.UnitHead)),
            Function.UnitHead => held.Where(x => x.OrgUnitId == place && x.Function == Function.UnitHead),
            _ => held.Where(x => x.JurisdictionId == place && x.Function == function),
        };
        return people[(function, place)] = await held.Select(x => x.AccountId).Distinct().ToListAsync(cancellation);
    }

    // Nobody is told what he has just done himself.
    private void Write(IEnumerable<Guid> accounts, NoticeKind kind, string link, IReadOnlyList<string> arguments)
    {
        foreach (var account in accounts.Where(id => id != actor.AccountId))
        {
            db.Notices.Add(new Notice
            {
                Id = clock.NewId(), AccountId = account, Kind = kind.ToString(), Link = link, At = clock.UtcNow,
                Arguments = string.Join(Separator, arguments.Select(x => x.Replace(Separator, ' '))),
            });
        }
    }
}
