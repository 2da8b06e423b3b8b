using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Accounts;

/// <summary>Makes the three administrators and the first jurisdiction of an empty installation. Whoever holds the token that the start printed may, once.</summary>
public static class MakeFirstAdministrators
{
    public sealed record Command([property: Secret] string Token, string Place, [property: Secret] string Password) : ICommand<Outcome<Done>>;

    /// <summary>How a token is kept: never itself.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public sealed class Handler(PlanTrackerDbContext db, UserManager<Account> users, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        private static readonly (string UserName, Function Function, string Name)[] Administrators =
        [
            ("system", Function.SystemAdministrator, "系统管理员"),
            ("security", Function.SecurityAdministrator, "安全管理员"),
            ("audit", Function.AuditAdministrator, "审计管理员"),
        ];

        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var place = request.Place.Trim();
            if (place.Length == 0)
                return new Refusal(RefusalKind.Missing, "地区名称");
            await db.BeginChange(cancellationToken);

            // Taking the token away first makes a second use wait here and then find nothing.
            var hash = HashOf(request.Token.Trim());
            var taken = await db.Installations.Where(x => x.FirstAdministratorTokenHash == hash)
                .ExecuteUpdateAsync(set => set.SetProperty(x => x.FirstAdministratorTokenHash, (string?)null), cancellationToken);
            if (taken == 0)
                return new Refusal(RefusalKind.Invalid, "一次性口令");
            var id = clock.NewId();
            var home = new Jurisdiction { Id = id, Name = place, Level = JurisdictionLevel.County, Path = $"{id}/" };
            db.Jurisdictions.Add(home);
            foreach (var (userName, function, name) in Administrators)
            {
                var account = new Account
                {
                    Id = clock.NewId(), UserName = userName, DisplayName = name, MustChangePassword = true,
                    Memberships = [new Membership { Id = clock.NewId(), Function = function, Jurisdiction = home, From = clock.Today }],
                };
                if (!(await users.CreateAsync(account, request.Password)).Succeeded)
                    return new Refusal(RefusalKind.Invalid, "三个账号的初始密码");
            }

            return Done.It;
        }
    }
}
