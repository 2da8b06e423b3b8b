using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace PlanTracker.Domain.Calendars;

/// <summary>What the State Council announced for one year: which days are off and which weekend days are worked.</summary>
public sealed class HolidayNotice
{
    private const int LongestRange = 31;

    private readonly FrozenDictionary<DateOnly, bool> isWorkday;

    private HolidayNotice(int year, Dictionary<DateOnly, bool> isWorkday) => (Year, this.isWorkday) = (year, isWorkday.ToFrozenDictionary());

    public int Year { get; }

    /// <summary>Whether the notice names the day as worked or off; null for days that it does not name.</summary>
    public bool? Says(DateOnly day) => isWorkday.TryGetValue(day, out var worked) ? worked : null;

    /// <summary>The days named as worked, or as off: first and last of each run, in their order.</summary>
    public IReadOnlyList<(DateOnly First, DateOnly Last)> Runs(bool worked)
    {
        List<(DateOnly First, DateOnly Last)> runs = [];
        foreach (var day in isWorkday.Where(x => x.Value == worked).Select(x => x.Key).Order())
        {
            if (runs.Count > 0 && runs[^1].Last.AddDays(1) == day && day.DayNumber - runs[^1].First.DayNumber <= LongestRange)
                runs[^1] = (runs[^1].First, day);
            else
                runs.Add((day, day));
        }

        return runs;
    }

    /// <summary>The year alone, as <see cref="Read"/> reads it.</summary>
    public string Write()
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter writer = new(bytes))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("years");
            writer.WriteStartObject(Year.ToString(CultureInfo.InvariantCulture));
            foreach (var (member, worked) in new[] { ("off", false), ("work", true) })
            {
                writer.WriteStartArray(member);
                foreach (var (first, last) in Runs(worked))
                    writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd}/{last:yyyy-MM-dd}"));
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Reads <c>{"years": {"2026": {"off": ["2026-01-01/2026-01-03"], "work": ["2026-01-04"]}}}</c>; other members are passed over. A file
    /// that says something impossible is refused whole, with the words at fault.</summary>
    public static Outcome<IReadOnlyList<HolidayNotice>> Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            List<HolidayNotice> notices = [];
            foreach (var year in document.RootElement.GetProperty("years").EnumerateObject())
                notices.Add(One(year));
            return notices.Count == 0 ? Invalid("years") : notices.OrderBy(notice => notice.Year).ToArray();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return Invalid(e.Message);
        }
    }

    private static HolidayNotice One(JsonProperty named)
    {
        if (!int.TryParse(named.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1949 or > 2999)
            throw new FormatException(named.Name);
        Dictionary<DateOnly, bool> days = [];
        foreach (var (member, worked) in new[] { ("off", false), ("work", true) })
        {
            foreach (var range in named.Value.GetProperty(member).EnumerateArray())
            {
                foreach (var day in Days(range.GetString() ?? ""))
                {
                    // New Year's holiday may begin in the old year.
                    if (Math.Abs(day.Year - year) > 1 || !days.TryAdd(day, worked))
                        throw new FormatException(range.GetString());
                }
            }
        }

        return new HolidayNotice(year, days);
    }

    private static IEnumerable<DateOnly> Days(string range)
    {
        var ends = range.Split('/');
        DateOnly first = Day(ends[0]), last = Day(ends[^1]);
        if (ends.Length > 2 || last < first || last.DayNumber - first.DayNumber > LongestRange)
            throw new FormatException(range);
        for (var day = first; day <= last; day = day.AddDays(1))
            yield return day;
    }

    private static DateOnly Day(string words) =>
        DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FormatException(words);

    private static Refusal Invalid(string words) => new(RefusalKind.Invalid, "HolidayNotice", words);
}
