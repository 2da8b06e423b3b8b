namespace PlanTracker.Web.Features.Rounds;

public static class RoundRegistration
{
    public static IServiceCollection AddRounds(this IServiceCollection services) => services.AddSingleton<MissingText>().AddSingleton<GridSheet>();
}
