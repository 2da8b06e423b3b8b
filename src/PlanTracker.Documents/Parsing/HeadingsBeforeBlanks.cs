using System.Text.RegularExpressions;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>1、深化宪法宣传　组织活动200场。… — the heading and the wording of an item on one line, parted by a blank alone.</summary>
internal static partial class HeadingsBeforeBlanks
{
    private const int Fewest = 2;

    /// <summary>Most lines of items are such; a blank that was left in a sentence by chance is not found in most of them.</summary>
    public static bool AreUsual(string plain)
    {
        int such = 0, items = 0;
        for (int start = 0, end; start < plain.Length; start = end + 1)
        {
            end = plain.IndexOf('\n', start);
            if (end < 0) end = plain.Length;
            var at = start;
            while (at < end && plain[at] == ' ') at++;
            if (end - at < 20 || ItemLabel.ReadAt(plain, at) is not { Kind: not LabelKind.Enumerated } label) continue;
            items++;
            if (BlankBehindHeading().IsMatch(plain, at + label.Length)) such++;
        }

        return such >= Fewest && 2 * such > items;
    }

    [GeneratedRegex("\\G *[\u4e00-\u9fff“”\"]{4,24} +(?=[\u4e00-\u9fff“\"])[^。; \n]{8,}[。;]")]
    private static partial Regex BlankBehindHeading();
}
