using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Objections;

/// <summary>The objections that wait for an answer, those first whose time is up first, and the days that the place allows.</summary>
public static class ReadObjections
{
    public sealed record Query : IQuery<Outcome<Result>>;

    public sealed record Result(IReadOnlyList<Row> Rows, IReadOnlyList<Place> Places);

    /// <param name="IsOwn">The reader made the decision himself: somebody else decides.</param>
    public sealed record Row(
        Guid Id, Guid OccurrenceId, Guid PlanTaskId, string Number, string Title, string PlanTitle, string Unit, Step Against, DateOnly AgainstOn, string AgainstByName,
        string Said, DateOnly RaisedOn, DateOnly AnswerBy, string Words, string ByName, EntrySource Source, bool IsOwn);

    public sealed record Place(Guid Id, string Name, int DaysToObject, int DaysToAnswer);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (actor.CoordinatedIds.Count == 0)
                return RefusalKind.NotAllowed;
            var me = actor.AccountId;
            var rows = await db.Objections.AsNoTracking().Where(x => actor.CoordinatedIds.Contains(x.JurisdictionId) && x.Decision == Decision.Waiting)
                .OrderBy(x => x.AnswerBy).ThenBy(x => x.Id)
                .Select(x => new Row(
                    x.Id, x.OccurrenceId, x.Occurrence.PlanTaskId, x.Occurrence.PlanTask.Number, x.Occurrence.PlanTask.Title, x.Occurrence.Plan.Title, x.OrgUnit.Name,
                    x.Against, x.AgainstOn, x.AgainstByName, db.OccurrenceSteps.Where(s => s.Id == x.DecisionId).Select(s => s.Words).FirstOrDefault() ?? "",
                    x.RaisedOn, x.AnswerBy, x.Words, x.ByName, x.Source, x.AgainstById == me))
                .ToListAsync(cancellationToken);
            var places = await db.Jurisdictions.AsNoTracking().Where(x => actor.CoordinatedIds.Contains(x.Id)).OrderBy(x => x.Name)
                .Select(x => new Place(x.Id, x.Name, x.DaysToObject, x.DaysToAnswer)).ToListAsync(cancellationToken);
            return new Result(rows, places);
        }
    }
}
