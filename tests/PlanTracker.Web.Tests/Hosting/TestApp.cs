using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Tests.Hosting;

/// <summary>The application itself on a database of its own, with time in the test's hands. Slices are tested by sending what their pages send.</summary>
public sealed class TestApp : WebApplicationFactory<Program>
{
    private readonly StoreOptions store;
    private readonly IReadOnlyDictionary<string, string> settings;

    private TestApp(StoreOptions store, IReadOnlyDictionary<string, string> settings) => (this.store, this.settings) = (store, settings);

    public ManualTime Time { get; } = new();

    public Clock Clock => Services.GetRequiredService<Clock>();

    public DateOnly Today => Clock.Today;

    public StoreOptions Store => store;

    public static async Task<TestApp> Start(Database database, IReadOnlyDictionary<string, string>? settings = null) =>
        new(await Databases.Fresh(database), settings ?? new Dictionary<string, string>());

    /// <summary>A second node of the application, on the same database.</summary>
    public TestApp Beside() => new(store, settings);

    public Task<TResult> Send<TResult>(Actor actor, MediatR.IRequest<TResult> request) =>
        Services.GetRequiredService<Dispatcher>().Send(actor, request, TestContext.Current.CancellationToken);

    /// <summary>Looks at, or lays, what stands in the store. For arranging and asserting; the steps under test go through <see cref="Send"/>.</summary>
    public async Task<T> InStore<T>(Func<PlanTrackerDbContext, Task<T>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // Not Development: no demo, no jobs that a test did not ask for.
        builder.UseEnvironment("Testing");
        builder.UseSetting("Store:DataFolder", store.DataFolder);
        builder.UseSetting("Store:Postgres", store.Postgres);
        builder.UseSetting("Jobs:Enabled", "false");
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time)));
    }
}
