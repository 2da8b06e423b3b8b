using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Comments;

/// <summary>Ends a round: from then on nobody answers, and each objection has its word.</summary>
public static class EndRound
{
    public sealed record Command(Guid RoundId) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var round = await db.CommentRounds.SingleOrDefaultAsync(x => x.Id == request.RoundId, cancellationToken);
            if (round is null || !actor.Coordinates(round.JurisdictionId))
                return RefusalKind.NotFound;
            if (round.EndedOn is not null)
                return RefusalKind.RoundClosed;
            var waiting = await db.TaskComments.CountAsync(
                x => x.CommentUnit.CommentRoundId == round.Id && x.Agrees == false && x.Adopted == null, cancellationToken);
            if (waiting > 0)
                return new Refusal(RefusalKind.ObjectionsWait, $"{waiting}");
            round.EndedOn = clock.Today;
            return await db.SaveUnlessChanged(Done.It, cancellationToken);
        }
    }
}

/// <summary>Notes who approved the division after the round: the meeting or person, the number of the document, the day.</summary>
public static class NoteApproval
{
    public const int Longest = 100;

    public sealed record Command(Guid RoundId, string ApprovedBy, string ApprovedIn, DateOnly? ApprovedOn) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var round = await db.CommentRounds.SingleOrDefaultAsync(x => x.Id == request.RoundId, cancellationToken);
            if (round is null || !actor.Coordinates(round.JurisdictionId))
                return RefusalKind.NotFound;
            var (by, number) = (request.ApprovedBy.Trim(), request.ApprovedIn.Trim());
            if (by.Length == 0)
                return new Refusal(RefusalKind.Missing, "审定人");
            if (by.Length > Longest || number.Length > Longest)
                return new Refusal(RefusalKind.TooLong, $"{Longest}");
            if (request.ApprovedOn is not { } day || day > clock.Today || day < round.SentOn)
                return new Refusal(RefusalKind.Invalid, "日期");
            (round.ApprovedBy, round.ApprovedIn, round.ApprovedOn) = (by, number, day);
            return await db.SaveUnlessChanged(Done.It, cancellationToken);
        }
    }
}
