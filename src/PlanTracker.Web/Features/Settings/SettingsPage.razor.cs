using Microsoft.AspNetCore.Components;
using PlanTracker.Domain;
using PlanTracker.Web.Mail;

namespace PlanTracker.Web.Features.Settings;

public sealed partial class SettingsPage
{
    private Refusal? refusal;
    private MailResult? result;
    private bool allowed;
    private bool isOn;
    private bool hasPassword;

    [SupplyParameterFromForm(FormName = "mail", Name = "Form")] private Input? Posted { get; set; }

    [SupplyParameterFromForm(FormName = "test")] private Recipient Try { get; set; } = null!;

    [SupplyParameterFromQuery] private string? Saved { get; set; }

    private Input Form { get; set; } = new();

    protected override async Task OnInitializedAsync()
    {
        Try ??= new Recipient();
        var outcome = await Sender.Send(new ReadMailSettings.Query());
        refusal = outcome.Refusal;
        if (!outcome.IsDone)
            return;
        allowed = true;
        (isOn, hasPassword) = (outcome.Value.Settings is not null, outcome.Value.HasPassword);
        Form = Posted ?? Input.Of(outcome.Value.Settings, Navigation.BaseUri.TrimEnd('/'));
    }

    private async Task Save()
    {
        refusal = (await Sender.Send(new SaveMailSettings.Command(Form.ToSettings()))).Refusal;
        if (refusal is null)
            Navigation.NavigateTo("/settings?saved=1");
    }

    private async Task Test()
    {
        var outcome = await Sender.Send(new TestMail.Command(Try.Address));
        refusal = outcome.Refusal;
        result = outcome.IsDone ? outcome.Value : null;
    }

    private sealed class Recipient
    {
        public string Address { get; set; } = "";
    }

    private sealed class Input
    {
        public string? Host { get; set; }
        public MailSecurity Security { get; set; } = MailSecurity.ImplicitTls;
        public int Port { get; set; } = 465;
        public string? User { get; set; }
        public string? Password { get; set; }
        public string? FromAddress { get; set; }
        public string? FromName { get; set; }
        public string? PublicUrl { get; set; }
        public string? TrustedCertificate { get; set; }

        public static Input Of(MailSettings? settings, string address) => settings is null
            ? new Input { PublicUrl = address }
            : new Input
            {
                Host = settings.Host, Security = settings.Security, Port = settings.Port, User = settings.User, FromAddress = settings.FromAddress,
                FromName = settings.FromName, PublicUrl = settings.PublicUrl, TrustedCertificate = settings.TrustedCertificate,
            };

        public MailSettings ToSettings() => new()
        {
            Host = Host ?? "", Security = Security, Port = Port, User = User ?? "", Password = Password ?? "", FromAddress = FromAddress ?? "",
            FromName = FromName ?? "", PublicUrl = PublicUrl ?? "", TrustedCertificate = TrustedCertificate ?? "",
        };
    }
}
