using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Progress;

/// <summary>The one place through which an occurrence changes its state: asks who may, sets the columns, keeps the requests and appends the history.
/// It saves nothing; the caller saves once, so that all of it stands or falls together.</summary>
public sealed class StepRecorder(PlanTrackerDbContext db, Actor actor, Clock clock, OccurrenceLights lights)
{
    /// <summary>What <see cref="OccurrenceStep.Changed"/> says of one that was closed because the lead's was (牵头负责).</summary>
    public const string ClosedWithLead = "ClosedWithLead";

    /// <summary>The same of one that was opened again because the lead's was.</summary>
    public const string ReopenedWithLead = "ReopenedWithLead";

    private readonly Dictionary<Guid, PlanChoices> plans = [];

    /// <param name="occurrence">Tracked, or newly added.</param>
    /// <returns>The entry of the history; <see cref="RefusalKind.NotFound"/> for who has nothing to do with the occurrence.</returns>
    public async Task<Outcome<OccurrenceStep>> Take(Occurrence occurrence, Step step, StepEntry entry, CancellationToken cancellation = default)
    {
        var plan = await ChoicesOf(occurrence, cancellation);
        var judged = Judge(occurrence, plan, step, entry.Restored?.State);
        if (judged.Refusal is { } refusal)
            return refusal;
        var (from, to, acting) = judged.Value;
        var entered = StepTable.IsEnteredForAnother(step, from, acting);
        if (Complaint(occurrence, step, entry, entered) is { } complaint)
            return complaint;
        return await Write(occurrence, step, from ?? OccurrenceState.Pending, to, entry, plan, cancellation);
    }

    /// <summary>Why the actor may not take the step on this occurrence now, whatever he says with it; null where he may. Writes nothing.</summary>
    public async Task<Refusal?> Forbids(Occurrence occurrence, Step step, CancellationToken cancellation = default) =>
        Judge(occurrence, await ChoicesOf(occurrence, cancellation), step, restored: null).Refusal;

    private Outcome<(OccurrenceState? From, OccurrenceState To, Function By)> Judge(Occurrence occurrence, PlanChoices plan, Step step, OccurrenceState? restored)
    {
        var functions = FunctionsFor(occurrence, plan, step);
        if (functions.Count == 0)
            return RefusalKind.NotFound;
        OccurrenceState? from = step == Step.Publish ? null : occurrence.State;
        var options = new StepOptions(plan.Path, occurrence.StateBefore ?? OccurrenceState.InProgress, restored);

        // Of several functions that one counts in which he may; else the refusal that says most.
        var (acting, outcome) = functions.Select(function => (function, StepTable.Take(step, from, function, options)))
            .OrderByDescending(x => x.Item2.IsDone).ThenByDescending(x => x.Item2.Refusal?.Kind == RefusalKind.WrongState).First();
        return outcome.Refusal is { } refusal ? refusal : (from, outcome.Value, acting);
    }

    private async Task<OccurrenceStep> Write(
        Occurrence occurrence, Step step, OccurrenceState from, OccurrenceState to, StepEntry entry, PlanChoices plan, CancellationToken cancellation)
    {
        var on = entry.On ?? clock.Today;
        DateOnly? redOn = plan.Family == LightFamily.ByPace && step is Step.Report or Step.ReachMilestone or Step.ApproveExtension
            && await lights.IsBehindPace(occurrence, on, cancellation) ? on : null;
        var written = Append(occurrence, step, from, to, entry, on);
        (written.Changed, written.Before, written.After) = Projection.Changes(occurrence, step, entry);
        Projection.Apply(occurrence, written, entry, redOn, askedOn: await AskedOn(occurrence, step, entry, cancellation));
        await KeepRequests(occurrence, step, from, to, entry, on, cancellation);
        if (to == OccurrenceState.Closed)
            await CloseWithLead(occurrence, step, entry, on, cancellation);
        if (step == Step.Reopen && entry.WithCooperating && occurrence.Role != Role.Cooperating)
            await ReopenWithLead(occurrence, entry, on, cancellation);
        return written;
    }

    private async Task<DateOnly?> AskedOn(Occurrence occurrence, Step step, StepEntry entry, CancellationToken cancellation) =>
        step == Step.ApproveExtension
            ? await db.ExtensionRequests.Where(x => x.OccurrenceId == occurrence.Id && x.Decision == Decision.Waiting).OrderBy(x => x.Id)
                .Select(x => (DateOnly?)x.RequestedOn).LastOrDefaultAsync(cancellation)
            : entry.Restored?.AskedOn;

