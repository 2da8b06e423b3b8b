using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Headings without a number: short lines directly before a numbered item, behind the clause of the item before.</summary>
internal static class LooseHeadings
{
    private const int Longest = 30;

    public static void Mark(Flow flow, List<OutlineItem> roots, int bodyStart)
    {
        if (roots.Count < 2 || roots.TrueForAll(root => root.Label.Kind <= LabelKind.Section)) return;
        var headings = new List<string>();
        for (var i = 0; i < roots.Count; i++)
        {
            // The plan's own title is none of its headings, nor are those of the notice before it.
            var opensPlan = i == 0 || (roots[i - 1].Start < bodyStart && bodyStart <= roots[i].Start);
            if (opensPlan) headings = [];
            var from = Math.Max(i > 0 ? roots[i - 1].WordsStart : 0, opensPlan ? Math.Min(bodyStart, roots[i].Start) : 0);
            var start = HeadingsBefore(flow.Text, from, roots[i].Start, opensPlan, out var found);
            if (found.Count > 0)
            {
                if (found.Count == 1 && headings.Count == 2) headings = [headings[0], found[0]];
                else headings = found;
                if (i > 0) (roots[i - 1].OwnEnd, roots[i - 1].End) = (Math.Min(roots[i - 1].OwnEnd, start), start);
            }

            roots[i].LooseHeadings = headings;
        }
    }

    private static int HeadingsBefore(MappedText text, int from, int at, bool first, out List<string> found)
    {
        found = [];
        var start = at;
        for (var end = at - 1; end > from && found.Count < 2; end = start - 1)
        {
            var begin = Math.Max(from, text.Plain.LastIndexOf('\n', end - 1, end - from) + 1);
            if (begin == from && !first) break;
            var line = text.Slice(begin, end).Trim();
            if (!IsHeading(line.Plain))
            {
                if (line.Length > 3) break;
                start = begin;
                continue;
            }

            found.Insert(0, ItemTitle.Tidy(line.Printed));
            start = begin;
        }

        return start;
    }

    private static bool IsHeading(string plain) =>
        plain.Length is >= 4 and <= Longest && plain.AsSpan().IndexOfAny("。,;:!?|") < 0 && !RoleWords.LabelInText().IsMatch(plain)
            && !TitleWords.SignedDate().IsMatch(plain)
        && !TitleWords.DocNumber().IsMatch(plain);
}
