using System.Text.RegularExpressions;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Who signed a document, and on which day.</summary>
internal static partial class Signatures
{
    /// <summary>So many bodies may sign together.</summary>
    private const int MostJoint = 16;

    // The signature: a body's name, alone or joined, and the day directly behind it.
    public static (string? Issuer, DateOnly? Issued, int? At) Find(List<Segment> segments)
    {
        for (var i = 0; i < segments.Count; i++)
        {
            var plain = segments[i].Plain;
            if (SignedInOne().Match(plain) is { Success: true } glued && UnitNames.LooksComplete(glued.Groups["body"].Value)
                && !glued.Groups["body"].Value.EndsWith('年'))
            {
                return (segments[i].Text.Printed[..glued.Groups["body"].Length],
                    TitleWords.DayOf(TitleWords.SignedDate().Match(plain, glued.Groups["body"].Length, plain.Length - glued.Groups["body"].Length)),
                    segments[i].Start);
            }

            var date = TitleWords.SignedDate().Match(plain);
            if (!date.Success || i == 0 || plain.Length > date.Length && plain[date.Length..].StartsWith("印发", StringComparison.Ordinal)) continue;
            var bodies = new List<string>();
            for (var before = i - 1; before >= 0 && bodies.Count < MostJoint && IsBody(segments[before].Plain); before--)
                bodies.InsertRange(0, Bodies(segments[before]));
            if (bodies.Count > 0) return (string.Join("、", bodies), TitleWords.DayOf(date), segments[i].Start);
        }

        return (null, null, null);
    }

    /// <summary>The body that signs below without a day and whose plan it is, as the title says.</summary>
    public static string? FindUndated(List<Segment> segments, string plainTitle) => segments.Count < 2 ? null
        : segments.Skip(segments.Count / 2).LastOrDefault(segment => segment.Plain.Length >= 4 && IsBody(segment.Plain)
            && plainTitle.Length > segment.Plain.Length && plainTitle.StartsWith(segment.Plain, StringComparison.Ordinal))?.Text.Printed;

    // …请认真组织实施。某县人民政府办公室2026年2月22日某县工作方案…: the whole page came without blanks.
    public static (string Issuer, DateOnly? Issued)? FindGlued(MappedText squeezed)
    {
        foreach (Match match in SignedBehindStop().Matches(squeezed.Plain))
        {
            if (UnitNames.LooksComplete(match.Groups["body"].Value))
            {
                return (squeezed.Printed[match.Index..(match.Index + match.Groups["body"].Length)],
                    TitleWords.DayOf(TitleWords.SignedDate().Match(match.Groups["day"].Value)));
            }
        }

        return null;
    }

    [GeneratedRegex(@"(?<=[。!])(?<body>[\u4e00-\u9fff]{4,30})(?<day>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)(?!印发|前|之前|以前)")]
    private static partial Regex SignedBehindStop();

    // 某县交通局  某县公安局: several bodies beside each other.
    private static List<string> Bodies(Segment segment)
    {
        var parts = segment.Printed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && Array.TrueForAll(parts, part => part.Length >= 3 && UnitNames.LooksComplete(PlainForm.Of(part))) ? [.. parts]
            : [segment.Text.Printed];
    }

    [GeneratedRegex(@"^(?<body>[\u4e00-\u9fff]{4,30}?)(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?!印发)")]
    private static partial Regex SignedInOne();

    private static bool IsBody(string plain) => plain.Length is >= 3 and <= 40 && plain.AsSpan().IndexOfAny("。:;,《》()") < 0
        && UnitNames.LooksComplete(plain) && !TitleLines.PageFurniture().IsMatch(plain);
}
