using Microsoft.Extensions.Localization;
using PlanTracker.Web.Channels;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Mail;

namespace PlanTracker.Web.Wording;

/// <summary>Why something was not accepted outside, over whichever channel, and what to do.</summary>
public sealed class FailureSentences(IStringLocalizer<Words> words, MailFailures mails)
{
    public string this[CallFailure failure] => words[failure.Kind switch
    {
        CallFailureKind.NotConfigured => "尚未设置，请系统管理员在“短信与外发”中填写系统访问地址和短信网关。",
        CallFailureKind.InvalidAddress => "地址或手机号码不正确，请核对。",
        CallFailureKind.AddressNotAllowed => "该地址在内部网络，出于安全没有连接。确需发往内网的，请系统管理员在“短信与外发”中登记该网段。",
        CallFailureKind.HostNotFound => "找不到对方的服务器，请核对地址和网络。",
        CallFailureKind.ConnectionRefused => "连接不上对方的服务器，请核对地址、端口和防火墙。",
        CallFailureKind.ConnectionLost => "与对方的连接中断，没有收到答复。",
        CallFailureKind.TimedOut => "对方没有在限定时间内答复。",
        CallFailureKind.CertificateNotTrusted => "对方服务器的证书不受信任，或与地址不符，没有发送。",
        CallFailureKind.Redirected => "对方要求转到别的地址，出于安全没有跟随。请填写最终的地址。",
        CallFailureKind.StatusRefused => "对方拒绝了请求，请核对地址和密钥。",
        CallFailureKind.AnswerRefused => "对方答复没有接收，请核对密钥和对方的安全设置。",
        CallFailureKind.SecretUnreadable => "保存的地址或密钥无法解密（数据目录的密钥已更换），请重新填写。",
        _ => throw new ArgumentOutOfRangeException(nameof(failure)),
    }];

    /// <param name="kept">As the ledger keeps it.</param>
    public (string Sentence, string Answer) Of(Channel channel, string kept)
    {
        if (channel == Channel.Mail)
        {
            var mail = MailFailure.Parse(kept);
            return (mails[mail], mail.Answer);
        }

        var call = CallFailure.Parse(kept);
        return (this[call], call.Answer);
    }
}
