using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Wording;

/// <summary>The names of persons in a cell: 周德明、吴晓; padded ones (李 云) and padded ones without a separator (王 强李 云).</summary>
public static class LeaderNames
{
    private static readonly char[] Separators = ['、', ',', ';', '/'];

    public static List<NamedLeader> In(MappedText cell)
    {
        var leaders = new List<NamedLeader>();
        var plain = cell.Plain;
        for (int start = 0, end; start < plain.Length; start = end + 1)
        {
            end = plain.IndexOfAny(Separators, start);
            if (end < 0) end = plain.Length;
            foreach (var (s, e) in Parts(plain, start, end))
            {
                var name = cell.Slice(s, e).Squeeze();
                if (name.Length >= 2 && leaders.TrueForAll(known => known.Name != name.Printed))
                    leaders.Add(new NamedLeader(name.Printed, name.SpanOf(0, name.Length)));
            }
        }

        return leaders;
    }

    private static IEnumerable<(int Start, int End)> Parts(string plain, int start, int end)
    {
        var words = new List<(int Start, int End)>();
        for (var i = start; i < end;)
        {
            while (i < end && char.IsWhiteSpace(plain[i])) i++;
            var from = i;
            while (i < end && !char.IsWhiteSpace(plain[i])) i++;
            if (i > from) words.Add((from, i));
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].End - words[i].Start > 1 || i + 1 >= words.Count)
            {
                yield return words[i];
                continue;
            }

            // 王 | 强李 | 云: a padded name takes the first character of the next word; what is left begins the next name.
            var next = words[i + 1];
            yield return (words[i].Start, next.Start + 1);
            if (next.End - next.Start > 1) words[i + 1] = (next.Start + 1, next.End);
            else i++;
        }
    }
}
