using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Supervision.Order;

/// <summary>The office sets the ladder of its jurisdiction: pattern of the number, and of each colour name, conditions and limit. Orders already issued keep
/// what they were issued with.</summary>
public static class SaveLadder
{
    public sealed record Command(Guid JurisdictionId, OrderLadder Ladder) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, OrderLadders ladders) : IHandler<Command, Outcome<Done>>
    {
        private const int LongestName = 20;
        private const int LongestPattern = 60;
        private const int Most = 366;

        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.Coordinates(request.JurisdictionId))
                return RefusalKind.NotAllowed;
            if (Complaint(request.Ladder) is { } complaint)
                return complaint;
            await ladders.Write(request.JurisdictionId, request.Ladder, cancellationToken);
            return await db.SaveIfFirst(Done.It, cancellationToken);
        }

        private static Refusal? Complaint(OrderLadder ladder)
        {
            if (ladder.Pattern.Length > LongestPattern || !NumberPattern.IsWhole(ladder.Pattern))
                return new Refusal(RefusalKind.Invalid, "编号格式");
            if (ladder.Rungs.Count == 0)
                return new Refusal(RefusalKind.Missing, "督办颜色");
            foreach (var rung in ladder.Rungs)
            {
                if (rung.Name.Trim().Length is 0 or > LongestName)
                    return new Refusal(RefusalKind.Invalid, "督办名称");
                if (rung.LimitWorkdays is < 1 or > Most)
                    return new Refusal(RefusalKind.Invalid, "答复期限");
                if (rung.DaysOverdue is < 1 or > Most || rung.TimesUrged is < 1 or > Most || rung.PointsBehind is < 1 or > 100)
                    return new Refusal(RefusalKind.Invalid, "督办条件");
            }

            return null;
        }
    }
}

public static class ReadLadder
{
    /// <param name="Place">Of those that the reader coordinates; null: the first.</param>
    public sealed record Query(Guid? Place = null) : IQuery<Outcome<Result>>;

    public sealed record Result(Guid JurisdictionId, OrderLadder Ladder, IReadOnlyList<Place> Places);

    public sealed record Place(Guid Id, string Name);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, OrderLadders ladders) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = actor.CoordinatedIds;
            if (own.Count == 0)
                return RefusalKind.NotAllowed;
            if (request.Place is { } asked && !own.Contains(asked))
                return RefusalKind.NotFound;
            var places = await db.Jurisdictions.AsNoTracking().Where(x => own.Contains(x.Id)).OrderBy(x => x.Path).Select(x => new Place(x.Id, x.Name)).ToListAsync(cancellationToken);
            var place = request.Place ?? places[0].Id;
            return new Result(place, await ladders.Of(place, cancellationToken), places);
        }
    }
}
