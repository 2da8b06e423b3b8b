using System.Globalization;
using PlanTracker.Domain;
using PlanTracker.Domain.Reminders;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>A ladder as it is typed: numbers in words of a line, an empty field leaves its rung out.</summary>
public sealed class LadderForm
{
    private static readonly char[] Between = ['、', ',', '，', ';', '；', ' ', '　', '/'];

    public bool OnPublishing { get; set; }
    public string Unsigned { get; set; } = "";
    public string Before { get; set; } = "";
    public bool OnTheDay { get; set; }
    public string Overdue { get; set; } = "";
    public string ThenEvery { get; set; } = "";
    public string Head { get; set; } = "";
    public string Leader { get; set; } = "";
    public bool MissingReports { get; set; }

    public static LadderForm Of(Ladder ladder) => new()
    {
        OnPublishing = ladder.OnPublishing,
        Unsigned = Text(ladder.UnsignedAfterWorkdays),
        Before = Text(ladder.DaysBefore.OrderDescending()),
        OnTheDay = ladder.OnTheDay,
        Overdue = Text(ladder.DaysOverdue.Order()),
        ThenEvery = Text(ladder.ThenEveryDays),
        Head = Text(ladder.HeadAtDaysOverdue),
        Leader = Text(ladder.LeaderProposalAtDaysOverdue),
        MissingReports = ladder.MissingReports,
    };

    /// <summary>The ladder, or the field that cannot be and why.</summary>
    public Outcome<Ladder> Read()
    {
        Refusal?[] refusals =
        [
            Number(Unsigned, "未签收提醒", out var unsigned), Numbers(Before, "到期前提醒", out var before), Numbers(Overdue, "逾期后提醒", out var overdue),
            Number(ThenEvery, "此后每隔", out var every), Number(Head, "提醒单位负责人", out var head), Number(Leader, "建议报分管领导", out var leader),
        ];
        return Array.Find(refusals, x => x is not null) is { } refusal ? refusal : LadderRefusal.Checked(new Ladder
        {
            OnPublishing = OnPublishing, UnsignedAfterWorkdays = unsigned, DaysBefore = before, OnTheDay = OnTheDay, DaysOverdue = overdue,
            ThenEveryDays = every, HeadAtDaysOverdue = head, LeaderProposalAtDaysOverdue = leader, MissingReports = MissingReports,
        });
    }

    private static Refusal? Numbers(string words, string field, out IReadOnlyList<int> numbers)
    {
        List<int> read = [];
        numbers = read;
        foreach (var word in words.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Number(word, field, out var number) is { } refusal)
                return refusal;
            read.Add(number!.Value);
        }

        return null;
    }

    private static Refusal? Number(string words, string field, out int? number)
    {
        number = null;
        if (words.Trim().Length == 0)
            return null;
        if (!int.TryParse(words.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var read) || read < 1)
            return new Refusal(RefusalKind.NotDays, field);
        number = read;
        return null;
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Text(IEnumerable<int> numbers) => string.Join('、', numbers.Select(x => Text(x)));
}

internal static class LadderRefusal
{
    public static Outcome<Ladder> Checked(Ladder ladder) => LadderLimits.FaultOf(ladder) is not { } fault ? ladder : fault.Kind switch
    {
        LadderFaultKind.TooManyBefore => Of(RefusalKind.TooManyRungs, "到期前提醒", fault),
        LadderFaultKind.TooManyOverdue => Of(RefusalKind.TooManyRungs, "逾期后提醒", fault),
        LadderFaultKind.BeforeOutOfRange => Of(RefusalKind.DaysOutOfRange, "到期前提醒", fault),
        LadderFaultKind.OverdueOutOfRange => Of(RefusalKind.DaysOutOfRange, "逾期后提醒", fault),
        LadderFaultKind.UnsignedOutOfRange => Of(RefusalKind.DaysOutOfRange, "未签收提醒", fault),
        LadderFaultKind.LeaderBeforeHead => RefusalKind.LeaderBeforeHead,
        _ => throw new ArgumentOutOfRangeException(nameof(ladder)),
    };

    private static Refusal Of(RefusalKind kind, string field, LadderFault fault) => new(kind, field, fault.Limit.ToString(CultureInfo.InvariantCulture));
}
