using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Channels;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Settings;

/// <summary>How text messages are sent and what leaves the system, as their page shows it: the gateway's key only as set or not.</summary>
public static class ReadOutgoing
{
    public sealed record Query : IQuery<Outcome<Result>>;

    /// <param name="Sms">Null while no text message is sent. Never carries the key.</param>
    public sealed record Result(SmsSettings? Sms, bool HasSecret, OutgoingSettings Outgoing, IReadOnlyList<LastFailures.Row> Failures);

    public sealed class Handler(PlanTrackerDbContext db, ChannelSettingsStore store, Actor actor, Clock clock) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.Is(Function.SystemAdministrator))
                return RefusalKind.NotAllowed;
            var sms = await store.ReadSms(cancellationToken);
            return new Result(
                sms is null ? null : sms with { Secret = "" }, sms?.Secret.Length > 0, await store.ReadOutgoing(cancellationToken),
                await LastFailures.Read(db.Digests.Where(x => x.Channel == Channel.Sms || x.Channel == Channel.Mail), clock.Today, cancellationToken));
        }
    }
}
