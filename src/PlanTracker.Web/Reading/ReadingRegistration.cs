namespace PlanTracker.Web.Reading;

public static class ReadingRegistration
{
    public static IServiceCollection AddReading(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Import").Get<ReadingOptions>() ?? new ReadingOptions());
        services.AddSingleton<DocumentReading>();
        return services;
    }
}
