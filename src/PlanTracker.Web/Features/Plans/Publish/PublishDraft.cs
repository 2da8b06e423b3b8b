using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
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
            var members = await db.GroupMembers(draft.JurisdictionId, clock.Today, cancellationToken);
            var hindrances = Hindrance.Of(draft, draft.Tasks.Select(x => x.Content), members);
            if (hindrances.Count > 0)
                return new Refusal(RefusalKind.NotReadyToPublish, $"{hindrances.Count}");
            var plan = MakePlan(draft, request.Choices);
            plan.Jurisdiction = await db.Jurisdictions.SingleAsync(x => x.Id == draft.JurisdictionId, cancellationToken);
            foreach (var task in draft.Tasks)
                plan.Tasks.Add(MakeTask(task, plan, members, request.Choices));
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
            NeedsLeaderApproval = choices.NeedsLeaderApproval,
        };

        private PlanTask MakeTask(
            ImportDraftTask draft, Plan plan, IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> members, PublishChoices choices)
        {
            var content = draft.Content;
            var period = new PlanPeriod(plan.FirstYear, plan.LastYear);
            var deadline = DeadlineProposal.From(content.Deadlines.Select(x => x.Day), content.Recurrence, content.Ongoing, period) with
            {
                IsConfirmed = content.DeadlineConfirmed,
            };
            var task = new PlanTask
            {
                Id = clock.NewId(), JurisdictionId = plan.JurisdictionId, PlanId = plan.Id, Plan = plan, Position = draft.Position, Number = draft.Number,
                Section = draft.Section, Title = draft.Title, Body = draft.Body, SpanStart = draft.SpanStart, SpanEnd = draft.SpanEnd,
                Sharing = Distribution.SharingOf(content, choices.Sharing), AndOthers = content.AndOthers, Leaders = string.Join('、', content.Leaders),
                Targets = string.Join('\n', content.Targets), Collectives = string.Join('、', content.Collectives.Select(x => x.Name)),
                Recurrence = deadline is Deadline.EveryPeriod every ? every.Recurrence : null, Ongoing = deadline is Deadline.Ongoing,
                DueOn = deadline.LastDay, DeadlineConfirmed = deadline.IsConfirmed,
            };
            task.Milestones = [.. deadline.Milestones.Select(day => new Milestone
            {
                Id = clock.NewId(), PlanTaskId = task.Id, DueOn = day, Words = WordsOf(content, day, plan.SourceText),
            })];
            var parts = Distribution.Of(content, members);
            var gathers = parts.FirstOrDefault(x => x.Role == Role.Lead);
            task.Assignments = [.. parts.Select(part => MakeAssignment(task, part, part == gathers, deadline, period))];
            return task;
        }

        private Assignment MakeAssignment(PlanTask task, Part part, bool gathers, Deadline deadline, PlanPeriod period)
        {
            var assignment = new Assignment
            {
                Id = clock.NewId(), JurisdictionId = task.JurisdictionId, PlanId = task.PlanId, PlanTaskId = task.Id, PlanTask = task, OrgUnitId = part.OrgUnitId,
                Role = part.Role, Provisional = part.Provisional, Gathers = gathers, PrintedName = part.PrintedName,
            };
            assignment.Occurrences = [.. FirstRuns(deadline, period).Select(span => new Occurrence
            {
                Id = clock.NewId(), JurisdictionId = task.JurisdictionId, PlanId = task.PlanId, Plan = task.Plan, PlanTaskId = task.Id, PlanTask = task,
                AssignmentId = assignment.Id, OrgUnitId = part.OrgUnitId, Role = part.Role, PeriodFrom = span.Period?.First, PeriodTo = span.Period?.Last,
                State = OccurrenceState.Pending, OpenedOn = span.OpensOn, Ongoing = deadline is Deadline.Ongoing, OriginalDueOn = span.DueOn, DueOn = span.DueOn,
                DeadlineConfirmed = deadline.IsConfirmed,
            })];
            return assignment;
        }

        // A recurring task begins with the period that runs on the day, or with its first; later ones open when their day comes.
        private IReadOnlyList<OccurrenceSpan> FirstRuns(Deadline deadline, PlanPeriod period)
        {
            var open = Occurrences.OpeningBetween(deadline, clock.Today, period, DateOnly.MinValue, clock.Today).ToList();
            return open.Count > 0 ? open : [.. Occurrences.Of(deadline, clock.Today, period).Take(1)];
        }

        private ReportingRound? FirstRound(Plan plan) => new ReportingRounds(plan.RoundCycle).Next(clock.Today) is { } round
            ? new ReportingRound
            {
                Id = clock.NewId(), JurisdictionId = plan.JurisdictionId, PlanId = plan.Id, Plan = plan, Name = RoundName.Of(round.Period),
                OpensOn = round.Period.First > clock.Today ? round.Period.First : clock.Today, CutOffOn = round.CutOff, FiguresUpTo = round.CutOff,
                FiguresCumulative = true,
            }
            : null;

        private static string WordsOf(DraftTaskContent content, DateOnly day, string source) =>
            content.Deadlines.FirstOrDefault(x => x.Day == day) is { Start: { } start, End: { } end } && 0 <= start && start < end && end <= source.Length
                ? source[start..end].ReplaceLineEndings("")
                : "";
    }
}
