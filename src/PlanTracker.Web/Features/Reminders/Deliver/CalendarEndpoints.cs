using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Reminders;

public static class CalendarEndpoints
{
    /// <summary>Calendar programs do not sign in: the address is the secret.</summary>
    public static void MapCalendar(this WebApplication app) => app.MapGet("/calendar/{key}.ics", async (string key, HttpContext context, Dispatcher dispatcher) =>
    {
        var request = context.Request;
        var calendar = await dispatcher.Send(Actor.Nobody, new ReadCalendar.Query(key, $"{request.Scheme}://{request.Host}"), context.RequestAborted);
        context.Response.Headers.CacheControl = "private, no-cache";
        return calendar.IsDone ? Results.Text(calendar.Value, "text/calendar", System.Text.Encoding.UTF8) : Results.NotFound();
    }).AllowAnonymous();
}
