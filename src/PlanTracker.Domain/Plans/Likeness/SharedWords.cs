namespace PlanTracker.Domain.Plans.Likeness;

public static class SharedWords
{
    /// <summary>The longest stretches of at least so many characters that both texts hold, longest first, none inside another.</summary>
    public static IReadOnlyList<string> Of(string one, string other, int most, int shortest = 3)
    {
        List<string> found = [];
        for (var i = 0; i < one.Length;)
        {
            var length = 0;
            while (i + length < one.Length && length < 40 && char.IsLetter(one[i + length])
                && other.Contains(one.Substring(i, length + 1), StringComparison.Ordinal))
                length++;
            if (length >= shortest)
                found.Add(one.Substring(i, length));
            i += Math.Max(1, length);
        }

        return [.. found.Distinct().OrderByDescending(x => x.Length).Take(most)];
    }
}
