using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Mail;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Settings;

/// <summary>The mail settings as their page shows them: the password only as set or not.</summary>
public static class ReadMailSettings
{
    public sealed record Query : IQuery<Outcome<Result>>;

    /// <param name="Settings">Null while no mail is sent. Never carries the password.</param>
    public sealed record Result(MailSettings? Settings, bool HasPassword);

    public sealed class Handler(MailSettingsStore store, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.Is(Function.SystemAdministrator))
                return RefusalKind.NotAllowed;
            var settings = await store.Read(cancellationToken);
            return new Result(settings is null ? null : settings with { Password = "" }, settings?.Password.Length > 0);
        }
    }
}
