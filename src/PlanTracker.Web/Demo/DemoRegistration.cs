using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Demo;

public static class DemoRegistration
{
    /// <summary>The command line's word for emptying a demo.</summary>
    public const string EmptyCommand = "empty-demo";

    public static IServiceCollection AddDemo(this IServiceCollection services) => services.AddScoped<DemoLoader>().AddScoped<DemoPlans>().AddScoped<DemoStory>().AddScoped<DemoLife>().AddScoped<DemoRounds>()
            .AddScoped<DemoSupervision>().AddScoped<DemoLetters>().AddScoped<DemoTransfers>();

    /// <summary>In development the first start of an empty store loads the demo. A demo that broke off half-way is begun anew.</summary>
    public static async Task LoadDemo(this WebApplication app)
    {
        if (!app.Configuration.GetValue("Demo:Load", app.Environment.IsDevelopment()))
            return;
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>();
        var installation = await db.Installations.SingleAsync();
        if (installation.Demo == DemoState.Loading)
        {
            await Wipe(scope.ServiceProvider);
            installation = await db.Installations.SingleAsync();
        }

        if (installation.Demo != DemoState.None || await db.Users.AnyAsync())
            return;
        await Mark(db, DemoState.Loading);
        await scope.ServiceProvider.GetRequiredService<DemoLoader>().Load(CancellationToken.None);
        await Mark(db, DemoState.Loaded);
    }

    /// <summary>Empties a demo, and nothing but a demo; it does not come back by itself. Gives the sentence for the console.</summary>
    public static async Task<string> EmptyDemo(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>();
        if ((await db.Installations.SingleAsync()).Demo is not (DemoState.Loaded or DemoState.Loading))
            return "这里没有演示数据，未作任何改动。 / There is no demo here; nothing was changed.";
        await Wipe(scope.ServiceProvider);
        await Mark(db, DemoState.Emptied);
        return "演示数据已清空，可以正式使用。 / The demo was emptied; the application is ready for real work.";
    }

    /// <summary>Straight to the row: what the loader did with the context's tracked rows does not matter.</summary>
    private static Task Mark(PlanTrackerDbContext db, DemoState state) =>
        db.Installations.ExecuteUpdateAsync(set => set.SetProperty(x => x.Demo, state));

    private static async Task Wipe(IServiceProvider services)
    {
        var db = services.GetRequiredService<PlanTrackerDbContext>();
        await db.Database.EnsureDeletedAsync();
        db.ChangeTracker.Clear();
        services.GetRequiredService<FileStore>().Empty();
        await services.GetRequiredService<StoreStart>().Prepare(CancellationToken.None);
    }
}
