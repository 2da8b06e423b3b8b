namespace PlanTracker.Domain.Plans.Editions;

/// <summary>What was struck out and what was put in between two wordings. Chinese is compared by characters, figures and foreign words as wholes, so that
/// 30日 → 31日 reads as a new day and not as a new digit.</summary>
public static class WordDifference
{
    /// <summary>Shorter agreements between two changes are chance: they are read as part of the change.</summary>
    private const int ShortAgreement = 3;

    /// <summary>Wordings with more differences than this are shown as one struck out and one put in.</summary>
    private const int MostDifferences = 1500;

    /// <summary>In order; what is struck out stands before what took its place. All but the inserted pieces give the first wording, all but the deleted
    /// ones the second.</summary>
    public static IReadOnlyList<Piece> Between(string before, string now)
    {
        List<string> a = Words(before), b = Words(now);
        var head = 0;
        while (head < a.Count && head < b.Count && a[head] == b[head])
            head++;
        var tail = 0;
        while (tail < a.Count - head && tail < b.Count - head && a[^(tail + 1)] == b[^(tail + 1)])
            tail++;
        List<Stretch> stretches = [new(a[..head], [], [])];
        stretches.AddRange(Stretches(a[head..^tail], b[head..^tail]));
        stretches.Add(new(a[(a.Count - tail)..], [], []));
        return [.. Pieces(Slid(Gathered(stretches)))];
    }

    /// <summary>Figures (with their decimals) and words of Latin letters are one each; everything else goes by characters.</summary>
    private static List<string> Words(string text)
    {
        List<string> words = [];
        for (var i = 0; i < text.Length;)
        {
            var end = i + 1;
            if (char.IsAsciiDigit(text[i]))
            {
                while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
                    end++;
            }
            else if (char.IsAsciiLetter(text[i]))
            {
                while (end < text.Length && char.IsAsciiLetter(text[end]))
                    end++;
            }
            else if (char.IsHighSurrogate(text[i]) && end < text.Length && char.IsLowSurrogate(text[end]))
            {
                end++;
            }

            words.Add(text[i..end]);
            i = end;
        }

        return words;
    }

    private static IEnumerable<Stretch> Stretches(List<string> a, List<string> b)
    {
        if (a.Count == 0 && b.Count == 0)
            return [];
        var trail = ShortestEdit.Trail(a, b, MostDifferences);
        return trail is null ? [new Stretch([], a, b)] : FromTrail(trail, a, b);
    }

    private static List<Stretch> FromTrail(IReadOnlyList<(int A, int B)> shared, List<string> a, List<string> b)
    {
        List<Stretch> found = [];
        int x = 0, y = 0, i = 0;
        while (i < shared.Count)
        {
            found.Add(new([], a[x..shared[i].A], b[y..shared[i].B]));
            var first = i;
            do
                i++;
            while (i < shared.Count && shared[i] == (shared[i - 1].A + 1, shared[i - 1].B + 1));
            found.Add(new(a[shared[first].A..(shared[i - 1].A + 1)], [], []));
            (x, y) = (shared[i - 1].A + 1, shared[i - 1].B + 1);
        }

        found.Add(new([], a[x..], b[y..]));
        return found;
    }

    /// <summary>Joins changes that only a short agreement parts; each stretch of the result is one agreement followed by one change.</summary>
    private static List<Stretch> Gathered(IEnumerable<Stretch> stretches)
    {
        List<Stretch> kept = [];
        foreach (var next in stretches.Where(x => !x.IsEmpty))
        {
            if (kept.Count > 0 && kept[^1].CanTake(next))
                kept[^1] = kept[^1].With(next);
            else
                kept.Add(next);
        }

        for (var i = 1; i < kept.Count;)
        {
            var (last, here) = (kept[i - 1], kept[i]);
            if (last.HasChange && here.HasChange && IsChance(here.Same, last.Size, here.Size))
            {
                kept[i - 1] = new(last.Same, [.. last.Deleted, .. here.Same, .. here.Deleted], [.. last.Inserted, .. here.Same, .. here.Inserted]);
                kept.RemoveAt(i);
                i = Math.Max(1, i - 1);
            }
            else
            {
                i++;
            }
        }

        return kept;
    }

    private static bool IsChance(List<string> same, int before, int after)
    {
        var length = same.Sum(x => x.Length);
        return length <= ShortAgreement && (length <= 1 || (length <= before && length <= after)) && before + after > length + 1;
    }

    /// <summary>A pure insertion or deletion may begin in several places; it is read from behind a mark of punctuation, or up to one, where it can be.</summary>
    private static List<Stretch> Slid(List<Stretch> stretches)
    {
        for (var i = 0; i < stretches.Count; i++)
        {
            var here = stretches[i];
            if (here.Deleted.Count > 0 == here.Inserted.Count > 0)
                continue;
            var follows = i + 1 < stretches.Count ? stretches[i + 1].Same : [];
            var change = here.Deleted.Count > 0 ? here.Deleted : here.Inserted;
            var (best, found) = (0, Place(here.Same, change));
            List<string> same = [.. here.Same], moved = [.. change];

            // An agreement must stay between it and the change before, or both would be read as one.
            for (var back = 1; same.Count > (i == 0 ? 0 : 1) && same[^1] == moved[^1]; back++)
            {
                moved.Insert(0, same[^1]);
                moved.RemoveAt(moved.Count - 1);
                same.RemoveAt(same.Count - 1);
                if (Place(same, moved) > found)
                    (best, found) = (back, Place(same, moved));
            }

            if (best == 0)
                continue;
            List<string> turned = [.. here.Same[^best..], .. change[..^best]], rest = change[^best..];
            stretches[i] = new(here.Same[..^best], here.Deleted.Count > 0 ? turned : [], here.Inserted.Count > 0 ? turned : []);
            if (i + 1 < stretches.Count)
                stretches[i + 1] = stretches[i + 1] with { Same = [.. rest, .. follows] };
            else
                stretches.Add(new(rest, [], []));
        }

        return stretches;
    }

    private static int Place(List<string> before, List<string> change) =>
        (before.Count == 0 || IsMark(before[^1]) ? 2 : 0) + (IsMark(change[^1]) ? 2 : 0) - (IsMark(change[0]) ? 1 : 0);

    private static bool IsMark(string word) => char.IsPunctuation(word[0]) || char.IsWhiteSpace(word[0]);

    private static IEnumerable<Piece> Pieces(List<Stretch> stretches)
    {
        foreach (var stretch in stretches)
        {
            if (stretch.Same.Count > 0)
                yield return new(PieceKind.Same, string.Concat(stretch.Same));
            if (stretch.Deleted.Count > 0)
                yield return new(PieceKind.Deleted, string.Concat(stretch.Deleted));
            if (stretch.Inserted.Count > 0)
                yield return new(PieceKind.Inserted, string.Concat(stretch.Inserted));
        }
    }

    /// <summary>An agreement and the change behind it; either may be empty.</summary>
    private sealed record Stretch(List<string> Same, List<string> Deleted, List<string> Inserted)
    {
        public bool HasChange => Deleted.Count + Inserted.Count > 0;

        public bool IsEmpty => Same.Count == 0 && !HasChange;

        public int Size => Math.Max(Deleted.Sum(x => x.Length), Inserted.Sum(x => x.Length));

        /// <summary>Whether the other goes on where this one ends.</summary>
        public bool CanTake(Stretch next) => next.Same.Count == 0 || !HasChange;

        public Stretch With(Stretch next) => new([.. Same, .. next.Same], [.. Deleted, .. next.Deleted], [.. Inserted, .. next.Inserted]);
    }
}
