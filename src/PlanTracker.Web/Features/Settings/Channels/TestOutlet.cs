using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PlanTracker.Domain;
using PlanTracker.Web.Channels;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Wording;

namespace PlanTracker.Web.Features.Settings;

/// <summary>Sends a word to an outlet by its saved address and gives the answer, or why it was not taken.</summary>
public static class TestOutlet
{
    public sealed record Command(Guid Id) : ICommand<Outcome<CallResult>>, IDeed;

    public sealed class Handler(
        PlanTrackerDbContext db, Actor actor, Clock clock, OutletCalls outlets, ChannelSettingsStore settings, IStringLocalizer<Words> words)
        : IHandler<Command, Outcome<CallResult>>
    {
        public async Task<Outcome<CallResult>> Handle(Command request, CancellationToken cancellationToken)
        {
            var outlet = await db.Outlets.AsNoTracking().Include(x => x.OrgUnit).SingleOrDefaultAsync(x => x.Id == request.Id, cancellationToken);
            if (outlet is null || !actor.KeepsChannels(outlet.JurisdictionId))
                return RefusalKind.NotFound;
            var outgoing = await settings.ReadOutgoing(cancellationToken);
            if (outgoing.PublicUrl.Length == 0)
                return CallResult.Failed(CallFailureKind.NotConfigured);
            var place = await db.Jurisdictions.Where(x => x.Id == outlet.JurisdictionId).Select(x => x.Name).SingleAsync(cancellationToken);

            // Robots that look for the keyword look for the Chinese one.
            using var speaking = Speaking.In("zh-CN");
            GroupMessage message = new(
                clock.NewId(), "test", clock.Today, place, outlet.OrgUnit?.Name, words["任务台账测试消息"], [words["收到这条消息，说明提醒可以发到这里。"]], [],
                words["打开系统查看"], $"{outgoing.PublicUrl}/");
            return await outlets.Send(outlet, message, outgoing.Allowed, cancellationToken);
        }
    }
}
