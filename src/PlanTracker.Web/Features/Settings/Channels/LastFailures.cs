using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Settings;

/// <summary>What was not accepted lately, by channel.</summary>
public static class LastFailures
{
    private const int DaysBack = 30;
    private const int PerChannel = 3;
    private const int MostRead = 200;

    /// <param name="To">A person or an outlet, by name.</param>
    /// <param name="TryAgainAt">Null when nobody tries again by himself.</param>
    public sealed record Row(Channel Channel, DateOnly Day, string To, int Attempts, string Failure, DateTime? TryAgainAt);

    /// <summary>The last three of each channel in the last 30 days.</summary>
    public static async Task<IReadOnlyList<Row>> Read(IQueryable<Digest> digests, DateOnly today, CancellationToken cancellation)
    {
        var since = today.AddDays(-DaysBack);
        var rows = await digests.AsNoTracking().Where(x => x.State == DigestState.Failed && x.Failure != null && x.Day >= since)
            .OrderByDescending(x => x.Day).ThenByDescending(x => x.MadeAt).Take(MostRead)
            .Select(x => new Row(x.Channel, x.Day, x.Account!.DisplayName ?? x.Address, x.Attempts, x.Failure!, x.TryAgainAt)).ToListAsync(cancellation);
        return [.. rows.GroupBy(x => x.Channel).OrderBy(x => x.Key).SelectMany(x => x.Take(PerChannel))];
    }
}
