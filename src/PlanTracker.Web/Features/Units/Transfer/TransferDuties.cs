using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Units.Transfer;

/// <summary>职能划转: hands the chosen parts of some units to another, all or nothing. Open runs move and are signed for anew, or end in those of a unit that stands
/// on the task already; what is over stays where it was done. Undone only by another transfer.</summary>
public static class TransferDuties
{
    public const int LongestGround = 200;

    /// <param name="ToId">Null: <paramref name="NewName"/> is registered, like the first of the units before.</param>
    /// <param name="On">The first day of the unit that takes over; not ahead.</param>
    /// <param name="Ground">The decision with its number: 棠编发〔2026〕5号.</param>
    /// <param name="EndsOld">The units before end, and their names mean the new one from the day on.</param>
    /// <param name="AssignmentIds">The parts that are handed over.</param>
    public sealed record Command(
        IReadOnlyList<Guid> FromIds, Guid? ToId, string NewName, DateOnly On, string Ground, bool EndsOld, IReadOnlyList<Guid> AssignmentIds) : ICommand<Outcome<Guid>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, StepRecorder recorder, NoticeWriter notices) : IHandler<Command, Outcome<Guid>>
    {
        public async Task<Outcome<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (actor.CoordinatedIds.Count == 0)
                return RefusalKind.NotAllowed;
            var register = actor.CoordinatedIds[0];
            if (Fault(request) is { } fault)
                return fault;
            var units = await db.OrgUnits.OfRegister(register).AsSplitQuery().Include(x => x.Aliases).Include(x => x.Contacts).Include(x => x.Groups)
                .ToListAsync(cancellationToken);
            OrgUnit[] from = [.. units.Where(x => request.FromIds.Contains(x.Id))];
            var to = units.Find(x => x.Id == request.ToId);
            if (from.Length != request.FromIds.Count || (request.ToId is not null && to is null))
                return RefusalKind.NotFound;
            if (to is { EndedOn: { } ended } && ended <= request.On)
                return new Refusal(RefusalKind.Invalid, "接收单位");
            var plan = await TransferPlan.Lay(db, register, request.FromIds, request.ToId, request.AssignmentIds, cancellationToken);
            PartFate[] handed = [.. plan.Fates.Where(x => x.Fate is TransferFate.Moves or TransferFate.Merges)];
            if (handed.Length == 0 && (request.AssignmentIds.Count > 0 || !request.EndsOld))
                return RefusalKind.NothingToTransfer;
            var isNew = to is null;
            UnitSuccession succession = new(units, clock);
            if (isNew && succession.Register(db, request.NewName.Trim(), from[0]) is var made)
                to = made;
            DutyTransfer transfer = new()
            {
                Id = clock.NewId(), JurisdictionId = register, On = request.On, Ground = request.Ground.Trim(), ToUnitId = to!.Id, ToUnit = to, IsNewUnit = isNew,
                EndsOld = request.EndsOld, ById = actor.AccountId, ByName = actor.Name, At = clock.UtcNow,
                From = [.. from.Select(x => new TransferUnit { OrgUnitId = x.Id, Name = x.Name })],
            };
            db.DutyTransfers.Add(transfer);
            foreach (var fate in handed)
            {
                if (await Hand(fate, plan, transfer, to, cancellationToken) is { } refusal)
                    return refusal;
            }

            if (request.EndsOld)
            {
                if (Left(handed, await OpenOf(request.FromIds, register, cancellationToken), from) is { } left)
                    return left;
                succession.End(from, to, request.On);
            }

            if (succession.Clash() is { } clash)
                return clash;
            await Tell(transfer, from, to, cancellationToken);
            return await db.SaveIfFirst(transfer.Id, cancellationToken);
        }

        private Refusal? Fault(Command request)
        {
            if (request.FromIds.Count == 0)
                return new Refusal(RefusalKind.Missing, "原单位");
            if (request.ToId is { } to ? request.FromIds.Contains(to) : !AliasText.IsName(request.NewName.Trim()))
                return new Refusal(RefusalKind.Invalid, "接收单位");
            if (string.IsNullOrWhiteSpace(request.Ground))
                return new Refusal(RefusalKind.Missing, "划转依据");
            if (request.Ground.Trim().Length > LongestGround)
                return new Refusal(RefusalKind.TooLong, $"{LongestGround}");
            if (request.On > clock.Today)
                return new Refusal(RefusalKind.TransferAhead, request.On.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            return request.On < clock.Today.AddYears(-1) ? new Refusal(RefusalKind.Invalid, "生效日期") : null;
        }

        private async Task<Refusal?> Hand(PartFate fate, TransferPlan plan, DutyTransfer transfer, OrgUnit to, CancellationToken cancellation)
        {
            var part = plan.Assignments[fate.Part.AssignmentId];
            var into = plan.Assignments[fate.IntoAssignment];
            foreach (var one in fate.Runs)
            {
                var run = part.Occurrences.Single(x => x.Id == one.RunId);
                transfer.Items.Add(ItemOf(run, part, one.Fate, transfer.On));
                await db.HandFollowUps(run.Id, one.Fate == TransferFate.Merges ? one.Into!.Value : run.Id, to, cancellation);
                if ((one.Fate == TransferFate.Merges
                    ? await Merge(run, plan.Assignments.Values.SelectMany(x => x.Occurrences).Single(x => x.Id == one.Into), fate, transfer, to, cancellation)
                    : await Move(run, into, transfer, to, cancellation)) is { } refusal)
                    return refusal;
            }

            if (fate.Fate == TransferFate.Moves)
            {
                (part.OrgUnitId, part.OrgUnit, part.Provisional) = (to.Id, to, false);
            }
            else
            {
                part.EndedOn = transfer.On;
                (into.Role, into.Gathers) = (fate.RoleAfter, into.Gathers || part.Gathers);
                foreach (var own in into.Occurrences.Where(x => !x.State.IsOver))
                    own.Role = fate.RoleAfter;
            }

            return null;
        }

        private async Task<Refusal?> Move(Occurrence run, Assignment into, DutyTransfer transfer, OrgUnit to, CancellationToken cancellation)
        {
            StepEntry entry = new(transfer.Ground) { OrgUnitId = to.Id, TakenOverOn = transfer.On };
            if ((await recorder.Take(run, Step.Transfer, entry, cancellation)).Refusal is { } refusal)
                return refusal;
            run.OrgUnit = to;
            if (run.AssignmentId != into.Id)
                (run.AssignmentId, run.Assignment) = (into.Id, into);
            return null;
        }

        private async Task<Refusal?> Merge(Occurrence run, Occurrence own, PartFate fate, DutyTransfer transfer, OrgUnit to, CancellationToken cancellation)
        {
            var from = run.OrgUnitId;
            if ((await recorder.Take(run, Step.Merge, new StepEntry(transfer.Ground) { OrgUnitId = to.Id }, cancellation)).Refusal is { } refusal)
                return refusal;
            run.MergedIntoId = own.Id;
            return (await recorder.Take(own, Step.TakeOver, new StepEntry(transfer.Ground) { OrgUnitId = from, Role = fate.RoleAfter }, cancellation)).Refusal;
        }

        private TransferItem ItemOf(Occurrence run, Assignment part, TransferFate fate, DateOnly on) => new()
        {
            Id = clock.NewId(), JurisdictionId = run.JurisdictionId, PlanId = run.PlanId, PlanTaskId = run.PlanTaskId, OccurrenceId = run.Id, FromUnitId = part.OrgUnitId,
            Role = part.Role, Fate = fate, DueOn = run.DueOn, DaysLate = TransferLateness.DaysBefore(run, on),
        };

        private async Task<List<(Guid Id, Guid UnitId, string Name)>> OpenOf(IReadOnlyList<Guid> fromIds, Guid register, CancellationToken cancellation) =>
            [.. (await db.Occurrences.NotOver().AsNoTracking().Where(x => fromIds.Contains(x.OrgUnitId) && x.JurisdictionId == register)
                .Select(x => new { x.Id, x.OrgUnitId, x.OrgUnit.Name }).ToListAsync(cancellation))
                .Select(x => (x.Id, x.OrgUnitId, x.Name))];

        private static Refusal? Left(PartFate[] handed, List<(Guid Id, Guid UnitId, string Name)> open, OrgUnit[] from)
        {
            var gone = handed.SelectMany(x => x.Runs).Select(x => x.RunId).ToHashSet();
            var left = open.FindAll(x => !gone.Contains(x.Id));
            return left.Count == 0 ? null : new Refusal(RefusalKind.TransferLeavesTasks, from.First(x => x.Id == left[0].UnitId).Name, $"{left.Count}");
        }

        private async Task Tell(DutyTransfer transfer, OrgUnit[] from, OrgUnit to, CancellationToken cancellation)
        {
            var tasks = transfer.Items.Select(x => x.PlanTaskId).Distinct().Count();
            if (tasks == 0)
                return;
            await notices.ToUnit(to.Id, NoticeKind.DutiesTaken, "/my-tasks", [string.Join('、', transfer.From.Select(x => x.Name)), $"{tasks}", transfer.Ground], cancellation);
            foreach (var unit in from)
            {
                var own = transfer.Items.Where(x => x.FromUnitId == unit.Id).Select(x => x.PlanTaskId).Distinct().Count();
                if (own > 0)
                    await notices.ToUnit(unit.Id, NoticeKind.DutiesGiven, "/my-tasks", [$"{own}", to.Name, transfer.Ground], cancellation);
            }
        }
    }
}
