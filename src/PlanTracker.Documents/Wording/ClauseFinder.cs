using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Wording;

/// <param name="Start">First character of the clause, its bracket included.</param>
/// <param name="End">Behind its last character.</param>
public sealed record FoundClause(int Start, int End, UnitClause Clause);

/// <summary>Finds the clauses of units in the words of an item: in brackets, behind a label without brackets, or as a sentence of their
/// own.</summary>
public static class ClauseFinder
{
    /// <summary>Longest clause that is looked for, in characters.</summary>
    private const int Longest = 1500;

    public static List<FoundClause> FindIn(MappedText words)
    {
        var found = new List<FoundClause>();
        var plain = words.Plain;
        var closings = Closings(plain);
        for (var i = plain.IndexOf('(', StringComparison.Ordinal); i >= 0 && i < plain.Length; i = plain.IndexOf('(', i + 1))
        {
            var close = closings[i];
            if (close == Buried) continue;
            var end = close < 0 ? UnclosedEnd(plain, i) : close;
            if (end < 0 || end - i < 3) continue;
            if ((ReadLabelInBracket(words, i, end) ?? ReadBracket(words, i, end, close >= 0)) is not { } clause) continue;
            found.Add(clause);
            i = clause.End - 1;
        }

        AddUnbracketed(words, found);
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        AddSentences(words, found);
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    private const int Buried = -2;

    /// <summary>Brackets deeper than this are names' own and begin no clause.</summary>
    private const int Deepest = 3;

    // For each opening bracket its closing one; -1 where it has none near enough, Buried where it lies too deep.
    private static int[] Closings(string plain)
    {
        if (!plain.Contains('(', StringComparison.Ordinal)) return [];
        var closings = new int[plain.Length];
        var open = new Stack<int>();
        for (var i = 0; i < plain.Length; i++)
        {
            if (plain[i] == '(')
            {
                closings[i] = open.Count < Deepest ? -1 : Buried;
                open.Push(i);
            }
            else if (plain[i] == ')' && open.TryPop(out var at) && closings[at] != Buried && i - at < Longest)
            {
                closings[at] = i;
            }
            else if (plain[i] == '\n' && open.Count > Deepest)
            {
                open.Clear();
            }
        }

        return closings;
    }

    // A lost closing bracket: the clause ends with its line.
    private static int UnclosedEnd(string plain, int open)
    {
        if (RoleWords.LabelInText().Match(plain, open + 1, Math.Min(14, plain.Length - open - 1)) is not { Success: true, Index: var at }
            || at - open > 4)
            return UnclosedVerbEnd(plain, open);
        var limit = Math.Min(plain.Length, open + Longest);
        var end = plain.IndexOf('\n', open, limit - open);
        return end < 0 ? limit : end;
    }

    // （县河长办负责，各乡镇配合 at the end of its line
    private static int UnclosedVerbEnd(string plain, int open)
    {
        var line = plain.AsSpan(open + 1, Math.Min(LongestUnlabelled, plain.Length - open - 1));
        if (line.IndexOf('\n') is >= 0 and var stop) line = line[..stop];
        else if (open + 1 + line.Length < plain.Length) return -1;
        var words = line.TrimEnd(" 。").ToString();
        return words.Length > 0 && words.IndexOf('。', StringComparison.Ordinal) < 0 && RoleVerbs.AtEnd(words).Length > 0
            ? open + 1 + words.Length : -1;
    }

    private const int LongestUnlabelled = 200;

    private static FoundClause? ReadBracket(MappedText words, int open, int close, bool closed)
    {
        var inner = words.Slice(open + 1, close);
        var labelled = RoleWords.LabelInText().Match(inner.Plain) is { Success: true, Index: <= 16 }
            || (inner.Plain.Contains(' ', StringComparison.Ordinal)
                && RoleWords.LabelInText().Match(inner.Squeeze().Plain) is { Success: true, Index: <= 12 });
        if (!labelled && !BareBrackets.ReadsAsUnits(words.Plain, inner.Plain, open, close)) return null;
        var clause = UnitClauseReader.Read(inner);
        if (!closed || (!labelled && !BareBrackets.NamesRole(inner.Plain)))
        {
            // Its bracket is lost, or it says neither by a label nor by a verb what the bodies are to do.
            clause.Doubts.Add(new Diagnostic(DiagnosticKind.UnsureRole, null, inner.Printed, inner.SpanOf(0, inner.Length)));
        }

        return clause.IsEmpty && !BareBrackets.GuidesOnly(inner.Plain) ? null : new FoundClause(open, closed ? close + 1 : close, clause);
    }

    // 【责任单位】县司法局
    private static FoundClause? ReadLabelInBracket(MappedText words, int open, int close)
    {
        var label = words.Slice(open + 1, close).Squeeze();
        if (label.Length is < 4 or > LongestLabel || close + 1 >= words.Length
            || RoleWords.LabelInText().Match(label.Plain + ":").Length <= label.Length)
            return null;
        var end = EndOfUnbracketed(words.Plain, close + 1);
        var read = new MappedTextBuilder();
        read.Append(label);
        read.Append(':', words.SourceAt(close));
        var from = words.Plain[close + 1] == ':' ? close + 2 : close + 1;
        read.Append(words.Slice(from, end));
        return UnitClauseReader.Read(read.Build()) is { IsEmpty: false, Doubts.Count: 0 } clause ? new FoundClause(open, end, clause) : null;
    }

    private const int LongestLabel = 8;

    private static void AddUnbracketed(MappedText words, List<FoundClause> found)
    {
        var plain = words.Plain;
        var bracketed = found.ToList();
        for (var at = 0; RoleWords.LabelInText().Match(plain, at) is { Success: true } label;)
        {
            at = label.Index + label.Length;
            var start = ScopeBefore(plain, label.Index);
            if (Covers(bracketed, label.Index) || !StandsFree(plain, start)) continue;
            var end = EndOfUnbracketed(plain, at);
            var clause = UnitClauseReader.Read(words.Slice(start, end));
            if (clause.IsEmpty) continue;
            found.Add(new FoundClause(start, end, clause));
            at = end;
        }
    }

    private const int LongestScope = 24;

    // 以上各项责任单位：…: the sentence begins with the tasks for which the clause holds.
    private static int ScopeBefore(string plain, int label)
    {
        var start = plain.AsSpan(0, label).LastIndexOfAny("。;\n") + 1;
        while (start < label && plain[start] == ' ') start++;
        return start < label && label - start <= LongestScope && ClauseScope.At(plain, start).Length == label - start ? start : label;
    }

    // The clauses are in order and do not overlap.
    private static bool Covers(List<FoundClause> found, int at)
    {
        int low = 0, high = found.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (found[middle].End <= at) low = middle + 1;
            else high = middle;
        }

        return low < found.Count && found[low].Start <= at;
    }

