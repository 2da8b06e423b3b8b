using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Steps;

/// <summary>代录: the office enters a step that a unit or a leader took on paper, by telephone or in a chat. The source stays marked and the scan is kept.
/// Reports are entered by <see cref="FileReport"/>.</summary>
public static class EnterStep
{
    /// <param name="SignedBy">Whose name stands under an approval or a return; needed for those.</param>
    /// <param name="Scans">Of the paper; may be none.</param>
    public sealed record Command(Guid OccurrenceId, Step Step, StepEntry Entry, string SignedBy, IReadOnlyList<EvidenceFile> Scans) : ICommand<Outcome<Done>>;

    /// <summary>Steps that somebody signs with his name.</summary>
    public static bool IsSigned(Step step) => step is Step.HeadApprove or Step.Approve or Step.Return;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, StepRecorder recorder, StepNotices notices, EvidenceKeeper evidence)
        : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var occurrence = await db.Occurrences.Include(x => x.PlanTask).Include(x => x.OrgUnit).SingleOrDefaultAsync(x => x.Id == request.OccurrenceId, cancellationToken);
            if (occurrence is null || !actor.Coordinates(occurrence.JurisdictionId))
                return RefusalKind.NotFound;
            if (await Complaint(request, occurrence, cancellationToken) is { } complaint)
                return complaint;
            var entry = request.Entry with { Words = Signed(request) };
            if ((await recorder.Take(occurrence, request.Step, entry, cancellationToken)).Refusal is { } refusal)
                return refusal;
            await evidence.Keep(occurrence, report: null, request.Scans, cancellationToken);
            await notices.Tell(occurrence, request.Step, entry, cancellationToken);
            return await db.SaveUnlessChanged(Done.It, cancellationToken);
        }

        private async Task<Refusal?> Complaint(Command request, Occurrence occurrence, CancellationToken cancellation)
        {
            if (request.Step is Step.Report or Step.ConfirmOngoing or Step.ReachMilestone or Step.Instruct or Step.RaiseObjection || !StepTable.IsEnteredForAnother(request.Step, occurrence.State, Function.Coordinator))
                return new Refusal(RefusalKind.WrongState, request.Step.ToString(), occurrence.State.ToString());
            if (request.Entry.On is null)
                return new Refusal(RefusalKind.Missing, "日期");
            if (IsSigned(request.Step) && string.IsNullOrWhiteSpace(request.SignedBy))
                return new Refusal(RefusalKind.Missing, "签批人");

            // What was returned on paper has its reason there too; a name alone is none.
            if (request.Step == Step.Return && string.IsNullOrWhiteSpace(request.Entry.Words))
                return new Refusal(RefusalKind.Missing, "理由");
            return await evidence.Complaint(occurrence, request.Scans, cancellation);
        }

        private static string Signed(Command request)
        {
            var (name, words) = (request.SignedBy.Trim(), request.Entry.Words.Trim());
            return !IsSigned(request.Step) ? words : words.Length == 0 ? name : $"{name}：{words}";
        }
    }
}
