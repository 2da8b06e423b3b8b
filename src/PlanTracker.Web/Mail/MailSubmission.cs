using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PlanTracker.Web.Mail;

/// <summary>Hands one letter to the mail server (RFC 6409), plain, by STARTTLS or with TLS from the first byte. One client for the three ways, since the
/// framework's knows neither the third, nor a certificate of one's own, nor a limit of time when it works asynchronously.</summary>
public sealed class MailSubmission
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Accepted by the server, or why not; what the network does is never thrown.</summary>
    public async Task<MailResult> Send(MailSettings settings, Letter letter, CancellationToken cancellation)
    {
        if (!Letter.IsAddress(letter.To))
            return Failed(MailFailureKind.InvalidAddress, letter.To);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(Limit);
        try
        {
            using TcpClient tcp = new();
            await tcp.ConnectAsync(settings.Host, settings.Port, limited.Token);
            return new MailResult(await Converse(tcp, settings, letter, limited.Token));
        }
        catch (SmtpRefusal refusal)
        {
            return new MailResult("", refusal.Failure);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Failed(MailFailureKind.TimedOut);
        }
        catch (SocketException failure)
        {
            return Failed(failure.SocketErrorCode switch
            {
                SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => MailFailureKind.HostNotFound,
                SocketError.TimedOut => MailFailureKind.TimedOut,
                _ => MailFailureKind.ConnectionRefused,
            }, failure.Message);
        }
        catch (AuthenticationException failure)
        {
            return Failed(MailFailureKind.CertificateNotTrusted, failure.Message);
        }
        catch (IOException failure)
        {
            return Failed(MailFailureKind.ConnectionLost, failure.Message);
        }
    }

    private static MailResult Failed(MailFailureKind kind, string answer = "") => new("", new MailFailure(kind, answer));

    private static async Task<string> Converse(TcpClient tcp, MailSettings settings, Letter letter, CancellationToken cancellation)
    {
        await using var network = tcp.GetStream();
        var name = NameOf((IPEndPoint)tcp.Client.LocalEndPoint!);
        SmtpConversation smtp = new(network);
        if (settings.Security == MailSecurity.ImplicitTls)
            smtp = new SmtpConversation(await Secure(network, settings, cancellation));
        await smtp.Expect(220, MailFailureKind.ServerRefused, cancellation);
        var offers = await smtp.Greet(name, cancellation);
        if (settings.Security == MailSecurity.StartTls)
        {
            if (!offers.Contains("STARTTLS"))
                throw new SmtpRefusal(MailFailureKind.StartTlsNotOffered, "");
            await smtp.Ask("STARTTLS", 220, MailFailureKind.StartTlsNotOffered, cancellation);
            smtp.MustBeSilent();
            smtp = new SmtpConversation(await Secure(network, settings, cancellation));
            offers = await smtp.Greet(name, cancellation);
        }

        if (settings.User.Length > 0)
            await SignIn(smtp, offers, settings, cancellation);
        await smtp.Ask($"MAIL FROM:<{settings.FromAddress}>", 250, MailFailureKind.SenderRefused, cancellation);
        await smtp.Ask($"RCPT TO:<{letter.To}>", 250, MailFailureKind.RecipientRefused, cancellation);
        await smtp.Ask("DATA", 354, MailFailureKind.MessageRefused, cancellation);
        var accepted = await smtp.SendData(letter.ToMime(settings), cancellation);
        await smtp.Leave(cancellation);
        return accepted;
    }

    private static async Task SignIn(SmtpConversation smtp, IReadOnlySet<string> offers, MailSettings settings, CancellationToken cancellation)
    {
        if (offers.Contains("AUTH PLAIN"))
        {
            var secret = Base64($"\0{settings.User}\0{settings.Password}");
            await smtp.Ask($"AUTH PLAIN {secret}", 235, MailFailureKind.SignInRefused, cancellation);
        }
        else if (offers.Contains("AUTH LOGIN"))
        {
            await smtp.Ask("AUTH LOGIN", 334, MailFailureKind.SignInRefused, cancellation);
            await smtp.Ask(Base64(settings.User), 334, MailFailureKind.SignInRefused, cancellation);
            await smtp.Ask(Base64(settings.Password), 235, MailFailureKind.SignInRefused, cancellation);
        }
        else
        {
            throw new SmtpRefusal(MailFailureKind.SignInNotOffered, "");
        }
    }

    /// <summary>How a client without a name in the DNS calls itself.</summary>
    private static string NameOf(IPEndPoint local)
    {
        var address = local.Address.IsIPv4MappedToIPv6 ? local.Address.MapToIPv4() : local.Address;
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{address}]" : $"[{address}]";
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static async Task<SslStream> Secure(NetworkStream network, MailSettings settings, CancellationToken cancellation)
    {
        SslStream secure = new(network, leaveInnerStreamOpen: true);
        SslClientAuthenticationOptions options = new() { TargetHost = settings.Host };
        if (settings.TrustedCertificate.Length > 0)
        {
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            try
            {
                options.CertificateChainPolicy.CustomTrustStore.ImportFromPem(settings.TrustedCertificate);
            }
            catch (CryptographicException failure)
            {
                throw new SmtpRefusal(MailFailureKind.CertificateNotTrusted, failure.Message);
            }
        }

        await secure.AuthenticateAsClientAsync(options, cancellation);
        return secure;
    }
}
