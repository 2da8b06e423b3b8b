using System.Globalization;

namespace PlanTracker.Domain.Reminders;

/// <summary>Why a reminder goes out; in the order of urgency, least first.</summary>
public enum RungKind
{
    Published,

    /// <summary>Not signed for; Number is workdays since it was handed over.</summary>
    Unsigned,

    /// <summary>Number of calendar days before a milestone; 0 on its day.</summary>
    MilestoneBefore,

    /// <summary>Number of calendar days before the deadline.</summary>
    Before,
    OnTheDay,

    /// <summary>A report is missing; Number is 0 on the cut-off day and 1 on the working day after.</summary>
    MissingReport,

    /// <summary>Number of calendar days past a milestone that is not reached.</summary>
    MilestoneOverdue,

    /// <summary>Number of calendar days past the deadline.</summary>
    Overdue,

    /// <summary>The same, to the head of the unit.</summary>
    HeadOverdue,

    /// <summary>The same: a word to the supervising leader is proposed, and the office sends it.</summary>
    LeaderProposal,
}

public enum Audience
{
    Unit,
    UnitHead,
    Coordinator,
}

/// <summary>One rung of the ladder. With the occurrence and the nominal day it makes a reminder unique.</summary>
public readonly record struct Rung(RungKind Kind, int Number = 0) : IComparable<Rung>
{
    public Audience Audience => Kind switch
    {
        RungKind.HeadOverdue => Audience.UnitHead,
        RungKind.LeaderProposal => Audience.Coordinator,
        _ => Audience.Unit,
    };

    /// <summary>Its stable name in the ledger: Before30, Overdue7, OnTheDay.</summary>
    public string Name => Number == 0 ? Kind.ToString() : string.Create(CultureInfo.InvariantCulture, $"{Kind}{Number}");

    /// <summary>The opposite of <see cref="Name"/>.</summary>
    public static Rung Parse(string name)
    {
        var kind = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var number = kind.Length == name.Length ? 0 : int.Parse(name.AsSpan(kind.Length), CultureInfo.InvariantCulture);
        return new(Enum.Parse<RungKind>(kind), number);
    }

    /// <summary>By urgency: the last is what a digest names a task by. Fewer days before, or more days after, are more urgent.</summary>
    public int CompareTo(Rung other) => Kind != other.Kind
        ? Kind.CompareTo(other.Kind)
        : Kind is RungKind.Before or RungKind.MilestoneBefore ? other.Number.CompareTo(Number) : Number.CompareTo(other.Number);

    public static bool operator <(Rung left, Rung right) => left.CompareTo(right) < 0;

    public static bool operator >(Rung left, Rung right) => left.CompareTo(right) > 0;

    public static bool operator <=(Rung left, Rung right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Rung left, Rung right) => left.CompareTo(right) >= 0;
}
