namespace PlanTracker.Web.Features.Tasks.Queue;

public static class QueueRegistration
{
    public static IServiceCollection AddQueue(this IServiceCollection services) => services.AddSingleton<QueueWords>();
}