    private OccurrenceStep Append(Occurrence occurrence, Step step, OccurrenceState from, OccurrenceState to, StepEntry entry, DateOnly on)
    {
        var written = new OccurrenceStep
        {
            Id = clock.NewId(), JurisdictionId = occurrence.JurisdictionId, OccurrenceId = occurrence.Id, Step = step, From = from, To = to,
            ById = actor.IsSystem ? null : actor.AccountId, ByName = actor.Name,
            ByUnitId = actor.IsOfUnit(occurrence.OrgUnitId) ? occurrence.OrgUnitId : null,
            Source = entry.Source, At = clock.UtcNow, On = on, Words = entry.Words.Trim(),
        };
        db.OccurrenceSteps.Add(written);
        return written;
    }

    /// <summary>Functions in which the actor may act on this occurrence; his own unit's first, so that nobody enters for another what he may do himself.</summary>
    private List<Function> FunctionsFor(Occurrence occurrence, PlanChoices plan, Step step)
    {
        List<Function> functions = [.. actor.Held
            .Where(held => held.Function switch
            {
                Function.UnitReporter or Function.UnitHead => held.OrgUnitId == occurrence.OrgUnitId,
                Function.Leader => held.JurisdictionId == occurrence.JurisdictionId
                    || (step is Step.Urge or Step.Instruct && plan.JurisdictionPath.StartsWith(held.JurisdictionPath, StringComparison.Ordinal)),
                _ => false,
            })
            .Select(held => held.Function)];
        if (actor.Coordinates(occurrence.JurisdictionId))
            functions.Add(Function.Coordinator);
        return functions;
    }

    private Refusal? Complaint(Occurrence occurrence, Step step, StepEntry entry, bool entered)
    {
        if (actor.IsSystem)
            return null;
        if (entered && entry.Source == EntrySource.Own)
            return new Refusal(RefusalKind.Missing, "代录来源");
        if (!entered && entry.Source is not (EntrySource.Own or EntrySource.Spreadsheet))
            return new Refusal(RefusalKind.Invalid, "代录来源");
        if (entry.On is { } day && (day > clock.Today || day < occurrence.OpenedOn || (!entered && day != clock.Today)))
            return new Refusal(RefusalKind.Invalid, "日期");
        if (entry.Percent is < 0 or > 100)
            return new Refusal(RefusalKind.Invalid, "进度");
        return Projection.Needs(step, entry);
    }

    private async Task KeepRequests(
        Occurrence occurrence, Step step, OccurrenceState from, OccurrenceState to, StepEntry entry, DateOnly on, CancellationToken cancellation)
    {
        switch (step)
        {
            case Step.RequestCompletion:
                db.CompletionRequests.Add(new CompletionRequest
                {
                    Id = clock.NewId(), JurisdictionId = occurrence.JurisdictionId, OccurrenceId = occurrence.Id, RequestedOn = on, Words = entry.Words.Trim(),
                    ById = actor.IsSystem ? null : actor.AccountId, ByName = actor.Name, Source = entry.Source,
                });
                break;
            case Step.RequestExtension:
                await SettleExtensions(occurrence, Decision.Withdrawn, "", cancellation);
                db.ExtensionRequests.Add(new ExtensionRequest
                {
                    Id = clock.NewId(), JurisdictionId = occurrence.JurisdictionId, OccurrenceId = occurrence.Id, RequestedOn = on,
                    NewDueOn = entry.NewDueOn!.Value, Words = entry.Words.Trim(), ById = actor.IsSystem ? null : actor.AccountId, ByName = actor.Name,
                });
                break;
            case Step.ApproveExtension or Step.RefuseExtension:
                await SettleExtensions(occurrence, step == Step.ApproveExtension ? Decision.Accepted : Decision.Refused, entry.Words, cancellation);
                break;
            default:
                if (to.IsOver)
                    await SettleExtensions(occurrence, Decision.Withdrawn, "", cancellation);
                break;
        }

        if (from.IsAwaitingReview && !to.IsAwaitingReview && to != OccurrenceState.Suspended)
            await SettleCompletion(occurrence, step, to, entry.Words, cancellation);
    }

