using System.Text.RegularExpressions;
using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Wording;

/// <summary>The names of persons in a cell: 周德明、吴晓; padded ones (李 云) and padded ones without a separator (王 强李 云).</summary>
public static partial class LeaderNames
{
    [GeneratedRegex("^(?<name>[\u4e00-\u9fff]{2,3}?)(?:同志|(?:常务)?副?(?:省|市|县|区|州|镇|乡)长|副?书记|副?主任|常委)" +
        "(?:牵头|负责|主抓|主管|领办|领衔|包联|分管)的?(?:负责|落实)?的?(?:年度|重点)*(?:工作|任务|事项|项目)")]
    private static partial Regex Heading();

    /// <summary>The leader whom the heading of a section names for all under it; null where it names none.</summary>
    public static NamedLeader? InHeading(MappedText heading) =>
        Heading().Match(heading.Plain) is { Success: true } match && PersonNames.LooksLikeOne(match.Groups["name"].Value)
            ? new NamedLeader(heading.Printed[..match.Groups["name"].Length], heading.SpanOf(0, match.Groups["name"].Length)) : null;

    private static readonly char[] Separators = ['、', ',', ';', '/'];

    // 贺山（县住建局局长）
    [GeneratedRegex(@"^(?<name>[\u4e00-\u9fff]{2,4})\([^()]*(?:长|书记|主任|常委|委员|主席|干部|负责人|局|委|办)\)$")]
    private static partial Regex Post();

    public static NamedLeader WithoutPost(MappedText name)
    {
        var length = Post().Match(name.Plain) is { Success: true } post ? post.Groups["name"].Length : name.Length;
        return new NamedLeader(name.Printed[..length], name.SpanOf(0, length));
    }

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
                if (name.Length >= 2 && WithoutPost(name) is var leader && leaders.TrueForAll(known => known.Name != leader.Name))
                    leaders.Add(leader);
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
