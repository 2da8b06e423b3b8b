using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Wording;

namespace PlanTracker.Web.Features.Accounts;

/// <summary>Keeps the language that somebody chose with his account: mails are written when no browser is there to ask.</summary>
public static class ChooseLanguage
{
    public sealed record Command(string Language) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!WordingRegistration.Speaks(request.Language))
                return new Refusal(RefusalKind.Invalid, "语言");
            if (await db.Users.SingleOrDefaultAsync(x => x.Id == actor.AccountId, cancellationToken) is not { } account)
                return RefusalKind.NotAllowed;
            account.Language = request.Language;
            return await db.SaveUnlessChanged(Done.It, cancellationToken);
        }
    }
}
