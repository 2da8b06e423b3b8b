using System.Globalization;
using System.Text;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>Writes whole days as a calendar that programs subscribe to (RFC 5545).</summary>
public static class CalendarText
{
    /// <summary>Octets of a line, without its end; longer ones go on in the next, after a blank.</summary>
    private const int LineOctets = 75;

    public sealed record Day(Guid Id, DateOnly On, string Summary, string Link);

    public static string Write(string name, DateTime utc, IEnumerable<Day> days)
    {
        StringBuilder text = new();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//PlanTracker//Deadlines//ZH");
        Line("CALSCALE:GREGORIAN");
        Line("METHOD:PUBLISH");
        Line($"X-WR-CALNAME:{Escaped(name)}");
        Line("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        Line("X-PUBLISHED-TTL:PT6H");
        foreach (var day in days)
        {
            Line("BEGIN:VEVENT");
            Line($"UID:{day.Id:N}@plantracker");
            Line($"DTSTAMP:{utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
            Line($"DTSTART;VALUE=DATE:{Date(day.On)}");

            // The end is not part of the day.
            Line($"DTEND;VALUE=DATE:{Date(day.On.AddDays(1))}");
            Line($"SUMMARY:{Escaped(day.Summary)}");
            Line($"DESCRIPTION:{Escaped(day.Link)}");
            Line($"URL:{day.Link}");
            Line("TRANSP:TRANSPARENT");
            Line("END:VEVENT");
        }

        Line("END:VCALENDAR");
        return text.ToString();

        void Line(string line)
        {
            var octets = 0;
            foreach (var rune in line.EnumerateRunes())
            {
                if (octets + rune.Utf8SequenceLength > LineOctets)
                {
                    text.Append("\r\n ");
                    octets = 1;
                }

                text.Append(rune.ToString());
                octets += rune.Utf8SequenceLength;
            }

            text.Append("\r\n");
        }
    }

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (var one in text)
        {
            if (one is '\\' or ';' or ',')
                escaped.Append('\\').Append(one);
            else if (one == '\n')
                escaped.Append("\\n");
            else if (!char.IsControl(one))
                escaped.Append(one);
        }

        return escaped.ToString();
    }
}
