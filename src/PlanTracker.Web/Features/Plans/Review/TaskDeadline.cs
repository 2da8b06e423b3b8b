using PlanTracker.Domain.Deadlines;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Plans.Review;

internal static class TaskDeadline
{
    /// <summary>The deadline that the task would be published with; null while it takes the plan's years and nobody knows them.</summary>
    public static Deadline? Of(DraftTaskContent content, DraftFields fields)
    {
        if (fields is { FirstYear: { } first, LastYear: { } last })
            return content.Proposal(new PlanPeriod(first, last));
        return content.Deadlines.Count > 0 || content.Recurrence is not null || content.Ongoing ? content.Proposal(new PlanPeriod(1949, 1949)) : null;
    }
}