    private static bool StandsFree(string plain, int at)
    {
        var blank = false;
        var before = at - 1;
        while (before >= 0 && plain[before] == ' ') (blank, before) = (true, before - 1);
        return blank || before < 0 || plain[before] is '\n' or '。' or ';' or ')' or '!' or '”' or '"';
    }

    // To the end of the line, or to a full stop behind which no further label follows.
    private static int EndOfUnbracketed(string plain, int from)
    {
        for (var i = from; i < plain.Length; i++)
        {
            if (i - from > Longest) return i;
            if (plain[i] == '\n' && !NamesGoOn(plain, from, i)) return i;
            if (plain[i] != '。') continue;
            var next = i + 1;
            while (next < plain.Length && plain[next] == ' ') next++;
            if (RoleWords.LabelInText().Match(plain, next, Math.Min(20, plain.Length - next)) is { Success: true } label && label.Index == next)
                continue;
            return i;
        }

        return plain.Length;
    }

    // 责任单位： / 县林业局 / 县公安局: behind a label alone on its line, or a line that ends in the middle of the list, a line of names.
    private static bool NamesGoOn(string plain, int from, int lineEnd)
    {
        var before = plain.AsSpan(from, lineEnd - from).TrimEnd();
        var lastLine = before[(before.LastIndexOf('\n') + 1)..];
        if (before.Length > 0 && before[^1] is not ('、' or ',') && (before.IndexOf('\n') < 0
            || plain[from..lineEnd].TrimStart(' ').IndexOf('\n') != 0))
            return false;
        if (lastLine.Length > 40) return false;
        var end = plain.IndexOf('\n', lineEnd + 1);
        var next = plain[(lineEnd + 1)..(end < 0 ? plain.Length : end)].Trim();
        return next.Length is >= 2 and <= 60 && next.Split('、', ',', ' ').All(name => UnitNames.IsGroup(name) || UnitNames.LooksComplete(name))
            && ItemLabel.ReadAt(next, 0) is null;
    }

    private static void AddSentences(MappedText words, List<FoundClause> found)
    {
        var known = found.ToList();
        foreach (var clause in SentenceClauses.In(words, known.Count == 0))
        {
            if (!Covers(known, clause.Start) && !Covers(known, clause.End - 1)) found.Add(clause);
        }
    }
}
