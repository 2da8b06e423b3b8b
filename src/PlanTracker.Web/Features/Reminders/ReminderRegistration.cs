namespace PlanTracker.Web.Features.Reminders;

public static class ReminderRegistration
{
    public static IServiceCollection AddReminders(this IServiceCollection services) =>
        services.AddSingleton<DigestLetter>().AddScoped<DigestPost>().AddScoped<CalendarChange>();
}
