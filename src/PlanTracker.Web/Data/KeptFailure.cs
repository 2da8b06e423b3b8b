namespace PlanTracker.Web.Data;

/// <summary>A failure as a ledger keeps it: its kind and what the other side answered, no sentence.</summary>
internal static class KeptFailure
{
    private const char Separator = '\u001f';
    private const int LongestAnswer = 500;

    public static string Write<TKind>(TKind kind, string answer)
        where TKind : struct, Enum => $"{kind}{Separator}{(answer.Length > LongestAnswer ? answer[..LongestAnswer] : answer)}";

    public static (TKind Kind, string Answer) Read<TKind>(string kept)
        where TKind : struct, Enum
    {
        var at = kept.IndexOf(Separator, StringComparison.Ordinal);
        return at < 0 ? (Enum.Parse<TKind>(kept), "") : (Enum.Parse<TKind>(kept[..at]), kept[(at + 1)..]);
    }
}
