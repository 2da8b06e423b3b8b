namespace PlanTracker.Domain.Plans.Editions;

/// <summary>The fewest deletions and insertions that lead from one list to another, found by following the diagonals on which the lists agree (E. Myers, 1986).</summary>
internal static class ShortestEdit
{
    /// <summary>The places at which the two agree, in order; null where they differ in more than so many places.</summary>
    public static IReadOnlyList<(int A, int B)>? Trail(IReadOnlyList<string> a, IReadOnlyList<string> b, int most)
    {
        var limit = Math.Min(most, a.Count + b.Count);

        // How far each diagonal x - y was followed, and the same as it stood before each round, for finding the way back.
        var furthest = new int[2 * limit + 3];
        var middle = limit + 1;
        List<int[]> rounds = [];
        for (var d = 0; d <= limit; d++)
        {
            rounds.Add(furthest[(middle - d - 1)..(middle + d + 2)]);
            for (var k = -d; k <= d; k += 2)
            {
                var x = GoesDown(furthest, middle + k, k, d) ? furthest[middle + k + 1] : furthest[middle + k - 1] + 1;
                while (x < a.Count && x - k < b.Count && a[x] == b[x - k])
                    x++;
                furthest[middle + k] = x;
                if (x >= a.Count && x - k >= b.Count)
                    return Back(rounds, a.Count, b.Count);
            }
        }

        return null;
    }

    private static bool GoesDown(int[] furthest, int place, int k, int d) => k == -d || (k != d && furthest[place - 1] < furthest[place + 1]);

    private static List<(int A, int B)> Back(List<int[]> rounds, int x, int y)
    {
        List<(int A, int B)> shared = [];
        for (var d = rounds.Count - 1; d >= 0; d--)
        {
            var (k, round) = (x - y, rounds[d]);
            var from = GoesDown(round, d + 1 + k, k, d) ? k + 1 : k - 1;
            var (startX, startY) = d == 0 ? (0, 0) : (round[d + 1 + from], round[d + 1 + from] - from);
            while (x > startX && y > startY)
            {
                (x, y) = (x - 1, y - 1);
                shared.Add((x, y));
            }

            (x, y) = (startX, startY);
        }

        shared.Reverse();
        return shared;
    }
}
