using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Progress;

/// <summary>What is asked of one unit at once.</summary>
/// <param name="Count">Reports missing, or tasks late.</param>
/// <param name="Subject">Name of the round, or of the one task; empty for several tasks.</param>
public sealed record UrgeEntry(UrgeKind Kind, UrgeWay Way, Guid JurisdictionId, Guid OrgUnitId, int Count, string Subject = "", string Words = "")
{
    public Guid? PlanId { get; init; }
    public Guid? RoundId { get; init; }
    public Guid? OccurrenceId { get; init; }

    /// <summary>To the one task.</summary>
    public string? Link { get; init; }
}

/// <summary>Records what was asked of a unit and tells its people. It saves nothing; the caller saves once.</summary>
public sealed class UrgeWriter(PlanTrackerDbContext db, Actor actor, Clock clock, NoticeWriter notices)
{
    public async Task Write(UrgeEntry entry, CancellationToken cancellation = default)
    {
        db.Urges.Add(new Urge
        {
            Id = clock.NewId(), JurisdictionId = entry.JurisdictionId, OrgUnitId = entry.OrgUnitId, PlanId = entry.PlanId, RoundId = entry.RoundId,
            OccurrenceId = entry.OccurrenceId, Kind = entry.Kind, Way = entry.Way, Count = entry.Count, Words = entry.Words.Trim(),
            ById = actor.AccountId, ByName = actor.Name, At = clock.UtcNow, On = clock.Today,
        });

        // A call was heard, and a word in the work group was read there: only the message needs a messenger.
        if (entry.Way != UrgeWay.Message)
            return;
        var count = entry.Count.ToString(CultureInfo.InvariantCulture);
        if (entry.Kind == UrgeKind.MissingReport)
            await notices.ToUnit(entry.OrgUnitId, NoticeKind.MissingReport, "/report", [entry.Subject, count], cancellation);
        else if (entry.Link is { } link)
            await notices.ToUnit(entry.OrgUnitId, NoticeKind.TaskUrged, link, [entry.Subject, actor.Name, entry.Words], cancellation);
        else
            await notices.ToUnit(entry.OrgUnitId, NoticeKind.Urged, "/my-tasks", [count, entry.Words], cancellation);
    }

    /// <summary>How often each unit was asked since the first of this month; units that were not are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> ThisMonth(IReadOnlyCollection<Guid> jurisdictionIds, CancellationToken cancellation = default)
    {
        Guid[] places = [.. jurisdictionIds];
        var first = new DateOnly(clock.Today.Year, clock.Today.Month, 1);
        return await db.Urges.AsNoTracking().Where(x => places.Contains(x.JurisdictionId) && x.On >= first)
            .GroupBy(x => x.OrgUnitId).Select(x => new { Unit = x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Unit, x => x.Count, cancellation);
    }
}
