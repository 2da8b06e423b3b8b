using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Review;

/// <summary>Mends one task of a draft. Kept at once; who edited from an older state is refused and keeps what he typed on his screen.</summary>
public static class EditTask
{
    public sealed record Command(Guid TaskId, int Version, TaskView Edited) : ICommand<Outcome<TaskView>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<TaskView>>
    {
        public async Task<Outcome<TaskView>> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.TaskToEdit(actor, request.TaskId, request.Version, cancellationToken);
            if (found.Refusal is { } refusal)
                return refusal;
            var (task, edited) = (found.Value, request.Edited);
            if (string.IsNullOrWhiteSpace(edited.Title))
                return new Refusal(RefusalKind.Missing, "标题");
            if (edited.Content is { PeriodDay: { } day } && !(edited.Content.Recurrence is { } every && day.Fits(every)))
                return new Refusal(RefusalKind.Invalid, "周期内的日期");
            if (!await AreOfRegister(task.ImportDraft.JurisdictionId, edited.Content, cancellationToken))
                return new Refusal(RefusalKind.Invalid, "单位");
            (task.Number, task.Section, task.Title, task.Body) = (edited.Number.Trim(), edited.Section.Trim(), edited.Title.Trim(), edited.Body);
            task.Content = edited.Content;
            var saved = await db.SaveDraft(task.ImportDraftId, clock, cancellationToken);
            return saved.IsDone ? TaskView.Of(task) : saved.Refusal!;
        }

        private async Task<bool> AreOfRegister(Guid jurisdictionId, DraftTaskContent content, CancellationToken cancellation)
        {
            Guid[] units = [.. content.Units.Select(x => x.OrgUnitId).OfType<Guid>().Distinct()];
            Guid[] groups = [.. content.Collectives.Select(x => x.UnitGroupId).OfType<Guid>().Distinct()];
            return (units.Length == 0 || await db.OrgUnits.OfRegister(jurisdictionId).CountAsync(x => units.Contains(x.Id), cancellation) == units.Length)
                && (groups.Length == 0
                    || await db.UnitGroups.CountAsync(x => x.JurisdictionId == jurisdictionId && groups.Contains(x.Id), cancellation) == groups.Length);
        }
    }
}
