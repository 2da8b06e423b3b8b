namespace PlanTracker.Web.Mail;

public static class MailRegistration
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddScoped<MailSettingsStore>();
        services.AddSingleton<MailSubmission>();
        return services;
    }
}
