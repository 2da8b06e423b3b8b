using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Channels;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Wording;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>The deadlines of a person's open tasks, read under the secret address of his calendar. Whoever has the address is let in, signed in or not; that is
/// why it carries numbers and links alone, unless the place of the task allows titles.</summary>
public static class ReadCalendar
{
    private const int IdLength = 32;
    private const int SecretLength = 64;

    /// <param name="Key">As it stands in the address: id and secret.</param>
    /// <param name="Address">How this request reached the installation; links begin with it until another address is set.</param>
    public sealed record Query(string Key, string Address) : IQuery<Outcome<string>>;

    public sealed class Handler(PlanTrackerDbContext db, Clock clock, ChannelSettingsStore settings, IStringLocalizer<Words> words) : IHandler<Query, Outcome<string>>
    {
        public async Task<Outcome<string>> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = clock.Today;
            if (request.Key.Length != IdLength + SecretLength || !Guid.TryParseExact(request.Key[..IdLength], "N", out var id))
                return RefusalKind.NotFound;
            var feed = await db.CalendarFeeds.AsNoTracking().Where(x => x.Id == id && (x.Account.ClosedOn == null || x.Account.ClosedOn > today))
                .Select(x => new { x.SecretHash, x.AccountId, x.Account.Language }).SingleOrDefaultAsync(cancellationToken);
            if (feed is null || !IsSecret(request.Key.AsSpan(IdLength), feed.SecretHash))
                return RefusalKind.NotFound;
            var units = db.Memberships.Where(x => x.AccountId == feed.AccountId && x.OrgUnitId != null && x.From <= today && (x.To == null || x.To >= today))
                .Where(x => x.Function == Function.UnitReporter || x.Function == Function.UnitHead).Select(x => x.OrgUnitId!.Value);
            var tasks = await OccurrenceFacts.Open(db).Where(x => x.DueOn != null && units.Contains(x.OrgUnitId)).OrderBy(x => x.DueOn).ThenBy(x => x.Id)
                .Select(x => new
                {
                    x.Id, x.PlanTaskId, x.PlanTask.Number, x.PlanTask.Title, DueOn = x.DueOn!.Value,
                    ShowsTitle = db.Jurisdictions.Any(j => j.Id == x.JurisdictionId && j.CalendarShowsTitles),
                }).ToListAsync(cancellationToken);
            var outgoing = await settings.ReadOutgoing(cancellationToken);
            var address = outgoing.PublicUrl.Length > 0 ? outgoing.PublicUrl : request.Address;
            using var speaking = Speaking.In(feed.Language);
            return CalendarText.Write(words["任务到期"], clock.UtcNow, tasks.Select(x => new CalendarText.Day(
                x.Id, x.DueOn, x.ShowsTitle ? words["任务 {0}：{1}", x.Number, x.Title] : words["任务 {0} 到期", x.Number],
                string.Create(CultureInfo.InvariantCulture, $"{address}/tasks/{x.PlanTaskId}"))));
        }

        /// <summary>Compares hashes in a time that tells nothing of where they differ.</summary>
        private static bool IsSecret(ReadOnlySpan<char> typed, string hash)
        {
            Span<byte> secret = stackalloc byte[SecretLength / 2];
            return Convert.FromHexString(typed, secret, out _, out _) == System.Buffers.OperationStatus.Done
                && CryptographicOperations.FixedTimeEquals(SHA256.HashData(secret), Convert.FromHexString(hash));
        }
    }
}
