using System.Text;
using BenchmarkDotNet.Attributes;
using PlanTracker.Documents;
using PlanTracker.Documents.Readers;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Benchmarks.Parsing;

/// <summary>From bytes to a draft, warm: reading the format, the numbering, the units, the deadlines.</summary>
public class ParseBenchmarks
{
    private byte[] word = [];
    private byte[] text = [];

    [GlobalSetup]
    public void Load()
    {
        word = File.ReadAllBytes(Path.Combine(SourceTree.Root, "seed-data", "plans", "1-实施方案.docx"));
        text = Encoding.UTF8.GetBytes(ReadDocument.Read(word, ReadingLimits.Default).Text!.Text);
        if (Docx() < 60 || Text() < 60)
            throw new InvalidOperationException("the plan was not read whole");
    }

    [Benchmark(Baseline = true, Description = "a plan of 66 tasks, .docx")]
    public int Docx() => ReadDocument.Read(word, ReadingLimits.Default).Draft.Tasks.Count;

    [Benchmark(Description = "the same as plain text")]
    public int Text() => ReadDocument.Read(text, ReadingLimits.Default).Draft.Tasks.Count;
}
