namespace PlanTracker.Domain.Plans.Editions;

/// <summary>Lays the tasks of a new edition over those of the old one. Tasks with the same words are the same task; the others are paired so that the sum of
/// their likeness is greatest, number, section and order deciding between equals.</summary>
public static class EditionMatcher
{
    /// <summary>Less alike than this is another task.</summary>
    public const double Floor = 0.42;

    /// <summary>More alike than this needs nobody to look.</summary>
    public const double Sure = 0.62;

    /// <summary>So much of a task standing in another one makes them kin.</summary>
    private const double Kinship = 0.6;

    private const double OfTitle = 0.35;
    private const double SameNumber = 0.03;
    private const double SameSection = 0.02;
    private const double SameOrder = 0.01;

    /// <summary>One line for each task of either edition: in the order of the new one, the withdrawn ones behind those that stood before them.</summary>
    public static IReadOnlyList<TaskChange> Lay(IReadOnlyList<WordedTask> before, IReadOnlyList<WordedTask> now, IReadOnlyList<ChosenPair>? chosen = null)
    {
        Look[] old = [.. before.Select(x => new Look(x))], young = [.. now.Select(x => new Look(x))];
        var pairOf = new int?[now.Count];
        var isChosen = new bool[now.Count];
        var taken = new bool[before.Count];
        foreach (var pair in chosen ?? [])
        {
            if (pair.Now < 0 || pair.Now >= now.Count || isChosen[pair.Now] || pair.Before < 0 || pair.Before >= before.Count
                || (pair.Before is { } wanted && taken[wanted]))
                continue;
            (pairOf[pair.Now], isChosen[pair.Now]) = (pair.Before, true);
            if (pair.Before is { } place)
                taken[place] = true;
        }

        List<int> rows = [.. Enumerable.Range(0, before.Count).Where(x => !taken[x])];
        List<int> columns = [.. Enumerable.Range(0, now.Count).Where(x => !isChosen[x])];
        foreach (var (row, column) in Pairs(old, young, rows, columns))
            pairOf[column] = row;
        return InOrder(Changes(old, young, pairOf, isChosen), before.Count);
    }

    /// <summary>What share of the smaller document's tasks is surely found again in the other, 0 to 1.</summary>
    public static double ShareFoundAgain(IReadOnlyList<WordedTask> before, IReadOnlyList<WordedTask> now) => Math.Min(before.Count, now.Count) == 0
        ? 0
        : (double)Lay(before, now).Count(x => x.Likeness >= Sure) / Math.Min(before.Count, now.Count);

    private static IEnumerable<(int Row, int Column)> Pairs(Look[] old, Look[] young, List<int> rows, List<int> columns)
    {
        var byWords = columns.ToLookup(x => young[x].Plain);
        List<(int Row, int Column)> found = [];
        foreach (var same in rows.Where(x => byWords.Contains(old[x].Plain)).GroupBy(x => old[x].Plain))
            found.AddRange(Best(old, young, [.. same], [.. byWords[same.Key]]));
        HashSet<int> pairedRows = [.. found.Select(x => x.Row)], pairedColumns = [.. found.Select(x => x.Column)];
        foreach (var (some, others) in Neighbourhoods(old, young, [.. rows.Where(x => !pairedRows.Contains(x))], [.. columns.Where(x => !pairedColumns.Contains(x))]))
            found.AddRange(Best(old, young, some, others));
        return found;
    }

    private static IEnumerable<(int Row, int Column)> Best(Look[] old, Look[] young, IReadOnlyList<int> rows, IReadOnlyList<int> columns)
    {
        var worth = new double[rows.Count, columns.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < columns.Count; j++)
                worth[i, j] = Worth(old, young, rows[i], columns[j]);
        }

