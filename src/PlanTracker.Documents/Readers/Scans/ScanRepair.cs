using System.Text.RegularExpressions;

namespace PlanTracker.Documents.Readers.Scans;

/// <summary>Mends what recognition gets wrong again and again, only where nothing else can have stood there. No character moves.</summary>
internal static partial class ScanRepair
{
    public static string Mend(string text)
    {
        text = RoleBracket().Replace(text, static match => new string(' ', match.Length - 1) + "（");
        return DocumentNumber().Replace(text, static match => $"〔{match.Groups["year"].Value}〕");
    }

    // 《〈责任单位:  for  （责任单位:
    [GeneratedRegex(@"[《〈<＜【\[({｛]{1,2}(?=(?:责任|牵头|配合|主办|协办|参与|参加)(?:单位|部门|领导)\s*[:：])")]
    private static partial Regex RoleBracket();

    // 府发【2026j6号  for  府发〔2026〕6号
    [GeneratedRegex(@"(?<=[发办函政字委])[(（\[【〔［{｛](?<year>(?:19|20)\d\d)[)）\]】〕］}｝jJ](?=\s*\d{1,4}\s*号)")]
    private static partial Regex DocumentNumber();
}
