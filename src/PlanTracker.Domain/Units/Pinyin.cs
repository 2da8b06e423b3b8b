using System.Collections.Frozen;
using System.Text;

namespace PlanTracker.Domain.Units;

/// <summary>How a name is typed on a Latin keyboard: 发展和改革局 → fzhggj and fazhanhegaigeju. Lower case, no tones, ü as v.</summary>
public static class Pinyin
{
    private const string Resource = "PlanTracker.Domain.Units.pinyin.txt";

    /// <summary>A name with several characters of several readings is not read in all ways.</summary>
    private const int MostReadings = 4;

    private static readonly FrozenDictionary<char, string[]> Readings = Read();

    /// <summary>Initials and whole syllables of every reading; what is no Chinese character stands as it is, characters without a known reading are left out.</summary>
    public static IReadOnlyList<string> KeysOf(string name)
    {
        List<(string Initials, string Whole)> read = [("", "")];
        foreach (var c in name)
        {
            string[] ways = Readings.TryGetValue(c, out var known) ? known : char.IsAsciiLetterOrDigit(c) ? [char.ToLowerInvariant(c).ToString()] : [];
            if (ways.Length == 0)
                continue;
            read = [.. from before in read from way in read.Count > MostReadings ? ways[..1] : ways select (before.Initials + way[0], before.Whole + way)];
        }

        return [.. read.SelectMany(x => new[] { x.Initials, x.Whole }).Where(x => x.Length > 0).Distinct()];
    }

    private static FrozenDictionary<char, string[]> Read()
    {
        using var stream = typeof(Pinyin).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException(Resource);
        using StreamReader reader = new(stream, Encoding.UTF8);
        Dictionary<char, string[]> readings = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split(' ') is not [var syllable, var characters])
                continue;
            foreach (var c in characters)
                readings[c] = readings.TryGetValue(c, out var before) ? [.. before, syllable] : [syllable];
        }

        return readings.ToFrozenDictionary();
    }
}
