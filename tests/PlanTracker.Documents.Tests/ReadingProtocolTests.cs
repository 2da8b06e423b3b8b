using System.Text;
using System.Text.Json;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers;
using PlanTracker.Documents.Tests.Readers;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Documents.Tests;

public sealed class ReadingProtocolTests
{
    private static readonly DocumentText Text = Read.Html("<h1>2026年工作要点</h1><ol><li>甲𠮷</li></ol><table><tr><td rowspan=2>1<td>乙<tr><td>丙</table>");

    private static readonly PlanDraft Draft = new()
    {
        Kind = DocumentKind.KeyPoints,
        Title = "2026年工作要点",
        Stage = DocumentStage.Draft,
        Issued = new DateOnly(2026, 3, 2),
        Period = (2026, 2030),
        FirstIsLead = true,
        Tasks =
        [
            new DraftTask
            {
                Number = "1.", Section = ["一、总则"], Title = "甲", Body = "甲。", Span = new SourceSpan(0, 3),
                Units = [new NamedUnit("县司法局", Role.Lead, new SourceSpan(0, 1))],
                Collectives = [new NamedUnit("各镇", Role.Cooperating, new SourceSpan(1, 2))],
                AndOthers = true,
                Leaders = [new NamedLeader("李云", new SourceSpan(1, 1))],
                Deadlines = [new DatedWords(new DateOnly(2026, 12, 31), new SourceSpan(0, 2))],
                Recurrence = Recurrence.Quarterly, DayInPeriod = new DayInPeriod(3, 25), Ongoing = true, TimeWords = new SourceSpan(0, 1),
                Targets = [new DraftTarget("100%", new SourceSpan(0, 1))],
            },
        ],
        Diagnostics = [new Diagnostic(DiagnosticKind.UnsureUnit, 0, "词", new SourceSpan(0, 1)), new Diagnostic(DiagnosticKind.NotAPlan)],
    };

    [Fact]
    public async Task What_was_read_comes_back_whole()
    {
        var read = new ReadDocument(Draft, Text);

        var back = await ThereAndBack(read);

        Assert.NotNull(back);
        Assert.Equal(JsonSerializer.Serialize(read.Draft), JsonSerializer.Serialize(back.Draft));
        Assert.Equal((2026, 2030), back.Draft.Period);
        Assert.Equal(new DayInPeriod(3, 25), back.Draft.Tasks[0].DayInPeriod);
        Assert.Equal(Text.Text, back.Text!.Text);
        Assert.Equal(SourceFormat.Html, back.Text.Format);
        Assert.Equal(Text.Blocks.OfType<Paragraph>(), back.Text.Blocks.OfType<Paragraph>());
        Assert.Equal(Read.Rows(Text), Read.Rows(back.Text));
    }

    [Fact]
    public async Task A_complaint_comes_back_as_a_complaint()
    {
        var back = await ThereAndBack(ReadDocument.Unreadable(new Diagnostic(DiagnosticKind.TooLong, Words: "50 MB")));

        Assert.Null(back!.Text);
        Assert.Equal([new Diagnostic(DiagnosticKind.TooLong, Words: "50 MB")], back.Draft.Diagnostics);
    }

    [Fact]
    public async Task The_reading_side_reads_a_file_from_one_stream_and_answers_on_another()
    {
        using var answer = new MemoryStream();
        var file = new MemoryStream(Encoding.UTF8.GetBytes("虚溪镇2026年工作方案\n"));
        await ReadingProtocol.ServeAsync(file, answer, ReadingLimits.Default, cancellation: TestContext.Current.CancellationToken);
        answer.Position = 0;

        var back = await ReadingProtocol.ReadAsync(answer, TestContext.Current.CancellationToken);

        Assert.Equal("虚溪镇2026年工作方案\n", back!.Text!.Text);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_not_held_to_its_end()
    {
        using var answer = new MemoryStream();
        var limits = ReadingLimits.Default with { MaxBytes = 4000 };
        await ReadingProtocol.ServeAsync(new MemoryStream(new byte[5000]), answer, limits, cancellation: TestContext.Current.CancellationToken);
        answer.Position = 0;

        var back = await ReadingProtocol.ReadAsync(answer, TestContext.Current.CancellationToken);

        Assert.Equal(DiagnosticKind.TooLong, back!.Draft.Diagnostics[0].Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{'Draft':{'Kind':'Plan'")]
    [InlineData("{}")]
    [InlineData("{'Draft':{'Kind':'Plan'}}")]
    [InlineData("{'Draft':{'Kind':'Plan','Tasks':null},'Text':{'Format':'Text','Text':'a','Blocks':[]}}")]
    [InlineData("{'Draft':{'Kind':'Plan'},'Text':{'Format':'Text','Text':'a','Blocks':[{'block':'paragraph','Span':{'Start':0,'End':2}}]}}")]
    [InlineData("{'Draft':{'Kind':'Plan','Diagnostics':[{'Kind':'NoUnits','Task':3}]},'Text':{'Format':'Text','Text':'a','Blocks':[]}}")]
    [InlineData("{'Draft':{'Kind':'Plan'},'Text':{'Format':'Text','Text':'a','Blocks':[null]}}")]
    [InlineData("{'Draft':{'Kind':'Plan'},'Text':{'Format':'Text','Text':'a','Blocks':[{'block':'table','Span':{'Start':0,'End':1}}]}}")]
    [InlineData("{'Draft':{'Kind':'Plan'},'Text':{'Format':'Text'}}")]
    public async Task An_answer_that_is_garbled_or_points_outside_its_text_is_none(string answer) =>
        Assert.Null(await ReadingProtocol.ReadAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(answer.Replace('\'', '"'))), TestContext.Current.CancellationToken));

    private static async Task<ReadDocument?> ThereAndBack(ReadDocument read)
    {
        using var stream = new MemoryStream();
        await ReadingProtocol.WriteAsync(stream, read, TestContext.Current.CancellationToken);
        stream.Position = 0;
        return await ReadingProtocol.ReadAsync(stream, TestContext.Current.CancellationToken);
    }
}
