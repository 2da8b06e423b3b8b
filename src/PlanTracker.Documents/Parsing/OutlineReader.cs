using System.Text.RegularExpressions;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Finds the numbers of items, also in the middle of a line, and nests the items by the kind of their numbers.</summary>
internal static partial class OutlineReader
{
    /// <summary>The place of a number: the more certain, the less its value must fit.</summary>
    private enum Place
    {
        LineStart,
        AfterStop,
        AfterBlank,
        AfterColon,
        AfterSemicolon,
        Glued,
    }

    /// <summary>How many numbers may be missing between two items.</summary>
    private const int Gap = 15;

    private const int LongestTitle = 80;

    /// <param name="bodyStart">Behind the title of the plan itself: an item that begins anew there stands under none of the notice before it.</param>
    public static List<OutlineItem> Read(Flow flow, int bodyStart = 0)
    {
        var text = flow.Text;
        var annexes = AnnexLists.In(text, flow.OneLine);
        var annex = 0;
        var plain = text.Plain;
        var roots = new List<OutlineItem>();
        var open = new Stack<OutlineItem>();
        var last = new int[(int)LabelKind.Enumerated + 1];
        var through = new int[last.Length];
        OutlineItem? current = null;
        var run = 0;
        var quotedUntil = 0;
        // Where a note begins that ends the item before it.
        int? note = null;
        for (var i = 0; i < plain.Length; i++)
        {
            while (annex < annexes.Count && annexes[annex].End <= i) annex++;
            if (annex < annexes.Count && annexes[annex].Start <= i) continue;
            // A title that is never closed ends somewhere.
            quotedUntil = plain[i] switch { '《' => i + LongestTitle, '》' or '\n' => 0, _ => quotedUntil };
            if (plain[i] == '附' && roots.Count > 0 && (i == 0 || plain[i - 1] == '\n') && Annex().IsMatch(plain, i))
            {
                Close(i);
                continue;
            }

            if (roots.Count > 0 && (i == 0 || plain[i - 1] == '\n') && Note().IsMatch(plain, i))
            {
                var end = EndOfNote(plain, i);
                // 责任单位：… below the note is still the item's own.
                if (ItemLabel.ReadAt(plain, end + 1) is not null || plain.AsSpan(end).IsWhiteSpace()) note ??= i;
                i = end - 1;
                continue;
            }

            if (i < quotedUntil || ItemLabel.ReadAt(plain, i) is not { } label) continue;
            var place = PlaceOf(plain, i, label.Kind);
            // 重点任务1.: the heading ends in 任务, the number begins behind it.
            if (place == Place.Glued && plain[i] == '任') continue;
            var opensPlan = current is not null && current.Start < bodyStart && i >= bodyStart && label.Value == 1
                && (place != Place.Glued || i == bodyStart);
            if (!opensPlan && !Accepts(plain, i, label, place, last[(int)label.Kind], through[(int)label.Kind], current))
            {
                // The digits of 12. are not read again as 2.
                if (char.IsAsciiDigit(plain[i]) || ChineseNumerals.IsNumeral(plain[i])) i += Math.Max(0, NumberLength(plain, i) - 1);
                continue;
            }

            if (opensPlan) Close(i);
            if (current is not null) current.OwnEnd = note ?? i;
            var depth = label.Kind == LabelKind.Phase ? open.FirstOrDefault(item => item.Label.Kind == LabelKind.Phase)?.Depth ?? int.MaxValue
                : OutlineItem.DepthOf(label.Kind);
            while (open.Count > 0 && open.Peek().Depth >= depth) open.Pop().End = note ?? i;
            note = null;
            if (label.Kind <= LabelKind.Section && label.Value <= last[(int)label.Kind]) run++;
            var parent = open.Count > 0 ? open.Peek() : null;
            current = new OutlineItem(label, i, parent) { Run = run };
            (parent?.Children ?? roots).Add(current);
            open.Push(current);
            last[(int)label.Kind] = through[(int)label.Kind] = label.Value;
            Array.Clear(last, (int)label.Kind + 1, last.Length - (int)label.Kind - 1);
            i += label.Length - 1;
        }

        Close(plain.Length);
        return roots;

        // What follows stands under none of the items so far.
        void Close(int at)
        {
            if (current is not null) current.OwnEnd = note ?? at;
            while (open.Count > 0) open.Pop().End = note ?? at;
            note = null;
            Array.Clear(last);
            current = null;
            run++;
        }
    }

    // 附件2 alone on its line: what follows stands under none of the headings before it.
    [GeneratedRegex("\\G附件 ?\\d{1,2} *(?:\n|$)")]
    private static partial Regex Annex();

    // 注：1.… 2.…: the numbers of a note are no items.
    [GeneratedRegex("\\G *(?:备注|注|附注):")]
    private static partial Regex Note();

    // To the end of the line; where its numbers stand on lines of their own, behind the last of them.
    private static int EndOfNote(string plain, int at)
    {
        int End(int from) => plain.IndexOf('\n', from) is >= 0 and var end ? end : plain.Length;
        var end = End(at);
        var alone = plain.AsSpan(at, end - at).TrimEnd(' ').EndsWith(":");
        while (alone && end + 1 < plain.Length && ItemLabel.ReadAt(plain, end + 1) is { Kind: LabelKind.Digit or LabelKind.BracketedDigit }) end = End(end + 1);
        return end;
    }

    private static int NumberLength(string plain, int at)
    {
        var end = at;
        while (end < plain.Length && (char.IsAsciiDigit(plain[end]) || ChineseNumerals.IsNumeral(plain[end]))) end++;
        return end - at;
    }

