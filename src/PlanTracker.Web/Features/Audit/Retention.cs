using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Auditing;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Audit;

/// <summary>How many days the log is kept.</summary>
public static class Retention
{
    /// <summary>Six months: the law's least (Cybersecurity Law, article 21 (3)).</summary>
    public const int FewestDays = 183;
    public const int MostDays = 36_500;
    public const int DefaultDays = 365;

    private const string Key = "audit.keep-days";

    public static async Task<int> DaysKept(this PlanTrackerDbContext db, CancellationToken cancellation) =>
        int.TryParse(await db.ReadSetting(Key, cancellation), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? Math.Max(days, FewestDays) : DefaultDays;

    public static Task KeepFor(this PlanTrackerDbContext db, int days, CancellationToken cancellation) =>
        db.WriteSetting(Key, days.ToString(CultureInfo.InvariantCulture), cancellation);
}

public static class ReadRetention
{
    public sealed record Query : IQuery<Outcome<Result>>;

    /// <param name="Entries">Of the whole installation, with the instants of the oldest and the newest.</param>
    public sealed record Result(int Days, long Entries, DateTime? Oldest, long RemovedUpTo);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.Audits)
                return RefusalKind.NotAllowed;
            var oldest = await db.AuditEntries.AsNoTracking().OrderBy(x => x.Number).Select(x => (DateTime?)x.At).FirstOrDefaultAsync(cancellationToken);
            var removed = await db.AuditHeads.Select(x => x.KeptFrom - 1).SingleOrDefaultAsync(cancellationToken);
            return new Result(await db.DaysKept(cancellationToken), await db.AuditEntries.LongCountAsync(cancellationToken), oldest, removed);
        }
    }
}

public static class SaveRetention
{
    public sealed record Command(int Days) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.Audits)
                return RefusalKind.NotAllowed;
            if (request.Days is < Retention.FewestDays or > Retention.MostDays)
                return new Refusal(RefusalKind.Invalid, "保存天数");
            await db.KeepFor(request.Days, cancellationToken);
            return await db.SaveIfFirst(Done.It, cancellationToken);
        }
    }
}

/// <summary>Removes what has been kept for its time. The entry about it names how many, the first and the last with its hash, so that the rest still verifies. May
/// run twice.</summary>
public static class RemoveOldEntries
{
    public sealed record Command(DateOnly Day) : ICommand<Outcome<int>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, DeedNote note) : IHandler<Command, Outcome<int>>
    {
        public async Task<Outcome<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            // Nobody removes entries by hand, not the auditor either.
            if (!actor.IsSystem)
                return RefusalKind.NotAllowed;
            var before = Clock.ToUtc(request.Day.AddDays(-await db.DaysKept(cancellationToken)), TimeOnly.MinValue);

            // Numbers and instants may differ in order where clocks do: only what lies wholly before is removed.
            var kept = await db.AuditEntries.Where(x => x.At >= before).OrderBy(x => x.Number).Select(x => (long?)x.Number).FirstOrDefaultAsync(cancellationToken);
            var last = await db.AuditEntries.AsNoTracking().Where(x => kept == null || x.Number < kept).OrderByDescending(x => x.Number).Select(x => new { x.Number, x.Hash })
                .FirstOrDefaultAsync(cancellationToken);
            if (last is null)
                return 0;
            var first = await db.AuditEntries.MinAsync(x => x.Number, cancellationToken);
            await db.AuditHeads.ExecuteUpdateAsync(x => x.SetProperty(head => head.KeptFrom, last.Number + 1), cancellationToken);
            var removed = await db.AuditEntries.Where(x => x.Number <= last.Number).ExecuteDeleteAsync(cancellationToken);
            (note.Facts["count"], note.Facts["first"], note.Facts["last"], note.Facts["hash"]) = ($"{removed}", $"{first}", $"{last.Number}", last.Hash);
            return removed;
        }
    }
}
