using Microsoft.Extensions.Localization;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Mail;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Settings;

/// <summary>Sends a word by the saved settings and gives the server's answer, or why it was not taken.</summary>
public static class TestMail
{
    public sealed record Command([property: NoSecret] string Address) : ICommand<Outcome<MailResult>>, IDeed;

    public sealed class Handler(MailSettingsStore store, MailSubmission mail, Actor actor, Clock clock, IStringLocalizer<Words> words) : IHandler<Command, Outcome<MailResult>>
    {
        public async Task<Outcome<MailResult>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.Is(Function.SystemAdministrator))
                return RefusalKind.NotAllowed;
            if (await store.Read(cancellationToken) is not { } settings)
                return new MailResult("", new MailFailure(MailFailureKind.NotConfigured));
            string said = words["这是一封测试邮件。收到它，说明任务台账的邮件设置可用。"];
            Letter letter = new(clock.NewId(), request.Address.Trim(), words["【任务台账】测试邮件"], said + "\n", $"<p>{said}</p>", clock.UtcNow);
            return await mail.Send(settings, letter, cancellationToken);
        }
    }
}
