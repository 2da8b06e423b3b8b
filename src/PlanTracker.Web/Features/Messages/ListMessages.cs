using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Messages;

/// <summary>A person's own messages, newest first: the digests of reminders and the notices. Nobody reads another's.</summary>
public static class ListMessages
{
    public const int PageSize = 30;

    /// <param name="Page">From 1.</param>
    public sealed record Query(bool UnreadOnly = false, int Page = 1) : IQuery<Result>;

    public sealed record Result(IReadOnlyList<Row> Rows, int Total, int Unread);

    /// <param name="Tasks">Of a digest: how many reminders it holds; 0 for a notice.</param>
    /// <param name="Kind">Of a notice; null for a digest.</param>
    public sealed record Row(Guid Id, DateTime At, DateTime? ReadAt, DateOnly? Day, int Tasks, string? Kind, string Arguments);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var digests = db.Digests.AsNoTracking().Where(x => x.AccountId == actor.AccountId && x.Channel == Channel.InApp && x.State == DigestState.Sent)
                .Select(x => new
                {
                    x.Id, At = x.SentAt ?? x.MadeAt, x.ReadAt, Day = (DateOnly?)x.Day,
                    Tasks = x.Deliveries.Select(d => d.Reminder.OccurrenceId).Distinct().Count(), Kind = (string?)null, Arguments = "",
                });
            var notices = db.Notices.AsNoTracking().Where(x => x.AccountId == actor.AccountId)
                .Select(x => new { x.Id, x.At, x.ReadAt, Day = (DateOnly?)null, Tasks = 0, Kind = (string?)x.Kind, x.Arguments });
            var both = digests.Concat(notices);
            var unread = await both.CountAsync(x => x.ReadAt == null, cancellationToken);
            var total = request.UnreadOnly ? unread : await both.CountAsync(cancellationToken);
            var rows = await both.Where(x => !request.UnreadOnly || x.ReadAt == null).OrderByDescending(x => x.At).ThenByDescending(x => x.Id)
                .Skip((Math.Max(1, request.Page) - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
            return new Result([.. rows.Select(x => new Row(x.Id, x.At, x.ReadAt, x.Day, x.Tasks, x.Kind, x.Arguments))], total, unread);
        }
    }
}