    private static Place PlaceOf(string plain, int at, LabelKind kind)
    {
        var before = at - 1;
        while (before >= 0 && plain[before] == ' ') before--;
        if (before < 0 || plain[before] == '\n') return Place.LineStart;
        return plain[before] switch
        {
            '。' or '!' or '?' or ')' or '”' or '"' or '》' => Place.AfterStop,
            ':' => Place.AfterColon,
            ';' => Place.AfterSemicolon,
            _ => before < at - 1 ? Place.AfterBlank : Place.Glued,
        };
    }

    private static bool Accepts(string plain, int at, ItemLabel label, Place place, int known, int through, OutlineItem? current)
    {
        // Numbers run through the sections or begin anew in each.
        var next = label.Value == known + 1 || (label.Value == through + 1 && through > 0);
        var gap = label.Kind <= LabelKind.Digit ? Gap : 3;
        var later = (label.Value > known && label.Value <= known + gap) || (through > 0 && label.Value > through && label.Value <= through + gap);
        // 11。推广…: a full stop printed for the point, where the number is the next.
        if (plain[at + label.Length - 1] == '。') return next && place is Place.LineStart or Place.AfterStop && label.Value > 1;
        if (label.Kind == LabelKind.Enumerated) return place != Place.Glued && (next || label.Value == 1);
        if (label.Kind == LabelKind.Phase)
            return place == Place.LineStart || (current?.Label.Kind is LabelKind.Section or LabelKind.Phase && (next || label.Value == 1)
                && place is Place.AfterStop or Place.AfterBlank);
        if (label.Kind is LabelKind.Article or LabelKind.Chapter or LabelKind.ChapterPart)
            return place is Place.LineStart || (place is Place.AfterStop or Place.AfterBlank && (next || label.Value == 1));
        if (place == Place.AfterBlank && plain[at - 1] == ' ' && at > 1 && plain[at - 2] is '第' or '共' or '、' or ',') return false;
        return place switch
        {
            Place.LineStart => true,
            Place.AfterStop => (next || later || label.Value == 1) && !(label is { Kind: >= LabelKind.BracketedDigit, Value: 1 }
                && GoesOnBehindSemicolon(plain, at, label)),
            Place.AfterBlank => next || label.Value == 1 || (later && (known + through > 0 || label.Kind == LabelKind.Section))
                || FollowsHeading(plain, at, label, current),
            Place.AfterColon => (next || label.Value == 1) && (label.Kind == LabelKind.Section || !Enumerates(plain, at, label)),
            Place.AfterSemicolon => false,
            _ => Glues(plain, at, label, next && known + through > 0, current),
        };
    }

    // （八）相关工作 2.做好…: the first item under a heading need not be the first of its list.
    private static bool FollowsHeading(string plain, int at, ItemLabel label, OutlineItem? current) =>
        current is not null && label.Kind > current.Label.Kind && label.Kind <= LabelKind.Digit && at - current.WordsStart is > 3 and <= 40
        && plain.AsSpan(current.WordsStart, at - current.WordsStart).IndexOfAny("。;:,") < 0;

    // …。①严控产能；②淘汰机组。 — parts of one sentence in the middle of a paragraph.
    private static bool GoesOnBehindSemicolon(string plain, int at, ItemLabel label)
    {
        var stop = plain.AsSpan(at, Math.Min(400, plain.Length - at)).IndexOfAny(";。\n");
        return stop > 0 && plain[at + stop] == ';' && IsNext(plain, at + stop + 1, label);
    }

    private static bool IsNext(string plain, int at, ItemLabel label)
    {
        while (at < plain.Length && plain[at] is ' ' or '和' or '及') at++;
        return ItemLabel.ReadAt(plain, at) is { } next && next.Kind == label.Kind && next.Value == label.Value + 1;
    }

    // 主要包括：（一）…；（二）…； — the next number follows a semicolon: no items.
    private static bool Enumerates(string plain, int at, ItemLabel label)
    {
        for (var i = at + label.Length; i < plain.Length && i < at + 400; i++)
        {
            if (plain[i] is '。' or '\n') return false;
            if (plain[i] == ';' && IsNext(plain, i + 1, label)) return true;
        }

        return false;
    }

    // 三、主要任务（一）…  and  …县文联8.推广…: the number stands directly behind a character.
    // …责任分工方案一、扩大学位1.…: the first section stands directly behind the title.
    [GeneratedRegex("(?:方案|计划|要点|措施|意见|清单|分工|安排|任务|打算|报告|总结|汇报|通知如下|事项如下|\\(20\\d\\d年?-20\\d\\d年?\\)|稿\\))$")]
    private static partial Regex TitleBefore();

    private static bool Glues(string plain, int at, ItemLabel label, bool next, OutlineItem? current)
    {
        if (current is null)
            return label is { Kind: LabelKind.Section, Value: 1 } && TitleBefore().IsMatch(plain.AsSpan(Math.Max(0, at - 30), Math.Min(30, at)));
        if (plain[at - 1] is '、' or ',' or '第' or '-' or '/' or '(' || char.IsAsciiLetterOrDigit(plain[at - 1])
            || ChineseNumerals.IsNumeral(plain[at - 1]))
            return false;
        if (next)
            return label.Kind is LabelKind.Section or LabelKind.BracketedNumeral or LabelKind.Digit or LabelKind.BracketedDigit or LabelKind.Circled;
        if (label.Value != 1 || label.Kind <= current.Label.Kind) return false;
        return at - current.WordsStart <= 60 && plain.AsSpan(current.WordsStart, at - current.WordsStart).IndexOfAny('。', ';', '\n') < 0;
    }
}
