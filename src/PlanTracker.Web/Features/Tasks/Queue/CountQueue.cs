using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Queue;

/// <summary>How much waits on each tab.</summary>
public static class CountQueue
{
    public sealed record Query : IQuery<Outcome<Result>>;

    /// <param name="ObjectionsOverdue">Of those that wait, how many should have been answered by now.</param>
    public sealed record Result(IReadOnlyDictionary<QueueTab, int> Tabs, int ObjectionsOverdue)
    {
        public int this[QueueTab tab] => Tabs[tab];
    }

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, WorkingCalendar calendar, RoundReader rounds)
        : IHandler<Query, Outcome<Result>>
    {
        private static readonly QueueTab[] OfOccurrences = [.. Enum.GetValues<QueueTab>().Except([QueueTab.Missing, QueueTab.Doubts, QueueTab.Objection, QueueTab.Ongoing])];

        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (actor.CoordinatedIds.Count == 0)
                return RefusalKind.NotAllowed;
            var (today, since) = (clock.Today, QueueFilters.UnsignedSince(clock.Today, calendar));
            var mine = db.Occurrences.AsNoTracking().Where(x => actor.CoordinatedIds.Contains(x.JurisdictionId));
            Dictionary<QueueTab, int> counts = [];
            foreach (var tab in OfOccurrences)
                counts[tab] = await mine.In(tab, db, today, since).CountAsync(cancellationToken);
            var missing = (await rounds.Of(await CurrentRounds(cancellationToken), cancellationToken)).Where(x => x.Cell.IsMissing).ToList();
            (counts[QueueTab.Missing], counts[QueueTab.Ongoing]) = (missing.Count, missing.Count(x => x.Ongoing));
            counts[QueueTab.Doubts] = await db.PlanTasks.Where(x => actor.CoordinatedIds.Contains(x.JurisdictionId)).Doubtful().CountAsync(cancellationToken)
                + await db.ImportDrafts.CountAsync(x => actor.CoordinatedIds.Contains(x.JurisdictionId) && x.State == ImportState.InReview, cancellationToken);
            var objections = db.Objections.Where(x => actor.CoordinatedIds.Contains(x.JurisdictionId) && x.Decision == Decision.Waiting);
            counts[QueueTab.Objection] = await objections.CountAsync(cancellationToken);
            return new Result(counts, counts[QueueTab.Objection] == 0 ? 0 : await objections.CountAsync(x => x.AnswerBy < today, cancellationToken));
        }

        private Task<List<Guid>> CurrentRounds(CancellationToken cancellation)
        {
            var today = clock.Today;
            return db.ReportingRounds.Where(x => actor.CoordinatedIds.Contains(x.JurisdictionId)).Current(today)
                .Select(x => x.Id).ToListAsync(cancellation);
        }
    }
}
