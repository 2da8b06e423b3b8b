using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Auditing;
using PlanTracker.Web.Channels;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Accounts;
using PlanTracker.Web.Features.Progress;
using PlanTracker.Web.Features.Settings;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Features.Units;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Auditing;

public sealed class AuditTrailTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_is_done_and_what_is_refused_is_written_down_with_who_and_what(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world);

        await app.Send(world.DevelopmentReporter, new TakeStep.Command([laid.Lead.Id], Step.Sign, new StepEntry("收到")));
        await app.Send(world.FinanceReporter, new TakeStep.Command([laid.Lead.Id], Step.Sign, new StepEntry()));
        await app.Send(world.FinanceReporter, new SaveDraft.Command(laid.Lead.Id, "不是我的", null, ""));

        var entries = await Entries(app);
        Assert.Equal([1L, 2L, 3L], entries.Select(x => x.Number));
        var signed = entries[0];
        Assert.Equal(("发改经办", "UnitReporter", "望湖县发展和改革局", "Tasks.TakeStep"), (signed.Person, signed.Functions, signed.Unit, signed.Action));
        Assert.Equal(("Task", "1 梳理公布事项清单", DeedOutcome.Done), (signed.ObjectKind, signed.ObjectTitle, signed.Outcome));
        Assert.Equal((app.Clock.UtcNow, world.County.Id), (signed.At, signed.JurisdictionId));
        Assert.Contains("\"Step\":\"Sign\"", signed.Arguments, StringComparison.Ordinal);
        Assert.Contains("收到", signed.Arguments, StringComparison.Ordinal);
        Assert.All(entries.Skip(1), x => Assert.Equal((DeedOutcome.Refused, "财政经办", "NotFound"), (x.Outcome, x.Person, x.Refusal)));
        Assert.Equal(1, await app.InStore(db => db.OccurrenceSteps.CountAsync()));
        Assert.Empty(await app.InStore(db => db.ReportDrafts.ToListAsync()));
        Assert.Equal((3, null), await Verified(app));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Sign_ins_lock_outs_resets_and_roles_are_written_down_and_no_password_is(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var made = (await app.Send(world.SystemAdministrator, new MakeAccount.Command("liuxin", "刘新", ""))).Value;
        await app.Send(world.SecurityAdministrator, new GrantRole.Command(made.Id, Function.UnitReporter, null, world.Finance.Id, app.Today, null));
        await app.Send(Actor.Nobody, new CheckPassword.Command(made.Id, made.Password));
        for (var i = 0; i < 6; i++)
            await app.Send(Actor.Nobody, new CheckPassword.Command(made.Id, "不对的口令"));
        await app.Send(Actor.Nobody, new CheckPassword.Command(Guid.Empty, "不对的口令"));
        var fresh = (await app.Send(world.SecurityAdministrator, new ResetPassword.Command(made.Id))).Value;
        await app.Send(new Actor(made.Id, "刘新", []), new LeaveApplication.Command());

        var entries = await Entries(app);
        Assert.Equal(
            [
                "Accounts.MakeAccount", "Accounts.GrantRole", .. Enumerable.Repeat("Accounts.CheckPassword", 8), "Accounts.ResetPassword", "Accounts.LeaveApplication",
            ],
            entries.Select(x => x.Action));
        var attempts = entries.Where(x => x.Action == "Accounts.CheckPassword").ToList();
        Assert.Equal(
            ["", "WrongPassword", "WrongPassword", "WrongPassword", "WrongPassword", "LockedOut", "LockedOut", "Unknown"],
            attempts.Select(x => x.Refusal.Split('\n').Last()));
        Assert.All(attempts.Take(7), x => Assert.Equal(("刘新", "望湖县财政局", made.Id), (x.Person, x.Unit, x.PersonId)));
        Assert.Equal(("Account", "刘新"), (entries[1].ObjectKind, entries[1].ObjectTitle));
        Assert.Contains("UnitReporter", entries[1].Arguments, StringComparison.Ordinal);
        Assert.All(entries, x => Assert.DoesNotContain("口令", x.Arguments, StringComparison.Ordinal));
        Assert.All(entries, x => Assert.False(x.Arguments.Contains(made.Password, StringComparison.Ordinal) || x.Arguments.Contains(fresh, StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_key_of_a_gateway_stays_out_of_the_log_by_whatever_name_and_a_change_of_language_stands_in_it(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        await app.Send(world.SystemAdministrator, new SaveSms.Command(new SmsSettings
        {
            Url = "https://sms.example.test/send?appkey=hidden-1", Headers = "Authorization: Bearer hidden-2", Body = "{\"k\":\"hidden-3\"}", Secret = "hidden-4", SuccessText = "OK",
        }));
        await app.Send(world.DevelopmentReporter, new ChooseLanguage.Command("en"));
        await app.Send(world.DevelopmentReporter, new ChooseLanguage.Command("en"));
        await app.Send(world.DevelopmentReporter, new ChooseLanguage.Command("xx"));

        var entries = await Entries(app);
        Assert.DoesNotContain(entries, x => x.Arguments.Contains("hidden", StringComparison.Ordinal));
        Assert.Contains("\"SuccessText\":\"OK\"", entries[0].Arguments, StringComparison.Ordinal);
        var changes = entries.Where(x => x.Action == "Accounts.ChooseLanguage").ToList();
        Assert.Equal([("发改经办", DeedOutcome.Done, "{\"Language\":\"en\"}"), ("发改经办", DeedOutcome.Refused, "{\"Language\":\"xx\"}")], changes.Select(x => (x.Person, x.Outcome, x.Arguments)));
        Assert.Equal("en", await app.InStore(db => db.Users.Where(x => x.Id == world.DevelopmentReporter.AccountId).Select(x => x.Language).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Many_at_once_in_two_nodes_make_one_chain_without_a_gap(Database database)
    {
        await using var app = await TestApp.Start(database);
        await using var beside = app.Beside();
        var world = await World.Found(app);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(
            () => (i % 2 == 0 ? app : beside).Send(world.Coordinator, new SaveGroup.Command(null, world.County.Id, $"组{i}", [], "", [world.Finance.Id])), Token)));

        Assert.Equal(Enumerable.Range(1, 40).Select(x => (long)x), (await Entries(app)).Select(x => x.Number));
        Assert.Equal((40, null), await Verified(app));
        Assert.Equal(40, await app.InStore(db => db.UnitGroups.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_database_and_the_program_refuse_to_change_the_log(Database database)
    {
        await using var app = await TestApp.Start(database);
        await Fill(app, 2);

        foreach (var sql in new[]
        {
            """UPDATE "AuditEntries" SET "Person" = 'x' WHERE "Number" = 1""", """DELETE FROM "AuditEntries" WHERE "Number" = 1""", """DELETE FROM "AuditHeads" """,
            """UPDATE "AuditHeads" SET "LastNumber" = 1""",
        })
        {
            var failure = await Assert.ThrowsAnyAsync<Exception>(() => Run(app, sql));
            Assert.Contains("only ever appended to", failure.Message, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.InStore(async db =>
        {
            (await db.AuditEntries.FirstAsync()).Person = "x";
            return await db.SaveChangesAsync();
        }));
        Assert.Equal((2, null), await Verified(app));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Whoever_tampers_all_the_same_is_found_and_the_first_broken_entry_is_named(Database database)
    {
        // A changed word, a changed word with a hash that fits it, one taken out, the end cut off, one added behind the end.
        (string Sql, long Number, ChainFault Fault)[] attacks =
        [
            ("""UPDATE "AuditEntries" SET "Person" = '别人' WHERE "Number" = 3""", 3, ChainFault.Changed),
            ("""UPDATE "AuditEntries" SET "Before" = 'x' WHERE "Number" = 3""", 3, ChainFault.Changed),
            ("""DELETE FROM "AuditEntries" WHERE "Number" = 2""", 2, ChainFault.Missing),
            ("""DELETE FROM "AuditEntries" WHERE "Number" = 1""", 1, ChainFault.Missing),
            ("""DELETE FROM "AuditEntries" WHERE "Number" >= 4""", 4, ChainFault.Missing),
            ("""DELETE FROM "AuditEntries" """, 1, ChainFault.Missing),
            ("""UPDATE "AuditEntries" SET "Number" = "Number" + 10 WHERE "Number" = 5""", 5, ChainFault.Missing),
            ("""UPDATE "AuditHeads" SET "LastHash" = 'x'""", 5, ChainFault.Changed),
            ("""DELETE FROM "AuditHeads" """, 5, ChainFault.Missing),
        ];
        await using var app = await TestApp.Start(database);
        await Fill(app, 5);
        await Run(app, database == Database.Sqlite
            ? """DROP TRIGGER "AuditEntries_NoUpdate"; DROP TRIGGER "AuditEntries_NoDelete"; DROP TRIGGER "AuditHeads_NoDelete"; DROP TRIGGER "AuditHeads_OnlyForward";"""
            : """DROP TRIGGER "AuditEntries_Guard" ON "AuditEntries"; DROP TRIGGER "AuditHeads_Guard" ON "AuditHeads";""");

        foreach (var (sql, number, fault) in attacks)
        {
            var broken = await Attacked(app, async db => await db.Database.ExecuteSqlRawAsync(sql, Token));
            Assert.Equal((number, fault), (broken?.Number, broken?.Fault));
            Assert.Contains($"第 {number} 条", VerifyAudit.Sentence(new ChainReport(number - 1, 1, number - 1, "", broken)), StringComparison.Ordinal);
        }

        // Who also reckons the hash anew is betrayed by the entry behind.
        var rewritten = await Attacked(app, async db =>
        {
            var entry = await db.AuditEntries.AsNoTracking().SingleAsync(x => x.Number == 3);
            entry.Person = "别人";
            await db.AuditEntries.Where(x => x.Number == 3).ExecuteUpdateAsync(x => x.SetProperty(e => e.Person, "别人").SetProperty(e => e.Hash, AuditHash.Of(entry)), Token);
        });
        Assert.Equal((4L, ChainFault.OutOfOrder), (rewritten?.Number, rewritten?.Fault));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    internal static Task<List<AuditEntry>> Entries(TestApp app) => app.InStore(db => db.AuditEntries.AsNoTracking().OrderBy(x => x.Number).ToListAsync());

    internal static async Task<(long Right, BrokenEntry? Broken)> Verified(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().Verify(Token);
        return (report.Right, report.Broken);
    }

    /// <summary>The log as it is while somebody's transaction runs, which is then taken back.</summary>
    private static async Task<BrokenEntry?> Attacked(TestApp app, Func<PlanTrackerDbContext, Task> attack)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(Token);
        await attack(db);
        return (await scope.ServiceProvider.GetRequiredService<AuditVerifier>().Verify(Token)).Broken;
    }

    private static async Task Fill(TestApp app, int count)
    {
        var world = await World.Found(app);
        for (var i = 0; i < count; i++)
            Assert.True((await app.Send(world.Coordinator, new SaveGroup.Command(null, world.County.Id, $"组{i}", [], "", [world.Finance.Id]))).IsDone);
    }

    private static Task<int> Run(TestApp app, string sql) => app.InStore(db => db.Database.ExecuteSqlRawAsync(sql, Token));
}
