namespace PlanTracker.Domain.Reminders;

/// <summary>When a plan reminds. An empty list or a null leaves that rung out.</summary>
public sealed record Ladder
{
    public static Ladder Default { get; } = new();

    public bool OnPublishing { get; init; } = true;

    public int? UnsignedAfterWorkdays { get; init => field = Positive(value); } = 3;

    public IReadOnlyList<int> DaysBefore { get; init => field = Positive(value); } = [30, 15, 7, 3, 1];

    public bool OnTheDay { get; init; } = true;

    public IReadOnlyList<int> DaysOverdue { get; init => field = Positive(value); } = [1, 3, 7];

    /// <summary>After the last of <see cref="DaysOverdue"/> again every so many days.</summary>
    public int? ThenEveryDays { get; init => field = Positive(value); } = 7;

    public int? HeadAtDaysOverdue { get; init => field = Positive(value); } = 7;

    public int? LeaderProposalAtDaysOverdue { get; init => field = Positive(value); } = 15;

    public bool MissingReports { get; init; } = true;

    /// <summary>Days past the deadline on which the unit is reminded, up to and with the last given.</summary>
    public IEnumerable<int> OverdueUpTo(int last)
    {
        var fixedDays = DaysOverdue.Order().Where(days => days <= last);
        if (ThenEveryDays is not { } every)
            return fixedDays;
        var start = DaysOverdue.DefaultIfEmpty(0).Max();
        return last < start ? fixedDays : fixedDays.Concat(Enumerable.Range(1, (last - start) / every).Select(turn => start + turn * every));
    }

    /// <summary>Two that name the same days are one.</summary>
    public bool Equals(Ladder? other) => other is not null
        && (OnPublishing, UnsignedAfterWorkdays, OnTheDay, ThenEveryDays, HeadAtDaysOverdue, LeaderProposalAtDaysOverdue, MissingReports)
            == (other.OnPublishing, other.UnsignedAfterWorkdays, other.OnTheDay, other.ThenEveryDays, other.HeadAtDaysOverdue,
                other.LeaderProposalAtDaysOverdue, other.MissingReports)
        && DaysBefore.Order().SequenceEqual(other.DaysBefore.Order()) && DaysOverdue.Order().SequenceEqual(other.DaysOverdue.Order());

    public override int GetHashCode() => HashCode.Combine(
        OnPublishing, UnsignedAfterWorkdays, OnTheDay, ThenEveryDays, HeadAtDaysOverdue, DaysBefore.Sum(), DaysOverdue.Sum());

    private static int? Positive(int? value) => value is null or > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));

    private static IReadOnlyList<int> Positive(IReadOnlyList<int> values) =>
        values.All(value => value > 0) ? [.. values.Distinct()] : throw new ArgumentOutOfRangeException(nameof(values));
}
