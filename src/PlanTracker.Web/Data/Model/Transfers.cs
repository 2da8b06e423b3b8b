using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Web.Data.Model;

/// <summary>职能划转: a reform, as it was carried out. Never changed and never taken back but by another one.</summary>
public sealed class DutyTransfer
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Jurisdiction Jurisdiction { get; set; } = null!;

    /// <summary>From this day on the unit that takes over answers; lateness before it stays with the units before.</summary>
    public DateOnly On { get; set; }

    /// <summary>The decision it rests on, with the number of the document.</summary>
    public required string Ground { get; set; }
    public Guid ToUnitId { get; set; }
    public OrgUnit ToUnit { get; set; } = null!;

    /// <summary>The unit was registered with the transfer.</summary>
    public bool IsNewUnit { get; set; }

    /// <summary>撤销: the units before take no tasks any more, and their names mean the new one from the day on.</summary>
    public bool EndsOld { get; set; }
    public Guid ById { get; set; }
    public string ByName { get; set; } = "";
    public DateTime At { get; set; }
    public List<TransferUnit> From { get; set; } = [];
    public List<TransferItem> Items { get; set; } = [];
}

/// <summary>A unit that gave up duties, as it was called then.</summary>
public sealed class TransferUnit
{
    public Guid DutyTransferId { get; set; }
    public DutyTransfer DutyTransfer { get; set; } = null!;
    public Guid OrgUnitId { get; set; }
    public OrgUnit OrgUnit { get; set; } = null!;
    public string Name { get; set; } = "";
}

/// <summary>One open run that was handed over, and how it stood the day before.</summary>
public sealed class TransferItem
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid DutyTransferId { get; set; }
    public DutyTransfer DutyTransfer { get; set; } = null!;
    public Guid PlanId { get; set; }
    public Guid PlanTaskId { get; set; }
    public PlanTask PlanTask { get; set; } = null!;
    public Guid OccurrenceId { get; set; }
    public Occurrence Occurrence { get; set; } = null!;
    public Guid FromUnitId { get; set; }
    public OrgUnit FromUnit { get; set; } = null!;
    public Role Role { get; set; }
    public TransferFate Fate { get; set; }
    public DateOnly? DueOn { get; set; }

    /// <summary>Calendar days by which it was late under the unit before: they stay that unit's.</summary>
    public int DaysLate { get; set; }
}
