using FsCheck.Fluent;
using PlanTracker.Domain.Units;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Units;

/// <summary>Names that no alias lists: short forms, other orders, reforms, and what is only proposed.</summary>
public sealed class WordingTests
{
    private static readonly Place County = new("云溪县", "县");
    private static readonly Place City = new("安江市", "市");
    private static readonly DateOnly Today = Day("2026-07-10");

    private static readonly string[] Names =
    [
        "云溪县发展和改革局", "云溪县教育和体育局", "云溪县人力资源和社会保障局", "云溪县文化广播电视和旅游局", "云溪县住房和城乡建设局", "云溪县市场监督管理局",
        "云溪县卫生健康局", "云溪县医疗保障局", "云溪县应急管理局", "云溪县退役军人事务局", "云溪县交通运输局", "云溪县农业农村局", "云溪县自然资源和规划局",
        "云溪县司法局", "云溪县财政局", "云溪县民政局", "云溪县公安局", "云溪县生态环境局", "云溪县综合行政执法局", "云溪县行政审批局", "云溪县政务服务和数据管理局",
        "中共云溪县委办公室", "云溪县人民政府办公室", "中共云溪县委政法委员会", "中共云溪县委机构编制委员会办公室", "中共云溪县委全面依法治县委员会办公室",
        "中共云溪县委宣传部", "云溪县人大常委会办公室", "云溪县政协办公室", "云溪县人民法院", "云溪县人民检察院", "共青团云溪县委员会", "云溪县妇女联合会",
        "云溪县残疾人联合会", "云溪县科学技术协会", "国家税务总局云溪县税务局", "中国人民银行云溪县支行", "云溪县气象局", "云溪县消防救援大队",
        "清溪镇人民政府", "云溪县城市建设投资集团有限公司", "云溪县经济和信息化局", "云溪县水利局", "云溪县机关事务服务中心", "云溪县信访局", "云溪县审计局",
    ];

    private static readonly UnitMatcher Matcher = Registry(Names);

    [Theory]
    [InlineData("县发改局", "云溪县发展和改革局")]
    [InlineData("县发展改革局", "云溪县发展和改革局")]
    [InlineData("县发展与改革局", "云溪县发展和改革局")]
    [InlineData("县教体局", "云溪县教育和体育局")]
    [InlineData("县人社局", "云溪县人力资源和社会保障局")]
    [InlineData("县人力社保局", "云溪县人力资源和社会保障局")]
    [InlineData("县文广旅局", "云溪县文化广播电视和旅游局")]
    [InlineData("县文化广电旅游局", "云溪县文化广播电视和旅游局")]
    [InlineData("县住建局", "云溪县住房和城乡建设局")]
    [InlineData("县住房城乡建设局", "云溪县住房和城乡建设局")]
    [InlineData("县市监局", "云溪县市场监督管理局")]
    [InlineData("县市场监管局", "云溪县市场监督管理局")]
    [InlineData("县卫健局", "云溪县卫生健康局")]
    [InlineData("县医保局", "云溪县医疗保障局")]
    [InlineData("县应急局", "云溪县应急管理局")]
    [InlineData("县退役军人局", "云溪县退役军人事务局")]
    [InlineData("县交通局", "云溪县交通运输局")]
    [InlineData("县综合执法局", "云溪县综合行政执法局")]
    [InlineData("县审批局", "云溪县行政审批局")]
    [InlineData("县政数局", "云溪县政务服务和数据管理局")]
    [InlineData("县政务服务数据局", "云溪县政务服务和数据管理局")]
    [InlineData("县委办", "中共云溪县委办公室")]
    [InlineData("县政府办", "云溪县人民政府办公室")]
    [InlineData("县人民政府办", "云溪县人民政府办公室")]
    [InlineData("县委政法委", "中共云溪县委政法委员会")]
    [InlineData("县委编办", "中共云溪县委机构编制委员会办公室")]
    [InlineData("县委依法治县办", "中共云溪县委全面依法治县委员会办公室")]
    [InlineData("县人大办", "云溪县人大常委会办公室")]
    [InlineData("县法院", "云溪县人民法院")]
    [InlineData("县检察院", "云溪县人民检察院")]
    [InlineData("团县委", "共青团云溪县委员会")]
    [InlineData("县妇联", "云溪县妇女联合会")]
    [InlineData("县残联", "云溪县残疾人联合会")]
    [InlineData("县科协", "云溪县科学技术协会")]
    [InlineData("县税务局", "国家税务总局云溪县税务局")]
    [InlineData("税务局", "国家税务总局云溪县税务局")]
    [InlineData("人行云溪支行", "中国人民银行云溪县支行")]
    [InlineData("县人行", "中国人民银行云溪县支行")]
    [InlineData("云溪县气象局", "云溪县气象局")]
    [InlineData("县消防大队", "云溪县消防救援大队")]
    [InlineData("清溪镇", "清溪镇人民政府")]
    [InlineData("清溪镇政府", "清溪镇人民政府")]
    [InlineData("县城投公司", "云溪县城市建设投资集团有限公司")]
    [InlineData("县经信局", "云溪县经济和信息化局")]
    [InlineData("县机关事务中心", "云溪县机关事务服务中心")]
    [InlineData("安江市云溪生态环境局", "云溪县生态环境局")]
    [InlineData("安江市生态环境局云溪分局", "云溪县生态环境局")]
    [InlineData("县农业农村局（乡村振兴局）", "云溪县农业农村局")]
    public void A_usual_form_of_a_name_is_linked_and_says_why(string printed, string unit)
    {
        var match = Matcher.Match(printed, Today);

        Assert.Equal(unit, NameOf(match.Found));
    }

