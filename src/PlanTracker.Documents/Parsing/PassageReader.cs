using System.Text.RegularExpressions;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Cuts a report into passages of one matter each. What is planned next, what was wrong and what is only said in general holds none.</summary>
internal sealed partial class PassageReader(Flow flow, TaskChooser titles)
{
    /// <summary>Shorter words tell nothing: a heading, a closing phrase.</summary>
    private const int Shortest = 16;

    /// <summary>Own words of an item beyond this are cut at their paragraphs.</summary>
    private const int Long = 300;

    private readonly List<ReportPassage> passages = [];

    [GeneratedRegex("问题|不足|困难|短板|薄弱|差距|原因|意见建议|建议$")]
    private static partial Regex Shortcomings();

    public IReadOnlyList<ReportPassage> Read(IReadOnlyList<OutlineItem> roots)
    {
        if (roots.Count == 0) AddParagraphs([], 0, flow.Text.Length);
        foreach (var root in roots) Read(root, []);
        return passages;
    }

    private void Read(OutlineItem item, IReadOnlyList<string> above)
    {
        var title = titles.TitleOf(item);
        if (title.Length <= 40 && (SectionWords.IsNextSteps(title) || Shortcomings().IsMatch(title) || SectionWords.IsStatement(title))) return;
        var words = flow.Text.Slice(item.WordsStart, item.OwnEnd);
        var titleEnd = ItemTitle.EndIn(words, flow.OneLine);
        if (item.Children.Count == 0)
        {
            AddOwn(item, above, words, titleEnd);
            return;
        }

        // A long first sentence is no heading of what stands below it.
        string[] below = titleEnd <= 60 ? [.. above, Heading(item)] : [.. above];
        if (words.Plain[titleEnd..].Trim(' ', '\n', '。', ':').Length >= Shortest || titleEnd > 60)
            AddParagraphs(below, item.WordsStart + (titleEnd > 60 ? 0 : titleEnd), item.OwnEnd);
        foreach (var child in item.Children) Read(child, below);
    }

    private void AddOwn(OutlineItem item, IReadOnlyList<string> above, MappedText words, int titleEnd)
    {
        var rest = words.Plain[titleEnd..].Trim(' ', '\n', '。');
        if (rest.Length > Long && titleEnd <= 60) AddParagraphs([.. above, Heading(item)], item.WordsStart + titleEnd, item.OwnEnd);
        else Add(above, item.WordsStart, item.OwnEnd);
    }

    // A page on one line keeps its paragraphs as a blank behind a full stop.
    private void AddParagraphs(IReadOnlyList<string> above, int start, int end)
    {
        var plain = flow.Text.Plain;
        for (var i = start; i < end; i++)
        {
            var stops = plain[i] == '\n' || (flow.OneLine && plain[i] == ' ' && i > start && plain[i - 1] == '。');
            if (!stops) continue;
            Add(above, start, i);
            start = i + 1;
        }

        Add(above, start, end);
    }

    private void Add(IReadOnlyList<string> above, int start, int end)
    {
        var words = flow.Text.Slice(start, end).Trim();
        while (words.Length > 0 && words.Plain[0] is '。' or ' ' or '\n' or ':') words = words.Slice(1, words.Length);
        if (words.Length < Shortest || !words.Plain.AsSpan().ContainsAnyInRange('\u4e00', '\u9fff')) return;
        passages.Add(new ReportPassage(
            above, ItemTitle.Of(words, flow.OneLine), words.Printed, words.SpanOf(0, words.Length), FigureWording.FindIn(words)));
    }

    private string Heading(OutlineItem item)
    {
        var number = flow.Text.Slice(item.Start, item.WordsStart).Printed.Trim();
        return number + ItemTitle.Of(flow.Text.Slice(item.WordsStart, item.OwnEnd), flow.OneLine);
    }
}
