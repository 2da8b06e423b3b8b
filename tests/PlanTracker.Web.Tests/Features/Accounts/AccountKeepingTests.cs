using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Accounts;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Accounts;

public sealed class AccountKeepingTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task One_administrator_makes_an_account_and_another_gives_it_a_role(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var made = (await app.Send(world.SystemAdministrator, new MakeAccount.Command("caizheng", "苗竹青", "m@example.test"))).Value;
        var before = await Account(app, made.Id);

        var granted = await app.Send(
            world.SecurityAdministrator, new GrantRole.Command(made.Id, Function.UnitReporter, null, world.Finance.Id, app.Today, null));

        Assert.True(granted.IsDone);
        Assert.True(before.MustChangePassword);
        Assert.True((await app.Send(Actor.System, new CheckPassword.Command(made.Id, made.Password))).Succeeded);
        var after = await Account(app, made.Id);
        Assert.NotEqual(before.SecurityStamp, after.SecurityStamp);
        Assert.Equal((world.Finance.Id, world.County.Id), (after.Memberships.Single().OrgUnitId, after.Memberships.Single().JurisdictionId));
        var row = (await app.Send(world.SystemAdministrator, new ListAccounts.Query("CAI", Function: Function.UnitReporter))).Value.Rows.Single();
        Assert.Equal("望湖县财政局", row.Roles.Single().Unit);
        Assert.Equal(RefusalKind.NameTaken, (await app.Send(world.SystemAdministrator, new MakeAccount.Command("CaiZheng", "甲", ""))).Refusal?.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Nobody_becomes_two_administrators_or_one_with_business_at_one_time(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var head = world.DevelopmentHead.AccountId;
        var today = app.Today;

        var both = await app.Send(world.SecurityAdministrator, new GrantRole.Command(head, Function.AuditAdministrator, world.County.Id, null, today, null));
        var twice = await app.Send(
            world.SecurityAdministrator, new GrantRole.Command(head, Function.UnitHead, null, world.Development.Id, today, today.AddDays(9)));
        await app.Send(world.SecurityAdministrator, new EndRole.Command((await Account(app, head)).Memberships.Single().Id));
        var later = await app.Send(world.SecurityAdministrator, new GrantRole.Command(head, Function.AuditAdministrator, world.County.Id, null, today, null));

        Assert.Equal(RefusalKind.FunctionsClash, both.Refusal?.Kind);
        Assert.Equal(RefusalKind.RoleHeld, twice.Refusal?.Kind);
        Assert.True(later.IsDone);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_last_of_an_administrator_stays(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var system = world.SystemAdministrator.AccountId;
        var role = (await Account(app, system)).Memberships.Single().Id;

        Assert.Equal(RefusalKind.LastOfFunction, (await app.Send(world.SecurityAdministrator, new EndRole.Command(role))).Refusal?.Kind);
        Assert.Equal(
            RefusalKind.LastOfFunction,
            (await app.Send(world.SystemAdministrator, new CloseAccount.Command(world.SecurityAdministrator.AccountId))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.SystemAdministrator, new CloseAccount.Command(system))).Refusal?.Kind);
        await app.Send(world.SystemAdministrator, new MakeAccount.Command("second", "乙", ""));
        var second = await app.InStore(db => db.Users.Where(x => x.UserName == "second").Select(x => x.Id).SingleAsync());
        await app.Send(
            world.SecurityAdministrator, new GrantRole.Command(second, Function.SystemAdministrator, world.County.Id, null, app.Today, null));
        Assert.True((await app.Send(world.SecurityAdministrator, new EndRole.Command(role))).IsDone);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_reset_gives_a_new_password_that_must_be_changed_and_a_closed_account_opens_to_none(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var made = (await app.Send(world.SystemAdministrator, new MakeAccount.Command("caizheng", "苗竹青", ""))).Value;
        for (var i = 0; i < 5; i++)
            await app.Send(Actor.System, new CheckPassword.Command(made.Id, "wrong"));
        var stamp = (await Account(app, made.Id)).SecurityStamp;

        Assert.True((await app.Send(Actor.System, new CheckPassword.Command(made.Id, made.Password))).IsLockedOut);
        var password = (await app.Send(world.SecurityAdministrator, new ResetPassword.Command(made.Id))).Value;
        Assert.False((await app.Send(Actor.System, new CheckPassword.Command(made.Id, made.Password))).Succeeded);
        Assert.True((await app.Send(Actor.System, new CheckPassword.Command(made.Id, password))).Succeeded);
        Assert.NotEqual(stamp, (await Account(app, made.Id)).SecurityStamp);
        await app.Send(world.SystemAdministrator, new CloseAccount.Command(made.Id));
        Assert.False((await app.Send(Actor.System, new CheckPassword.Command(made.Id, password))).Succeeded);
        Assert.Equal("caizheng", (await app.Send(world.SecurityAdministrator, new ListAccounts.Query(State: AccountState.Closed))).Value.Rows.Single().UserName);
        await app.Send(world.SystemAdministrator, new CloseAccount.Command(made.Id, Reopen: true));
        Assert.True((await app.Send(Actor.System, new CheckPassword.Command(made.Id, password))).Succeeded);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Neither_administrator_does_the_others_work_and_nobody_else_does_either(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var reporter = world.FinanceReporter.AccountId;
        var role = (await Account(app, reporter)).Memberships.Single().Id;
        var grant = new GrantRole.Command(reporter, Function.UnitHead, null, world.Finance.Id, app.Today, null);
        Actor[] business = [world.Coordinator, world.DevelopmentHead, world.Leader, world.FinanceReporter];
        foreach (var actor in business.Append(world.SecurityAdministrator))
        {
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new MakeAccount.Command("x", "y", ""))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new ChangeAccount.Command(reporter, "y", ""))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new CloseAccount.Command(reporter))).Refusal?.Kind);
        }

        foreach (var actor in business.Append(world.SystemAdministrator))
        {
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, grant)).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new EndRole.Command(role))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new ResetPassword.Command(reporter))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new UnlockAccount.Command(reporter))).Refusal?.Kind);
        }

        foreach (var actor in business)
        {
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new ListAccounts.Query())).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new OpenAccount.Query(reporter))).Refusal?.Kind);
        }
    }

    private static Task<Account> Account(TestApp app, Guid id) =>
        app.InStore(db => db.Users.AsNoTracking().Include(x => x.Memberships).SingleAsync(x => x.Id == id));
}
