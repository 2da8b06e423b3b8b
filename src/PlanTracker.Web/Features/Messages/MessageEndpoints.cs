using System.Security.Claims;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Messages;

public static class MessageEndpoints
{
    /// <summary>What pages ask every now and then to keep the bell true. Asking is no sign that somebody is there: it prolongs no sign-in, see
    /// <see cref="Security.AccountRegistration"/>.</summary>
    public static void MapMessages(this WebApplication app) =>
        app.MapGet(Security.AccountRegistration.UnreadPath, async (ClaimsPrincipal user, HttpContext context, Dispatcher dispatcher) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.Json(new { unread = await dispatcher.Send(user, new CountUnread.Query(), context.RequestAborted) });
        });
}
