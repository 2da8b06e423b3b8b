using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Domain;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Units;

public partial class UnitPage
{
    private const int BlankAliases = 2;

    private OpenUnit.Result? unit;
    private Refusal? refusal;

    [Inject] private Sender Sender { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Parameter] public Guid? Id { get; set; }
    [SupplyParameterFromForm(FormName = "unit")] private Input Form { get; set; } = null!;
    [SupplyParameterFromQuery] private string? Saved { get; set; }

    private IReadOnlyList<(string Words, string Link)> Trail => unit?.ReadsRegister == true ? [(L["单位名录"], "/units")] : [];

    private string? Note => Id is null || unit is null ? null : L["在办任务 {0} 项，累计承担 {1} 项。", unit.OpenTasks, unit.Tasks].Value;

    protected override async Task OnInitializedAsync()
    {
        var outcome = await Sender.Send(new OpenUnit.Query(Id));
        unit = outcome.IsDone ? outcome.Value : null;
        if (unit is not null)
            Form ??= Of(unit);
    }

    private async Task Save()
    {
        if (unit is null)
            return;
        var saved = Read() is { } command ? await Sender.Send(command) : new Refusal(RefusalKind.Invalid, "日期");
        refusal = saved.Refusal;
        if (saved.IsDone)
            Navigation.NavigateTo($"/units/{saved.Value}?saved=1");
    }

    private async Task Delete()
    {
        var done = await Sender.Send(new DeleteUnit.Command(Id!.Value));
        refusal = done.Refusal;
        if (done.IsDone)
            Navigation.NavigateTo("/units");
    }

    /// <summary>Null where a day cannot be read.</summary>
    private SaveUnit.Command? Read()
    {
        List<Alias> aliases = [];
        foreach (var typed in Form.Aliases.Where(x => !string.IsNullOrWhiteSpace(x.Name)))
        {
            if (!TryDay(typed.From, out var from) || !TryDay(typed.Until, out var until))
                return null;
            aliases.Add(new Alias(typed.Name!.Trim(), from, until));
        }

        if (!TryDay(Form.EndedOn, out var ended))
            return null;
        var people = Form.People.Select(x => new SaveUnit.Contact(x.Name?.Trim() ?? "", x.Phone?.Trim() ?? "", x.Mail?.Trim() ?? "", x.Part == "head"))
            .Where(x => x.Name.Length + x.Phone.Length + x.Mail.Length > 0);
        return new SaveUnit.Command(
            Id, unit!.RegisterId, Form.Version, Form.Name ?? "", Form.Kind, Form.PlaceId, Form.Position, Guid.TryParse(Form.Leader, out var leader) ? leader : null,
            ended, aliases, [.. people], Form.GroupIds);
    }

    private static bool TryDay(string? typed, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(typed))
            return true;
        var isDay = DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
        day = read;
        return isDay;
    }

    private static Input Of(OpenUnit.Result unit) => new()
    {
        Version = unit.Version,
        Name = unit.Name,
        Kind = unit.Kind,
        PlaceId = unit.PlaceId,
        Position = unit.Position,
        Leader = unit.LeaderId?.ToString(),
        EndedOn = Written(unit.EndedOn),
        GroupIds = [.. unit.GroupIds],
        Aliases =
        [
            .. unit.Aliases.Select(x => new AliasInput { Name = x.Name, From = Written(x.From), Until = Written(x.Until) }),
            .. Enumerable.Range(0, BlankAliases).Select(_ => new AliasInput()),
        ],
        People =
        [
            .. unit.Contacts.Select(x => new PersonInput { Name = x.Name, Phone = x.Phone, Mail = x.Mail, Part = x.IsHead ? "head" : "contact" }),
            new PersonInput { Part = unit.Contacts.Any(x => !x.IsHead) && unit.Contacts.All(x => !x.IsHead) ? "head" : "contact" },
        ],
    };

    private static string? Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Input
    {
        public int Version { get; set; }
        public string? Name { get; set; }
        public OrgUnitKind Kind { get; set; }
        public Guid PlaceId { get; set; }
        public int Position { get; set; }
        public string? Leader { get; set; }
        public string? EndedOn { get; set; }
        public List<Guid> GroupIds { get; set; } = [];
        public List<AliasInput> Aliases { get; set; } = [];
        public List<PersonInput> People { get; set; } = [];
    }

    private sealed class AliasInput
    {
        public string? Name { get; set; }
        public string? From { get; set; }
        public string? Until { get; set; }
    }

    private sealed class PersonInput
    {
        public string? Part { get; set; }
        public string? Name { get; set; }
        public string? Phone { get; set; }
        public string? Mail { get; set; }
    }
}
