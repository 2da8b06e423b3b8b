using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Tasks.Story;

/// <summary>Round by round, who has confirmed that an ongoing task is still being done: today, or as far as it was known on a past day.</summary>
public static class ReadConfirmations
{
    public sealed record Query(Guid TaskId, DateOnly? AsOf = null) : IQuery<Outcome<IReadOnlyList<Cycle>>>;

    public sealed record Cycle(string Name, DateOnly CutOffOn, IReadOnlyList<Line> Lines);

    /// <param name="On">Day of the report that confirms; null where there is none.</param>
    public sealed record Line(string Unit, ConfirmationState State, DateOnly? On, string Words, string ByName);

    public sealed class Handler(PlanTrackerDbContext db, Sight sight, Clock clock, PastStandings standings) : IHandler<Query, Outcome<IReadOnlyList<Cycle>>>
    {
        public async Task<Outcome<IReadOnlyList<Cycle>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!await (await sight.Tasks(cancellationToken)).AnyAsync(x => x.Id == request.TaskId, cancellationToken))
                return RefusalKind.NotFound;
            var (day, until) = (request.AsOf ?? clock.Today, request.AsOf is { } past ? Clock.ToUtc(past.AddDays(1), TimeOnly.MinValue) : DateTime.MaxValue);
            var runs = await Runs(request, cancellationToken);
            if (runs.Count == 0)
                return Array.Empty<Cycle>();
            Guid[] ids = [.. runs.Select(x => x.Id)];
            var (plan, opened) = (runs[0].PlanId, runs.Min(x => x.OpenedOn));
            var rounds = await db.ReportingRounds.AsNoTracking().Where(x => x.PlanId == plan && x.OpensOn <= day && x.CutOffOn >= opened)
                .OrderByDescending(x => x.CutOffOn).Select(x => new { x.Id, x.Name, x.CutOffOn, x.ClosedAt }).ToListAsync(cancellationToken);
            var reports = (await db.ProgressReports.AsNoTracking().Where(x => ids.Contains(x.OccurrenceId) && x.RoundId != null && x.At < until)
                .Select(x => new
                {
                    x.Id, x.OccurrenceId, RoundId = x.RoundId!.Value, x.On, x.At, x.Words, x.ByName, x.NothingNew, WasReturned = x.ReturnedBecause != null && x.ReturnedAt < until,
                })
                .ToListAsync(cancellationToken)).GroupBy(x => (x.RoundId, x.OccurrenceId)).ToDictionary(x => x.Key, x => x.OrderBy(r => r.At).ThenBy(r => r.Id).Last());
            return rounds.ConvertAll(round => new Cycle(round.Name, round.CutOffOn, [.. runs.Select(run =>
            {
                var last = reports.GetValueOrDefault((round.Id, run.Id));
                var seen = round.ClosedAt is { } closed && Clock.DayOf(closed) < day ? Clock.DayOf(closed) : day;
                RoundFacts facts = new(run.State, run.OpenedOn, run.FinishedOn, run.RequestedOn, last?.On, last?.WasReturned ?? false, last?.NothingNew ?? false);
                var state = Confirmations.Of(facts.In((round.CutOffOn, seen)), round.CutOffOn, day);
                return new Line(run.OrgUnit.Name, state, state == ConfirmationState.Confirmed ? last?.On : null, last?.Words ?? "", last?.ByName ?? "");
            })]));
        }

        private async Task<List<Occurrence>> Runs(Query request, CancellationToken cancellation)
        {
            var all = db.Occurrences.Include(x => x.OrgUnit).Where(x => x.PlanTaskId == request.TaskId && x.Ongoing)
                .OrderBy(x => x.Role).ThenBy(x => x.OrgUnit.Position).ThenBy(x => x.OrgUnit.Name);
            return request.AsOf is { } day ? await standings.SetBack(all, day, cancellation) : await all.AsNoTracking().ToListAsync(cancellation);
        }
    }
}
