using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Domain.Plans.Likeness;

namespace PlanTracker.Domain.Tests.Plans;

public sealed class TextIndexTests
{
    private static readonly string[] Tasks =
    [
        "完善行政复议工作机制。规范行政复议案件办理，提高办案质量。",
        "加强规范性文件合法性审核。建立规范性文件台账，做到应审尽审。",
        "推进行政执法三项制度。落实执法公示、全过程记录、重大执法决定法制审核。",
        "开展领导干部学法。县政府常务会议每年集中学法不少于四次。",
    ];

    private static readonly TextIndex<int> Index = new(Tasks.Select((x, i) => (i, (IReadOnlyList<(string, double)>)[(x, 1.0)])));

    [Theory]
    [InlineData("全年受理行政复议案件四十二件，案件办理质量明显提升", 0)]
    [InlineData("对全部规范性文件逐件进行合法性审核", 1)]
    [InlineData("重大执法决定法制审核全部落实，执法全过程记录设备配发到位", 2)]
    [InlineData("县政府常务会议集中学法五次", 3)]
    public void A_passage_finds_the_task_it_speaks_of(string passage, int task) => Assert.Equal(task, Index.Nearest(passage, 3)[0].Item);

    [Fact]
    public void Words_that_share_nothing_find_nothing() => Assert.Empty(Index.Nearest("修剪道旁树木 ABC 123", 3));

    [Fact]
    public void A_text_is_most_alike_to_itself_and_no_score_leaves_its_range()
    {
        var character = Gen.Elements("行政复议执法审核规范文件学法会议领导干部，。1A".ToCharArray());
        var text = character.ListOf(30).Select(x => new string([.. x]));
        Prop.ForAll(text.ListOf(6).ToArbitrary(), texts =>
        {
            var index = new TextIndex<int>(texts.Select((x, i) => (i, (IReadOnlyList<(string, double)>)[(x, 1.0)])));
            return texts.All(x => index.Nearest(x, 6) is var hits && hits.All(hit => hit.Score is >= 0 and <= 1)
                && (hits.Count == 0 || hits[0].Score >= index.Nearest(x, 6).Where(hit => texts[hit.Item] == x).Max(hit => hit.Score) - 1e-9));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_speaks_for_a_likeness_are_the_longest_words_both_hold() =>
        Assert.Equal(["规范性文件", "合法性审核"], SharedWords.Of("对规范性文件开展合法性审核。", "规范性文件台账；合法性审核；文件", 3));
}
