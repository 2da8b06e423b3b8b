using System.Text;
using PlanTracker.Documents.Parsing;

namespace PlanTracker.Documents.Tests.Parsing;

public sealed class CostTests
{
    /// <summary>Measured by what it allocates: the same on every machine.</summary>
    [Fact]
    public void A_plan_ten_times_as_long_costs_at_most_twelve_times_as_much()
    {
        var (once, ten) = (Plan(60), Plan(600));
        var (leastOnce, leastTen) = (long.MaxValue, long.MaxValue);
        for (var run = 0; run < Runs; run++)
            (leastTen, leastOnce) = (Math.Min(leastTen, Cost(ten)), Math.Min(leastOnce, Cost(once)));

        Assert.InRange((double)leastTen / leastOnce, 0, 12);
    }

    /// <summary>Until the compiler has optimized what runs often: what it then keeps on the stack, it allocated before.</summary>
    private const int Runs = 20;

    private static long Cost(string text)
    {
        var document = Documents.OfLines(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotEmpty(PlanParser.Parse(document).Tasks);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Plan(int tasks)
    {
        var text = new StringBuilder("虚溪县2026年长期方案\n一、重点任务\n");
        for (var task = 1; task <= tasks; task++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{task % 900 + 1}.修渠{task}号。6月底前修渠{task}公里，每月报告一次。（责任单位：县水利局、财政局，各镇人民政府）\n");
        return text.ToString();
    }
}
