using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Reminders;
using PlanTracker.Web.Features.Settings;
using PlanTracker.Web.Mail;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Reminders;

public sealed class SendDigestTests
{
    private static readonly DateOnly Monday = new(2026, 6, 15);

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_mail_is_written_in_the_language_of_its_reader(Database database)
    {
        await using var sink = await SmtpSink.Start(MailSecurity.StartTls, asksSignIn: true);
        await using var app = await TestApp.Start(database);
        await Prepared(app, sink.Settings);
        await app.InStore(db => db.Users.ExecuteUpdateAsync(x => x.SetProperty(account => account.Language, "en")));

        await SendAll(app);

        var mail = Assert.Single(sink.Received());
        Assert.Equal("[Task ledger] Reminder of 6/15: Overdue: 1, Due soon: 2", mail.Subject);
        Assert.Contains("3 of your tasks need attention", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("任务", mail.Text + mail.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_mail_says_how_many_and_where_and_nothing_of_the_tasks(Database database)
    {
        await using var sink = await SmtpSink.Start(MailSecurity.StartTls, asksSignIn: true);
        await using var app = await TestApp.Start(database);
        var county = await Prepared(app, sink.Settings);

        Assert.Equal(DigestState.Sent, Assert.Single(await SendAll(app)));

        var mail = Assert.Single(sink.Received());
        var digest = Assert.Single(await county.Digests(), x => x.Channel == Channel.Mail);
        Assert.Equal("【任务台账】6 月 15 日提醒：逾期 1 项，即将到期 2 项", mail.Subject);
        Assert.Contains($"https://tracker.example.test/messages/{digest.Id}", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"https://tracker.example.test/messages/{digest.Id}", mail.Html, StringComparison.Ordinal);
        Assert.Contains("您有 3 项任务需要办理", mail.Text, StringComparison.Ordinal);
        Assert.Equal($"<{digest.Id:N}@example.test>", mail.MessageId);
        Assert.DoesNotContain("决策", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("工作要点", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.Empty(await SendAll(app));
        Assert.Equal(DigestState.Sent, (await app.Send(Actor.System, new SendDigest.Command(digest.Id))).Value);
        Assert.Single(sink.Received());
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_the_server_refused_is_tried_again_when_its_time_comes(Database database)
    {
        await using var app = await TestApp.Start(database);
        await using var sink = await SmtpSink.Start(asksSignIn: true);
        var county = await Prepared(app, sink.Settings with { Password = "wrong" });

        Assert.Equal(DigestState.Failed, Assert.Single(await SendAll(app)));
        var failed = Assert.Single(await county.Digests(), x => x.Channel == Channel.Mail);
        Assert.Equal(MailFailureKind.SignInRefused, MailFailure.Parse(failed.Failure!).Kind);
        Assert.Equal((1, app.Clock.UtcNow.AddMinutes(5)), (failed.Attempts, failed.TryAgainAt));
        Assert.Empty(await SendAll(app));

        await app.Send(county.World.SystemAdministrator, new SaveMailSettings.Command(sink.Settings));
        app.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(DigestState.Sent, Assert.Single(await SendAll(app)));
        Assert.Single(sink.Received());
        var sent = Assert.Single(await county.Digests(), x => x.Channel == Channel.Mail);
        Assert.Equal((2, null, null), (sent.Attempts, sent.Failure, sent.TryAgainAt));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task After_six_attempts_only_the_office_tries_again(Database database)
    {
        await using var app = await TestApp.Start(database);
        await using var sink = await SmtpSink.Start(asksSignIn: true);
        var county = await Prepared(app, sink.Settings with { Password = "wrong" });

        for (var i = 0; i < 20; i++)
        {
            await SendAll(app);
            app.Time.Advance(TimeSpan.FromHours(12));
        }

        var failed = Assert.Single(await county.Digests(), x => x.Channel == Channel.Mail);
        Assert.Equal((6, null), (failed.Attempts, failed.TryAgainAt));

        await app.Send(county.World.SystemAdministrator, new SaveMailSettings.Command(sink.Settings));
        foreach (var stranger in new[] { county.World.NeighbourCoordinator, county.World.DevelopmentReporter, county.World.Leader })
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new SendDigest.Command(failed.Id, Anew: true))).Refusal?.Kind);
        Assert.Equal(DigestState.Sent, (await app.Send(county.World.Coordinator, new SendDigest.Command(failed.Id, Anew: true))).Value);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_crash_before_it_was_marked_sends_the_same_message_again_and_the_ledger_shows_one(Database database)
    {
        await using var sink = await SmtpSink.Start();
        await using var app = await TestApp.Start(database);
        var county = await Prepared(app, sink.Settings);
        var digest = Assert.Single(await county.Digests(), x => x.Channel == Channel.Mail);

        await SendAll(app);
        await app.InStore(db => db.Digests.Where(x => x.Id == digest.Id).ExecuteUpdateAsync(x => x
            .SetProperty(d => d.State, DigestState.Waiting).SetProperty(d => d.SentAt, (DateTime?)null)
            .SetProperty(d => d.TryAgainAt, app.Clock.UtcNow.AddMinutes(10))));

        Assert.Empty(await SendAll(app));
        app.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(DigestState.Sent, Assert.Single(await SendAll(app)));

        Assert.Equal(2, sink.Received().Count);
        Assert.Single(sink.Received().Select(x => x.MessageId).Distinct());
        var kept = Assert.Single(await county.Digests(), x => x.Channel == Channel.Mail);
        Assert.Equal((DigestState.Sent, 2), (kept.State, kept.Attempts));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Of_two_processes_one_sends(Database database)
    {
        await using var sink = await SmtpSink.Start();
        await using var app = await TestApp.Start(database);
        var county = await Prepared(app, sink.Settings);
        var digest = Assert.Single(await county.Digests(), x => x.Channel == Channel.Mail);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => app.Send(Actor.System, new SendDigest.Command(digest.Id)))));

        Assert.Single(sink.Received());
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_was_closed_before_the_mail_could_go_is_withdrawn(Database database)
    {
        await using var sink = await SmtpSink.Start();
        await using var app = await TestApp.Start(database);
        var county = await Prepared(app, sink.Settings);
        foreach (var reminder in await county.Reminders())
            await county.Change(reminder.OccurrenceId, x => x.State = OccurrenceState.Closed);

        Assert.Equal(DigestState.Withdrawn, Assert.Single(await SendAll(app)));
        Assert.Empty(sink.Received());
        Assert.Empty(await SendAll(app));
    }

    /// <summary>Three tasks of one unit that are reminded of on Monday, delivered but not mailed yet.</summary>
    private static async Task<ReminderWorld> Prepared(TestApp app, MailSettings settings)
    {
        var county = await ReminderWorld.Found(app, Monday.AddDays(-30));
        Assert.True((await app.Send(county.World.SystemAdministrator, new SaveMailSettings.Command(settings))).IsDone);
        await county.Task(county.World.Development, Monday.AddDays(-30), Monday.AddDays(3));
        await county.Task(county.World.Development, Monday.AddDays(-30), Monday.AddDays(7));
        await county.Task(county.World.Development, Monday.AddDays(-30), Monday.AddDays(-3));
        Assert.Equal(2, (await county.RunDay(Monday)).Delivered.Digests);
        return county;
    }

    private static async Task<List<DigestState>> SendAll(TestApp app)
    {
        List<DigestState> states = [];
        foreach (var id in await app.Send(Actor.System, new DigestsToSend.Query()))
            states.Add((await app.Send(Actor.System, new SendDigest.Command(id))).Value);
        return states;
    }
}
