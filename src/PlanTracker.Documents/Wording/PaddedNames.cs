namespace PlanTracker.Documents.Wording;

/// <summary>Names of persons whose characters are padded with blanks, so that a blank parts two names or two characters of one:
/// 李 云; 李 云 飞; 王 强李 云.</summary>
internal static class PaddedNames
{
    /// <summary>Of more single letters in a row only the last are looked at.</summary>
    private const int MostLetters = 12;

    private sealed record Word(int Start, int End)
    {
        public int Length => End - Start;
    }

    public static IEnumerable<(int Start, int End)> In(string plain, int start, int end)
    {
        var words = Words(plain, start, end);
        for (var i = 0; i < words.Count;)
        {
            var singles = words.Skip(i).TakeWhile(word => word.Length == 1).Count();
            if (singles == 0)
            {
                // 李云 | 飞: what is left behind a blank is no surname.
                var last = i + 1 < words.Count && words[i].Length == 2 && words[i + 1].Length == 1
                    && (i + 2 == words.Count || !PersonNames.IsSurname(plain[words[i + 1].Start]));
                yield return (words[i].Start, words[last ? i + 1 : i].End);
                i += last ? 2 : 1;
                continue;
            }

            if (Borrowed(plain, words, i, singles) is { } name)
            {
                yield return name;
                i += singles;
                if (name.End == words[i].End) i++;
                else words[i] = words[i] with { Start = name.End };
                continue;
            }

            foreach (var size in Sizes(string.Concat(words.Skip(i).Take(singles).Select(word => plain[word.Start]))))
            {
                yield return (words[i].Start, words[i + size - 1].End);
                i += size;
            }
        }
    }

    private static List<Word> Words(string plain, int start, int end)
    {
        var words = new List<Word>();
        for (var i = start; i < end;)
        {
            while (i < end && char.IsWhiteSpace(plain[i])) i++;
            var from = i;
            while (i < end && !char.IsWhiteSpace(plain[i])) i++;
            if (i > from) words.Add(new Word(from, i));
        }

        return words;
    }

    // 王 | 强李 | 云, 李 | 云 | 飞王 | 强: the last character of a padded name begins the next word; what is left of that begins the next name.
    private static (int Start, int End)? Borrowed(string plain, List<Word> words, int from, int singles)
    {
        var next = from + singles;
        if (singles > 2 || next >= words.Count) return null;
        if (singles == 2 && !(words[next].Length == 2 && next + 1 < words.Count && words[next + 1].Length == 1)) return null;
        // 李 | 云飞
        var whole = singles == 1 && words[next].Length == 2 && (next + 1 == words.Count || words[next + 1].Length > 1);
        return (words[from].Start, whole ? words[next].End : words[next].Start + 1);
    }

    // Of two or three characters each, so that as many as can be begin as a name does.
    private static int[] Sizes(string letters)
    {
        if (letters.Length <= 3) return [letters.Length];
        if (letters.Length > MostLetters) return [2, .. Sizes(letters[^MostLetters..])];
        foreach (var size in (int[])[2, 3])
        {
            if (!PersonNames.LooksLikeOne(letters[..size])) continue;
            var rest = Sizes(letters[size..]);
            if (BeginNames(letters[size..], rest)) return [size, .. rest];
        }

        return [2, .. Sizes(letters[2..])];
    }

    private static bool BeginNames(string letters, int[] sizes)
    {
        foreach (var size in sizes)
        {
            if (!PersonNames.LooksLikeOne(letters[..size])) return false;
            letters = letters[size..];
        }

        return true;
    }
}
