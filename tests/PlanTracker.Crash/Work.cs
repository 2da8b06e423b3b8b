using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PlanTracker.Web.Features.Reminders;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Crash;

/// <summary>The application in a process of its own that does what the daily job does, at a time it is told.</summary>
internal sealed class Work : WebApplicationFactory<Program>
{
    public const string Ready = "ready";

    private readonly string folder;
    private readonly string postgres;
    private readonly long ticks;

    public Work(string folder, string postgres, long ticks) => (this.folder, this.postgres, this.ticks) = (folder, postgres, ticks);

    public static async Task<int> Run(string folder, string postgres, long ticks)
    {
        await using Work app = new(folder, postgres == "-" ? "" : postgres, ticks);
        var dispatcher = app.Services.GetRequiredService<Dispatcher>();
        var today = app.Services.GetRequiredService<Web.Clock>().Today;
        Console.WriteLine(Ready);
        await dispatcher.Send(Actor.System, new PlanReminders.Command(today));
        await dispatcher.Send(Actor.System, new DeliverReminders.Command(today));
        foreach (var id in await dispatcher.Send(Actor.System, new DigestsToSend.Query()))
            await dispatcher.Send(Actor.System, new SendDigest.Command(id));
        return 0;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseContentRoot(AppContext.BaseDirectory);
        builder.UseSetting("Store:DataFolder", folder);
        builder.UseSetting("Store:Postgres", postgres);
        builder.UseSetting("Jobs:Enabled", "false");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new Told(ticks))));
    }

    private sealed class Told(long ticks) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(ticks, TimeSpan.Zero);
    }
}
