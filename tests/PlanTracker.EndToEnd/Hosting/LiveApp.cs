using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.EndToEnd.Hosting;

/// <summary>The application with its demo county, listening on loopback inside the test process, so that a test can hand it the time.</summary>
public sealed class LiveApp : WebApplicationFactory<Program>
{
    private readonly string folder = Databases.TemporaryFolder();
    private readonly IReadOnlyDictionary<string, string> settings;

    private LiveApp(IReadOnlyDictionary<string, string> settings)
    {
        this.settings = settings;
        UseKestrel(0);
    }

    public ManualTime Time { get; } = new();

    public string Address { get; private set; } = "";

    public static LiveApp Start(IReadOnlyDictionary<string, string>? settings = null)
    {
        var app = new LiveApp(settings ?? new Dictionary<string, string>());
        app.StartServer();
        app.Address = app.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        return app;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Store:DataFolder", folder);
        builder.UseSetting("Jobs:Enabled", "false");
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time)));
    }
}
