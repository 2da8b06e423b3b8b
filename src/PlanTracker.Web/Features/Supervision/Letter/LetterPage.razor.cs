using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Domain;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Supervision.Letter;

public sealed partial class LetterPage
{
    private ReadLetter.Result? found;
    private Refusal? refusal;

    [Inject] private Sender Sender { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromForm] private Input? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var outcome = await Sender.Send(new ReadLetter.Query(Id));
        found = outcome.IsDone ? outcome.Value : null;
    }

    private async Task Edit() => Go((await Sender.Send(new EditLetter.Command(
        Id, Form!.Version, Form.Title ?? "", Form.Opening ?? "", Form.Closing ?? "", Form.AnswerBy ?? default, Form.Kept))).Refusal);

    private async Task Issue() => Go((await Sender.Send(new IssueLetter.Command(Id, Form!.SignedBy ?? ""))).Refusal);

    private async Task Drop() => Go((await Sender.Send(new DropLetter.Command(Id, Form!.Words ?? ""))).Refusal);

    private async Task Answer() => Go((await Sender.Send(new AnswerLetter.Command(Id, Form!.Entry.Entry(await EvidenceFile.OfForm(Http))))).Refusal);

    private void Go(Refusal? why)
    {
        refusal = why;
        if (why is null)
            Navigation.NavigateTo($"/supervision/letters/{Id}?done=1");
    }

    private string Note(ReadLetter.Result letter) => letter.State switch
    {
        LetterState.Draft => L["致{0}。核对后签发，签发后编号，不能再改。", letter.Unit],
        LetterState.Issued => L["致{0}，{1} 发函，请于 {2} 前复函", letter.Unit, Day(letter.IssuedOn!.Value), Day(letter.AnswerBy)],
        LetterState.Answered => L["致{0}，{1} 复函", letter.Unit, Day(letter.AnsweredOn!.Value)],
        _ => L["致{0}，已作废", letter.Unit],
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Input
    {
        public int Version { get; set; }
        public string? Title { get; set; }
        public string? Opening { get; set; }
        public string? Closing { get; set; }
        public DateOnly? AnswerBy { get; set; }

        // A form in which nothing is ticked binds null.
        public List<Guid> Kept { get; set => field = value ?? []; } = [];
        public string? SignedBy { get; set; }
        public string? Words { get; set; }
        public EntrySource Source { get; set; }
        public DateOnly? On { get; set; }

        public AnswerInput Entry => new() { Words = Words, Source = Source, On = On };
    }
}
