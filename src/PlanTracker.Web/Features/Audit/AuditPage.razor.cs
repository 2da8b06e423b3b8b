using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Audit;

public sealed partial class AuditPage
{
    private Refusal? refusal;
    private ListEntries.Result? entries;
    private ListSteps.Result? steps;
    private ListRefusedUploads.Result? uploads;
    private ListSignIns.Result? signIns;
    private int total;

    private enum Tab
    {
        Log,
        Steps,
        Refused,
        SignIns,
    }

    [Inject] private Sender Sender { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "tab")] private string? TabText { get; set; }

    [SupplyParameterFromQuery(Name = "who")] private string? Who { get; set; }

    [SupplyParameterFromQuery(Name = "from")] private string? FromText { get; set; }

    [SupplyParameterFromQuery(Name = "to")] private string? ToText { get; set; }

    [SupplyParameterFromQuery(Name = "deed")] private string? DeedText { get; set; }

    [SupplyParameterFromQuery(Name = "outcome")] private string? OutcomeText { get; set; }

    [SupplyParameterFromQuery(Name = "saved")] private bool Saved { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private string? PageText { get; set; }

    private Tab Shown => Enum.TryParse<Tab>(TabText, ignoreCase: true, out var tab) && Enum.IsDefined(tab) ? tab : Tab.Log;

    private AuditNarrowing Narrowing => new(
        Who?.Trim() ?? "", Day(FromText), Day(ToText),
        int.TryParse(PageText, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 100_000) : 1);

    private string Deed => DeedText?.Trim() ?? "";

    private DeedOutcome? Result => Enum.TryParse<DeedOutcome>(OutcomeText, ignoreCase: true, out var outcome) && Enum.IsDefined(outcome) ? outcome : null;

    private bool IsNarrowed => Shown == Tab.Log && (Deed.Length > 0 || Result is not null) || Narrowing is { Person.Length: > 0 } or { From: not null } or { To: not null };

    protected override async Task OnInitializedAsync()
    {
        switch (Shown)
        {
            case Tab.Refused:
                var refused = await Sender.Send(new ListRefusedUploads.Query(Narrowing));
                (refusal, uploads, total) = (refused.Refusal, Of(refused), Of(refused)?.Total ?? 0);
                break;
            case Tab.SignIns:
                var last = await Sender.Send(new ListSignIns.Query(Narrowing));
                (refusal, signIns, total) = (last.Refusal, Of(last), Of(last)?.Total ?? 0);
                break;
            case Tab.Log:
                var listed = await Sender.Send(new ListEntries.Query(Narrowing, Deed, Result));
                (refusal, entries, total) = (listed.Refusal, Of(listed), Of(listed)?.Total ?? 0);
                break;
            default:
                var taken = await Sender.Send(new ListSteps.Query(Narrowing));
                (refusal, steps, total) = (taken.Refusal, Of(taken), Of(taken)?.Total ?? 0);
                break;
        }
    }

    private static T? Of<T>(Outcome<T> outcome)
        where T : class => outcome.IsDone ? outcome.Value : null;

    private string Name(Tab tab) => tab switch
    {
        Tab.Refused => L["拒收文件"],
        Tab.SignIns => L["最近登录"],
        Tab.Log => L["审计日志"],
        _ => L["办理记录"],
    };

    // The person and the days are kept when the tab is changed.
    private string Link(Tab tab) =>
        $"/audit?tab={tab}&who={Uri.EscapeDataString(Narrowing.Person)}&from={Value(Narrowing.From)}&to={Value(Narrowing.To)}";

    private string FileQuery => QueryString.Create(new Dictionary<string, string?>
    {
        ["who"] = Narrowing.Person, ["from"] = Value(Narrowing.From), ["to"] = Value(Narrowing.To), ["deed"] = Deed, ["outcome"] = Result?.ToString(),
    }.Where(x => !string.IsNullOrEmpty(x.Value))).ToString();

    private string Reason(DiagnosticKind kind) => kind == DiagnosticKind.MarkedSecret ? L["标有密级"] : L["不符合收件要求"];

    private static string When(DateTime at) => Clock.Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string? Value(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
