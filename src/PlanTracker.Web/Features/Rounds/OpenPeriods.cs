using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Rounds;

/// <summary>Opens what the calendar opens: the new periods of recurring tasks, and the next round of reporting of every plan, which ends the one before.
/// Running twice opens nothing twice; days on which nothing ran are made up for.</summary>
public static class OpenPeriods
{
    private const int Attempts = 3;

    public sealed record Command(DateOnly Day) : ICommand<Outcome<Result>>;

    public sealed record Result(int Occurrences, int Rounds);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, StepRecorder steps, WorkingCalendar calendar, RoundCloser closer) : IHandler<Command, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.IsSystem)
                return RefusalKind.NotAllowed;
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    var rounds = await OpenRounds(request.Day, cancellationToken);
                    await CloseEarlierRounds(request.Day, cancellationToken);
                    var occurrences = await OpenOccurrences(request.Day, cancellationToken);
                    await db.SaveChangesAsync(cancellationToken);
                    return new Result(occurrences, rounds);
                }
                catch (DbUpdateException) when (attempt < Attempts)
                {
                    // Another process opened some of the same.
                    db.ChangeTracker.Clear();
                }
            }
        }

        private async Task<int> OpenRounds(DateOnly day, CancellationToken cancellation)
        {
            var plans = await db.Plans.AsNoTracking()
                .Where(x => x.RoundCycle != ReportingCycle.OnCall && x.PublishedOn <= day && x.FirstYear <= day.Year && day.Year <= x.LastYear)
                .Select(x => new
                {
                    x.Id, x.JurisdictionId, x.RoundCycle, x.PublishedOn,
                    CutOffs = db.ReportingRounds.Where(round => round.PlanId == x.Id && round.CutOffOn >= day).Select(round => round.CutOffOn).ToList(),
                }).ToListAsync(cancellation);
            var opened = 0;
            foreach (var plan in plans)
            {
                if (new Domain.Progress.ReportingRounds(plan.RoundCycle).Next(day) is not { } next || plan.CutOffs.Contains(next.CutOff))
                    continue;
                db.ReportingRounds.Add(new ReportingRound
                {
                    Id = clock.NewId(), JurisdictionId = plan.JurisdictionId, PlanId = plan.Id, Name = Name(next.Period), CutOffOn = next.CutOff,
                    OpensOn = next.Period.First > plan.PublishedOn ? next.Period.First : plan.PublishedOn, FiguresUpTo = next.CutOff, FiguresCumulative = true,
                });
                opened++;
            }

            return opened;
        }

        // Not before the working day after the cut-off is over, on which what is missing is still called for.
        private async Task CloseEarlierRounds(DateOnly day, CancellationToken cancellation)
        {
            var earlier = await db.ReportingRounds.Where(x => x.ClosedAt == null && x.CutOffOn < day && db.ReportingRounds.Any(
                next => next.PlanId == x.PlanId && next.CutOffOn > x.CutOffOn && next.OpensOn <= day)).ToListAsync(cancellation);
            foreach (var round in earlier.Where(x => calendar.AddWorkdays(x.CutOffOn, 1) < day))
                await closer.Close(round, cancellation);
        }

        private async Task<int> OpenOccurrences(DateOnly day, CancellationToken cancellation)
        {
            var running = await db.Occurrences.AsNoTracking()
                .Where(x => x.PeriodTo != null && x.PlanTask.Recurrence != null && x.State != OccurrenceState.Cancelled
                    && x.State != OccurrenceState.CarriedOver && x.Assignment.EndedOn == null)
                .Where(x => x.PeriodTo < day && !x.Assignment.Occurrences.Any(later => later.PeriodTo > x.PeriodTo
                    || (later.PeriodTo == x.PeriodTo && later.PeriodFrom > x.PeriodFrom && later.State != OccurrenceState.Cancelled)))
                .Select(x => new Running(
                    x, x.Assignment.Role, x.PlanTask.Recurrence!.Value, x.PlanTask.PeriodDay, x.PlanTask.DeadlineConfirmed, x.Plan.PublishedOn, x.Plan.FirstYear, x.Plan.LastYear))
                .ToListAsync(cancellation);
            var opened = 0;
            foreach (var task in running)
            {
                foreach (var span in task.OpenedBy(day))
                {
                    var last = task.Last;
                    var occurrence = new Occurrence
                    {
                        Id = clock.NewId(), JurisdictionId = last.JurisdictionId, PlanId = last.PlanId, PlanTaskId = last.PlanTaskId,
                        AssignmentId = last.AssignmentId, OrgUnitId = last.OrgUnitId, Role = task.Role, PeriodFrom = span.Period!.Value.First,
                        PeriodTo = span.Period.Value.Last, OpenedOn = span.OpensOn, OriginalDueOn = span.DueOn, DueOn = span.DueOn,
                        DeadlineConfirmed = task.Confirmed,
                    };
                    db.Occurrences.Add(occurrence);
                    if ((await steps.Take(occurrence, Step.Publish, new StepEntry(), cancellation)).Refusal is { } refusal)
                        throw new InvalidOperationException($"Opening was refused: {refusal.Kind}");
                    opened++;
                }
            }

            return opened;
        }

        private static string Name(Period period) => period.Recurrence switch
        {
            Recurrence.Monthly => $"{Number(period.Year)}年{Number(period.Ordinal)}月",
            Recurrence.Quarterly => $"{Number(period.Year)}年第{"一二三四"[period.Ordinal - 1]}季度",
            _ => $"{Number(period.Year)}年{(period.Ordinal == 1 ? "上" : "下")}半年",
        };

        private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The last opened occurrence of a recurring assignment, its part today, and what says when the next ones open.</summary>
    private sealed record Running(
        Occurrence Last, Role Role, Recurrence Recurrence, DayInPeriod? Day, bool Confirmed, DateOnly PublishedOn, int FirstYear, int LastYear)
    {
        public IEnumerable<OccurrenceSpan> OpenedBy(DateOnly day)
        {
            return Occurrences.OpeningBetween(new Deadline.EveryPeriod(Recurrence, Day), PublishedOn, new PlanPeriod(FirstYear, LastYear), Last.PeriodTo!.Value.AddDays(1), day);
        }
    }
}
