using System.Diagnostics;
using System.Globalization;

namespace PlanTracker.Fuzz;

/// <summary>Reads one changed document after another for a given time. What is being read lies in the folder of finds, so that it stays there when the
/// process dies of it.</summary>
internal sealed class Campaign(string reader, IReadOnlyList<byte[]> seeds, int seed, string folder)
{
    /// <summary>Of the processor's time, so that a busy machine finds nothing; of the clock six times that, for what only waits.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>What took longer is kept too, to look at: it is no find.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    private const int MostFinds = 5;

    private readonly Random random = new(seed);
    private readonly Lock gate = new();
    private TimeSpan begunAt;
    private long begun;

    public int Run(TimeSpan time)
    {
        Directory.CreateDirectory(folder);
        var current = Path.Combine(folder, $"{reader}-{seed}-current.bin");
        using var watch = new Timer(_ => EndIfStuck(current), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        var clock = Stopwatch.StartNew();
        var (count, finds, slowest) = (0, 0, TimeSpan.Zero);
        Console.WriteLine($"{reader}: seed {seed}");
        while (clock.Elapsed < time && finds < MostFinds)
        {
            var file = count < seeds.Count ? seeds[count] : Change();
            File.WriteAllBytes(current, file);
            lock (gate)
                (begun, begunAt) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var fault = Reading.FaultOf(file);
            TimeSpan taken;
            lock (gate)
                (taken, begun) = (Environment.CpuUsage.TotalTime - begunAt, 0);
            if (taken > slowest && (slowest = taken) > Slow)
                File.WriteAllBytes(Path.Combine(folder, $"{reader}-slow.bin"), file);
            count++;
            if (fault is null)
                continue;
            finds++;
            var find = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{reader}-{seed}-{count}.bin"));
            File.WriteAllBytes(find, file);
            Console.WriteLine($"FIND {find}: {fault}");
        }
        File.Delete(current);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{reader}: {count} documents in {clock.Elapsed.TotalSeconds:0} s, slowest {slowest.TotalMilliseconds:0} ms, {finds} finds"));
        return finds == 0 ? 0 : 1;
    }

    private byte[] Change()
    {
        var other = seeds[random.Next(seeds.Count)];
        return Seeds.IsSoup(reader) ? Soup.Next(random) : Changes.Of(seeds[random.Next(seeds.Count)], other, random);
    }

    private void EndIfStuck(string current)
    {
        lock (gate)
        {
            if (begun == 0 || (Environment.CpuUsage.TotalTime - begunAt < Longest && Stopwatch.GetElapsedTime(begun) < 6 * Longest))
                return;
        }
        Console.WriteLine($"FIND {current}: not read in {Longest.TotalSeconds} s");
        Environment.Exit(1);
    }
}
