namespace PlanTracker.Web.Features.Units;

public static class UnitsRegistration
{
    public static IServiceCollection AddUnits(this IServiceCollection services) => services.AddSingleton<Transfer.FateWords>();
}
