using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace PlanTracker.Web.Security;

/// <summary>What Identity complains of, in the reader's language.</summary>
public sealed class AccountErrors(IStringLocalizer<Words> words) : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Of(nameof(PasswordTooShort), words["密码至少 {0} 个字符。可以用一句容易记住的话。", length]);

    public override IdentityError PasswordMismatch() => Of(nameof(PasswordMismatch), words["原密码不对。"]);

    public override IdentityError DuplicateUserName(string userName) => Of(nameof(DuplicateUserName), words["账号“{0}”已被使用，请换一个。", userName]);

    public override IdentityError InvalidUserName(string? userName) => Of(nameof(InvalidUserName), words["账号“{0}”不能使用，请换一个。", userName ?? ""]);

    public override IdentityError InvalidEmail(string? email) => Of(nameof(InvalidEmail), words["邮箱“{0}”写法不对。", email ?? ""]);

    /// <summary>The sentence of an error, including those which validators name only by code.</summary>
    public string Sentence(IdentityError error) =>
        error.Code == "CommonPassword" ? words["这个密码太常见，容易被猜中，请换一个。"] : error.Description;

    private static IdentityError Of(string code, string words) => new() { Code = code, Description = words };
}
