namespace PlanTracker.Domain.Supervision;

/// <summary>督办单的颜色, from the mildest on.</summary>
public enum OrderColour
{
    Blue,
    Yellow,
    Red,
}

public enum OrderGroundKind
{
    /// <summary>Figure: calendar days since the deadline.</summary>
    Overdue,

    /// <summary>Figure: how often it was urged.</summary>
    Urged,

    /// <summary>Figure: points behind the planned pace.</summary>
    BehindPace,

    /// <summary>The order of the colour before was not settled within its limit. Figure: calendar days since that limit.</summary>
    OrderOverran,

    /// <summary>The office saw fit. Figure: 0.</summary>
    ByDecision,
}

public readonly record struct OrderGround(OrderGroundKind Kind, int Figure);

/// <summary>One colour of the ladder: any one of its conditions is enough; one that is null asks for nothing.</summary>
public sealed record OrderRung
{
    public required OrderColour Colour { get; init; }
    public required string Name { get; init; }

    /// <summary>At least this many calendar days past the confirmed deadline.</summary>
    public int? DaysOverdue { get; init; }

    /// <summary>Urged at least this often.</summary>
    public int? TimesUrged { get; init; }

    /// <summary>At least this many points behind the planned pace, where the plan goes by its pace.</summary>
    public int? PointsBehind { get; init; }

    /// <summary>Follows the colour before when that was not settled within its limit.</summary>
    public bool AfterOverrun { get; init; }

    /// <summary>Within how many working days the unit answers.</summary>
    public required int LimitWorkdays { get; init; }
}

/// <summary>All that a proposal depends on.</summary>
/// <param name="DaysOverdue">Past the confirmed deadline; 0 while not.</param>
/// <param name="PointsBehind">Null where the plan does not go by its pace.</param>
/// <param name="Running">The order that is not settled; null while there is none.</param>
/// <param name="DaysOverrun">Since the running order's limit, while it is not settled; 0 while within it.</param>
public readonly record struct OrderFacts(int DaysOverdue, int TimesUrged, int? PointsBehind, OrderColour? Running, int DaysOverrun);

/// <summary>A jurisdiction's ladder of orders. Places differ: pattern, names, conditions and limits are data.</summary>
public sealed record OrderLadder
{
    /// <summary>As <see cref="NumberPattern"/> fills it.</summary>
    public const string DefaultPattern = "督办〔{year}〕{number}号";

    public string Pattern { get; init; } = DefaultPattern;

    /// <summary>Whose name stands under an order; empty: the office that issues it.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>From the mildest on, each colour at most once.</summary>
    public IReadOnlyList<OrderRung> Rungs { get; init; } =
    [
        new() { Colour = OrderColour.Blue, Name = "蓝色督办", DaysOverdue = 7, TimesUrged = 2, PointsBehind = 30, LimitWorkdays = 5 },
        new() { Colour = OrderColour.Yellow, Name = "黄色督办", DaysOverdue = 30, TimesUrged = 4, AfterOverrun = true, LimitWorkdays = 3 },
        new() { Colour = OrderColour.Red, Name = "红色督办", DaysOverdue = 60, AfterOverrun = true, LimitWorkdays = 3 },
    ];

    public string NumberOf(int year, int ordinal) => NumberPattern.Fill(Pattern, year, ordinal);

    /// <summary>The rung whose condition is fulfilled, with its ground; null where none is. A first order is of the worst colour that holds; while an order runs
    /// within its limit nothing is proposed, and one that overran climbs by one colour and no more.</summary>
    public (OrderRung Rung, OrderGround Ground)? Propose(OrderFacts facts)
    {
        if (facts.Running is { } running)
        {
            var next = Rungs.FirstOrDefault(rung => rung.Colour > running);
            return next is { AfterOverrun: true } && facts.DaysOverrun > 0 ? (next, new OrderGround(OrderGroundKind.OrderOverran, facts.DaysOverrun)) : null;
        }

        foreach (var rung in Rungs.Reverse())
        {
            if (GroundFor(rung, facts) is { } ground)
                return (rung, ground);
        }

        return null;
    }

    private static OrderGround? GroundFor(OrderRung rung, OrderFacts facts) =>
        rung.DaysOverdue is { } days && facts.DaysOverdue >= days ? new OrderGround(OrderGroundKind.Overdue, facts.DaysOverdue)
        : rung.TimesUrged is { } times && facts.TimesUrged >= times ? new OrderGround(OrderGroundKind.Urged, facts.TimesUrged)
        : rung.PointsBehind is { } points && facts.PointsBehind >= points ? new OrderGround(OrderGroundKind.BehindPace, facts.PointsBehind.Value)
        : null;
}
