namespace PlanTracker.Web.Registers;

/// <summary>Whether typed words can be a mail address. Only a message that arrives proves it.</summary>
public static class MailText
{
    private const int Longest = 200;

    public static bool IsAddress(string typed)
    {
        var at = typed.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < typed.Length - 1 && typed.LastIndexOf('@') == at && typed.Length <= Longest
            && !typed.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';' or '<' or '>');
    }
}
