using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Documents.Drafts;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Publish;

/// <summary>What publishing a draft would do, before it is done: who gets what, and what is not settled.</summary>
public static class PreviewPublish
{
    public sealed record Query(Guid DraftId) : IQuery<Outcome<Result>>;

    public sealed record Result(
        string Title, ImportState State, Guid? PlanId, bool IsAmendment, int Tasks, PublishChoices Proposed, IReadOnlyList<Hindrance> Hindrances, IReadOnlyList<UnitShare> Units,
        IReadOnlyList<Group> Groups, IReadOnlyList<Line> WithoutUnits, IReadOnlyList<Line> UnconfirmedDeadlines, IReadOnlyList<Line> ProvisionalLeads,
        IReadOnlyList<Line> WithoutPeriods);

    /// <summary>How many tasks a unit gets under each role.</summary>
    public sealed record UnitShare(Guid OrgUnitId, string Name, int Lead, int Responsible, int Cooperating)
    {
        public int All => Lead + Responsible + Cooperating;
    }

    /// <param name="Name">As printed.</param>
    public sealed record Group(string Name, int Tasks, IReadOnlyList<string> Members);

    /// <param name="Day">The deadline that is proposed, where there is one.</param>
    public sealed record Line(Guid TaskId, string Number, string Title, DateOnly? Day);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var draft = await db.ImportDrafts.AsNoTracking().Include(x => x.Tasks.OrderBy(t => t.Position))
                .SingleOrDefaultAsync(x => x.Id == request.DraftId, cancellationToken);
            if (draft is null || !actor.Coordinates(draft.JurisdictionId))
                return RefusalKind.NotFound;
            var members = await db.GroupMembers(draft.JurisdictionId, clock.Today, cancellationToken);
            var units = await db.OrgUnits.OfRegister(draft.JurisdictionId).AsNoTracking()
                .OrderBy(x => x.Position).ThenBy(x => x.Name).Select(x => new { x.Id, x.Name }).ToListAsync(cancellationToken);
            var names = units.ToDictionary(x => x.Id, x => x.Name);
            var parts = draft.Tasks.SelectMany(x => Distribution.Of(x.Content, members)).ToLookup(x => x.OrgUnitId);
            var shares = units.Where(x => parts.Contains(x.Id))
                .Select(x => new UnitShare(x.Id, x.Name, Count(parts[x.Id], Role.Lead), Count(parts[x.Id], Role.Responsible), Count(parts[x.Id], Role.Cooperating)));
            var groups = draft.Tasks.SelectMany(x => x.Content.Collectives.DistinctBy(c => c.Name)).Where(x => x.UnitGroupId is not null)
                .GroupBy(x => (x.Name, x.UnitGroupId!.Value))
                .Select(x => new Group(x.Key.Name, x.Count(), [.. members.GetValueOrDefault(x.Key.Value, []).Select(id => names.GetValueOrDefault(id, ""))]));
            return new Result(
                draft.Title, draft.State, draft.PlanId, draft.AmendsPlanId is not null, draft.Tasks.Count, Proposed(draft), Hindrance.Of(draft, draft.Tasks.Select(x => x.Content), members),
                [.. shares], [.. groups],
                [.. draft.Tasks.Where(x => x.Content is { Units.Count: 0, Collectives.Count: 0 }).Select(x => Of(x, null))],
                [.. draft.Tasks.Where(x => !x.Content.DeadlineConfirmed).Select(x => Of(x, ProposedDay(x.Content, draft)))],
                [.. draft.Tasks.Where(x => x.Content.Units.Any(u => u.Provisional)).Select(x => Of(x, null))],
                [.. draft.Tasks.Where(x => HasNoPeriodLeft(x.Content, draft)).Select(x => Of(x, null))]);
        }

        // 每年2月底前, handed over in March of the plan's last year: nothing would be asked of anybody.
        private bool HasNoPeriodLeft(DraftTaskContent content, ImportDraft draft) =>
            content.Recurrence is not null && draft is { FirstYear: { } first, LastYear: { } last } && new PlanPeriod(first, last) is var years
            && !Occurrences.Of(content.Proposal(years), clock.Today, years).Any();

        private static int Count(IEnumerable<Part> parts, Role role) => parts.Count(x => x.Role == role);

        private static Line Of(ImportDraftTask task, DateOnly? day) => new(task.Id, task.Number, task.Title, day);

        private static PublishChoices Proposed(ImportDraft draft)
        {
            var cycle = draft is { FirstYear: { } first, LastYear: { } last } ? ReportingRounds.DefaultCycle(new PlanPeriod(first, last)) : ReportingCycle.Monthly;
            var kind = draft.Kind switch
            {
                DocumentKind.KeyPoints => PlanKind.KeyPoints,
                DocumentKind.Breakdown => PlanKind.Breakdown,
                DocumentKind.Report => PlanKind.NextSteps,
                _ => PlanKind.ImplementationPlan,
            };
            return new PublishChoices(kind, cycle, Domain.Supervision.LightFamily.ByDaysLeft, false, false, null);
        }

        private static DateOnly? ProposedDay(DraftTaskContent content, ImportDraft draft) => draft is { FirstYear: { } first, LastYear: { } last }
            ? content.Proposal(new PlanPeriod(first, last)).LastDay
            : content.Deadlines.Count > 0 ? content.Deadlines.Max(x => x.Day) : null;
    }
}
