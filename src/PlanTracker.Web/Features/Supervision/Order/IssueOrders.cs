using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Supervision.Order;

/// <summary>下发督办单, one or many: each with the next number of its jurisdiction and year. What no longer fulfils a condition is refused by itself, the others
/// are issued. An order that overran is closed by the one that climbs out of it.</summary>
public static class IssueOrders
{
    public const int LongestWords = 1000;

    /// <summary>Ready in the form; the paper is Chinese, whatever the reader's language.</summary>
    public const string UsualWords = "请立即研究办理，在答复期限内书面说明未按期办结的原因、已采取的措施和办结日期。";

    /// <param name="Words">What is demanded.</param>
    public sealed record Command(IReadOnlyList<Guid> OccurrenceIds, string Words) : ICommand<Outcome<Result>>;

    /// <param name="Issued">Ids in the order of their numbers.</param>
    /// <param name="Left">How many no longer fulfil a condition.</param>
    public sealed record Result(IReadOnlyList<Guid> Issued, int Left);

    public sealed class Handler(
        PlanTrackerDbContext db, Actor actor, Clock clock, WorkingCalendar calendar, OrderProposals proposals, OrderLadders ladders, NoticeWriter notices)
        : IHandler<Command, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Command request, CancellationToken cancellationToken)
        {
            Guid[] ids = [.. request.OccurrenceIds.Distinct()];
            var places = await db.Occurrences.Where(x => ids.Contains(x.Id)).Select(x => x.JurisdictionId).Distinct().ToListAsync(cancellationToken);
            if (places.Count == 0 || !places.TrueForAll(actor.Coordinates))
                return ids.Length == 0 ? new Refusal(RefusalKind.Missing, "所选任务") : RefusalKind.NotFound;
            if (string.IsNullOrWhiteSpace(request.Words))
                return new Refusal(RefusalKind.Missing, "督办要求");
            if (request.Words.Trim().Length > LongestWords)
                return new Refusal(RefusalKind.TooLong, $"{LongestWords}");
            List<Guid> issued = [];
            foreach (var place in places)
            {
                var (ladder, year) = (await ladders.Of(place, cancellationToken), clock.Today.Year);
                var last = await db.SupervisionOrders.Where(x => x.JurisdictionId == place && x.Year == year).MaxAsync(x => (int?)x.Ordinal, cancellationToken) ?? 0;
                foreach (var proposal in await proposals.In(place, ids, cancellationToken))
                    issued.Add(await Issue(proposal, ladder, year, ++last, request.Words.Trim(), cancellationToken));
            }

            return await db.SaveIfFirst(new Result(issued, ids.Length - issued.Count), cancellationToken);
        }

        private async Task<Guid> Issue(OrderProposal proposal, OrderLadder ladder, int year, int ordinal, string words, CancellationToken cancellation)
        {
            var occurrence = proposal.Occurrence;
            SupervisionOrder order = new()
            {
                Id = clock.NewId(), JurisdictionId = occurrence.JurisdictionId, Year = year, Ordinal = ordinal, Number = ladder.NumberOf(year, ordinal),
                PlanTaskId = occurrence.PlanTaskId, OccurrenceId = occurrence.Id, OrgUnitId = occurrence.OrgUnitId, Colour = proposal.Rung.Colour,
                RungName = proposal.Rung.Name, Ground = proposal.Ground.Kind, GroundFigure = proposal.Ground.Figure, Words = words, IssuedOn = clock.Today,
                IssuedAt = clock.UtcNow, IssuedByName = actor.Name, AnswerBy = calendar.AddWorkdays(clock.Today, proposal.Rung.LimitWorkdays),
                ClimbedFromId = proposal.Running?.Id,
            };
            if (proposal.Running is { } running)
                (running.State, running.ClimbedOn) = (AnswerState.Climbed, clock.Today);
            db.SupervisionOrders.Add(order);
            await notices.ToUnit(
                order.OrgUnitId, NoticeKind.OrderIssued, $"/supervision/orders/{order.Id}",
                [order.Number, $"{occurrence.PlanTask.Number} {occurrence.PlanTask.Title}".Trim(), order.AnswerBy.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)],
                cancellation);
            return order.Id;
        }
    }
}
