using PlanTracker.Documents.Parsing;

namespace PlanTracker.Documents.Tests.Specs;

public sealed class SpecTests
{
    private static readonly Dictionary<string, Spec> Specs = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Specs"), "*.txt")
        .Order(StringComparer.Ordinal).SelectMany(Spec.In).ToDictionary(spec => spec.Name);

    public static TheoryData<string> Names => [.. Specs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_is_read_as_its_spec_says(string name)
    {
        var spec = Specs[name];
        var expected = spec.Expected.Select(Even).ToList();
        var got = spec.Got(PlanParser.Parse(spec.Document)).Select(Even).ToList();
        if (expected.SequenceEqual(got)) return;
        var differences = expected.Except(got).Select(line => "- " + line).Concat(got.Except(expected).Select(line => "+ " + line));
        Assert.Fail(string.Join('\n', ["", .. differences]));
    }

    // Blanks around the bars, and bars at the end, say nothing.
    private static string Even(string line) => string.Join(" | ", line.Split('|', StringSplitOptions.TrimEntries)).TrimEnd(' ', '|');
}
