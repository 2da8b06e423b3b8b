using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Channels;
using PlanTracker.Web.Data;
using PlanTracker.Web.Mail;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Settings;

/// <summary>How a person wants to be reminded, and whether he has a calendar. Nobody sees another's.</summary>
public static class OwnReminders
{
    public sealed record Query : IQuery<Result?>;

    /// <param name="MailIsOn">Whether this installation sends mail at all; the same for text messages.</param>
    /// <param name="CalendarSince">Null while there is no calendar.</param>
    public sealed record Result(
        string Mail, string Phone, bool ByMail, bool BySms, bool MailIsOn, bool SmsIsOn, DateTime? CalendarSince, bool CalendarShowsTitles, bool IsOfUnit,
        string PublicUrl);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, MailSettingsStore mail, ChannelSettingsStore channels) : IHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            var home = actor.HomeId ?? Guid.Empty;
            var row = await db.Users.AsNoTracking().Where(x => x.Id == actor.AccountId).Select(x => new
            {
                x.Email, x.PhoneNumber, x.RemindByMail, x.RemindBySms,
                Since = db.CalendarFeeds.Where(f => f.AccountId == x.Id).Select(f => (DateTime?)f.MadeAt).FirstOrDefault(),
                Titles = db.Jurisdictions.Any(j => j.Id == home && j.CalendarShowsTitles),
            }).SingleOrDefaultAsync(cancellationToken);
            return row is null ? null : new Result(
                row.Email ?? "", row.PhoneNumber ?? "", row.RemindByMail, row.RemindBySms, await mail.Read(cancellationToken) is not null,
                await channels.ReadSms(cancellationToken) is not null, row.Since, row.Titles, actor.UnitIds.Count > 0,
                (await channels.ReadOutgoing(cancellationToken)).PublicUrl);
        }
    }
}
