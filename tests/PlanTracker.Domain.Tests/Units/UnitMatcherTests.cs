using FsCheck.Fluent;
using PlanTracker.Domain.Units;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Units;

public sealed class UnitMatcherTests
{
    private static readonly Place County = new("云溪县", "县");
    private static readonly Place City = new("安江市", "市");
    private static readonly DateOnly Today = Day("2026-07-10");

    private static readonly RegisteredUnit Planning = Unit(1, "云溪县发展和改革局", County, new Alias("县发改局"));
    private static readonly RegisteredUnit Justice = Unit(2, "云溪县司法局", County);
    private static readonly RegisteredUnit Finance = Unit(3, "云溪县财政局", County);
    private static readonly RegisteredUnit CityFinance = Unit(4, "安江市财政局", City);
    private static readonly RegisteredUnit Market = Unit(5, "云溪县市场监督管理局", County, new Alias("市场监管局"));
    private static readonly RegisteredUnit Rule = Unit(6, "中共云溪县委全面依法治县委员会办公室", County, new Alias("县委依法治县办"));
    private static readonly RegisteredUnit Environment = Unit(
        7, "云溪县生态环境局", County, new Alias("县环保局", Until: Day("2019-03-31")), new Alias("县生态环境局", From: Day("2019-04-01")));

    private static readonly RegisteredUnit Town = Unit(8, "清溪镇人民政府", null, new Alias("清溪镇"));

    private static readonly UnitMatcher Matcher = new(
        [Planning, Justice, Finance, CityFinance, Market, Rule, Environment, Town], [County, City]);

    [Theory]
    [InlineData("云溪县司法局")]
    [InlineData("云溪县 司法局")]
    public void The_registered_name_is_exact(string printed) => Assert.Equal(new NameMatch.Exact(Justice.Id), Matcher.Match(printed, Today));

    [Fact]
    public void An_alias_is_known_as_one()
    {
        Assert.Equal(new NameMatch.ByAlias(Planning.Id, "县发改局"), Matcher.Match("县发改局", Today));
        Assert.Equal(new NameMatch.ByAlias(Town.Id, "清溪镇"), Matcher.Match("清溪镇", Today));
    }

    [Theory]
    [InlineData("县司法局", 2, PrefixReason.Level)]
    [InlineData("县财政局", 3, PrefixReason.Level)]
    [InlineData("市财政局", 4, PrefixReason.Level)]
    [InlineData("云溪县发改局", 1, PrefixReason.FullPlace)]
    [InlineData("县市场监管局", 5, PrefixReason.Level)]
    [InlineData("县委全面依法治县委员会办公室", 6, PrefixReason.Level)]
    public void The_place_before_a_name_is_understood(string printed, int unit, PrefixReason reason)
    {
        var match = Assert.IsType<NameMatch.ByPrefix>(Matcher.Match(printed, Today));

        Assert.Equal((Id(unit), reason), (match.Id, match.Reason));
    }

    [Theory]
    [InlineData("财政局", 3)]
    [InlineData("发改局", 1)]
    [InlineData("市场监督管理局", 5)] // of the county, not a 场监督管理局 of the city
    public void A_bare_name_takes_over_the_place_of_its_list(string printed, int unit)
    {
        var match = Assert.IsType<NameMatch.ByPrefix>(Matcher.Match(printed, Today, inherited: County));

        Assert.Equal((Id(unit), PrefixReason.Inherited), (match.Id, match.Reason));
        Assert.Equal(PrefixReason.Assumed, Assert.IsType<NameMatch.ByPrefix>(Matcher.Match(printed, Today)).Reason);
    }

    [Fact]
    public void In_a_list_of_the_city_a_bare_name_is_the_city_s() =>
        Assert.Equal(CityFinance.Id, Matcher.Match("财政局", Today, inherited: City).Found);

    [Theory]
    [InlineData("县税务局")]
    [InlineData("县")]
    [InlineData("")]
    [InlineData("云溪县")]
    [InlineData("邻溪县司法局")]
    public void What_is_not_known_is_never_its_nearest_neighbour(string printed) =>
        Assert.Equal(new NameMatch.Unknown(), Matcher.Match(printed, Today, inherited: County));

    [Theory]
    [InlineData("县环保局", "2018-05-01", true)]
    [InlineData("县环保局", "2019-03-31", true)]
    [InlineData("县环保局", "2019-04-01", false)]
    [InlineData("云溪县环保局", "2018-05-01", true)]
    [InlineData("云溪县环保局", "2020-05-01", false)]
    public void An_alias_counts_while_it_is_in_use(string printed, string day, bool found) =>
        Assert.Equal(found ? Environment.Id : null, Matcher.Match(printed, Day(day)).Found);

    [Fact]
    public void A_name_of_two_units_names_both_unless_the_list_has_a_place()
    {
        UnitMatcher both = new(
            [Finance with { Aliases = [new Alias("财政局")] }, CityFinance with { Aliases = [new Alias("财政局")] }], [County, City]);

        Assert.Equal(new NameMatch.Ambiguous([Finance.Id, CityFinance.Id]), both.Match("财政局", Today));
        Assert.Equal(Finance.Id, both.Match("财政局", Today, inherited: County).Found);
    }

    [Fact]
    public void A_name_that_reads_two_ways_names_both()
    {
        RegisteredUnit works = Unit(9, "云溪县市政局", County), affairs = Unit(10, "安江市政局", City);

        var match = new UnitMatcher([works, affairs], [County, City]).Match("市政局", Today, inherited: County);

        Assert.Equal(new NameMatch.Ambiguous([works.Id, affairs.Id]), match);
    }

    [Theory]
    [InlineData("县司法局", "云溪县")]
    [InlineData("云溪县司法局", "云溪县")]
    [InlineData("中共云溪县委办公室", "云溪县")]
    [InlineData("市财政局", "安江市")]
    [InlineData("财政局", null)]
    public void A_name_hands_on_its_place(string printed, string? place) => Assert.Equal(place, Matcher.PlaceOf(printed)?.Name);

    [Fact]
    public void Whatever_is_printed_what_is_found_ends_in_a_registered_name() => Hold(
        Gen.Elements("县", "云溪县", "市", "中共", "司法局", "财政局", "发改局", "委", "办", " ", "（", "局").ListOf().Select(string.Concat),
        printed => Matcher.Match(printed, Today, County) is not NameMatch.ByPrefix found
            || UnitName.Normalise(printed).Text is var text && UnitName.Normalise(found.Name).Text is var name
            && (text.EndsWith(name[^2..], StringComparison.Ordinal) || name.EndsWith(text[^2..], StringComparison.Ordinal)));

    private static RegisteredUnit Unit(int id, string name, Place? place, params Alias[] aliases) => new(Id(id), name, place, aliases);

    private static Guid Id(int id) => new(id, 0, 0, new byte[8]);
}
