using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Channels;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Settings;

/// <summary>A person chooses how he is reminded beside the application, where he always is.</summary>
public static class ChooseReminders
{
    /// <param name="Phone">Empty for none.</param>
    public sealed record Command(bool ByMail, bool BySms, string Phone) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Users.SingleOrDefaultAsync(x => x.Id == actor.AccountId, cancellationToken) is not { } account)
                return RefusalKind.NotAllowed;
            var phone = SmsGateway.Phone(request.Phone);
            if (phone is null && request.Phone.Trim().Length > 0)
                return new Refusal(RefusalKind.Invalid, "手机号码");
            (account.RemindByMail, account.RemindBySms, account.PhoneNumber) = (request.ByMail, request.BySms, phone);
            return await db.SaveIfFirst(Done.It, cancellationToken);
        }
    }
}