    [Theory]
    [InlineData("县委办")]
    [InlineData("县委办公室")]
    public void The_party_s_office_is_never_the_government_s(string printed)
    {
        Assert.Null(Registry("云溪县人民政府办公室").Match(printed, Today).Found);
        Assert.IsType<NameMatch.Unknown>(Registry("云溪县人民政府办公室", "云溪县人大常委会办公室", "中共云溪县委机构编制委员会办公室").Match(printed, Today));
        Assert.IsType<NameMatch.Unknown>(Registry("中共云溪县委办公室").Match("县政府办", Today));
    }

    [Theory]
    [InlineData("县办")]
    [InlineData("区办")]
    [InlineData("办公室")]
    [InlineData("县委")]
    public void An_office_without_a_side_is_nobody_s(string printed) => Assert.IsType<NameMatch.Unknown>(Matcher.Match(printed, Today));

    [Theory]
    [InlineData("县农业农村", "云溪县农业农村局", DoubtReason.Truncated)]
    [InlineData("县发展和改革", "云溪县发展和改革局", DoubtReason.Truncated)]
    [InlineData("县发展局", "云溪县发展和改革局", DoubtReason.Incomplete)]
    [InlineData("县教育局", "云溪县教育和体育局", DoubtReason.Incomplete)]
    [InlineData("县自然资源局", "云溪县自然资源和规划局", DoubtReason.Incomplete)]
    [InlineData("县卫健委", "云溪县卫生健康局", DoubtReason.OtherEnding)]
    [InlineData("县市场监督菅理局", "云溪县市场监督管理局", DoubtReason.Misspelt)]
    [InlineData("县工商局", "云溪县市场监督管理局", DoubtReason.Reformed)]
    [InlineData("县卫计局", "云溪县卫生健康局", DoubtReason.Reformed)]
    [InlineData("县扶贫办", "云溪县农业农村局", DoubtReason.Reformed)]
    public void What_is_only_likely_is_proposed_and_not_linked(string printed, string unit, DoubtReason reason)
    {
        var match = Assert.IsType<NameMatch.Doubtful>(Matcher.Match(printed, Today));

        Assert.Null(match.Found);
        Assert.Equal((unit, reason), (NameOf(match.Candidates[0].Id), match.Candidates[0].Reason));
    }

    [Theory]
    [InlineData("县工商局", "2018-06-01", "云溪县市场监督管理局")]
    [InlineData("县质监局", "2018-06-01", "云溪县市场监督管理局")]
    [InlineData("县食药监局", "2018-06-01", "云溪县市场监督管理局")]
    [InlineData("县卫生和计划生育局", "2016-06-01", "云溪县卫生健康局")]
    [InlineData("县政府法制办", "2018-06-01", "云溪县司法局")]
    [InlineData("县国土资源局", "2018-06-01", "云溪县自然资源和规划局")]
    [InlineData("县环保局", "2018-06-01", "云溪县生态环境局")]
    [InlineData("县安监局", "2018-06-01", "云溪县应急管理局")]
    [InlineData("县国税局", "2018-06-01", "国家税务总局云溪县税务局")]
    [InlineData("县文广新局", "2018-06-01", "云溪县文化广播电视和旅游局")]
    [InlineData("县乡村振兴局", "2023-06-01", "云溪县农业农村局")]
    public void A_body_of_before_a_reform_is_the_unit_that_took_over_while_documents_may_name_it(string printed, string day, string unit)
    {
        var match = Assert.IsType<NameMatch.ByReform>(Matcher.Match(printed, Day(day)));

        Assert.Equal(unit, NameOf(match.Id));
        Assert.NotEmpty(match.Reform.Act);
    }

