using Microsoft.Extensions.Localization;
using PlanTracker.Web.Mail;

namespace PlanTracker.Web.Wording;

/// <summary>Why a mail was not accepted, and what to do.</summary>
public sealed class MailFailures(IStringLocalizer<Words> words)
{
    public string this[MailFailure failure] => words[failure.Kind switch
    {
        MailFailureKind.NotConfigured => "尚未设置邮件服务器，请系统管理员在“邮件与设置”中填写。",
        MailFailureKind.InvalidAddress => "收件地址不正确，请核对账号的邮箱。",
        MailFailureKind.HostNotFound => "找不到这台邮件服务器，请核对服务器名称和网络。",
        MailFailureKind.ConnectionRefused => "连接不上邮件服务器，请核对端口和防火墙。",
        MailFailureKind.ConnectionLost => "与邮件服务器的连接中断，可能是加密方式或端口选错了。",
        MailFailureKind.TimedOut => "邮件服务器 30 秒内没有应答，请核对端口和加密方式。",
        MailFailureKind.StartTlsNotOffered => "邮件服务器不支持 STARTTLS 加密，请改选其他加密方式。",
        MailFailureKind.CertificateNotTrusted => "邮件服务器的证书不受信任，或与服务器名称不符；单位自建的服务器请填写其证书。",
        MailFailureKind.SignInNotOffered => "邮件服务器在这种连接下不接受登录，请改用加密连接，或清空用户名。",
        MailFailureKind.SignInRefused => "邮件服务器不接受用户名或密码，请核对；有的邮箱须使用授权码。",
        MailFailureKind.SenderRefused => "邮件服务器不接受发件地址，请核对发件地址是否属于登录的用户。",
        MailFailureKind.RecipientRefused => "邮件服务器不接受收件地址，请核对邮箱是否存在。",
        MailFailureKind.MessageRefused => "邮件服务器拒收了邮件内容，请联系邮件服务器的管理员。",
        MailFailureKind.ServerRefused => "对方不是邮件服务器，或暂时拒绝服务。",
        _ => throw new ArgumentOutOfRangeException(nameof(failure)),
    }];
}
