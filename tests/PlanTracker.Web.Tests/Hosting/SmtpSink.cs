using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using PlanTracker.Web.Mail;

namespace PlanTracker.Web.Tests.Hosting;

/// <summary>A real mail server on loopback (Debian's python3-aiosmtpd) that keeps what it is sent. Addresses that begin with "unknown" it refuses.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    public const string User = "office";
    public const string Password = "loopback-only";

    private readonly Process process;
    private readonly string folder;
    private readonly bool asksSignIn;

    private SmtpSink(Process process, string folder, int port, MailSecurity security, bool asksSignIn, string certificate)
    {
        (this.process, this.folder, this.asksSignIn) = (process, folder, asksSignIn);
        (Port, Security, Certificate) = (port, security, certificate);
    }

    public int Port { get; }

    public MailSecurity Security { get; }

    /// <summary>PEM of the certificate it made itself; empty without TLS.</summary>
    public string Certificate { get; }

    public MailSettings Settings => new()
    {
        Host = "localhost", Port = Port, Security = Security, FromAddress = "tracker@example.test", FromName = "望湖县司法局",
        PublicUrl = "https://tracker.example.test", TrustedCertificate = Certificate, User = asksSignIn ? User : "", Password = asksSignIn ? Password : "",
    };

    public static async Task<SmtpSink> Start(MailSecurity security = MailSecurity.None, bool asksSignIn = false)
    {
        var folder = Databases.TemporaryFolder();
        var mails = Directory.CreateDirectory(Path.Combine(folder, "mails")).FullName;
        var certificate = security == MailSecurity.None ? "" : await MakeCertificate(folder);
        var way = security switch { MailSecurity.None => "none", MailSecurity.StartTls => "starttls", _ => "tls" };
        var script = Path.Combine(AppContext.BaseDirectory, "Hosting", "smtp_sink.py");
        string[] arguments =
        [
            script, mails, way, Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem"), asksSignIn ? User : "", asksSignIn ? Password : "",
        ];
        var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("python3 did not start");
        var line = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The mail server ended: is python3-aiosmtpd installed? tests/run.sh installs it");
        return new SmtpSink(process, mails, int.Parse(line, CultureInfo.InvariantCulture), security, asksSignIn, certificate);
    }

    /// <summary>What was accepted so far, first come first.</summary>
    public IReadOnlyList<ReceivedMail> Received() =>
        [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(file => new ReceivedMail(File.ReadAllText(file, Encoding.ASCII)))];

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<string> MakeCertificate(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));

        // Long enough for every clock on which tests run; the tests' own time plays no part in TLS.
        using var certificate = request.CreateSelfSigned(NewYear(2020), NewYear(2099));
        var pem = certificate.ExportCertificatePem();
        await File.WriteAllTextAsync(Path.Combine(folder, "certificate.pem"), pem);
        await File.WriteAllTextAsync(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        return pem;
    }

    private static DateTimeOffset NewYear(int year) => new(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
}

/// <summary>A message as a mail program shows it.</summary>
public sealed partial record ReceivedMail(string Raw)
{
    public string Subject => Decode(Header("Subject"));

    public string From => Decode(Header("From"));

    public string To => Header("To");

    public string MessageId => Header("Message-ID");

    public string Text => Part("text/plain");

    public string Html => Part("text/html");

    private string Header(string name)
    {
        var headers = Folded().Replace(Raw[..Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)], " ").Split("\r\n");
        return headers.Single(x => x.StartsWith(name + ": ", StringComparison.Ordinal))[(name.Length + 2)..];
    }

    private string Part(string type)
    {
        var start = Raw.IndexOf("\r\n\r\n", Raw.IndexOf($"Content-Type: {type}", StringComparison.Ordinal), StringComparison.Ordinal) + 4;
        return Encoding.UTF8.GetString(Convert.FromBase64String(Raw[start..Raw.IndexOf("--", start, StringComparison.Ordinal)]));
    }

    private static string Decode(string header) => EncodedWord().Replace(
        BetweenWords().Replace(header, "?==?"), word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value)));

    [GeneratedRegex(@"\r\n[ \t]")]
    private static partial Regex Folded();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=")]
    private static partial Regex EncodedWord();
}
