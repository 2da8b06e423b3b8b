using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Suggestions;
using PlanTracker.Web.Data;
using PlanTracker.Web.Likeness;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Suggest;

/// <summary>建议单位: who might answer for the tasks of a draft that name nobody, with what speaks for each. Nothing is entered by this.</summary>
public static class SuggestUnits
{
    public sealed record Query(Guid DraftId) : IQuery<Outcome<IReadOnlyDictionary<Guid, IReadOnlyList<Suggestion>>>>;

    /// <param name="Weight">0 to 1.</param>
    public sealed record Suggestion(
        Guid BodyId, bool IsGroup, string Name, Role Role, SuggestionStrength Strength, double Weight, IReadOnlyList<Speaks> Grounds);

    /// <summary>One thing that speaks for a suggestion: a term of the wording, or an earlier task.</summary>
    /// <param name="Words">The term, the name, or the passage of the earlier task.</param>
    public sealed record Speaks(SpeaksKind Kind, string Words, EarlierPlace? From = null);

    /// <param name="TaskId">Null where the reader may not open it: a task of a place above.</param>
    public sealed record EarlierPlace(string Plan, string Number, Role Role, Guid? TaskId);

    public sealed class Handler(PlanTrackerDbContext db, TaskWordings wordings, Actor actor, Clock clock)
        : IHandler<Query, Outcome<IReadOnlyDictionary<Guid, IReadOnlyList<Suggestion>>>>
    {
        public async Task<Outcome<IReadOnlyDictionary<Guid, IReadOnlyList<Suggestion>>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var draft = await db.ImportDrafts.AsNoTracking().Where(x => x.Id == request.DraftId).Select(x => new { x.JurisdictionId })
                .SingleOrDefaultAsync(cancellationToken);
            if (draft is null || !actor.Coordinates(draft.JurisdictionId))
                return RefusalKind.NotFound;
            var tasks = await db.ImportDraftTasks.AsNoTracking().Where(x => x.ImportDraftId == request.DraftId).ToListAsync(cancellationToken);
            var nameless = tasks.Where(x => x.Content.NamesNobody).ToList();
            if (nameless.Count == 0)
                return new Dictionary<Guid, IReadOnlyList<Suggestion>>();
            EarlierTasks earlier = new(db, draft.JurisdictionId, clock.Today);
            var bodies = await earlier.Bodies(cancellationToken);
            var silent = await earlier.Silent(cancellationToken);
            var suggester = new UnitSuggester((await wordings.Of(draft.JurisdictionId, cancellationToken)).Index, bodies);
            var neighbours = nameless.ToDictionary(x => x.Id, x => suggester.Neighbours(x.Title, x.Body, earlier => !silent.Contains(earlier.Id)));
            var known = await earlier.Of([.. neighbours.Values.SelectMany(x => x).Select(x => x.Task.Id).Distinct()], bodies, cancellationToken);
            var names = bodies.ToDictionary(x => x.Id, x => x.Name);
            return nameless.ToDictionary(
                x => x.Id,
                IReadOnlyList<Suggestion> (x) =>
                    [.. suggester.For(x.Title, x.Body, neighbours[x.Id], known.Parts).Select(found => Shown(found, names[found.BodyId], known))]);
        }

        private static Suggestion Shown(UnitSuggestion found, string name, EarlierTasks.Known earlier) => new(
            found.BodyId, found.IsGroup, name, found.Role, found.Strength, found.Weight, [.. found.Grounds.Select(ground => Said(ground, earlier))]);

        private static Speaks Said(Ground ground, EarlierTasks.Known earlier)
        {
            switch (ground)
            {
                case Ground.Field field:
                    return new(SpeaksKind.Field, field.Term);
                case Ground.Named named:
                    return new(SpeaksKind.Named, named.Name);
                case Ground.Earlier task:
                    var origin = earlier.Origins[task.TaskId];
                    return new(SpeaksKind.Earlier, task.Passage, new(origin.Plan, origin.Number, task.Role, origin.IsOwn ? task.TaskId : null));
                default:
                    throw new ArgumentOutOfRangeException(nameof(ground));
            }
        }
    }
}

public enum SpeaksKind
{
    /// <summary>An earlier task with like wording.</summary>
    Earlier,

    /// <summary>The wording speaks of the unit's field of work.</summary>
    Field,

    /// <summary>The wording names the unit.</summary>
    Named,
}
