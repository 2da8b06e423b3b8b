using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Accounts;
using PlanTracker.Web.Features.Jurisdictions;
using PlanTracker.Web.Features.Settings;
using PlanTracker.Web.Features.Units;
using PlanTracker.Web.Registers;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Demo;

/// <summary>Fills an empty store with the invented county, through the requests that its people would send, on the days on which they would send them.</summary>
public sealed class DemoLoader(PlanTrackerDbContext db, Dispatcher dispatcher, DemoPlans plans, DemoStory story, Clock clock)
{
    /// <summary>Who imports, publishes and reviews.</summary>
    public const string Coordinator = "sifa";

    /// <summary>The registers stand before the first plan is published.</summary>
    private const int RegistersOn = -200;

    private readonly Dictionary<string, Guid> accounts = [];

    public DateOnly FirstDay { get; } = clock.Today;

    public Guid CountyId { get; private set; }

    public async Task Load(CancellationToken cancellation)
    {
        using (Clock.At(Morning(RegistersOn)))
        {
            await LoadRegisters(cancellation);
        }

        await plans.Load(this, cancellation);
        await story.Happen(this, plans, cancellation);
    }

    /// <summary>Nine in the morning in China, so many days after the first start.</summary>
    public DateTime Morning(int day) => Clock.ToUtc(FirstDay.AddDays(day), new TimeOnly(9, 0));

    /// <summary>Sends as one of the county's people.</summary>
    public Task<TResult> SendAs<TResult>(string userName, ICommand<TResult> command, CancellationToken cancellation) =>
        dispatcher.Send(Person(userName), command, cancellation);

    public Task<TResult> AskAs<TResult>(string userName, IQuery<TResult> query, CancellationToken cancellation) => dispatcher.Send(Person(userName), query, cancellation);

    private ClaimsPrincipal Person(string userName) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, accounts[userName].ToString())], "demo"));

    private async Task LoadRegisters(CancellationToken cancellation)
    {
        Taken(await dispatcher.Send(Actor.System, new ImportJurisdictions.Command(DemoFiles.Read("jurisdictions.csv")), cancellation));
        CountyId = await db.Jurisdictions.Where(x => x.Level == JurisdictionLevel.County).Select(x => x.Id).SingleAsync(cancellation);
        Taken(await dispatcher.Send(Actor.System, new ImportGroups.Command(CountyId, DemoFiles.Read("groups.csv")), cancellation));
        Taken(await dispatcher.Send(Actor.System, new ImportUnits.Command(CountyId, DemoFiles.Read("units.csv")), cancellation));
        Taken(await dispatcher.Send(Actor.System, new ImportLeaders.Command(CountyId, DemoFiles.Read("leaders.csv")), cancellation));
        Taken(await dispatcher.Send(
            Actor.System, new ImportAccounts.Command(DemoFiles.Read("users.csv"), DemoAccounts.Password, MustChange: false), cancellation));
        foreach (var account in await db.Users.AsNoTracking().Select(x => new { x.UserName, x.Id }).ToListAsync(cancellation))
            accounts[account.UserName!] = account.Id;
        await LoadChannels(cancellation);
    }

    /// <summary>As they are entered before anybody trusts them: switched off, so that a demo calls nobody.</summary>
    private async Task LoadChannels(CancellationToken cancellation)
    {
        var unit = await db.Memberships.Where(x => x.Account.UserName == "fagai").Select(x => x.OrgUnitId).SingleAsync(cancellation);
        SaveOutlet.Command[] outlets =
        [
            new(null, CountyId, Channel.WeCom, "县级任务工作群", null, "https://qyapi.example.test/cgi-bin/webhook/send?key=demo", "", IsOn: false),
            new(null, CountyId, Channel.DingTalk, "县发改局工作群", unit, "https://oapi.example.test/robot/send?access_token=demo", "SEC-demo", IsOn: false),
            new(null, CountyId, Channel.Webhook, "县政务协同平台", null, "https://hub.example.test/reminders", "demo", IsOn: false),
        ];
        foreach (var outlet in outlets)
        {
            if ((await SendAs(Coordinator, outlet, cancellation)).Refusal is { } refusal)
                throw new InvalidOperationException($"demo outlet refused: {refusal}");
        }
    }

    /// <summary>The demo's own files are right, or the tests would have said so: a refusal here is a fault of the program.</summary>
    private static void Taken(Outcome<ImportReport> outcome)
    {
        var refused = outcome.IsDone ? outcome.Value.Rows.Where(x => x.Refusal is not null).ToList() : [];
        if (!outcome.IsDone || refused.Count > 0)
            throw new InvalidOperationException($"demo data refused: {outcome.Refusal} {string.Join("; ", refused.Select(x => $"{x.Line} {x.Name} {x.Refusal}"))}");
    }
}
