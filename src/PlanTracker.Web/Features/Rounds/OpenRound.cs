using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Rounds;

/// <summary>The office calls for progress on a plan, from today; the units that have something to report are told at once. The earlier rounds of the plan
/// end with it: what was not reported in them stays recorded as not reported.</summary>
public static class OpenRound
{
    private const int LongestFigures = 200;

    public sealed record Command(Guid PlanId, string Name, DateOnly? CutOffOn, DateOnly? FiguresUpTo, bool FiguresCumulative, string FiguresWanted = "") : ICommand<Outcome<Guid>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, NoticeWriter notices, RoundCloser closer) : IHandler<Command, Outcome<Guid>>
    {
        public async Task<Outcome<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            var plan = await db.Plans.AsNoTracking().Where(x => x.Id == request.PlanId).Select(x => new { x.Id, x.JurisdictionId }).SingleOrDefaultAsync(cancellationToken);
            if (plan is null || !actor.Coordinates(plan.JurisdictionId))
                return RefusalKind.NotFound;
            if (await Complaint(request, cancellationToken) is { } complaint)
                return complaint;
            ReportingRound round = new()
            {
                Id = clock.NewId(), JurisdictionId = plan.JurisdictionId, PlanId = plan.Id, Name = request.Name.Trim(), OpensOn = clock.Today,
                CutOffOn = request.CutOffOn!.Value, FiguresUpTo = request.FiguresUpTo ?? request.CutOffOn.Value, FiguresCumulative = request.FiguresCumulative,
                FiguresWanted = request.FiguresWanted.Trim(),
            };
            db.ReportingRounds.Add(round);
            foreach (var earlier in await db.ReportingRounds.Where(x => x.PlanId == plan.Id && x.ClosedAt == null && x.CutOffOn < round.CutOffOn)
                .ToListAsync(cancellationToken))
                await closer.Close(earlier, cancellationToken);
            await Tell(round, cancellationToken);
            return await db.SaveIfFirst(round.Id, cancellationToken);
        }

        private async Task<Refusal?> Complaint(Command request, CancellationToken cancellation)
        {
            if (string.IsNullOrWhiteSpace(request.Name))
                return new Refusal(RefusalKind.Missing, "期次名称");
            if (request.CutOffOn is not { } cutOff)
                return new Refusal(RefusalKind.Missing, "截止日期");
            if (cutOff < clock.Today || cutOff > clock.Today.AddYears(1))
                return new Refusal(RefusalKind.Invalid, "截止日期");
            if (request.FiguresUpTo is { } upTo && (upTo > cutOff.AddMonths(1) || upTo < cutOff.AddYears(-1)))
                return new Refusal(RefusalKind.Invalid, "数据截至日期");
            if (request.FiguresWanted.Trim().Length > LongestFigures)
                return new Refusal(RefusalKind.TooLong, $"{LongestFigures}");
            var name = request.Name.Trim();
            var clash = await db.ReportingRounds.Where(x => x.PlanId == request.PlanId && (x.CutOffOn == cutOff || x.Name == name))
                .Select(x => x.Name).FirstOrDefaultAsync(cancellation);
            return clash is null ? null : clash == name ? new Refusal(RefusalKind.NameTaken, name) : new Refusal(RefusalKind.Invalid, "截止日期");
        }

        private async Task Tell(ReportingRound round, CancellationToken cancellation)
        {
            var asked = await db.Occurrences
                .Where(x => x.PlanId == round.PlanId && x.OpenedOn <= round.CutOffOn && (x.State == OccurrenceState.Pending
                    || x.State == OccurrenceState.InProgress || x.State == OccurrenceState.Returned || x.State == OccurrenceState.Reopened))
                .GroupBy(x => new { x.OrgUnitId, x.OrgUnit.Kind }).Select(x => new { x.Key.OrgUnitId, x.Key.Kind, Count = x.Count() }).ToListAsync(cancellation);
            foreach (var unit in asked.Where(x => !x.Kind.IsAskedByLetter))
            {
                await notices.ToUnit(
                    unit.OrgUnitId, NoticeKind.ReportWanted, "/report",
                    [round.Name, unit.Count.ToString(CultureInfo.InvariantCulture), round.CutOffOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)], cancellation);
            }
        }
    }
}
