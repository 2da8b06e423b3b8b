using System.Text;
using PlanTracker.Web.Demo;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.EndToEnd.Stories;

/// <summary>The county's key points amended once more: 16 is hardly the same task, 18 has new figures and a new day, 24 is left out, those behind it move up, and
/// one is new.</summary>
internal static class AmendedDocument
{
    public const string Name = "工作要点（再次修订）.txt";

    /// <summary>The plan in force, whose tasks are these.</summary>
    public const string Amends = "法治政府建设工作要点（修订）";

    private static readonly (string Before, string Now)[] Changes =
    [
        ("（修订）", "（再次修订）"), ("〔2026〕17号", "〔2026〕23号"), ("选取12个住宅小区", "选取15个住宅小区"),
        ("10月底前形成问题清单并整改", "12月底前形成问题清单并整改"),
        ("明确进驻单位、轮驻办法和接访流程，6月底前正式运行。", "推动信访、调解、仲裁、法律援助力量常驻，12月底前办结率达到九成。"),
        ("25. 更新", "24. 更新"), ("26. 编写", "25. 编写"), ("27. 开展", "26. 开展"), ("28. 建立", "27. 建立"),
        ("\n\n棠川县依法治县办公室", "\n28. 开展行政复议开放日活动。邀请企业代表和村居干部旁听案件听证，12月25日前举办两场。（责任单位：县司法局）\n\n棠川县依法治县办公室"),
    ];

    public static byte[] Content()
    {
        var words = Encoding.UTF8.GetString(DemoFiles.Read(Path.Combine("plans", "6-工作要点（修订）.txt")));
        foreach (var (before, now) in Changes)
        {
            Assert.Contains(before, words, StringComparison.Ordinal);
            words = words.Replace(before, now, StringComparison.Ordinal);
        }

        var (start, end) = (words.IndexOf("24. 办好", StringComparison.Ordinal), words.IndexOf("24. 更新", StringComparison.Ordinal));
        return Encoding.UTF8.GetBytes(words[..start] + words[end..]);
    }

    public static async Task<string> File()
    {
        var file = Path.Combine(Databases.TemporaryFolder(), Name);
        await System.IO.File.WriteAllBytesAsync(file, Content());
        return file;
    }
}
