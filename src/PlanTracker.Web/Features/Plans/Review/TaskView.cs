using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Plans.Review;

/// <summary>A task of a draft as its review shows it.</summary>
public sealed record TaskView(
    Guid Id, int Position, string Number, string Section, string Title, string Body, int? SpanStart, int? SpanEnd, DraftTaskContent Content, int Version)
{
    public static TaskView Of(ImportDraftTask task) => new(
        task.Id, task.Position, task.Number, task.Section, task.Title, task.Body, task.SpanStart, task.SpanEnd, task.Content, task.Version);
}
