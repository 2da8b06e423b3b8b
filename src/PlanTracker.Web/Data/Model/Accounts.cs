using Microsoft.AspNetCore.Identity;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Web.Data.Model;

/// <summary>账号. The user name is what is typed at sign-in; what a person may do stands in dated memberships.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public required string DisplayName { get; set; }
    public bool MustChangePassword { get; set; }
    public DateTime? LastSignedInAt { get; set; }

    /// <summary>The language last chosen in the header, in which mails are written: a culture's name.</summary>
    public string Language { get; set; } = "zh-CN";

    /// <summary>The person's own choice; inside the application he is always reminded.</summary>
    public bool RemindByMail { get; set; } = true;

    /// <summary>The same, to the telephone of the account.</summary>
    public bool RemindBySms { get; set; } = true;

    /// <summary>A closed account signs in no more; its history stays.</summary>
    public DateOnly? ClosedOn { get; set; }

    public List<Membership> Memberships { get; set; } = [];
}

/// <summary>A role that a person holds in a jurisdiction, in a unit where the role is a unit's, on the days [From, To].</summary>
public sealed class Membership
{
    public Guid Id { get; set; }
    public Guid AccountId { get; set; }
    public Account Account { get; set; } = null!;
    public Function Function { get; set; }
    public Guid JurisdictionId { get; set; }
    public Jurisdiction Jurisdiction { get; set; } = null!;
    public Guid? OrgUnitId { get; set; }
    public OrgUnit? OrgUnit { get; set; }
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }
}
