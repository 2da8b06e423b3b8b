using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Domain.Plans.Editions;

namespace PlanTracker.Domain.Tests.Plans.Editions;

public sealed class WordDifferenceTests
{
    [Theory]
    [InlineData("6月30日前完成初稿。", "6月30日前完成初稿。", "6月30日前完成初稿。")]
    [InlineData("2026年6月30日前完成", "2026年9月30日前完成", "2026年[-6-][+9+]月30日前完成")]
    [InlineData("6月30日", "6月31日", "6月[-30-][+31+]日")]
    [InlineData("培训不少于12场", "培训不少于12.5万人次", "培训不少于[-12场-][+12.5万人次+]")]
    [InlineData("县司法局、县财政局", "县司法局、县审计局、县财政局", "县司法局、[+县审计局、+]县财政局")]
    [InlineData("开展执法检查，公布结果，接受监督。", "开展执法检查，接受监督。", "开展执法检查，[-公布结果，-]接受监督。")]
    [InlineData("", "新的一句。", "[+新的一句。+]")]
    [InlineData("旧的一句。", "", "[-旧的一句。-]")]
    [InlineData("对全县行政机关进行检查", "对各镇村居组织进行检查", "对[-全县行政机关-][+各镇村居组织+]进行检查")]
    [InlineData("每季度调度一次", "每月调度一次并通报", "每[-季度-][+月+]调度一次[+并通报+]")]
    public void Struck_out_and_put_in_words_read_as_words(string before, string now, string expected) =>
        Assert.Equal(expected, Marked(WordDifference.Between(before, now)));

    [Fact]
    public void Both_wordings_can_be_read_off_the_difference() => Prop.ForAll(Pairs().ToArbitrary(), pair =>
    {
        var pieces = WordDifference.Between(pair.Before, pair.Now);
        return Read(pieces, PieceKind.Inserted) == pair.Before && Read(pieces, PieceKind.Deleted) == pair.Now
            && pieces.Zip(pieces.Skip(1)).All(x => x.First.Kind != x.Second.Kind) && pieces.All(x => x.Words.Length > 0)
            && pieces.Zip(pieces.Skip(1)).All(x => x is not ({ Kind: PieceKind.Inserted }, { Kind: PieceKind.Deleted }));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void A_wording_laid_over_itself_has_no_difference() => Prop.ForAll(
        Pairs().Select(x => x.Before).ToArbitrary(),
        text => WordDifference.Between(text, text).All(x => x.Kind == PieceKind.Same)).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_long_wordings_that_have_nothing_in_common_are_compared_at_once()
    {
        string before = string.Concat(Enumerable.Range(0, 6000).Select(x => (char)(0x4e00 + (x * 7 % 2000)))), now = string.Concat(
            Enumerable.Range(0, 6000).Select(x => (char)(0x6000 + (x * 11 % 2000))));
        var watch = Stopwatch.StartNew();

        var pieces = WordDifference.Between(before, now);

        Assert.Equal((before, now), (Read(pieces, PieceKind.Inserted), Read(pieces, PieceKind.Deleted)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.ElapsedMilliseconds} ms");
    }

    private static Gen<(string Before, string Now)> Pairs()
    {
        var words = Gen.Elements("县", "司法局", "、", "。", "完成", "12", "3.5", "月", "底前", "培训", "不少于", "，", "AI", "𠮷").ListOf().Select(string.Concat);
        return Gen.Zip(words, words).Select(x => (x.Item1, x.Item2));
    }

    private static string Read(IEnumerable<Piece> pieces, PieceKind without) => string.Concat(pieces.Where(x => x.Kind != without).Select(x => x.Words));

    private static string Marked(IEnumerable<Piece> pieces) => string.Concat(pieces.Select(x => x.Kind switch
    {
        PieceKind.Deleted => $"[-{x.Words}-]",
        PieceKind.Inserted => $"[+{x.Words}+]",
        _ => x.Words,
    }));
}
