using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Documents.Tables;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Reading;
using PlanTracker.Web.Registers;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Accounts;

/// <summary>Takes a file of accounts (账号, 姓名, 角色, 单位, 地区, 邮箱), by user name. The system administrator makes and changes accounts by it and grants
/// nothing; the security administrator grants the roles of the same file to accounts that exist. A known account keeps its password.</summary>
public static class ImportAccounts
{
    private const string UserName = "账号";
    private const string DisplayName = "姓名";
    private const string Role = "角色";
    private const string Unit = "单位";
    private const string Place = "地区";
    private const string Mail = "邮箱";

    /// <param name="Password">First password of all accounts that are made.</param>
    public sealed record Command(ReadOnlyMemory<byte> File, [property: Secret] string Password, bool MustChange = true, bool DryRun = false)
        : ICommand<Outcome<ImportReport>>;

    public sealed class Handler(PlanTrackerDbContext db, UserManager<Account> users, Actor actor, Clock clock, SecuritySettings settings, DocumentReading reading)
        : IHandler<Command, Outcome<ImportReport>>
    {
        private Dictionary<string, Account> accounts = [];
        private List<Jurisdiction> places = [];
        private List<OrgUnit> units = [];
        private string? passwordHash;

        private bool MakesAccounts => actor.IsSystem || actor.Is(Function.SystemAdministrator);

        private bool GrantsRoles => actor.IsSystem || actor.Is(Function.SecurityAdministrator);

        public async Task<Outcome<ImportReport>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!MakesAccounts && !GrantsRoles)
                return RefusalKind.NotAllowed;
            var read = await reading.ReadTable(request.File, cancellationToken, UserName, DisplayName);
            if (read.Refusal is { } unread)
                return unread;
            accounts = await db.Users.Include(x => x.Memberships).ToDictionaryAsync(x => x.NormalizedUserName ?? "", cancellationToken);
            places = await db.Jurisdictions.ToListAsync(cancellationToken);
            units = await db.OrgUnits.Include(x => x.Jurisdiction).Where(x => x.EndedOn == null).ToListAsync(cancellationToken);
            var log = new ImportLog();
            HashSet<string> seen = new(StringComparer.Ordinal);
            foreach (var row in read.Value.Rows)
            {
                var refusal = seen.Add(Normal(row[UserName])) ? await Take(row, request, log) : new Refusal(RefusalKind.TwiceInFile, row[UserName]);
                if (refusal is not null)
                    log.Refuse(row, row[UserName], refusal);
            }

            if (request.DryRun)
                return log.Report(isApplied: false);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                return RefusalKind.ChangedMeanwhile;
            }

            return log.Report(isApplied: true);
        }

        private async Task<Refusal?> Take(NamedTable.Row row, Command request, ImportLog log)
        {
            var known = accounts.GetValueOrDefault(Normal(row[UserName]));
            if (AccountFields.Fault(row[UserName], row[DisplayName], row[Mail]) is { } fault)
                return fault;
            if (known is null && !MakesAccounts)
                return new Refusal(RefusalKind.NotRegistered, UserName, row[UserName]);
            Outcome<Membership?> granted = (Membership?)null;
            if (GrantsRoles && row[Role].Length > 0)
                granted = ReadGrant(row, known);
            if (granted.Refusal is { } refusal)
                return refusal;
            if (known is null && await PasswordFault(row, request.Password) is { } weak)
                return weak;
            List<FieldChange> changes = [];
            var account = known ?? Make(row, request);
            if (MakesAccounts)
            {
                changes.Add(new(DisplayName, known?.DisplayName ?? "", row[DisplayName]));
                account.DisplayName = row[DisplayName];
                if (row.Table.Has(Mail))
                {
                    changes.Add(new(Mail, known?.Email ?? "", row[Mail]));
                    (account.Email, account.NormalizedEmail) = row[Mail].Length == 0 ? (null, null) : (row[Mail], users.NormalizeEmail(row[Mail]));
                }
            }

            if (granted.Value is { } membership)
            {
                account.Memberships.Add(membership);
                account.SecurityStamp = SecurityStamp.Fresh();
                changes.Add(new(Role, "", $"{row[Role]} {row[Unit]}".Trim()));
            }

            log.Take(row, row[UserName], known is null, changes);
            return null;
        }

        /// <summary>The role that the row grants, null where it is held already.</summary>
        private Outcome<Membership?> ReadGrant(NamedTable.Row row, Account? account)
        {
            if (FunctionWords.Read(row[Role]) is not { } function)
                return new Refusal(RefusalKind.Invalid, Role);
            if (places.Where(x => x.Name == row[Place]).ToList() is not [var place])
                return new Refusal(RefusalKind.NotRegistered, Place, row[Place]);
            var unit = function.IsOfUnit
                ? units.Find(x => x.Name == row[Unit] && (x.JurisdictionId == place.Id || x.Jurisdiction.RegisterId == place.Id)) : null;
            if (function.IsOfUnit && unit is null)
                return new Refusal(RefusalKind.NotRegistered, Unit, row[Unit]);
            var held = account?.Memberships.Where(x => !(x.To < clock.Today)).ToList() ?? [];
            if (held.Exists(x => x.Function == function && x.JurisdictionId == place.Id && x.OrgUnitId == unit?.Id))
                return (Membership?)null;
            if (MembershipRules.MayAdd(held.Select(x => x.Function), function, settings.SeparateAdministrators).Refusal is { } clash)
                return clash;
            return new Membership { Id = clock.NewId(), Function = function, JurisdictionId = place.Id, OrgUnitId = unit?.Id, From = clock.Today };
        }

        private Account Make(NamedTable.Row row, Command request)
        {
            var account = new Account
            {
                Id = clock.NewId(), UserName = row[UserName], NormalizedUserName = Normal(row[UserName]), DisplayName = row[DisplayName],
                MustChangePassword = request.MustChange, LockoutEnabled = true, SecurityStamp = SecurityStamp.Fresh(),
            };

            // All have the same first password; hashing is slow on purpose and is done once.
            account.PasswordHash = passwordHash ??= users.PasswordHasher.HashPassword(account, request.Password);
            db.Users.Add(account);
            return accounts[Normal(row[UserName])] = account;
        }

        private async Task<Refusal?> PasswordFault(NamedTable.Row row, string password)
        {
            var account = new Account { UserName = row[UserName], DisplayName = row[DisplayName] };
            foreach (var validator in users.PasswordValidators)
            {
                if (!(await validator.ValidateAsync(users, account, password)).Succeeded)
                    return new Refusal(RefusalKind.Invalid, "初始密码");
            }

            return null;
        }

        private string Normal(string userName) => users.NormalizeName(userName) ?? "";
    }
}
