using System.Globalization;

namespace PlanTracker.Web.Auditing;

/// <summary>The command line's word that walks the audit log.</summary>
public static class VerifyAudit
{
    public const string Command = "verify-audit";

    /// <summary>Says on the console how many entries are right, or which is the first that is not.</summary>
    /// <returns>Exit status: 0 where all are right, else 1.</returns>
    public static async Task<int> VerifyAuditLog(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().Verify(CancellationToken.None);
        Console.WriteLine(Sentence(report));
        return report.Broken is null ? 0 : 1;
    }

    public static string Sentence(ChainReport report) => report.Broken is not { } broken
        ? report.Right == 0
            ? "审计日志为空，没有需要核对的记录。 / The audit log is empty."
            : $"审计日志完好：第 {report.First} 至 {report.Last} 条，共 {report.Right} 条。末条摘要 {report.LastHash}"
                + $" / The audit log is intact: entries {report.First} to {report.Last}, {report.Right} in all. Hash of the last: {report.LastHash}"
        : $"审计日志已被改动：第 {broken.Number} 条（{At(broken.At)}）{Chinese(broken.Fault)}；此前 {report.Right} 条无误。"
            + $" / The audit log was tampered with: entry {broken.Number} ({At(broken.At)}) {English(broken.Fault)}; the {report.Right} before it are right.";

    private static string At(DateTime? at) => at is { } known ? known.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) : "—";

    private static string Chinese(ChainFault fault) => fault switch
    {
        ChainFault.Changed => "内容被改动",
        ChainFault.Missing => "缺失",
        _ => "与前一条不衔接",
    };

    private static string English(ChainFault fault) => fault switch
    {
        ChainFault.Changed => "was changed",
        ChainFault.Missing => "is missing",
        _ => "does not follow from the one before",
    };
}
