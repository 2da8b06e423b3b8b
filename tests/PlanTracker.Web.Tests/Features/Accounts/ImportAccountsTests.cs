using System.Text;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Accounts;
using PlanTracker.Web.Features.Jurisdictions;
using PlanTracker.Web.Registers;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Accounts;

public sealed class ImportAccountsTests
{
    private const string Password = "yi-ju-hao-ji-de-hua";
    private const string File = "账号,姓名,角色,单位,地区,邮箱\n"
        + "caizheng,苗竹青,UnitReporter,望湖县财政局,望湖县,caizheng@example.test\n"
        + "rizhi,柏怀远,AuditAdministrator,,望湖县,\n"
        + "rizhi2,柏怀远,领导,,没有的县,\n";

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_system_makes_accounts_with_their_roles(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);

        var report = (await app.Send(Actor.System, new ImportAccounts.Command(Bytes(File), Password, MustChange: false))).Value;

        Assert.Equal([RowResult.Added, RowResult.Added, RowResult.Refused], report.Rows.Select(x => x.Result));
        var made = await Account(app, "caizheng");
        var membership = Assert.Single(made.Memberships);
        Assert.Equal((Function.UnitReporter, world.Finance.Id), (membership.Function, membership.OrgUnitId));
        Assert.True((await app.Send(Actor.System, new CheckPassword.Command(made.Id, Password))).Succeeded);
        Assert.False(made.MustChangePassword);
        var again = (await app.Send(Actor.System, new ImportAccounts.Command(Bytes(File), Password))).Value;
        Assert.Equal([RowResult.Unchanged, RowResult.Unchanged, RowResult.Refused], again.Rows.Select(x => x.Result));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task One_administrator_makes_the_accounts_and_another_grants_the_roles(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);

        var early = (await app.Send(world.SecurityAdministrator, new ImportAccounts.Command(Bytes(File), Password))).Value;
        await app.Send(world.SystemAdministrator, new ImportAccounts.Command(Bytes(File), Password));
        var made = await Account(app, "caizheng");
        await app.Send(world.SecurityAdministrator, new ImportAccounts.Command(Bytes(File), Password));
        var granted = await Account(app, "caizheng");

        Assert.All(early.Rows, x => Assert.Equal(RowResult.Refused, x.Result));
        Assert.Empty(made.Memberships);
        Assert.True(made.MustChangePassword);
        Assert.Single(granted.Memberships);
        Assert.NotEqual(made.SecurityStamp, granted.SecurityStamp);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Nobody_else_imports_accounts_or_places(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        foreach (var actor in new[] { world.Coordinator, world.DevelopmentHead, world.Leader, Actor.Nobody })
        {
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new ImportAccounts.Command(Bytes(File), Password))).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new ImportJurisdictions.Command(Bytes("name,level\n")))).Refusal!.Kind);
        }
    }

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static Task<Account> Account(TestApp app, string userName) =>
        app.InStore(db => db.Users.AsNoTracking().Include(x => x.Memberships).SingleAsync(x => x.UserName == userName));
}
