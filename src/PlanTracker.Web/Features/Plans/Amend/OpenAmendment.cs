using PlanTracker.Domain;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans.Editions;
using PlanTracker.Web.Data;
using PlanTracker.Web.Features.Plans.Editions;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Amend;

/// <summary>An amended document laid over its plan, as its page shows it.</summary>
public static class OpenAmendment
{
    public sealed record Query(Guid DraftId) : IQuery<Outcome<Result>>;

    /// <param name="Edition">Of the plan as it stands; the document becomes the next one.</param>
    /// <param name="OldTasks">All tasks in force, for pairing by hand.</param>
    public sealed record Result(
        Guid DraftId, int Version, Guid PlanId, string PlanTitle, int Edition, DateOnly EditionOn, string FileName, EditionHead Before, EditionHead Now,
        IReadOnlyList<Line> Lines, IReadOnlyList<OldTask> OldTasks);

    public sealed record EditionHead(string Title, string DocNumber, string Issuer, DateOnly? Issued, string Years);

    /// <param name="Id">By which it is accepted or declined.</param>
    /// <param name="Kin">The task on the other side that shares its words, as number and title; empty where none does.</param>
    public sealed record Line(
        Guid Id, TaskChange Change, bool IsAccepted, Guid? PlanTaskId, Guid? DraftTaskId, WordedTask? Before, WordedTask? Now, string Kin);

    public sealed record OldTask(Guid Id, string Name);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = await db.AmendmentToRead(actor, clock, request.DraftId, cancellationToken);
            if (found.Refusal is { } refusal)
                return refusal;
            var laid = found.Value;
            var (draft, edition) = (laid.Draft, laid.Edition);
            PlanPeriod old = new(edition.FirstYear, edition.LastYear);
            PlanPeriod? years = draft is { FirstYear: { } first, LastYear: { } last } ? new PlanPeriod(first, last) : null;
            return new Result(
                draft.Id, draft.Version, laid.Plan.Id, laid.Plan.Title, edition.Ordinal, edition.PublishedOn, draft.FileName,
                new EditionHead(edition.Title, edition.DocNumber, edition.Issuer, edition.Issued, Years(edition.FirstYear, edition.LastYear)),
                new EditionHead(draft.Title, draft.DocNumber, draft.Issuer, draft.Issued, Years(draft.FirstYear, draft.LastYear)),
                [.. laid.Changes.Select(change => new Line(
                    laid.IdOf(change), change, laid.IsAccepted(change), laid.TaskOf(change)?.Id, laid.DraftOf(change)?.Id,
                    laid.WordingOf(change) is { } before ? before.Worded(old) : null, laid.DraftOf(change) is { } now ? Worded.Of(now, years) : null,
                    KinOf(laid, change)))],
                [.. laid.Before.Select(x => new OldTask(x.PlanTaskId, Name(x.Number, x.Title)))]);
        }

        private static string KinOf(LaidAmendment laid, TaskChange change) => change switch
        {
            { Kin: not { } } => "",
            { Now: null, Kin: { } place } => Name(laid.Now[place].Number, laid.Now[place].Title),
            { Kin: { } place } => Name(laid.Before[place].Number, laid.Before[place].Title),
        };

        private static string Name(string number, string title) => number.Length > 0 ? $"{number} {title}" : title;

        private static string Years(int? first, int? last) => first is null ? "" : first == last ? $"{first}" : $"{first}—{last}";
    }
}
