using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Editions;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Publish;

/// <summary>交办: the one door from draft to plan. Makes the plan, its tasks, who stands on them, and the first run of each, all or nothing; pressed
/// twice it gives the same plan.</summary>
public static class PublishDraft
{
    public sealed record Command(Guid DraftId, PublishChoices Choices) : ICommand<Outcome<Guid>>;

    public sealed class Handler(PlanTrackerDbContext db, StepRecorder steps, NoticeWriter notices, Actor actor, Clock clock) : IHandler<Command, Outcome<Guid>>
    {
        public async Task<Outcome<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            var draft = await db.ImportDrafts.Include(x => x.Tasks.OrderBy(t => t.Position)).SingleOrDefaultAsync(x => x.Id == request.DraftId, cancellationToken);
            if (draft is null || !actor.Coordinates(draft.JurisdictionId))
                return RefusalKind.NotFound;
            if (draft is { State: ImportState.Published, PlanId: { } published })
                return published;
            if (draft.State != ImportState.InReview)
                return RefusalKind.DraftIsClosed;
            if (draft.AmendsPlanId is not null)
                return RefusalKind.DraftIsAmendment;
            var members = await db.GroupMembers(draft.JurisdictionId, clock.Today, cancellationToken);
            var hindrances = Hindrance.Of(draft, draft.Tasks.Select(x => x.Content), members);
            if (hindrances.Count > 0)
                return new Refusal(RefusalKind.NotReadyToPublish, $"{hindrances.Count}");
            var plan = MakePlan(draft, request.Choices);
            plan.Jurisdiction = await db.Jurisdictions.SingleAsync(x => x.Id == draft.JurisdictionId, cancellationToken);
            var maker = new TaskMaker(plan, members, request.Choices.Sharing, clock);
            var editions = new EditionMaker(clock, actor.AccountId);
            var edition = editions.Make(plan, draft.Id, ordinal: 1);
            foreach (var reviewed in draft.Tasks)
            {
                var task = maker.Make(reviewed);
                plan.Tasks.Add(task);
                edition.Wordings.Add(editions.Word(edition, task, reviewed.Content, EditionMaker.PartsOf(task), change: null));
            }

            db.PlanEditions.Add(edition);
            if (FirstRound(plan) is { } round)
                db.ReportingRounds.Add(round);
            db.Plans.Add(plan);
            (draft.State, draft.PlanId, draft.ChangedAt) = (ImportState.Published, plan.Id, clock.UtcNow);
            await TakeSteps(plan, cancellationToken);
            return await Save(plan, draft.Id, cancellationToken);
        }

        private async Task TakeSteps(Plan plan, CancellationToken cancellation)
        {
            var occurrences = plan.Tasks.SelectMany(x => x.Assignments).SelectMany(x => x.Occurrences).ToList();
            foreach (var occurrence in occurrences)
            {
                if (await steps.Take(occurrence, Step.Publish, new StepEntry(), cancellation) is { IsDone: false, Refusal: { } refusal })
                    throw new InvalidOperationException($"A new occurrence cannot be published: {refusal.Kind}");
            }

            foreach (var unit in occurrences.GroupBy(x => x.OrgUnitId))
            {
                var tasks = unit.Select(x => x.PlanTaskId).Distinct().Count();
                await notices.ToUnit(unit.Key, NoticeKind.TaskAssigned, "/my-tasks", [plan.Title, $"{tasks}"], cancellation);
            }
        }

        // Who comes second, at the same moment from another window, finds the plan of the first.
        private async Task<Outcome<Guid>> Save(Plan plan, Guid draftId, CancellationToken cancellation)
        {
            try
            {
                await db.SaveChangesAsync(cancellation);
                return plan.Id;
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                var made = await db.Plans.Where(x => x.ImportDraftId == draftId).Select(x => (Guid?)x.Id).SingleOrDefaultAsync(cancellation);
                return made is { } id ? id : RefusalKind.ChangedMeanwhile;
            }
        }

        private Plan MakePlan(ImportDraft draft, PublishChoices choices) => new()
        {
            Id = clock.NewId(), JurisdictionId = draft.JurisdictionId, Kind = choices.Kind, Title = draft.Title.Trim(), DocNumber = draft.DocNumber,
            Issuer = draft.Issuer, Issued = draft.Issued, FirstYear = draft.FirstYear!.Value, LastYear = draft.LastYear!.Value, PublishedOn = clock.Today,
            PublishedAt = clock.UtcNow, PublishedById = actor.AccountId, ImportDraftId = draft.Id, FileName = draft.FileName, FileHash = draft.FileHash,
            SourceText = draft.SourceText, LightFamily = choices.LightFamily, RoundCycle = choices.Cycle, NeedsUnitReview = choices.NeedsUnitReview,
            NeedsLeaderApproval = choices.NeedsLeaderApproval, ContinuesPlanId = draft.ContinuesPlanId,
        };

        private ReportingRound? FirstRound(Plan plan) => new ReportingRounds(plan.RoundCycle).Next(clock.Today) is { } round
            ? new ReportingRound
            {
                Id = clock.NewId(), JurisdictionId = plan.JurisdictionId, PlanId = plan.Id, Plan = plan, Name = RoundName.Of(round.Period),
                OpensOn = round.Period.First > clock.Today ? round.Period.First : clock.Today, CutOffOn = round.CutOff, FiguresUpTo = round.CutOff,
                FiguresCumulative = true,
            }
            : null;
    }
}
