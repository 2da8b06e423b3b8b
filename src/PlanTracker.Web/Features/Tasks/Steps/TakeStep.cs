using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Tasks.Steps;

/// <summary>One step for one or many occurrences at once: signing, asking, accepting, returning, setting aside. Each stands for itself; what the table of steps
/// refuses is said beside the one it was refused for, the others are done.</summary>
public static class TakeStep
{
    /// <param name="Step">Any but those <see cref="Elsewhere"/>.</param>
    public sealed record Command(IReadOnlyList<Guid> OccurrenceIds, Step Step, StepEntry Entry) : ICommand<IReadOnlyList<Result>>;

    /// <param name="Refusal">Null where the step was taken.</param>
    public sealed record Result(Guid OccurrenceId, Refusal? Refusal) : IRefusable
    {
        public bool IsDone => Refusal is null;
    }

    /// <summary>Steps with a slice of their own.</summary>
    public static IReadOnlyCollection<Step> Elsewhere { get; } =
    [
        Step.Publish, Step.Report, Step.Reassign, Step.Urge, Step.Instruct, Step.ConfirmDeadline, Step.Amend, Step.RaiseObjection, Step.UpholdDecision,
        Step.ChangeDecision, Step.Divide, Step.CarryOver, Step.Transfer, Step.Merge, Step.TakeOver,
        Step.ConfirmOngoing, Step.ReachMilestone, Step.TakeBackMilestone,
    ];

    public sealed class Handler(PlanTrackerDbContext db, StepRecorder recorder, StepNotices notices) : IHandler<Command, IReadOnlyList<Result>>
    {
        public async Task<IReadOnlyList<Result>> Handle(Command request, CancellationToken cancellationToken)
        {
            Guid[] ids = [.. request.OccurrenceIds.Distinct()];
            if (Elsewhere.Contains(request.Step))
                return [.. ids.Select(id => new Result(id, new Refusal(RefusalKind.NotAllowed)))];
            var found = await db.Occurrences.Include(x => x.PlanTask).Include(x => x.OrgUnit).Where(x => ids.Contains(x.Id))
                .ToDictionaryAsync(x => x.Id, cancellationToken);
            List<Result> results = [];
            foreach (var id in ids)
                results.Add(new Result(id, found.TryGetValue(id, out var one) ? await Take(one, request, cancellationToken) : new Refusal(RefusalKind.NotFound)));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return results;
            }
            catch (DbUpdateConcurrencyException)
            {
                return [.. ids.Select(id => new Result(id, new Refusal(RefusalKind.ChangedMeanwhile)))];
            }
        }

        private async Task<Refusal?> Take(Occurrence occurrence, Command request, CancellationToken cancellation)
        {
            // Of a joint task the lead that was accepted before may have closed this one too.
            if (request.Step is Step.Accept or Step.Approve && occurrence.State == OccurrenceState.Closed && db.Entry(occurrence).State == EntityState.Modified)
                return null;

            // Whether a file or a request is missing is said to nobody whom the occurrence does not concern.
            if (await recorder.Forbids(occurrence, request.Step, cancellation) is { } forbidden)
                return forbidden;
            if (request.Step == Step.RequestCompletion && occurrence.PlanTask.EvidenceWanted
                && !await db.Evidence.AnyAsync(x => x.OccurrenceId == occurrence.Id, cancellation))
                return new Refusal(RefusalKind.EvidenceWanted);
            if (request.Step is Step.ApproveExtension or Step.RefuseExtension
                && !await db.ExtensionRequests.AnyAsync(x => x.OccurrenceId == occurrence.Id && x.Decision == Decision.Waiting, cancellation))
                return new Refusal(RefusalKind.NothingWaits);
            var entry = request.Entry;
            if (request.Step == Step.ApproveExtension && entry.NewDueOn is null)
                entry = entry with { NewDueOn = await AskedFor(occurrence, cancellation) };
            var outcome = await recorder.Take(occurrence, request.Step, entry, cancellation);
            if (outcome.Refusal is null)
                await Tell(occurrence, request.Step, entry, cancellation);
            return outcome.Refusal;
        }

        private async Task Tell(Occurrence occurrence, Step step, StepEntry entry, CancellationToken cancellation)
        {
            await notices.Tell(occurrence, step, entry, cancellation);
            if (step != Step.Reopen || !entry.WithCooperating)
                return;
            var others = db.ChangeTracker.Entries<OccurrenceStep>()
                .Where(x => x.State == EntityState.Added && x.Entity.Changed == StepRecorder.ReopenedWithLead).Select(x => x.Entity.OccurrenceId).ToHashSet();
            foreach (var other in db.Occurrences.Local.Where(x => others.Contains(x.Id) && x.PlanTaskId == occurrence.PlanTaskId).ToList())
                await notices.Tell(other, step, entry, cancellation);
        }

        private Task<DateOnly> AskedFor(Occurrence occurrence, CancellationToken cancellation) => db.ExtensionRequests
            .Where(x => x.OccurrenceId == occurrence.Id && x.Decision == Decision.Waiting).OrderBy(x => x.Id).Select(x => x.NewDueOn).LastAsync(cancellation);
    }
}
