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
    private static readonly Lazy<string> Demo = new(LoadDemo);
    private readonly string folder;
    private readonly IReadOnlyDictionary<string, string> settings;

    private LiveApp(string folder, IReadOnlyDictionary<string, string> settings)
    {
        this.folder = folder;
        this.settings = settings;
        UseKestrel(0);
    }

    public ManualTime Time { get; } = new();

    public string Address { get; private set; } = "";

    /// <summary>With the demo county, as it stands after its first start; each test has a copy of its own.</summary>
    public static LiveApp StartDemo(IReadOnlyDictionary<string, string>? settings = null) => Start(CopyOfDemo(), settings);

    /// <summary>A data folder with the demo county in it.</summary>
    public static string CopyOfDemo()
    {
        var folder = Databases.TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Demo.Value, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Demo.Value, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder;
    }

    /// <summary>With an empty store.</summary>
    public static LiveApp StartEmpty() => Start(Databases.TemporaryFolder(), new Dictionary<string, string> { ["Demo:Load"] = "false" });

    private static LiveApp Start(string folder, IReadOnlyDictionary<string, string>? settings)
    {
        var app = new LiveApp(folder, settings ?? new Dictionary<string, string>());
        app.StartServer();
        app.Address = app.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        return app;
    }

    private static string LoadDemo()
    {
        var folder = Databases.TemporaryFolder();
        using (Start(folder, null))
        {
            // The first start loads it.
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return folder;
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
