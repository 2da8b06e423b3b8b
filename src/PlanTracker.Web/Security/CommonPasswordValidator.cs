using Microsoft.AspNetCore.Identity;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Security;

/// <summary>Bars passwords that are tried first: one character or a short piece over and over, runs of the keyboard, the user's own name.</summary>
public sealed class CommonPasswordValidator : IPasswordValidator<Account>
{
    private static readonly string[] Runs =
    [
        "01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
        "qazwsxedcrfvtgbyhnujm", "passwordpassword", "password123456789", "administrator123456", "woaini1314520woaini", "iloveyouiloveyou",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var typed = (password ?? "").ToLowerInvariant();
        var common = Runs.Any(run => run.Contains(typed, StringComparison.Ordinal)) || IsRepetition(typed)
            || (user.UserName is { Length: >= 4 } name && typed.Contains(name.ToLowerInvariant(), StringComparison.Ordinal));
        return Task.FromResult(common ? IdentityResult.Failed(new IdentityError { Code = "CommonPassword" }) : IdentityResult.Success);
    }

    private static bool IsRepetition(string typed)
    {
        for (var length = 1; length <= Math.Min(4, typed.Length / 2); length++)
        {
            var piece = typed[..length];
            if (typed.Chunk(length).All(chunk => piece.StartsWith(new string(chunk), StringComparison.Ordinal)))
                return true;
        }

        return false;
    }
}
