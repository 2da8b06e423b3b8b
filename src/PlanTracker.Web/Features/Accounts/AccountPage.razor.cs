using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Accounts;

public partial class AccountPage
{
    private OpenAccount.Result? account;
    private Refusal? refusal;
    private string? password;

    [Inject] private Sender Sender { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private Clock Clock { get; set; } = null!;
    [Parameter] public Guid Id { get; set; }
    [SupplyParameterFromForm(FormName = "grant")] private GrantInput Grant { get; set; } = null!;
    [SupplyParameterFromForm(FormName = "change")] private ChangeInput Change { get; set; } = null!;
    [SupplyParameterFromQuery] private string? Saved { get; set; }

    private string Note
    {
        get
        {
            var state = account!.State switch
            {
                AccountState.Closed => L["{0} 停用", Day(account.ClosedOn!.Value)],
                AccountState.Locked => L["已锁定"],
                _ => L["在用"],
            };
            var last = account.LastSignedInAt is { } at
                ? L["最近登录 {0}", Clock.Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)] : L["从未登录"];
            return $"{account.UserName} · {state.Value} · {last.Value}{(account.MustChangePassword ? " · " + L["待改初始密码"].Value : "")}";
        }
    }

    protected override async Task OnInitializedAsync()
    {
        await Load();
        if (account is null)
            return;
        Grant ??= new GrantInput { Function = Function.UnitReporter, From = Day(Clock.Today) };
        Change ??= new ChangeInput { DisplayName = account.DisplayName, Mail = account.Mail };
    }

    private async Task Load()
    {
        var outcome = await Sender.Send(new OpenAccount.Query(Id));
        account = outcome.IsDone ? outcome.Value : null;
    }

    private async Task GrantIt()
    {
        if (!TryDay(Grant.From, out var from) || from is null || !TryDay(Grant.To, out var to))
        {
            refusal = new Refusal(RefusalKind.Invalid, "日期");
            return;
        }

        Settle(await Sender.Send(new GrantRole.Command(Id, Grant.Function, Read(Grant.Place), Read(Grant.Unit), from.Value, to)));
    }

    private async Task End(Guid role) => Settle(await Sender.Send(new EndRole.Command(role)));

    private async Task ChangeIt() => Settle(await Sender.Send(new ChangeAccount.Command(Id, Change.DisplayName ?? "", Change.Mail ?? "")));

    private async Task Close() => Settle(await Sender.Send(new CloseAccount.Command(Id, Reopen: account?.State == AccountState.Closed)));

    private async Task Unlock() => Settle(await Sender.Send(new UnlockAccount.Command(Id)));

    private async Task Reset()
    {
        var outcome = await Sender.Send(new ResetPassword.Command(Id));
        refusal = outcome.Refusal;
        password = outcome.IsDone ? outcome.Value : null;
        await Load();
    }

    private void Settle(Outcome<Done> outcome)
    {
        refusal = outcome.Refusal;
        if (refusal is null)
            Navigation.NavigateTo($"/accounts/{Id}?saved=1");
    }

    private bool IsOver(OpenAccount.Role role) => role.To < Clock.Today;

    private static Guid? Read(string? typed) => Guid.TryParse(typed, out var id) ? id : null;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool TryDay(string? typed, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(typed))
            return true;
        var isDay = DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
        day = read;
        return isDay;
    }

    private sealed class GrantInput
    {
        public Function Function { get; set; }
        public string? Place { get; set; }
        public string? Unit { get; set; }
        public string? From { get; set; }
        public string? To { get; set; }
    }

    private sealed class ChangeInput
    {
        public string? DisplayName { get; set; }
        public string? Mail { get; set; }
    }
}
