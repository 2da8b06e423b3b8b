using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Progress;

/// <summary>All tasks of the asker's units in the open round of each plan, with what was said last and what is typed and not yet handed in.</summary>
public static class OpenReport
{
    public sealed record Query : IQuery<IReadOnlyList<PlanRound>>;

    public sealed record PlanRound(Guid RoundId, string Plan, string Round, DateOnly CutOffOn, DateOnly FiguresUpTo, bool FiguresCumulative, string FiguresWanted, IReadOnlyList<Row> Rows)
    {
        public int Reported => Rows.Count(x => x.Status is RoundStatus.Reported or RoundStatus.Late);
    }

    public sealed record Row
    {
        public required Guid Id { get; init; }
        public required Guid TaskId { get; init; }
        public required Guid PlanId { get; init; }
        public required int Position { get; init; }
        public required string Number { get; init; }
        public required string Title { get; init; }
        public required Guid UnitId { get; init; }
        public required string Unit { get; init; }
        public required Role Role { get; init; }
        public required Recurrence? Recurrence { get; init; }
        public required DateOnly? PeriodFrom { get; init; }
        public required OccurrenceState State { get; init; }
        public required DateOnly OpenedOn { get; init; }
        public required DateOnly? DueOn { get; init; }
        public required bool Ongoing { get; init; }
        public required int Percent { get; init; }
        public required string Reached { get; init; }

        /// <summary>Of the task; empty for who does not answer for them.</summary>
        public IReadOnlyList<Step> Milestones { get; init; } = [];
        public required Said? Before { get; init; }
        public required Said? Now { get; init; }

        /// <summary>What is typed, or taken from a report, and not yet handed in; null where there is nothing.</summary>
        public required Typed? Draft { get; init; }
        public string DraftWords => Draft?.Words ?? "";
        public int? DraftPercent => Draft?.Percent;
        public string DraftFigures => Draft?.Figures ?? "";
        public string DraftReached => Draft?.Reached ?? "";

        public IEnumerable<Step> OpenMilestones => MilestoneMarks.Parse(Reached) is var marks ? Milestones.Where(x => marks.On(x.DueOn) is null) : [];

        /// <summary>Titles of the reports from which the draft was taken; empty where it was typed.</summary>
        public string DraftOrigin => Draft?.Origin ?? "";
        public string DraftBy => Draft?.ByName ?? "";
        public RoundStatus Status { get; init; }

        /// <summary>Signed for, and not waiting for the office to say whose it is.</summary>
        public bool MayBeReported => State is not (OccurrenceState.Pending or OccurrenceState.Refused);
    }

    public sealed record Typed(string Words, int? Percent, string Figures, string Reached, string Origin, string ByName);

    /// <summary>A milestone.</summary>
    public sealed record Step(DateOnly DueOn, string Words);

    /// <summary>A report as given.</summary>
    public sealed record Said(DateOnly On, string Words, int Percent, string Figures, bool NothingNew, bool StillDone, string Reached, string? ReturnedBecause, string ReturnedByName, DateTime? ReturnedAt);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, IReadOnlyList<PlanRound>>
    {
        public async Task<IReadOnlyList<PlanRound>> Handle(Query request, CancellationToken cancellationToken)
        {
            var (units, today) = (actor.UnitIds, clock.Today);
            var mine = db.Occurrences.NotOver().AsNoTracking().Where(x => units.Contains(x.OrgUnitId) && x.OpenedOn <= today && x.State != OccurrenceState.Suspended);
            var rounds = await db.ReportingRounds.AsNoTracking()
                .Where(x => x.OpensOn <= today && x.ClosedAt == null && mine.Any(o => o.PlanId == x.PlanId))
                .Select(x => new { x.Id, x.PlanId, x.Plan.Title, x.Name, x.OpensOn, x.CutOffOn, x.FiguresUpTo, x.FiguresCumulative, x.FiguresWanted }).ToListAsync(cancellationToken);
            List<PlanRound> result = [];
            foreach (var round in rounds.GroupBy(x => x.PlanId).Select(x => x.MinBy(r => r.CutOffOn)!).OrderBy(x => x.CutOffOn).ThenBy(x => x.Title, StringComparer.Ordinal))
            {
                var rows = await mine.Where(x => x.PlanId == round.PlanId).OrderBy(x => x.PlanTask.Position).ThenBy(x => x.PeriodFrom).ThenBy(x => x.OrgUnit.Name)
                    .Select(x => new Row
                    {
                        Id = x.Id, TaskId = x.PlanTaskId, PlanId = x.PlanId, Position = x.PlanTask.Position, Number = x.PlanTask.Number, Title = x.PlanTask.Title,
                        UnitId = x.OrgUnitId, Unit = x.OrgUnit.Name, Role = x.Role, Recurrence = x.PlanTask.Recurrence, PeriodFrom = x.PeriodFrom, State = x.State,
                        OpenedOn = x.OpenedOn, DueOn = x.DueOn, Ongoing = x.Ongoing, Percent = x.Percent, Reached = x.Reached,
                        Milestones = x.Role == Role.Cooperating ? new List<Step>()
                            : x.PlanTask.Milestones.OrderBy(m => m.DueOn).Select(m => new Step(m.DueOn, m.Words)).ToList(),
                        Before = x.Reports.Where(r => r.RoundId != round.Id).OrderByDescending(r => r.On).ThenByDescending(r => r.At)
                            .Select(r => new Said(r.On, r.Words, r.Percent, r.Figures, r.NothingNew, r.StillDone, r.Reached, r.ReturnedBecause, r.ReturnedByName, r.ReturnedAt))
                            .FirstOrDefault(),
                        Now = x.Reports.Where(r => r.RoundId == round.Id).OrderByDescending(r => r.On).ThenByDescending(r => r.At)
                            .Select(r => new Said(r.On, r.Words, r.Percent, r.Figures, r.NothingNew, r.StillDone, r.Reached, r.ReturnedBecause, r.ReturnedByName, r.ReturnedAt))
                            .FirstOrDefault(),
                        Draft = db.ReportDrafts.Where(d => d.OccurrenceId == x.Id).Select(d => new Typed(d.Words, d.Percent, d.Figures, d.Reached, d.Origin, d.ByName)).FirstOrDefault(),
                    })
                    .ToListAsync(cancellationToken);
                result.Add(new PlanRound(
                    round.Id, round.Title, round.Name, round.CutOffOn, round.FiguresUpTo, round.FiguresCumulative, round.FiguresWanted,
                    [.. rows.Select(x => x with { Status = ReportingRounds.StatusOf(round.CutOffOn, x.Now?.On, x.Now?.ReturnedBecause is not null) })]));
            }

            return result;
        }
    }
}