        var best = BestPairing.Of(worth);
        return Enumerable.Range(0, rows.Count).Where(i => best[i] is not null).Select(i => (rows[i], columns[best[i]!.Value]));
    }

    private static double Worth(Look[] old, Look[] young, int row, int column)
    {
        var (a, b) = (old[row], young[column]);
        var likeness = a.LikenessTo(b);
        if (likeness < Floor)
            return 0;

        // Squared, so that of several alike those that keep their order are worth most together.
        var apart = ((row + 0.5) / old.Length) - ((column + 0.5) / young.Length);
        return likeness + (a.Number == b.Number ? SameNumber : 0) + (a.Section == b.Section ? SameSection : 0) + (SameOrder * (1 - (apart * apart)));
    }

    /// <summary>Groups within which tasks are alike enough to be paired at all; what stands in different groups has nothing to do with each other.</summary>
    private static IEnumerable<(IReadOnlyList<int> Rows, IReadOnlyList<int> Columns)> Neighbourhoods(Look[] old, Look[] young, List<int> rows, List<int> columns)
    {
        var near = rows.ToDictionary(row => row, row => columns.Where(column => old[row].LikenessTo(young[column]) >= Floor).ToList());
        var rowsOf = near.SelectMany(x => x.Value.Select(column => (Row: x.Key, Column: column))).ToLookup(x => x.Column, x => x.Row);
        HashSet<int> seen = [];
        foreach (var start in rows.Where(x => near[x].Count > 0))
        {
            if (!seen.Add(start))
                continue;
            SortedSet<int> some = [start], others = [];
            Queue<int> open = new([start]);
            while (open.TryDequeue(out var row))
            {
                foreach (var column in near[row].Where(others.Add))
                {
                    foreach (var next in rowsOf[column].Where(seen.Add))
                    {
                        some.Add(next);
                        open.Enqueue(next);
                    }
                }
            }

            yield return ([.. some], [.. others]);
        }
    }

    private static List<TaskChange> Changes(Look[] old, Look[] young, int?[] pairOf, bool[] isChosen)
    {
        var successors = Successors(old, young, pairOf);
        HashSet<int> kept = [.. pairOf.OfType<int>()];
        List<TaskChange> changes = [];
        for (var column = 0; column < young.Length; column++)
        {
            changes.Add(pairOf[column] is { } row
                ? Paired(row, column, old[row], young[column], successors, isChosen[column])
                : new TaskChange(null, column, ChangeKind.Added) { Kin = Kin(young[column], old) });
        }

        changes.AddRange(Enumerable.Range(0, old.Length).Where(row => !kept.Contains(row))
            .Select(row => new TaskChange(row, null, ChangeKind.Withdrawn) { Kin = Kin(old[row], young) }));
        return changes;
    }

    private static TaskChange Paired(int row, int column, Look a, Look b, Dictionary<string, string> successors, bool isChosen)
    {
        var parts = a.Task.ChangedParts(b.Task);
        var (renumbered, moved) = (a.Number != b.Number, successors.GetValueOrDefault(a.Section, a.Section) != b.Section);
        var likeness = a.LikenessTo(b);
        var kind = parts != WordingParts.None ? ChangeKind.Changed : renumbered ? ChangeKind.Renumbered : moved ? ChangeKind.Moved : ChangeKind.Unchanged;
        return new TaskChange(row, column, kind, likeness)
        {
            Parts = parts, IsRenumbered = renumbered, IsMoved = moved, IsUncertain = !isChosen && likeness < Sure,
        };
    }

    /// <summary>A section is followed by that one into which most of its tasks went, each by one: a new heading over the same tasks moves none of them.</summary>
    private static Dictionary<string, string> Successors(Look[] old, Look[] young, int?[] pairOf)
    {
        var went = Enumerable.Range(0, young.Length).Where(x => pairOf[x] is not null).GroupBy(x => (From: old[pairOf[x]!.Value].Section, To: young[x].Section))
            .OrderByDescending(x => x.Key.From == x.Key.To).ThenByDescending(x => x.Count()).ThenBy(x => x.Key.From, StringComparer.Ordinal)
            .ThenBy(x => x.Key.To, StringComparer.Ordinal);
        Dictionary<string, string> successors = [];
        HashSet<string> taken = [];
        foreach (var way in went.Select(x => x.Key).Where(x => !successors.ContainsKey(x.From) && !taken.Contains(x.To)))
        {
            successors[way.From] = way.To;
            taken.Add(way.To);
        }

        return successors;
    }

    private static int? Kin(Look one, Look[] others)
    {
        var best = Enumerable.Range(0, others.Length).Select(x => (Place: x, Part: one.OverlapWith(others[x]))).OrderByDescending(x => x.Part).FirstOrDefault();
        return best.Part >= Kinship ? best.Place : null;
    }

    private static List<TaskChange> InOrder(List<TaskChange> changes, int old)
    {
        var ordered = changes.Where(x => x.Now is not null).OrderBy(x => x.Now).ToList();
        var withdrawn = changes.Where(x => x.Now is null).ToDictionary(x => x.Before!.Value);
        for (var row = 0; row < old; row++)
        {
            if (!withdrawn.TryGetValue(row, out var gone))
                continue;
            var behind = row == 0 ? -1 : ordered.FindIndex(x => x.Before == row - 1);
            ordered.Insert(behind + 1, gone);
        }

        return ordered;
    }

    /// <summary>A task with all that it is likened by.</summary>
    private sealed class Look(WordedTask task)
    {
        private readonly WordPrint title = new(WordedTask.Plain(task.Title));
        private readonly WordPrint words = new(WordedTask.Plain(task.Words));

        public WordedTask Task => task;

        public string Plain { get; } = WordedTask.Plain(task.Title) + '\n' + WordedTask.Plain(task.Body);

        public string Number { get; } = WordedTask.Plain(task.Number);

        public string Section { get; } = WordedTask.Plain(task.Section);

        /// <summary>A task that kept its title, or kept its text under a new title, is more of itself than the two taken together say.</summary>
        public double LikenessTo(Look other)
        {
            if (Plain == other.Plain)
                return 1;
            var ofWords = words.LikenessTo(other.words);
            return Math.Max(ofWords, (OfTitle * title.LikenessTo(other.title)) + ((1 - OfTitle) * ofWords));
        }

        public double OverlapWith(Look other) => words.PartIn(other.words);
    }
}
