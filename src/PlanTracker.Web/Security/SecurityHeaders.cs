namespace PlanTracker.Web.Security;

public static class SecurityHeaders
{
    /// <summary>For what others wrote: nothing of it runs and nothing is loaded, even where a browser shows it all the same.</summary>
    public const string OfFiles = "default-src 'none'; sandbox";

    /// <summary>Scripts, styles and connections come from this application alone; no page of ours is framed elsewhere.</summary>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; frame-ancestors 'none'; "
            + "base-uri 'self'; form-action 'self'; object-src 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return next(context);
    });

    /// <summary>No stack trace on a screen: what went wrong is logged under a number that the page shows.</summary>
    public static void UseExceptionPage(this WebApplication app)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
    }
}
