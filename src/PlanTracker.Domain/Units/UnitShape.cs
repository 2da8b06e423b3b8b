namespace PlanTracker.Domain.Units;

/// <summary>To which side of a place's offices a name says it belongs. 县委办 and 县政府办 differ in nothing else.</summary>
internal enum Branch
{
    /// <summary>The name does not say.</summary>
    Unsaid,
    Party,
    Government,
    Congress,
    Cppcc,
}

/// <summary>A name without its place, taken apart: 委|机构·编制·委员会|办.</summary>
/// <param name="Ending">What kind of body it is, in its shortest form: 局, 办 for 办公室, 委 for 委员会; empty where the name does not say.</param>
internal sealed record UnitShape(Branch Branch, IReadOnlyList<ShapeWord> Words, string Ending)
{
    private static readonly (string Said, Branch Branch)[] Branches =
    [
        ("委员会", Branch.Party), ("党委", Branch.Party), ("委", Branch.Party), ("人民政府", Branch.Government), ("政府", Branch.Government),
        ("府办", Branch.Government), ("人民代表大会", Branch.Congress), ("人大", Branch.Congress), ("政治协商会议", Branch.Cppcc), ("政协", Branch.Cppcc),
    ];

    // Longest first.
    private static readonly (string Said, string Short)[] Endings =
    [
        .. new (string Said, string Short)[]
        {
            ("股份有限公司", "公司"), ("集团有限公司", "公司"), ("有限责任公司", "公司"), ("集团有限责任公司", "公司"), ("有限公司", "公司"), ("集团公司", "公司"),
            ("公司", "公司"), ("集团", "公司"), ("街道办事处", "街道"), ("街道办", "街道"), ("街道", "街道"), ("人民政府", "政府"), ("政府", "政府"),
            ("联合会", "联"), ("联", "联"), ("协会", "协"), ("协", "协"), ("联合社", "社"), ("合作社", "社"), ("社", "社"), ("办公室", "办"), ("办", "办"),
            ("委员会", "委"), ("委", "委"), ("人民法院", "法院"), ("法院", "法院"), ("人民检察院", "检察院"), ("检察院", "检察院"), ("中心支行", "行"),
            ("支行", "行"), ("银行", "行"), ("分局", "局"), ("局", "局"), ("厅", "厅"), ("部", "部"), ("大队", "队"), ("支队", "队"), ("队", "队"),
            ("中心", "中心"), ("院", "院"), ("校", "校"), ("所", "所"), ("站", "站"), ("馆", "馆"), ("会", "会"),
        }.OrderByDescending(x => x.Said.Length),
    ];

    /// <summary>All characters of the words.</summary>
    public string Core { get; } = string.Concat(Words.Select(x => x.Text));

    public bool IsEmpty => Words.Count == 0 && Ending.Length == 0;

    public static UnitShape Of(string bare)
    {
        var (rest, ending) = (bare, "");
        foreach (var (said, small) in Endings)
        {
            if (!rest.EndsWith(said, StringComparison.Ordinal))
                continue;
            (rest, ending) = (rest[..^said.Length], small);
            break;
        }

        var branch = Branch.Unsaid;
        foreach (var (said, side) in Branches)
        {
            if (!rest.StartsWith(said, StringComparison.Ordinal))
                continue;
            (rest, branch) = (rest[said.Length..], side);
            break;
        }

        return new UnitShape(branch, Cut(rest), ending);
    }

    private static List<ShapeWord> Cut(string core)
    {
        List<ShapeWord> words = [];
        var at = 0;
        while (at < core.Length)
        {
            if (core[at] is '和' or '与' or '及' or '、' or '(' or ')' && words.Count > 0)
            {
                at++;
                continue;
            }

            var length = Known(core, at);
            for (var next = at + 1; length == 0 && next <= core.Length; next++)
            {
                if (next == core.Length || Known(core, next) > 0 || next - at == 2)
                    length = next - at;
            }

            var word = core.Substring(at, length);
            var weight = words.Count > 0 && UnitWords.Trails(words[^1].Text, word) ? WordWeight.Trailing : UnitWords.WeightOf(word) ?? WordWeight.Telling;
            words.Add(new(word, weight));
            at += length;
        }

        return words;
    }

    /// <summary>The length of the longest known word that begins here; 0 where none does.</summary>
    private static int Known(string core, int at)
    {
        for (var length = Math.Min(UnitWords.Longest, core.Length - at); length > 1; length--)
        {
            if (UnitWords.WeightOf(core.Substring(at, length)) is not null)
                return length;
        }

        return 0;
    }
}

internal readonly record struct ShapeWord(string Text, WordWeight Weight);
