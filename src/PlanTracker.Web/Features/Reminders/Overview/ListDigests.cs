using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>What went to whom, newest first, in the jurisdictions that the person coordinates. Whether it was read is nobody's business but its reader's.</summary>
public static class ListDigests
{
    public const int PageSize = 50;

    /// <param name="Page">From 1.</param>
    /// <param name="Unit">Part of the name of a person's unit.</param>
    public sealed record Query(Channel? Channel = null, DigestState? State = null, string? Unit = null, int Page = 1) : IQuery<Result>;

    public sealed record Result(IReadOnlyList<Row> Rows, int Total);

    public sealed record Row(
        Guid Id, DateOnly Day, string Person, string Unit, Channel Channel, string Address, int Tasks, DigestState State, int Attempts, string? Failure,
        DateTime? SentAt, DateTime? TryAgainAt);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = actor.CoordinatedIds();
            var digests = db.Digests.AsNoTracking().Where(x => own.Contains(x.JurisdictionId));
            if (request.Channel is { } channel)
                digests = digests.Where(x => x.Channel == channel);
            if (request.State is { } state)
                digests = digests.Where(x => x.State == state);
            if (request.Unit?.Trim() is { Length: > 0 } unit)
                digests = digests.Where(x => x.Account!.Memberships.Any(m => m.OrgUnit != null && m.OrgUnit.Name.Contains(unit))
                    || (x.Outlet!.OrgUnit != null && x.Outlet.OrgUnit.Name.Contains(unit)));
            var total = await digests.CountAsync(cancellationToken);
            var rows = await digests.OrderByDescending(x => x.Day).ThenBy(x => x.AccountId).ThenBy(x => x.Channel)
                .Skip((Math.Max(1, request.Page) - 1) * PageSize).Take(PageSize)
                .Select(x => new
                {
                    x.Id, x.Day, Person = x.Account!.DisplayName ?? "", x.Channel, x.Address, x.State, x.Attempts, x.Failure, x.SentAt, x.TryAgainAt,
                    Unit = x.AccountId == null ? x.Outlet!.OrgUnit!.Name : x.Account.Memberships.Where(m => m.OrgUnitId != null && m.Function != Function.Coordinator)
                        .OrderByDescending(m => m.From).Select(m => m.OrgUnit!.Name).FirstOrDefault(),
                    Tasks = x.Deliveries.Select(d => d.Reminder.OccurrenceId).Distinct().Count(),
                }).ToListAsync(cancellationToken);
            return new Result(
                [.. rows.Select(x => new Row(
                    x.Id, x.Day, x.Person, x.Unit ?? "", x.Channel, x.Address, x.Tasks, x.State, x.Attempts,
                    x.Failure, x.SentAt, x.TryAgainAt))],
                total);
        }
    }
}
