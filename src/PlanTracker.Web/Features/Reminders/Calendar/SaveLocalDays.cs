using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>Says that days are off, or worked, in a place and below it, whatever the national notice says. What was planned and has not gone out is worked out
/// anew.</summary>
public static class SaveLocalDays
{
    public const int MostDays = 31;
    private const int LongestReason = 100;

    public sealed record Command(Guid JurisdictionId, DateOnly From, DateOnly To, bool IsWorked, string Reason) : ICommand<Outcome<Result>>;

    /// <param name="Moved">Reminders that go out on another day now.</param>
    public sealed record Result(int Moved);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, CalendarChange change) : IHandler<Command, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.Holds(Function.SystemAdministrator, request.JurisdictionId))
                return RefusalKind.NotAllowed;
            if (request.Reason.Trim().Length == 0)
                return new Refusal(RefusalKind.Missing, "依据或原因");
            if (request.Reason.Trim().Length > LongestReason)
                return new Refusal(RefusalKind.TooLong, LongestReason.ToString(CultureInfo.InvariantCulture));
            if (request.To < request.From || request.To.DayNumber - request.From.DayNumber >= MostDays)
                return new Refusal(RefusalKind.StretchTooLong, MostDays.ToString(CultureInfo.InvariantCulture));
            var there = await db.LocalDays.Where(x => x.JurisdictionId == request.JurisdictionId && x.Day >= request.From && x.Day <= request.To)
                .ToDictionaryAsync(x => x.Day, cancellationToken);
            for (var day = request.From; day <= request.To; day = day.AddDays(1))
            {
                if (!there.TryGetValue(day, out var row))
                    db.LocalDays.Add(row = new LocalDay { Id = clock.NewId(), JurisdictionId = request.JurisdictionId, Day = day });
                (row.IsWorked, row.Reason, row.At) = (request.IsWorked, request.Reason.Trim(), clock.UtcNow);
                (row.ById, row.ByName) = (actor.AccountId, actor.Name);
            }

            var moved = await change.Save(request.JurisdictionId, cancellationToken);
            return moved.Refusal is { } lost ? lost : new Result(moved.Value);
        }
    }
}
