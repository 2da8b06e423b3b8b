namespace PlanTracker.Web.Likeness;

public static class LikenessRegistration
{
    public static IServiceCollection AddLikeness(this IServiceCollection services) => services.AddSingleton<WordingShelf>().AddScoped<TaskWordings>();
}
