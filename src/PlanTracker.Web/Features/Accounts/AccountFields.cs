using PlanTracker.Domain;
using PlanTracker.Web.Registers;

namespace PlanTracker.Web.Features.Accounts;

/// <summary>What the fields of an account may hold.</summary>
public static class AccountFields
{
    private const int Longest = 50;

    public static Refusal? Fault(string userName, string displayName, string mail)
    {
        if (userName.Length == 0)
            return new Refusal(RefusalKind.Missing, "账号");
        if (userName.Length > Longest || !userName.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '@'))
            return new Refusal(RefusalKind.Invalid, "账号");
        if (displayName.Length == 0)
            return new Refusal(RefusalKind.Missing, "姓名");
        if (displayName.Length > Longest || displayName.Any(char.IsControl))
            return new Refusal(RefusalKind.Invalid, "姓名");
        return mail.Length == 0 || MailText.IsAddress(mail) ? null : new Refusal(RefusalKind.Invalid, "邮箱");
    }
}
