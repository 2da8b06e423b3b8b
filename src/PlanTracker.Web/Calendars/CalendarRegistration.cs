using PlanTracker.Web.Data;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Calendars;

public static class CalendarRegistration
{
    /// <summary>A request works by the calendar of the place whose pages its actor sees first; scheduled work asks the shelf for each place.</summary>
    public static IServiceCollection AddCalendars(this IServiceCollection services)
    {
        services.AddSingleton<CalendarShelf>();
        services.AddScoped(scope => scope.GetRequiredService<CalendarShelf>().Of(scope.GetRequiredService<Actor>().HomeId));
        services.AddHostedService<CalendarRefresh>();
        return services;
    }

    /// <summary>Takes what is stored before the first request is answered.</summary>
    public static async Task OpenCalendars(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await app.Services.GetRequiredService<CalendarShelf>().Read(scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>(), CancellationToken.None);
    }
}
