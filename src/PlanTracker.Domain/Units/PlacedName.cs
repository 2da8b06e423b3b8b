namespace PlanTracker.Domain.Units;

/// <summary>Takes the place out of a name: 云溪县司法局, 县司法局 → 司法局; of bodies that are managed from above also where it stands inside
/// (人行云溪支行, 国家税务总局云溪县税务局, 安江市生态环境局云溪分局).</summary>
internal static class PlacedName
{
    private const int ShortestPlace = 2;

    private static readonly string[] Systems = ["国家税务总局", "国家统计局", "国家金融监督管理总局", "中国", "中共", "中国共产党"];
    private static readonly string[] Bank = ["中国人民银行", "人民银行", "人行"];
    private static readonly string[] Branches = ["县分局", "区分局", "市分局", "分局"];

    /// <summary>What is left of a normalised name when it belongs to the place, with how the place was said; every way in which it can be read.</summary>
    public static IEnumerable<(string Bare, PrefixReason Reason)> Bares(string name, Place place, IReadOnlyList<Place> places)
    {
        foreach (var (bare, reason) in Leading(name, place, places).Concat(Inside(name, place, places)))
            yield return (Canonical(bare), reason);
    }

    /// <summary>A bare name in the form by which it is compared.</summary>
    public static string Canonical(string bare) => Array.Find(Bank, bare.StartsWith) is { } bank && bare[bank.Length..] is "" or "支行" or "中心支行"
        ? "人民银行"
        : bare;

    /// <summary>Null where the name does not begin with the prefix, or is nothing else.</summary>
    public static string? Without(string prefix, string name) =>
        name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : null;

    private static IEnumerable<(string Bare, PrefixReason Reason)> Leading(string name, Place place, IReadOnlyList<Place> places)
    {
        foreach (var rest in Systems.Select(system => Without(system, name)).OfType<string>().Prepend(name))
        {
            if (Without(place.Name, rest) is { } full)
                yield return (full, PrefixReason.FullPlace);
            if (Without(place.Level, rest) is { } level)
                yield return (level, PrefixReason.Level);
            if (Stem(place) is { } stem && Without(stem, rest) is { } placed && !placed.StartsWith(place.Level, StringComparison.Ordinal))
                yield return (placed, PrefixReason.FullPlace);

            // 安江市云溪生态环境局: the place above first.
            foreach (var above in places.SkipWhile(x => x != place).Skip(1))
            {
                if (Without(above.Name, rest) is { } below && (Without(place.Name, below) ?? (Stem(place) is { } own ? Without(own, below) : null)) is { } both)
                    yield return (both, PrefixReason.FullPlace);
            }
        }
    }

    private static IEnumerable<(string Bare, PrefixReason Reason)> Inside(string name, Place place, IReadOnlyList<Place> places)
    {
        // 团县委 = 共青团云溪县委员会
        foreach (var league in (string[])["共青团", "团"])
        {
            if (Without(league, name) is not { } rest)
                continue;
            if (Without(place.Name, rest) is { } full)
                yield return ("共青团" + full, PrefixReason.FullPlace);
            else if (Without(place.Level, rest) is { } level)
                yield return ("共青团" + level, PrefixReason.Level);
        }

        foreach (var bank in Bank)
        {
            if (Without(bank, name) is { } rest && (Without(place.Name, rest) ?? (Stem(place) is { } stem ? Without(stem, rest) : null)) is { } branch)
                yield return (bank + branch, PrefixReason.FullPlace);
        }

        // 安江市生态环境局云溪分局
        foreach (var branch in Branches.Where(branch => name.EndsWith(branch, StringComparison.Ordinal)))
        {
            var rest = name[..^branch.Length];
            if (Stem(place) is not { } stem || !rest.EndsWith(stem, StringComparison.Ordinal))
                continue;
            var body = rest[..^stem.Length];
            foreach (var above in places)
                body = Without(above.Name, body) ?? body;
            if (body.Length > ShortestPlace)
                yield return (body, PrefixReason.FullPlace);
        }
    }

    /// <summary>云溪 of 云溪县.</summary>
    private static string? Stem(Place place) =>
        place.Name.Length > ShortestPlace && place.Name.EndsWith(place.Level, StringComparison.Ordinal) ? place.Name[..^place.Level.Length] : null;
}
