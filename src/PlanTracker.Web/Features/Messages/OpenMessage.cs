using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reminders;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Messages;

/// <summary>Opens one message, which marks it read. The link of a mail opens what was sent inside the application on the same day.</summary>
public static class OpenMessage
{
    public sealed record Command(Guid Id) : ICommand<Outcome<Result>>;

    /// <param name="Link">Where a notice leads; null for a digest, whose tasks are listed instead.</param>
    public sealed record Result(DateTime At, DateOnly? Day, string? Link, IReadOnlyList<TaskRow> Tasks);

    /// <param name="Rung">The most urgent of those for which it stands in the digest.</param>
    public sealed record TaskRow(
        Guid PlanTaskId, string Number, string Title, string Plan, string Unit, Role Role, OccurrenceState State, DateOnly? DueOn, Rung Rung);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Notices.SingleOrDefaultAsync(x => x.Id == request.Id && x.AccountId == actor.AccountId, cancellationToken) is { } notice)
            {
                notice.ReadAt ??= clock.UtcNow;
                await db.SaveChangesAsync(cancellationToken);
                return new Result(notice.At, null, notice.Link, []);
            }

            if (await db.Digests.SingleOrDefaultAsync(x => x.Id == request.Id && x.AccountId == actor.AccountId, cancellationToken) is not { } digest)
                return RefusalKind.NotFound;
            var inApp = digest.Channel == Channel.InApp
                ? digest
                : await db.Digests.SingleOrDefaultAsync(
                    x => x.AccountId == actor.AccountId && x.Channel == Channel.InApp && x.Day == digest.Day, cancellationToken) ?? digest;
            inApp.ReadAt ??= clock.UtcNow;
            await db.SaveChangesAsync(cancellationToken);
            return new Result(inApp.SentAt ?? inApp.MadeAt, inApp.Day, null, await Tasks(inApp.Id, cancellationToken));
        }

        private async Task<List<TaskRow>> Tasks(Guid digest, CancellationToken cancellation)
        {
            var rows = await db.Deliveries.AsNoTracking().Where(x => x.DigestId == digest).Select(x => new
            {
                x.Reminder.OccurrenceId, x.Reminder.Rung, x.Reminder.Occurrence.PlanTaskId, x.Reminder.Occurrence.PlanTask.Number,
                x.Reminder.Occurrence.PlanTask.Title, Plan = x.Reminder.Occurrence.Plan.Title, Unit = x.Reminder.Occurrence.OrgUnit.Name,
                x.Reminder.Occurrence.Role, x.Reminder.Occurrence.State, x.Reminder.Occurrence.DueOn,
            }).ToListAsync(cancellation);
            return [.. rows.GroupBy(x => x.OccurrenceId)
                .Select(x => (Row: x.First(), Rung: x.Max(row => Rung.Parse(row.Rung))))
                .OrderByDescending(x => x.Rung).ThenBy(x => x.Row.DueOn)
                .Select(x => new TaskRow(
                    x.Row.PlanTaskId, x.Row.Number, x.Row.Title, x.Row.Plan, x.Row.Unit, x.Row.Role, x.Row.State, x.Row.DueOn, x.Rung))];
        }
    }
}
