namespace PlanTracker.Domain.Deadlines;

/// <summary>By when a task is to be done. A day counts in full: what is due by the 30th may be finished on the 30th.</summary>
public abstract record Deadline
{
    private Deadline()
    {
    }

    /// <summary>Whether the document states it beyond doubt or a person confirmed it. What nobody confirmed never turns red.</summary>
    public bool IsConfirmed { get; init; } = true;

    /// <summary>The one day by which all is due; null for recurring and ongoing tasks.</summary>
    public abstract DateOnly? LastDay { get; }

    public virtual IReadOnlyList<DateOnly> Milestones => [];

    public sealed record DueBy(DateOnly Day) : Deadline
    {
        public override DateOnly? LastDay => Day;
    }

    /// <summary>Several dated steps: the last is the deadline, the earlier ones are milestones.</summary>
    public sealed record Steps : Deadline
    {
        /// <param name="milestones">At least one, in order, all before <paramref name="last"/>.</param>
        public Steps(IReadOnlyList<DateOnly> milestones, DateOnly last)
        {
            ArgumentOutOfRangeException.ThrowIfZero(milestones.Count, nameof(milestones));
            if (milestones.Zip(milestones.Skip(1).Append(last)).Any(pair => pair.First >= pair.Second))
                throw new ArgumentException("Milestones stand in order and before the last day.", nameof(milestones));
            (Milestones, Last) = ([.. milestones], last);
        }

        public override IReadOnlyList<DateOnly> Milestones { get; }

        public DateOnly Last { get; }

        public override DateOnly? LastDay => Last;

        public bool Equals(Steps? other) => base.Equals(other) && Last == other.Last && Milestones.SequenceEqual(other.Milestones);

        public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Last, Milestones.Count);
    }

    /// <param name="Day">The day inside each period; null for its last day.</param>
    public sealed record EveryPeriod(Recurrence Recurrence, DayInPeriod? Day = null) : Deadline
    {
        /// <summary>Null for the last day, however that was said.</summary>
        public DayInPeriod? Day { get; } = Day is { } day && day.IsLastOf(Recurrence) ? null : Day;

        public override DateOnly? LastDay => null;

        public DateOnly DueIn(Period period) => Day?.In(period) ?? period.Last;
    }

    /// <summary>长期坚持, 持续推进: stands apart and is confirmed once in each reporting cycle.</summary>
    public sealed record Ongoing : Deadline
    {
        public override DateOnly? LastDay => null;
    }

    /// <summary>The document names no time; the end of the plan's period is proposed.</summary>
    public sealed record Unstated : Deadline
    {
        public Unstated(DateOnly proposed) => (Proposed, IsConfirmed) = (proposed, false);

        public DateOnly Proposed { get; }

        public override DateOnly? LastDay => Proposed;
    }
}
