using Microsoft.Net.Http.Headers;
using PlanTracker.Web.Data;
using PlanTracker.Web.Features.Plans.Source;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Browse;

public static class PlanFiles
{
    /// <summary>Uploaded files go out as attachments only: what strangers wrote is never shown as a page of ours.</summary>
    public static void MapPlanFiles(this WebApplication app)
    {
        app.MapGet("/plans/{id:guid}/file", (Guid id, HttpContext context, Dispatcher dispatcher, FileStore files) =>
            Send(new OpenFile.Query(id, OfDraft: false), context, dispatcher, files)).RequireAuthorization();
        app.MapGet("/plans/{id:guid}/editions/{ordinal:int}/file", (Guid id, int ordinal, HttpContext context, Dispatcher dispatcher, FileStore files) =>
            Send(new OpenFile.Query(id, OfDraft: false, ordinal), context, dispatcher, files)).RequireAuthorization();
        app.MapGet("/imports/{id:guid}/file", (Guid id, HttpContext context, Dispatcher dispatcher, FileStore files) =>
            Send(new OpenFile.Query(id, OfDraft: true), context, dispatcher, files)).RequireAuthorization();
    }

    private static async Task<IResult> Send(OpenFile.Query query, HttpContext context, Dispatcher dispatcher, FileStore files)
    {
        var found = await dispatcher.Send(context.User, query, context.RequestAborted);
        if (!found.IsDone || files.Open(found.Value.Hash) is not { } content)
            return Results.NotFound();
        context.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        context.Response.Headers[HeaderNames.ContentSecurityPolicy] = SecurityHeaders.OfFiles;
        context.Response.Headers[HeaderNames.CacheControl] = "private, no-store";
        return Results.Stream(content, "application/octet-stream", EnclosedNames.Kept(found.Value.FileName));
    }
}
