using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Domain.Scores;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Scores;

public sealed class UnitScoreTests
{
    private static readonly HashSet<string> None = [];

    private static readonly ScoreRules Rules = new(100, [new(ScoreGround.ClosedOnTime, 0.5m, 2), new(ScoreGround.OverdueWeek, -1, 3), new(ScoreGround.Praised, 2, 5)]);

    [Fact]
    public void Nobody_of_whom_nothing_is_known_has_more_or_less_than_the_base() => Assert.Equal(100, UnitScore.Of(Rules, [], None).Total);

    [Fact]
    public void Each_fact_counts_by_its_rule()
    {
        var score = UnitScore.Of(Rules, [Fact(ScoreGround.ClosedOnTime, 1), Fact(ScoreGround.OverdueWeek, 2), Fact(ScoreGround.Praised, 3)], None);

        Assert.Equal((2.5m, -1m, 101.5m), (score.Plus, score.Minus, score.Total));
    }

    [Fact]
    public void Who_cooperates_gets_exactly_half()
    {
        var score = UnitScore.Of(Rules, [Fact(ScoreGround.ClosedOnTime, 1) with { IsCooperating = true }, Fact(ScoreGround.OverdueWeek, 2) with { IsCooperating = true }], None);

        Assert.Equal([0.25m, -0.5m], score.Points.Select(x => x.Value));
        Assert.Equal(99.75m, score.Total);
    }

    [Fact]
    public void Beyond_its_cap_a_rule_neither_gives_nor_takes()
    {
        var score = UnitScore.Of(Rules, Enumerable.Range(0, 9).Select(x => Fact(ScoreGround.OverdueWeek, x)), None);

        Assert.Equal((-9m, -3m), (score.Sums[1].Sum, score.Sums[1].Counted));
        Assert.Equal(97, score.Total);
    }

    [Fact]
    public void What_has_no_rule_counts_nothing() => Assert.Empty(UnitScore.Of(Rules, [Fact(ScoreGround.Returned, 1)], None).Points);

    [Fact]
    public void Rules_that_take_nothing_or_too_much_or_stand_twice_cannot_be_made()
    {
        Assert.ThrowsAny<ArgumentException>(() => new ScoreRule(ScoreGround.Praised, 0, 5));
        Assert.ThrowsAny<ArgumentException>(() => new ScoreRule(ScoreGround.Praised, 1, 0));
        Assert.ThrowsAny<ArgumentException>(() => new ScoreRule(ScoreGround.Praised, 0.005m, 5));
        Assert.ThrowsAny<ArgumentException>(() => new ScoreRules(100, [new(ScoreGround.Praised, 1, 5), new(ScoreGround.Praised, 2, 5)]));
        Assert.Equal(Enum.GetValues<ScoreGround>(), ScoreRules.Default.Rules.Select(x => x.Ground));
    }

    [Theory]
    [InlineData("2026-06-30", 0)]
    [InlineData("2026-07-01", 1)]
    [InlineData("2026-07-07", 1)]
    [InlineData("2026-07-08", 2)]
    public void Past_the_30th_of_June_so_many_weeks_have_started(string until, int expected) =>
        Assert.Equal(expected, OverdueWeeks.Started(Day("2026-06-30"), Day(until)).Count());

    [Fact]
    public void No_rule_goes_beyond_its_cap_and_all_of_them_make_the_total() => Hold(Given, given =>
    {
        var score = UnitScore.Of(given.Rules, given.Facts, given.Struck);
        return score.Sums.All(x => Math.Abs(x.Counted) <= x.Rule.Cap && (x.Counted == x.Sum || Math.Abs(x.Counted) == x.Rule.Cap))
            && score.Total == given.Rules.Base + score.Sums.Sum(x => x.Counted);
    });

    [Fact]
    public void The_order_of_the_facts_does_not_matter_nor_how_often_one_is_told() => Hold(Given, given =>
    {
        var (one, other) = (UnitScore.Of(given.Rules, given.Facts, given.Struck), UnitScore.Of(given.Rules, given.Facts.AsEnumerable().Reverse().Concat(given.Facts), given.Struck));
        return one.Total == other.Total && one.Points.SequenceEqual(other.Points);
    });

    [Fact]
    public void Halves_are_exact() => Hold(Given, given =>
    {
        var whole = UnitScore.Of(given.Rules, given.Facts.Select(x => x with { IsCooperating = false }), given.Struck);
        var half = UnitScore.Of(given.Rules, given.Facts.Select(x => x with { IsCooperating = true }), given.Struck);
        return half.Points.Select(x => 2 * x.Value).SequenceEqual(whole.Points.Select(x => x.Value));
    });

    [Fact]
    public void A_point_that_is_struck_changes_itself_and_what_its_own_rule_comes_to_and_nothing_else() => Hold(Given, given =>
    {
        var before = UnitScore.Of(given.Rules, given.Facts, None);
        return before.Points.All(point =>
        {
            var after = UnitScore.Of(given.Rules, given.Facts, new HashSet<string> { point.Fact.Key });
            return after.Points.SequenceEqual(before.Points.Select(x => x.Fact.Key == point.Fact.Key ? x with { IsStruck = true } : x))
                && before.Sums.Zip(after.Sums).All(x => x.Second.Sum == (x.First.Rule.Ground == point.Fact.Ground ? x.First.Sum - point.Value : x.First.Sum));
        });
    });

    private static Gen<(ScoreRules Rules, ScoreFact[] Facts, HashSet<string> Struck)> Given { get; } =
        from points in Gen.Choose(-400, 400).ListOf(ScoreRules.Default.Rules.Count)
        from caps in Gen.Choose(1, 40).ListOf(ScoreRules.Default.Rules.Count)
        from facts in AnyFact.ListOf()
        from struck in Gen.Choose(0, 30).ListOf()
        select (
            new ScoreRules(100, [.. Enum.GetValues<ScoreGround>().Zip(points, caps).Where(x => x.Second != 0).Select(x => new ScoreRule(x.First, x.Second / 100m, x.Third / 4m))]),
            facts.DistinctBy(x => x.Key).ToArray(),
            struck.Select(x => $"{ScoreGround.OverdueWeek}:{x}").ToHashSet());

    private static Gen<ScoreFact> AnyFact =>
        from ground in Gen.Elements(Enum.GetValues<ScoreGround>())
        from number in Gen.Choose(0, 30)
        from cooperating in Gen.Elements(true, false)
        select Fact(ground, number) with { IsCooperating = cooperating };

    private static ScoreFact Fact(ScoreGround ground, int number) => new(ground, $"{ground}:{number}", Day("2026-01-01").AddDays(number), IsCooperating: false);
}
