namespace PlanTracker.Web.Data;

public static class StoreStartExtensions
{
    /// <summary>Brings the store to this version before anything is served. Null when done, else the sentence for the console.</summary>
    public static async Task<string?> PrepareStore(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StoreStart>().Prepare(CancellationToken.None);
    }
}
