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

    private static readonly char[] Separators = ['、', ',', ';', '/', ':'];

    // 贺山（县住建局局长）
    [GeneratedRegex(@"^(?<name>[\u4e00-\u9fff]{2,4})\([^()]*(?:长|书记|主任|常委|委员|主席|干部|负责人|局|委|办)\)$")]
    private static partial Regex Post();

    private const string Posts = "(?:书记|主任|委员|主席|常委|领导|秘书长|指挥长|干事|经理|专干|负责人|组织员|[省市县区州镇乡村局处科所站队院部组校社厂场园会董事]长)";

    // 县住建局局长贺山, 副县长贺山
    [GeneratedRegex("^[一-鿿()]{0,20}" + Posts + "(?<name>[一-鿿]{2,3})$")]
    private static partial Regex PostBefore();

    // 贺山同志, 贺山副县长
    [GeneratedRegex("^(?<name>[一-鿿]{2,3}?)(?:同志|先生|女士|(?:常务)?副?" + Posts + ")$")]
    private static partial Regex PostBehind();

    [GeneratedRegex("^[一-鿿]{0,10}" + Posts + "$")]
    private static partial Regex PostAlone();

    /// <summary>The words name a post and nobody who holds it.</summary>
    public static bool IsPostAlone(string plain) => PostAlone().IsMatch(plain)
        && !PersonNames.LooksLikeOne(PostBehind().Match(plain).Groups["name"].Value);

    /// <summary>A person who is named with a post; null where the words are no such thing.</summary>
    public static NamedLeader? WithPost(MappedText name)
    {
        if (Post().Match(name.Plain) is { Success: true } post && PersonNames.LooksLikeOne(post.Groups["name"].Value))
            return Leader(name, post.Groups["name"]);
        foreach (var named in new[] { PostBefore().Match(name.Plain), PostBehind().Match(name.Plain) })
        {
            if (named.Success && PersonNames.LooksLikeOne(named.Groups["name"].Value)) return Leader(name, named.Groups["name"]);
        }

        return null;
    }

    public static NamedLeader WithoutPost(MappedText name) => WithPost(name)
        ?? (Post().Match(name.Plain) is { Success: true } post ? Leader(name, post.Groups["name"])
            : new NamedLeader(name.Printed, name.SpanOf(0, name.Length)));

    /// <summary>The person behind a complete name of a body, or alone: 县水利局贺山.</summary>
    public static NamedLeader? Behind(MappedText name)
    {
        if (PersonNames.LooksLikeOne(name.Plain)) return new NamedLeader(name.Printed, name.SpanOf(0, name.Length));
        for (var length = 3; length >= 2; length--)
        {
            var at = name.Length - length;
            if (at > 2 && PersonNames.LooksLikeOne(name.Plain[at..]) && UnitNames.LooksComplete(name.Plain[..at]))
                return new NamedLeader(name.Printed[at..], name.SpanOf(at, name.Length));
        }

        return null;
    }

    private static NamedLeader Leader(MappedText name, Group part) =>
        new(name.Printed[part.Index..(part.Index + part.Length)], name.SpanOf(part.Index, part.Index + part.Length));

    public static List<NamedLeader> In(MappedText cell)
    {
        var leaders = new List<NamedLeader>();
        var plain = cell.Plain;
        for (int start = 0, end; start < plain.Length; start = end + 1)
        {
            end = plain.IndexOfAny(Separators, start);
            if (end < 0) end = plain.Length;
            foreach (var (s, e) in PaddedNames.In(plain, start, end))
            {
                var name = cell.Slice(s, e).Squeeze();
                // 副县长 贺山: the post stands apart from who holds it.
                if (name.Length < cell.Length && IsPostAlone(name.Plain)) continue;
                if (name.Length >= 2 && WithoutPost(name) is var leader && leaders.TrueForAll(known => known.Name != leader.Name))
                    leaders.Add(leader);
            }
        }

        return leaders;
    }
}
