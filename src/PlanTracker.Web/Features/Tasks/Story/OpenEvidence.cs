using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Story;

/// <summary>A file of a report, for who may read the task.</summary>
public static class OpenEvidence
{
    public sealed record Query(Guid Id) : IQuery<Outcome<Result>>;

    public sealed record Result(string FileName, string FileHash);

    public sealed class Handler(PlanTrackerDbContext db, Sight sight) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var tasks = await sight.Tasks(cancellationToken);
            return await db.Evidence.AsNoTracking()
                .Where(x => x.Id == request.Id && db.Occurrences.Any(o => o.Id == x.OccurrenceId && tasks.Any(t => t.Id == o.PlanTaskId)))
                .Select(x => new Result(x.FileName, x.FileHash)).SingleOrDefaultAsync(cancellationToken) is { } found ? found : RefusalKind.NotFound;
        }
    }
}

public static class EvidenceEndpoint
{
    /// <summary>Files leave as attachments alone, never to be shown or run inside the application's own pages.</summary>
    public static void MapEvidence(this WebApplication app) =>
        app.MapGet("/evidence/{id:guid}", async (Guid id, HttpContext context, Dispatcher dispatcher, FileStore files) =>
        {
            var outcome = await dispatcher.Send(context.User, new OpenEvidence.Query(id), context.RequestAborted);
            if (!outcome.IsDone || files.Open(outcome.Value.FileHash) is not { } content)
                return Results.NotFound();
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.OfFiles;
            context.Response.Headers.CacheControl = "private, no-store";
            return Results.File(content, "application/octet-stream", outcome.Value.FileName);
        }).RequireAuthorization();
}
