using System.Text.RegularExpressions;
using PlanTracker.Documents.Blocks;

namespace PlanTracker.Documents.Readers;

/// <summary>The mark of a state secret (秘密, 机密, 绝密) as the standard layout prints it at the head of the first page: alone on its line, with
/// or without ★ and a period, or beside the copy number and the urgency. The words in running text (商业秘密, 保守国家秘密) are no mark.</summary>
internal static partial class SecrecyMark
{
    /// <summary>Printed pages that can carry it: a cover and what stands behind it.</summary>
    public const int Pages = 3;

    private const int HeadLines = 30;
    private const int HeadCharacters = 1_000;

    public static bool StandsAtTheHeadOf(DocumentText document) =>
        StandsIn(document.Text.AsSpan(0, Math.Min(document.Text.Length, HeadCharacters)));

    public static bool StandsIn(ReadOnlySpan<char> head)
    {
        var lines = 0;
        foreach (var range in head.SplitAny('\n', '\t'))
        {
            var line = head[range].Trim();
            if (line.IsEmpty)
                continue;
            if (++lines > HeadLines)
                return false;
            if (MarksALine(line.ToString()))
                return true;
        }
        return false;
    }

    private static bool MarksALine(string line)
    {
        if (StarredMark().IsMatch(line))
            return true;
        var words = Blanks().Replace(line, "");
        return words.Length <= 30 && LoneMark().IsMatch(words);
    }

    /// <summary>秘密★1年 at the beginning of a line or after a blank, whatever follows.</summary>
    [GeneratedRegex(@"(?:^|\s|级[:：]\s*|\d)(?:绝\s*密|机\s*密|秘\s*密)\s*[★☆]")]
    private static partial Regex StarredMark();

    /// <summary>000012 机密 10年 特急: nothing on the line but the mark and what is printed beside it.</summary>
    [GeneratedRegex(@"^\d{0,8}(?:密级[:：]?)?(?:绝密|机密|秘密)[*＊·]?(?:长期|[0-9０-９一二三四五六七八九十]{1,3}(?:年|个月|月|天))?(?:特急|加急|特提|平急|急件)?$")]
    private static partial Regex LoneMark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
