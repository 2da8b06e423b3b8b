using System.Collections.Frozen;

namespace PlanTracker.Domain.Calendars;

/// <summary>Which days are worked: <c>local overlay ?? national notice ?? Monday to Friday</c>.</summary>
public sealed class WorkingCalendar
{
    private static readonly Lazy<WorkingCalendar> BuiltIn = new(() => new WorkingCalendar(BuiltInNotices()));

    private readonly FrozenDictionary<DateOnly, bool> overlay;
    private readonly HolidayNotice[] notices;

    /// <param name="notices">Of two for one year the later in the list counts.</param>
    /// <param name="overlay">Days of the region's own; true for a day that is worked.</param>
    public WorkingCalendar(IEnumerable<HolidayNotice> notices, IReadOnlyDictionary<DateOnly, bool>? overlay = null)
    {
        this.notices = [.. notices.GroupBy(notice => notice.Year).Select(year => year.Last()).OrderByDescending(notice => notice.Year)];
        this.overlay = overlay?.ToFrozenDictionary() ?? FrozenDictionary<DateOnly, bool>.Empty;
    }

    /// <summary>The national notices known when this program was built, without any overlay.</summary>
    public static WorkingCalendar National => BuiltIn.Value;

    public IReadOnlyList<HolidayNotice> Notices => notices;

    /// <summary>The same notices, with those given in place of or beside them.</summary>
    public WorkingCalendar With(IEnumerable<HolidayNotice> more) => new(notices.Concat(more), overlay);

    public WorkingCalendar WithOverlay(IReadOnlyDictionary<DateOnly, bool> days) => new(notices, days);

    public bool IsWorkday(DateOnly day)
    {
        if (overlay.TryGetValue(day, out var worked))
            return worked;
        foreach (var notice in notices)
        {
            if (notice.Says(day) is { } said)
                return said;
        }

        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    /// <summary>No notice speaks of that year yet, so that what is worked out may still change.</summary>
    public bool IsProvisional(DateOnly day) => notices.Length == 0 || day.Year > notices[0].Year;

    /// <summary>The n-th workday after the day, or before it for a negative count; the day itself for none.</summary>
    public DateOnly AddWorkdays(DateOnly day, int count)
    {
        var direction = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(direction);
            if (IsWorkday(day))
                left--;
        }

        return day;
    }

    /// <summary>Workdays after the first day up to and with the second; negative when the second lies before.</summary>
    public int WorkdaysBetween(DateOnly from, DateOnly to)
    {
        var direction = Math.Sign(to.CompareTo(from));
        var count = 0;
        for (var day = from; day != to;)
        {
            day = day.AddDays(direction);
            if (IsWorkday(day))
                count += direction;
        }

        return count;
    }

    public DateOnly PreviousWorkdayOrSame(DateOnly day) => IsWorkday(day) ? day : AddWorkdays(day, -1);

    public DateOnly NextWorkdayOrSame(DateOnly day) => IsWorkday(day) ? day : AddWorkdays(day, 1);

    private static IReadOnlyList<HolidayNotice> BuiltInNotices()
    {
        using var stream = typeof(WorkingCalendar).Assembly.GetManifestResourceStream("PlanTracker.Domain.Calendars.national.json")!;
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return HolidayNotice.Read(bytes.ToArray()).Value;
    }
}