    private async Task SettleCompletion(Occurrence occurrence, Step step, OccurrenceState to, string reason, CancellationToken cancellation)
    {
        var decision = to == OccurrenceState.Closed ? Decision.Accepted : step == Step.Return ? Decision.Refused : Decision.Withdrawn;
        foreach (var request in await db.CompletionRequests.Where(x => x.OccurrenceId == occurrence.Id && x.Decision == Decision.Waiting)
            .ToListAsync(cancellation))
        {
            (request.Decision, request.Reason, request.DecidedByName, request.DecidedAt) = (decision, reason.Trim(), actor.Name, clock.UtcNow);
            request.DecidedById = actor.IsSystem ? null : actor.AccountId;
        }
    }

    private async Task SettleExtensions(Occurrence occurrence, Decision decision, string reason, CancellationToken cancellation)
    {
        foreach (var request in await db.ExtensionRequests.Where(x => x.OccurrenceId == occurrence.Id && x.Decision == Decision.Waiting)
            .ToListAsync(cancellation))
            (request.Decision, request.Reason, request.DecidedByName, request.DecidedAt) = (decision, reason.Trim(), actor.Name, clock.UtcNow);
    }

    // 牵头负责: the leads close for all; with the last of them go those who cooperate, each with an entry of its own.
    private async Task CloseWithLead(Occurrence occurrence, Step step, StepEntry entry, DateOnly on, CancellationToken cancellation)
    {
        var sharing = await db.PlanTasks.Where(x => x.Id == occurrence.PlanTaskId).Select(x => x.Sharing).SingleAsync(cancellation);
        if (sharing != Sharing.Joint)
            return;
        var all = await db.Occurrences.Where(x => x.PlanTaskId == occurrence.PlanTaskId && x.PeriodFrom == occurrence.PeriodFrom).ToListAsync(cancellation);
        var standing = TaskStanding.Of(sharing, [.. all.Select(x => new UnitStanding(x.Role, x.State, x.FinishedOn))]);
        if (standing.State != TaskState.Closed)
            return;
        foreach (var other in all.Where(x => !x.State.IsOver))
        {
            var from = other.State;
            var closed = Append(other, step, from, OccurrenceState.Closed, entry, on);
            closed.Changed = ClosedWithLead;
            Projection.Apply(other, closed, entry, finishedOn: standing.FinishedOn);
            await KeepRequests(other, step, from, OccurrenceState.Closed, entry, on, cancellation);
        }
    }

    private async Task ReopenWithLead(Occurrence occurrence, StepEntry entry, DateOnly on, CancellationToken cancellation)
    {
        var closed = await db.Occurrences.Include(x => x.OrgUnit).Where(x => x.PlanTaskId == occurrence.PlanTaskId && x.PeriodFrom == occurrence.PeriodFrom
            && x.Role == Role.Cooperating && x.State == OccurrenceState.Closed && x.PlanTask.Sharing == Sharing.Joint).ToListAsync(cancellation);
        foreach (var other in closed.Where(x => x.State == OccurrenceState.Closed))
        {
            var opened = Append(other, Step.Reopen, other.State, OccurrenceState.Reopened, entry, on);
            opened.Changed = ReopenedWithLead;
            Projection.Apply(other, opened, entry);
        }
    }

    private async Task<PlanChoices> ChoicesOf(Occurrence occurrence, CancellationToken cancellation)
    {
        if (!plans.TryGetValue(occurrence.PlanId, out var choices))
        {
            // A plan that is being published stands in no table yet.
            choices = occurrence.Plan is { Jurisdiction: not null } plan
                ? new PlanChoices(plan.NeedsUnitReview, plan.NeedsLeaderApproval, plan.LightFamily, plan.Jurisdiction.Path)
                : await db.Plans.AsNoTracking().Where(x => x.Id == occurrence.PlanId)
                    .Select(x => new PlanChoices(x.NeedsUnitReview, x.NeedsLeaderApproval, x.LightFamily, x.Jurisdiction.Path)).FirstOrDefaultAsync(cancellation)
                    ?? new PlanChoices(false, false, LightFamily.ByDaysLeft, "");
            plans[occurrence.PlanId] = choices;
        }

        return choices;
    }

    private sealed record PlanChoices(bool NeedsUnitReview, bool NeedsLeaderApproval, LightFamily Family, string JurisdictionPath)
    {
        public ApprovalPath Path => new(NeedsUnitReview, firstReview: true, NeedsLeaderApproval);
    }
}
