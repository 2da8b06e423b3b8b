namespace PlanTracker.Documents.Readers.Html;

/// <summary>Measures how deep the tags of a page are nested before a parser builds a tree of them, in one pass and with little memory. Elements
/// that a browser closes by itself are not counted, so that pages which leave them open are not taken for deep ones.</summary>
internal static class HtmlNesting
{
    private static readonly HashSet<string> ClosedByThemselves = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "td", "th", "tr", "dd", "dt", "option", "optgroup", "thead", "tbody", "tfoot", "colgroup", "caption", "html", "body", "head",
    };

    public static bool IsDeeperThan(int limit, string page)
    {
        var open = new List<string>();
        var at = 0;
        while ((at = page.IndexOf('<', at)) >= 0 && at + 1 < page.Length)
        {
            if (string.CompareOrdinal(page, at, "<!--", 0, 4) == 0)
            {
                at = After(page, "-->", at + 4);
                continue;
            }
            var closing = page[at + 1] == '/';
            var name = NameAt(page, closing ? at + 2 : at + 1);
            at++;
            if (name.IsEmpty)
                continue;
            if (closing)
            {
                var opened = LastIndexOf(open, name);
                if (opened >= 0)
                    open.RemoveRange(opened, open.Count - opened);
                continue;
            }
            if (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase))
            {
                at = After(page, $"</{name}", at);
                continue;
            }
            if (ClosedByThemselves.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
                continue;
            open.Add(name.ToString());
            if (open.Count > limit)
                return true;
        }
        return false;
    }

    private static int After(string page, string end, int from)
    {
        var found = page.IndexOf(end, Math.Min(from, page.Length), StringComparison.OrdinalIgnoreCase);
        return found < 0 ? page.Length : found + end.Length;
    }

    private static ReadOnlySpan<char> NameAt(string page, int from)
    {
        const int longest = 32;
        var end = from;
        // A name ends at a blank, / or >, as a browser reads it: </ol县局 closes no list.
        while (end < page.Length && end - from < longest && !(char.IsWhiteSpace(page[end]) || page[end] is '/' or '>'))
            end++;
        return from < page.Length && char.IsAsciiLetter(page[from]) ? page.AsSpan(from, end - from) : [];
    }

    private static int LastIndexOf(List<string> open, ReadOnlySpan<char> name)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (name.Equals(open[i], StringComparison.OrdinalIgnoreCase))
                return i;
        }
        return -1;
    }
}
