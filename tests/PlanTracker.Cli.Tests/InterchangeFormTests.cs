using System.Globalization;
using System.Text;
using PlanTracker.Documents;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Cli.Tests;

public sealed class InterchangeFormTests
{
    private static readonly SourceSpan Here = new(1, 2);

    private static readonly PlanDraft Draft = new()
    {
        Kind = DocumentKind.KeyPoints,
        Title = "云溪县<2026年>\"工作要点\"",
        Stage = DocumentStage.Final,
        DocNumber = "云府发〔2026〕3号",
        Issuer = "云溪县人民政府",
        Issued = new DateOnly(2026, 3, 2),
        Period = (2026, 2030),
        Tasks =
        [
            new DraftTask
            {
                Number = "（三）", Section = ["二、健全", "（一）制度"], Title = "完善管理", Body = "全文。", Span = new SourceSpan(10, 20),
                Units =
                [
                    new NamedUnit("县司法局", Role.Lead, Here), new NamedUnit("县财政局", Role.Responsible, Here),
                    new NamedUnit("县民政局", Role.Cooperating, Here),
                ],
                Collectives = [new NamedUnit("各镇", Role.Responsible, Here)],
                AndOthers = true,
                Leaders = [new NamedLeader("李云", Here)],
                Deadlines = [new DatedWords(new DateOnly(2026, 6, 30), Here)],
                Recurrence = Recurrence.HalfYearly,
                Targets = [new DraftTarget("达到100%", Here)],
            },
        ],
        Diagnostics = [new Diagnostic(DiagnosticKind.UnsureUnit, 0, "词", Here), new Diagnostic(DiagnosticKind.PeriodUnknown)],
    };

    private static readonly string Expected = string.Concat(
        "{\"kind\":\"keypoints\",\"title\":\"云溪县<2026年>\\\"工作要点\\\"\",\"stage\":\"final\",\"docNumber\":\"云府发〔2026〕3号\",",
        "\"issuer\":\"云溪县人民政府\",\"issued\":\"2026-03-02\",\"period\":\"2026-2030\",",
        "\"tasks\":[{\"number\":\"（三）\",\"section\":\"二、健全 > （一）制度\",\"title\":\"完善管理\",\"body\":\"全文。\",",
        "\"lead\":[\"县司法局\"],\"responsible\":[\"县财政局\"],\"cooperating\":[\"县民政局\"],\"leaders\":[\"李云\"],\"collective\":[\"各镇\"],",
        "\"andOthers\":true,\"deadlines\":[\"2026-06-30\"],\"recurrence\":\"halfyearly\",\"ongoing\":false,\"targets\":[\"达到100%\"],",
        "\"span\":{\"start\":10,\"end\":20}}],",
        "\"diagnostics\":[{\"kind\":\"UnsureUnit\",\"task\":\"（三）\",\"words\":\"词\",\"span\":{\"start\":1,\"end\":2}},",
        "{\"kind\":\"PeriodUnknown\",\"task\":null,\"words\":\"\",\"span\":null}]}",
        "\n");

    [Theory]
    [InlineData("")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void Every_field_has_its_place_whatever_the_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            using var output = new MemoryStream();
            InterchangeForm.Write(output, Draft);
            Assert.Equal(Expected, Encoding.UTF8.GetString(output.ToArray()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_plan_of_one_year_has_one_year_and_what_was_not_read_is_null()
    {
        using var output = new MemoryStream();
        InterchangeForm.Write(output, new PlanDraft { Kind = DocumentKind.Plan, Period = (2026, 2026) });
        Assert.Equal(
            """{"kind":"plan","title":null,"stage":null,"docNumber":null,"issuer":null,"issued":null,"period":"2026","""
            + "\"tasks\":[],\"diagnostics\":[]}\n",
            Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void A_person_sees_tasks_in_aligned_columns_and_then_what_to_check()
    {
        var shown = HumanForm.Of("a.docx", new ReadDocument(Draft, null), WordingLanguage.Chinese);

        Assert.Contains("  编号    任务      责任分工", shown, StringComparison.Ordinal);
        Assert.Contains("  （三）  完善管理  牵头: 县司法局；责任: 县财政局、各镇", shown, StringComparison.Ordinal);
        Assert.Contains("2026-06-30 每半年", shown, StringComparison.Ordinal);
        Assert.Contains("  - （三） 「词」是否为单位名称", shown, StringComparison.Ordinal);
        Assert.Contains("Units", HumanForm.Of("a.docx", new ReadDocument(Draft, null), WordingLanguage.English), StringComparison.Ordinal);
    }
}
