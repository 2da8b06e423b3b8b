using PlanTracker.Domain.Reminders;
using PlanTracker.Domain.Units;

namespace PlanTracker.Web.Data.Model;

public enum JurisdictionLevel
{
    Province,
    City,
    County,
    Town,
}

/// <summary>地区. A tree; whoever may read one may read what lies below it.</summary>
public sealed class Jurisdiction
{
    public Guid Id { get; set; }
    public Guid? ParentId { get; set; }
    public Jurisdiction? Parent { get; set; }
    public required string Name { get; set; }
    public JurisdictionLevel Level { get; set; }

    /// <summary>Ids from the root to this one, joined by '/' and closed by '/': what lies below begins with it.</summary>
    public required string Path { get; set; }

    /// <summary>From this hour of the day on reminders leave the system, in China's time.</summary>
    public TimeOnly SendsFrom { get; set; } = new(8, 0);

    /// <summary>From this hour on what is to leave the system waits for the next morning.</summary>
    public TimeOnly SendsUntil { get; set; } = new(20, 0);

    /// <summary>Whether calendars that people subscribe to carry the titles of tasks, and not only their numbers.</summary>
    public bool CalendarShowsTitles { get; set; }

    /// <summary>异议: calendar days within which a unit may object to a decision, and within which it is answered.</summary>
    public int DaysToObject { get; set; } = 30;
    public int DaysToAnswer { get; set; } = 30;

    /// <summary>When its plans remind, unless one says otherwise; null while it goes by what is usual.</summary>
    public Ladder? Ladder { get; set; }

    /// <summary>商请: whether bodies that are asked by letter may turn red here, and whether they are named where units are compared or late ones listed.</summary>
    public bool LetterUnitsTurnRed { get; set; }
    public bool LetterUnitsAreNamed { get; set; }

    /// <summary>Its letters: {year} and {number} are filled in; whose name stands under them, empty for the office; working days for an answer.</summary>
    public string LetterPattern { get; set; } = Domain.Supervision.LetterRules.DefaultPattern;
    public string LetterIssuer { get; set; } = "";
    public int LetterAnswerWorkdays { get; set; } = Domain.Supervision.LetterRules.DefaultAnswerWorkdays;
    public int Version { get; set; }
}

/// <summary>单位.</summary>
public sealed class OrgUnit
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Jurisdiction Jurisdiction { get; set; } = null!;
    public required string Name { get; set; }
    public OrgUnitKind Kind { get; set; }

    /// <summary>Place in protocol order; units of equal place stand by name.</summary>
    public int Position { get; set; }

    public Guid? SupervisingLeaderId { get; set; }
    public SupervisingLeader? SupervisingLeader { get; set; }

    /// <summary>A unit that was merged or renamed away takes no new tasks and keeps its history.</summary>
    public DateOnly? EndedOn { get; set; }

    public List<UnitAlias> Aliases { get; set; } = [];
    public List<UnitContact> Contacts { get; set; } = [];
    public List<UnitGroupMember> Groups { get; set; } = [];
    public int Version { get; set; }
}

/// <summary>简称. Valid on the days [<see cref="ValidFrom"/>, <see cref="ValidTo"/>], open where null.</summary>
public sealed class UnitAlias
{
    public Guid Id { get; set; }
    public Guid OrgUnitId { get; set; }
    public OrgUnit OrgUnit { get; set; } = null!;
    public required string Name { get; set; }
    public DateOnly? ValidFrom { get; set; }
    public DateOnly? ValidTo { get; set; }
}

/// <summary>A person of a unit who is written to or called, with or without an account.</summary>
public sealed class UnitContact
{
    public Guid Id { get; set; }
    public Guid OrgUnitId { get; set; }
    public OrgUnit OrgUnit { get; set; } = null!;
    public required string Name { get; set; }
    public string Phone { get; set; } = "";
    public string Email { get; set; } = "";

    /// <summary>负责人, not 经办人.</summary>
    public bool IsHead { get; set; }
}

/// <summary>单位组 (各镇人民政府, 县级有关部门).</summary>
public sealed class UnitGroup
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public required string Name { get; set; }

    /// <summary>Other printed names of the group, joined by ；.</summary>
    public string Aliases { get; set; } = "";
    public string Note { get; set; } = "";
    public List<UnitGroupMember> Members { get; set; } = [];
    public int Version { get; set; }
}

public sealed class UnitGroupMember
{
    public Guid UnitGroupId { get; set; }
    public UnitGroup UnitGroup { get; set; } = null!;
    public Guid OrgUnitId { get; set; }
    public OrgUnit OrgUnit { get; set; } = null!;
}

/// <summary>分管领导.</summary>
public sealed class SupervisingLeader
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public required string Name { get; set; }
    public string Position { get; set; } = "";

    /// <summary>排序: place in protocol order; wherever leaders are listed they stand by it.</summary>
    public int Rank { get; set; }

    /// <summary>The leader's own account, where there is one.</summary>
    public Guid? AccountId { get; set; }
    public int Version { get; set; }
}
