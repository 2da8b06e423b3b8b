using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Domain;
using PlanTracker.Web.Channels;

namespace PlanTracker.Web.Features.Settings;

public sealed partial class OutgoingPage
{
    private const string Example = """{"mobile":"{phone}","content":"{text}"}""";

    private Refusal? refusal;
    private ReadOutgoing.Result? result;
    private CallResult? tested;

    [SupplyParameterFromForm(FormName = "sms", Name = "Sms")] private SmsInput? PostedSms { get; set; }

    [SupplyParameterFromForm(FormName = "outgoing", Name = "Outgoing")] private OutgoingInput? PostedOutgoing { get; set; }

    [SupplyParameterFromForm(FormName = "test-sms")] private Recipient Try { get; set; } = null!;

    [SupplyParameterFromQuery] private string? Saved { get; set; }

    private SmsInput Gateway { get; set; } = new();

    private OutgoingInput Connections { get; set; } = new();

    protected override async Task OnInitializedAsync()
    {
        Try ??= new Recipient();
        var outcome = await Sender.Send(new ReadOutgoing.Query());
        refusal = outcome.Refusal;
        if (!outcome.IsDone)
            return;
        result = outcome.Value;
        Gateway = PostedSms ?? SmsInput.Of(result.Sms);
        Connections = PostedOutgoing ?? new OutgoingInput { PublicUrl = result.Outgoing.PublicUrl, AllowedNetworks = result.Outgoing.AllowedNetworks };
    }

    private async Task SaveGateway() => Settle((await Sender.Send(new SaveSms.Command(Gateway.ToSettings()))).Refusal);

    private async Task SaveConnections() => Settle((await Sender.Send(new SaveOutgoing.Command(new OutgoingSettings
    {
        PublicUrl = Connections.PublicUrl ?? "", AllowedNetworks = Connections.AllowedNetworks ?? "",
    }))).Refusal);

    private async Task Test()
    {
        var outcome = await Sender.Send(new TestSms.Command(Try.Phone));
        refusal = outcome.Refusal;
        tested = outcome.IsDone ? outcome.Value : null;
    }

    private void Settle(Refusal? met)
    {
        refusal = met;
        if (refusal is null)
            Navigation.NavigateTo("/settings/outgoing?saved=1");
    }

    private sealed class Recipient
    {
        public string Phone { get; set; } = "";
    }

    private sealed class OutgoingInput
    {
        public string? PublicUrl { get; set; }
        public string? AllowedNetworks { get; set; }
    }

    private sealed class SmsInput
    {
        public string? Method { get; set; }
        public string? Url { get; set; }
        public string? Headers { get; set; }
        public SmsBody BodyKind { get; set; } = SmsBody.Json;
        public string? Body { get; set; }
        public string? Secret { get; set; }
        public string? SuccessStatus { get; set; }
        public string? SuccessText { get; set; }

        public static SmsInput Of(SmsSettings? settings) => settings is null ? new SmsInput() : new SmsInput
        {
            Method = settings.Method, Url = settings.Url, Headers = settings.Headers, BodyKind = settings.BodyKind, Body = settings.Body,
            SuccessStatus = settings.SuccessStatus?.ToString(CultureInfo.InvariantCulture), SuccessText = settings.SuccessText,
        };

        public SmsSettings ToSettings() => new()
        {
            Method = Method ?? "POST", Url = Url ?? "", Headers = Headers ?? "", BodyKind = BodyKind, Body = Body ?? "", Secret = Secret ?? "",
            SuccessStatus = int.TryParse(SuccessStatus, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : null,
            SuccessText = SuccessText ?? "",
        };
    }
}