    [Theory]
    [InlineData("经济发展局", "云溪县发展与经济局", WordingReason.Reordered)]
    [InlineData("县交建局", "云溪县建设和交通局", WordingReason.Reordered)]
    [InlineData("县资源生态局", "云溪县自然资源与生态环境局", WordingReason.ShortForm)]
    [InlineData("县执法应急局", "云溪县综合执法与应急管理局", WordingReason.ShortForm)]
    [InlineData("县发展和改革局", "县发改局", WordingReason.LongForm)]
    public void The_rule_is_named(string printed, string registered, WordingReason reason) =>
        Assert.Equal(new NameMatch.ByWording(Id(0), registered, reason), Registry(registered).Match(printed, Today));

    [Fact]
    public void A_short_form_of_two_units_names_both()
    {
        var match = Registry("云溪县人力资源和社会保障局", "云溪县人民社区工作局").Match("县人社局", Today);

        Assert.Equal(new NameMatch.Ambiguous([Id(0), Id(1)]), match);
    }

    [Fact]
    public void An_alias_that_went_out_of_use_is_proposed_as_a_former_name()
    {
        RegisteredUnit unit = new(Id(1), "云溪县水利局", County, [new Alias("县水务局", Until: Day("2019-03-01"))]);

        var match = Assert.IsType<NameMatch.Doubtful>(new UnitMatcher([unit], [County, City]).Match("县水务局", Today));

        Assert.Equal(new Candidate(unit.Id, "县水务局", DoubtReason.FormerName), Assert.Single(match.Candidates));
    }

    [Fact]
    public void The_unit_of_a_duty_is_found_for_a_body_of_another_level()
    {
        Assert.Equal("云溪县司法局", NameOf(Matcher.OfDuty("司法局", Today)));
        Assert.Equal("云溪县市场监督管理局", NameOf(Matcher.OfDuty("工商行政管理局", Today)));
        Assert.Equal("云溪县发展和改革局", NameOf(Matcher.OfDuty("发展和改革委员会", Today)));
        Assert.Null(Matcher.OfDuty("外事办公室", Today));
    }

    [Fact]
    public void A_name_of_another_level_or_place_never_matches() => Hold(
        from foreign in Gen.Elements("市", "省", "国家", "邻溪县", "区", "安江市", "镇")
        from unit in Gen.Elements(Names)
        select foreign + unit.Replace("云溪县", "", StringComparison.Ordinal).Replace("中共", "", StringComparison.Ordinal),
        printed => Matcher.Match(printed, Today).Found is null);

    [Fact]
    public void A_unit_more_changes_no_exact_match() => Hold(
        from printed in Gen.Elements(Names)
        from more in Gen.Elements("局", "办公室", "委员会", "中心").SelectMany(ending => Gen.Elements("发展", "司法", "人民", "综合管理", "经济和信息化", "水利水务").Select(x => "云溪县" + x + ending))
        where !Names.Contains(more)
        select (printed, more),
        x => Registry([.. Names, x.more]).Match(x.printed, Today) is NameMatch.Exact found && found.Id == Id(Array.IndexOf(Names, x.printed)));

    [Fact]
    public void Whatever_is_printed_never_throws_and_candidates_are_never_links() => Hold(
        Gen.Elements("县", "云溪", "市", "中共", "委", "政府", "办", "公室", "发展", "和", "改革", "局", "（", "）", "人行", "支行", "团", "\ud800", " ").ListOf().Select(string.Concat),
        printed => Matcher.Match(printed, Today) is var match && (match is not NameMatch.Doubtful || match.Found is null));

    private static UnitMatcher Registry(params string[] names) =>
        new(names.Select((name, index) => new RegisteredUnit(Id(index), name, County, [])), [County, City]);

    private static string? NameOf(Guid? id) => id is { } known ? Names[BitConverter.ToInt32(known.ToByteArray())] : null;

    private static Guid Id(int id) => new(id, 0, 0, new byte[8]);
}
