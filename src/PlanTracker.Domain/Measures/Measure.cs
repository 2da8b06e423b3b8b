namespace PlanTracker.Domain.Measures;

/// <summary>Every number that is shown, exported or published.</summary>
public enum Measure
{
    /// <summary>到期办结率: closed among those due ÷ due so far.</summary>
    DueCompletion,

    /// <summary>总体办结率: closed ÷ all that count.</summary>
    TotalCompletion,

    /// <summary>按时办结率: closed by their deadline ÷ due so far.</summary>
    OnTime,

    /// <summary>Overdue now, of those due so far.</summary>
    OverdueNow,

    /// <summary>Days late ÷ those that are or were finished late.</summary>
    AverageDaysLate,

    /// <summary>Waiting for a review.</summary>
    AwaitingReview,
    Unsigned,

    /// <summary>Without a report for a number of days.</summary>
    Silent,

    /// <summary>Extended, of all that count.</summary>
    Extended,
}

public static class MeasureDefinitions
{
    extension(Measure measure)
    {
        /// <summary>Shown as a per cent; the others as a plain number.</summary>
        public bool IsRate => measure is Measure.DueCompletion or Measure.TotalCompletion or Measure.OnTime;

        /// <summary>The one definition of the number. Where it is a plain count (not a rate, not an average) the numerator is shown, and the
        /// denominator is what it is out of, or null.</summary>
        public MeasureValue Of(Tally tally) => measure switch
        {
            Measure.DueCompletion => new(tally.DueClosed, tally.Due),
            Measure.TotalCompletion => new(tally.Closed, tally.Counted),
            Measure.OnTime => new(tally.DueClosedOnTime, tally.Due),
            Measure.OverdueNow => new(tally.OverdueNow, tally.Due),
            Measure.AverageDaysLate => new(tally.DaysLate, tally.Late),
            Measure.AwaitingReview => new(tally.AwaitingReview, null),
            Measure.Unsigned => new(tally.Unsigned, null),
            Measure.Silent => new(tally.Silent, null),
            Measure.Extended => new(tally.Extended, tally.Counted),
            _ => throw new ArgumentOutOfRangeException(nameof(measure)),
        };
    }
}
