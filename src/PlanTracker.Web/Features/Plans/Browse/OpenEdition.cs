using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans.Editions;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Browse;

/// <summary>A plan as one of its editions worded it, whatever became of the tasks since.</summary>
public static class OpenEdition
{
    public sealed record Query(Guid PlanId, int Ordinal) : IQuery<Outcome<Result>>;

    /// <param name="Words">On what ground it was amended; empty for the first.</param>
    public sealed record Result(
        Guid PlanId, int Ordinal, string Title, string DocNumber, string Issuer, DateOnly? Issued, int FirstYear, int LastYear, DateOnly PublishedOn, string By,
        string Words, string FileName, bool HasFile, string SourceText, IReadOnlyList<Row> Tasks, IReadOnlyList<EditionLink> Editions);

    /// <param name="IsDeclined">What the document said was not adopted: these are the words of the edition before.</param>
    public sealed record Row(Guid TaskId, WordedTask Task, bool IsDeclined);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var edition = await db.PlanEditions.AsNoTracking().Include(x => x.Wordings.OrderBy(w => w.Position))
                .Where(x => x.PlanId == request.PlanId && x.Ordinal == request.Ordinal && db.PlansFor(actor).Any(plan => plan.Id == x.PlanId))
                .SingleOrDefaultAsync(cancellationToken);
            if (edition is null)
                return RefusalKind.NotFound;
            var by = await db.Users.Where(x => x.Id == edition.PublishedById).Select(x => x.DisplayName).FirstOrDefaultAsync(cancellationToken);
            PlanPeriod years = new(edition.FirstYear, edition.LastYear);
            return new Result(
                edition.PlanId, edition.Ordinal, edition.Title, edition.DocNumber, edition.Issuer, edition.Issued, edition.FirstYear, edition.LastYear,
                edition.PublishedOn, by ?? "", edition.Words, edition.FileName, edition.FileHash.Length > 0, edition.SourceText,
                [.. edition.Wordings.Where(x => x.Change != ChangeKind.Withdrawn || x.IsDeclined).Select(x => new Row(x.PlanTaskId, x.Worded(years), x.IsDeclined))],
                await db.EditionsOf(edition.PlanId, cancellationToken));
        }
    }
}
