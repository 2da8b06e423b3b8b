using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Settings;

/// <summary>Makes the secret address of a person's calendar, and shows it once. The one before opens nothing from then on.</summary>
public static class RemakeCalendar
{
    private const int SecretBytes = 32;

    public sealed record Command : ICommand<Outcome<string>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<string>>
    {
        public async Task<Outcome<string>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (actor.AccountId == Guid.Empty)
                return RefusalKind.NotAllowed;
            var secret = RandomNumberGenerator.GetBytes(SecretBytes);
            if (await db.CalendarFeeds.SingleOrDefaultAsync(x => x.AccountId == actor.AccountId, cancellationToken) is { } before)
                db.CalendarFeeds.Remove(before);
            CalendarFeed feed = new()
            {
                Id = clock.NewId(), AccountId = actor.AccountId, SecretHash = Convert.ToHexStringLower(SHA256.HashData(secret)), MadeAt = clock.UtcNow,
            };
            db.CalendarFeeds.Add(feed);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                return RefusalKind.ChangedMeanwhile;
            }

            return $"/calendar/{feed.Id:N}{Convert.ToHexStringLower(secret)}.ics";
        }
    }
}
