using PlanTracker.Domain;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Supervision.Letter;

/// <summary>拟函: drafts a letter for each chosen body, of all its tasks in one plan about which one is proposed.</summary>
public static class DraftLetters
{
    public sealed record Command(Guid JurisdictionId, Guid PlanId, IReadOnlyList<Guid> OrgUnitIds) : ICommand<Outcome<IReadOnlyList<Guid>>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, WorkingCalendar calendar, LetterProposals proposals)
        : IHandler<Command, Outcome<IReadOnlyList<Guid>>>
    {
        public async Task<Outcome<IReadOnlyList<Guid>>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.Coordinates(request.JurisdictionId))
                return RefusalKind.NotFound;
            if (request.OrgUnitIds.Count == 0)
                return new Refusal(RefusalKind.Missing, "所选单位");
            var rules = await db.LetterRulesOf(request.JurisdictionId, cancellationToken);
            var proposed = (await proposals.In(request.JurisdictionId, request.PlanId, cancellationToken)).ToLookup(x => x.Occurrence.OrgUnitId);
            List<Guid> made = [];
            foreach (var unit in request.OrgUnitIds.Distinct().Where(proposed.Contains))
            {
                var letter = Draft([.. proposed[unit]], rules);
                db.RequestLetters.Add(letter);
                made.Add(letter.Id);
            }

            return made.Count == 0 ? RefusalKind.NothingWaits : await db.SaveIfFirst<IReadOnlyList<Guid>>(made, cancellationToken);
        }

        private RequestLetter Draft(IReadOnlyList<ProposedLetter> tasks, LetterRules rules)
        {
            var first = tasks[0].Occurrence;
            var ground = tasks.Max(x => x.Ground);
            var text = LetterText.For(first.Plan, tasks.Count, ground);
            RequestLetter letter = new()
            {
                Id = clock.NewId(), JurisdictionId = first.JurisdictionId, PlanId = first.PlanId, OrgUnitId = first.OrgUnitId, Ground = ground, Title = text.Title,
                Opening = text.Opening, Closing = text.Closing, DraftedOn = clock.Today, DraftedByName = actor.Name,
                AnswerBy = calendar.AddWorkdays(clock.Today, rules.AnswerWorkdays),
            };
            letter.Tasks.AddRange(tasks.Select((x, index) => new LetterTask
            {
                Id = clock.NewId(), OccurrenceId = x.Occurrence.Id, Position = index + 1, Number = x.Occurrence.PlanTask.Number, Title = x.Occurrence.PlanTask.Title,
                Role = x.Occurrence.Role, Ground = x.Ground, DueOn = x.Occurrence is { Ongoing: false, DeadlineConfirmed: true } ? x.Occurrence.DueOn : null,
            }));
            return letter;
        }
    }
}
