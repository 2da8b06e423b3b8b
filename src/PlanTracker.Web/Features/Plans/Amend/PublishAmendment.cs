using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Editions;
using PlanTracker.Web.Features.Plans.Publish;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Amend;

/// <summary>发布修订: the amended document becomes the newest edition of its plan, all or nothing. Tasks that go on keep who works on them, how far they have come
/// and what was extended; who is newly named gets his part; what is withdrawn is cancelled and stays in the history.</summary>
public static class PublishAmendment
{
    /// <param name="Stamp">As the person saw the amendment.</param>
    /// <param name="Words">On what ground: what units read where something of theirs was changed or ended.</param>
    public sealed record Command(Guid DraftId, [property: NoSecret] string Stamp, string Words) : ICommand<Outcome<Guid>>;

    public sealed class Handler(PlanTrackerDbContext db, StepRecorder steps, NoticeWriter notices, Actor actor, Clock clock) : IHandler<Command, Outcome<Guid>>
    {
        public async Task<Outcome<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.AmendmentToPublish(actor, clock, request.DraftId, cancellationToken);
            if (found.Refusal is { } refusal)
                return refusal;
            var laid = found.Value;
            if (laid.Stamp != request.Stamp)
                return RefusalKind.ChangedMeanwhile;
            if (string.IsNullOrWhiteSpace(request.Words))
                return new Refusal(RefusalKind.Missing, "依据");
            var members = await db.GroupMembers(laid.Draft.JurisdictionId, clock.Today, cancellationToken);
            var hindrances = AmendmentHindrance.Of(laid, members);
            if (hindrances.Count > 0)
                return new Refusal(RefusalKind.NotReadyToPublish, $"{hindrances.Count}");
            TakeOver(laid.Plan, laid.Draft);
            var maker = new TaskMaker(laid.Plan, members, null, clock);
            var deeds = AmendmentDeeds.Of(laid, maker);
            var told = UnitDeed.Of(deeds, maker.Period, clock.Today);
            await new AmendmentPress(db, steps, maker, new EditionMaker(clock, actor.AccountId), clock).Print(laid, deeds, request.Words.Trim(), cancellationToken);
            await Tell(laid, told, cancellationToken);
            (laid.Draft.State, laid.Draft.PlanId, laid.Draft.ChangedAt) = (ImportState.Published, laid.Plan.Id, clock.UtcNow);
            return await db.SaveIfFirst(laid.Plan.Id, cancellationToken);
        }

        private static void TakeOver(Plan plan, ImportDraft draft)
        {
            (plan.Title, plan.DocNumber, plan.Issuer, plan.Issued) = (draft.Title.Trim(), draft.DocNumber, draft.Issuer, draft.Issued);
            (plan.FirstYear, plan.LastYear) = (draft.FirstYear!.Value, draft.LastYear!.Value);
            (plan.FileName, plan.FileHash, plan.SourceText) = (draft.FileName, draft.FileHash, draft.SourceText);
        }

        private async Task Tell(LaidAmendment laid, IReadOnlyList<UnitDeed> told, CancellationToken cancellation)
        {
            var link = $"/plans/{laid.Plan.Id}/changes/{laid.Edition.Ordinal + 1}";
            foreach (var unit in told.Where(x => !x.IsOver).GroupBy(x => x.OrgUnitId))
            {
                var counts = unit.ToLookup(x => x.Kind switch { UnitDeedKind.Added => 0, UnitDeedKind.Ended => 2, _ => 1 });
                await notices.ToUnit(
                    unit.Key, NoticeKind.PlanAmended, link, [laid.Plan.Title, $"{counts[0].Count()}", $"{counts[1].Count()}", $"{counts[2].Count()}"], cancellation);
            }
        }
    }
}
