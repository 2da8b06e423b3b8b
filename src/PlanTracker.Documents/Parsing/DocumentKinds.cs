using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>What kind of document it is: its title says so; regulations are told by their articles.</summary>
internal static class DocumentKinds
{
    public static bool IsRegulation(IReadOnlyList<OutlineItem> roots)
    {
        var articles = 0;
        foreach (var root in roots)
        {
            if (root.Label.Kind == LabelKind.Article) articles++;
            articles += root.Children.Count(child => child.Label.Kind == LabelKind.Article);
        }

        return articles >= 3;
    }

    public static DocumentKind? OfTitle(Frame frame)
    {
        var kind = frame.Title is null ? null : TitleWords.KindOf(PlainForm.Of(frame.Title));
        return kind is DocumentKind.Notice && frame.NoticeTitle is { } notice ? TitleWords.KindOf(PlainForm.Of(notice)) : kind;
    }

    /// <summary>A document with tasks is at least a plan, whatever its title.</summary>
    public static DocumentKind WithTasks(DocumentKind? kind, IReadOnlyList<OutlineItem> roots) => kind switch
    {
        DocumentKind.Plan or DocumentKind.KeyPoints or DocumentKind.Breakdown => kind.Value,
        _ => DocumentKind.Plan,
    };
}
