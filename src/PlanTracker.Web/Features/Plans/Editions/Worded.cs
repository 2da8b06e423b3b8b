using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans.Editions;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Plans.Editions;

internal static class Worded
{
    /// <param name="period">Null while the document's years are not known: then its deadline is compared with nothing.</param>
    public static WordedTask Of(ImportDraftTask task, PlanPeriod? period)
    {
        var content = EditionMaker.ContentOf(task.Content);
        return new(task.Number, task.Section, task.Title, task.Body)
        {
            Units = content.Units, Deadline = period is { } years ? content.Deadline(years) : null, Targets = content.Targets, Leaders = content.Leaders,
        };
    }
}
