using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans.Editions;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Publish;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Amend;

/// <summary>What publishing an amendment would do, before it is done: what each unit gets, keeps and loses.</summary>
public static class PreviewAmendment
{
    public sealed record Query(Guid DraftId) : IQuery<Outcome<Result>>;

    /// <param name="Stamp">To be handed back with the order to publish.</param>
    /// <param name="Words">The ground that is proposed.</param>
    /// <param name="Kinds">How many changes of each kind are adopted.</param>
    /// <param name="Declined">Changes that are not adopted.</param>
    public sealed record Result(
        Guid PlanId, string PlanTitle, string Title, int Edition, string Stamp, string Words, IReadOnlyDictionary<ChangeKind, int> Kinds, int Declined,
        IReadOnlyList<Hindrance> Hindrances, IReadOnlyList<UnitShare> Units, IReadOnlyList<Line> Past, IReadOnlyList<Line> Over);

    public sealed record UnitShare(Guid OrgUnitId, string Name, IReadOnlyList<Line> Lines)
    {
        public int Of(UnitDeedKind kind) => Lines.Count(x => x.Kind == kind);
    }

    /// <param name="KeepsExtension">An approved extension stays in force.</param>
    /// <param name="IsOver">Closed already: the unit keeps that.</param>
    public sealed record Line(UnitDeedKind Kind, string Unit, string Task, DateOnly? DueBefore, DateOnly? DueNow, bool KeepsExtension, bool IsOver);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = await db.AmendmentToPreview(actor, clock, request.DraftId, cancellationToken);
            if (found.Refusal is { } refusal)
                return refusal;
            var laid = found.Value;
            var members = await db.GroupMembers(laid.Draft.JurisdictionId, clock.Today, cancellationToken);
            var names = await db.OrgUnits.OfRegister(laid.Draft.JurisdictionId).AsNoTracking()
                .OrderBy(x => x.Position).ThenBy(x => x.Name).Select(x => new { x.Id, x.Name }).ToListAsync(cancellationToken);
            var nameOf = names.ToDictionary(x => x.Id, x => x.Name);
            var planTitle = laid.Plan.Title;

            // The plan as it would be; what was read is thrown away afterwards.
            (laid.Plan.FirstYear, laid.Plan.LastYear) = (laid.Draft.FirstYear ?? laid.Plan.FirstYear, laid.Draft.LastYear ?? laid.Plan.LastYear);
            var maker = new TaskMaker(laid.Plan, members, null, clock);
            var deeds = AmendmentDeeds.Of(laid, maker);
            var lines = UnitDeed.Of(deeds, maker.Period, clock.Today).Where(x => nameOf.ContainsKey(x.OrgUnitId)).ToLookup(x => x.OrgUnitId, x => LineOf(x, nameOf));
            var today = clock.Today;
            return new Result(
                laid.Plan.Id, planTitle, laid.Draft.Title, laid.Edition.Ordinal + 1, laid.Stamp, Ground(laid.Draft),
                laid.Changes.Where(laid.IsAccepted).GroupBy(x => x.Kind).ToDictionary(x => x.Key, x => x.Count()),
                laid.Changes.Count(x => x.Kind != ChangeKind.Unchanged && !laid.IsAccepted(x)), AmendmentHindrance.Of(laid, members),
                [.. names.Where(x => lines.Contains(x.Id)).Select(x => new UnitShare(x.Id, x.Name, [.. lines[x.Id].Where(line => !line.IsOver)])).Where(x => x.Lines.Count > 0)],
                [.. lines.SelectMany(x => x).Where(x => x.Kind is UnitDeedKind.Added or UnitDeedKind.DeadlineMoved && x.DueNow < today)],
                [.. lines.SelectMany(x => x).Where(x => x.IsOver)]);
        }

        private static string Ground(ImportDraft draft) => draft.DocNumber.Length > 0 ? $"根据《{draft.Title}》（{draft.DocNumber}）" : $"根据《{draft.Title}》";

        private static Line LineOf(UnitDeed deed, Dictionary<Guid, string> nameOf)
        {
            var (number, title) = deed.Task.Draft is { } now ? (now.Number, now.Title) : (deed.Task.Task!.Number, deed.Task.Task.Title);
            return new Line(deed.Kind, nameOf[deed.OrgUnitId], number.Length > 0 ? $"{number} {title}" : title, deed.DueBefore, deed.DueNow, deed.KeepsExtension, deed.IsOver);
        }
    }
}
