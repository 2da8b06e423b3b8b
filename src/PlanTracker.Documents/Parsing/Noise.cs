using System.Text.RegularExpressions;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>What a page carries besides its document: page numbers, running heads, tools of a web site, printing lines.</summary>
internal static partial class Noise
{
    // - 7 -   — 12 —   第9页 共9页
    [GeneratedRegex(@"^\s*(?:[-.]{1,3}\s*\d{1,4}\s*[-.]{1,3}|第\s*\d{1,4}\s*页(?:\s*[,/]?\s*共\s*\d{1,4}\s*页)?|\d{1,3}\s*/\s*\d{1,3})\s*$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(
        @"^\s*\(?(?:您?当前位置|首页|打印|关闭|分享到|扫一扫|附件下载|相关链接|相关文件|相关稿件|上一篇|下一篇|网站地图|网站标识码|版权所有|主办(?:单位)?:.*(?:技术支持|ICP|网站|备案|维护|承办(?:单位)?:.*(?:信息|数据|" +
        @"政务))|主办单位:|承办单位:.{0,20}网|技术支持|联系我们|备案号|.{0,8}ICP备|.{0,30}版权所有|" +
        "点击(?:总量|数|率)|浏览次数|阅读次数|责任编辑|信息来源|来源:|发表回复|您的电子邮箱|此件(?:主动|公开|依申请)|本文有删减|抄送|©)")]
    private static partial Regex SiteLine();

    // 相关阅读 / 上一篇：… / 【打印本页】: what a site prints below its document.
    [GeneratedRegex(@"^\s*[(]?(?:相关(?:阅读|信息|链接|新闻|文章|文件|报道|内容|推荐|解读|稿件|政策)\W*$|[上下]一[篇条页]|扫一扫|分享(?:到|至|本文)|打印(?:本页|此页)|关闭(?:窗口|本页|页面)" +
        @"|(?:网站)?主办(?:单位)?:|承办(?:单位)?:.{0,20}(?:网|办|中心)|版权所有|网站(?:地图|标识码)|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新]ICP备)")]
    private static partial Regex Below();

    /// <summary>Where the lines end that are the document's own: before what a site prints below it, behind the last item.</summary>
    /// <param name="behindTable">The lines stand behind a table of tasks: there need be no item among them.</param>
    public static int TailOf(List<MappedText> lines, bool behindTable)
    {
        var item = lines.FindLastIndex(line => ItemLabel.ReadAt(line.Plain.TrimStart(), 0) is { Kind: <= LabelKind.BracketedDigit }
            || line.Plain.Contains('。', StringComparison.Ordinal));
        var below = item < 0 && !behindTable ? -1 : lines.FindIndex(item + 1, line => line.Length < 120 && Below().IsMatch(line.Plain));
        return below < 0 ? lines.Count : below;
    }

    // … 来源：某某网 附件下载 — the tail of a page that came as one line.
    [GeneratedRegex(@"\s(?:来源:|附件下载|扫一扫|打印\s+关闭|网站地图|\(此件(?:主动|公开|依申请)|主办:|版权所有|抄送:|第\d{1,3}页\s*共\d{1,3}页)|第\d{1,3}页\s*共\d{1,3}页\s*$")]
    private static partial Regex Tail();

    // 發(fā)展: a reading in brackets behind a character.
    [GeneratedRegex("(?<=[\u4e00-\u9fff])\\((?=[a-z]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüê]{1,7}\\)")]
    private static partial Regex Reading();

    // What Word's clipboard leaves in a page: Normal 0 7.8 磅 … /* Style Definitions */ table.X {…}
    [GeneratedRegex(@"Normal 0 [\d.]+ 磅[ \w]{0,80}(?:st1\\:\*\(behavior:url\(#ieooui\) \))?|" +
        @"/\* Style Definitions \*/(?: *[\w.\\:*-]+ *\([^{}]{0,1500}?;\))+")]
    private static partial Regex WordStyles();

    public static bool IsPageNumber(string plain) => plain.Length < 24 && PageNumber().IsMatch(plain);

    public static bool IsSiteLine(string plain) => plain.Length < 120 && SiteLine().IsMatch(plain);

    public static MappedText WithoutReadings(MappedText line) => line.Plain.Contains('(', StringComparison.Ordinal)
        ? Without(line.Plain.Contains("Style Definitions", StringComparison.Ordinal) ? Without(line, WordStyles()) : line, Reading())
        : line;

    private static MappedText Without(MappedText line, Regex noise) =>
        line.Except([.. noise.Matches(line.Plain).Select(match => (match.Index, match.Index + match.Length))]);

    /// <summary>Where the document's own words end between two places of a page that came as one line.</summary>
    public static int TailStart(string plain, int from, int end) => Tail().Match(plain, from, end - from) is { Success: true } tail ? tail.Index
        : end;
}
