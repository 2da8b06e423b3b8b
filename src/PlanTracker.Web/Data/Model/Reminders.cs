namespace PlanTracker.Web.Data.Model;

/// <summary>What a ledger row of planned reminders has come to.</summary>
public enum ReminderState
{
    Planned,
    Sent,

    /// <summary>No longer wanted when its time came: closed, reassigned, suspended.</summary>
    Dropped,

    /// <summary>Nobody to send it to.</summary>
    NoRecipient,

    /// <summary>A word to a leader, which waits for the office to send it.</summary>
    Proposed,
}

/// <summary>One rung reached by one occurrence. Unique by (occurrence, rung, day): planning twice plans nothing twice.</summary>
public sealed class Reminder
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid OccurrenceId { get; set; }
    public Occurrence Occurrence { get; set; } = null!;
    public Guid OrgUnitId { get; set; }

    /// <summary>Stable name of the rung: BeforeDeadline30, Overdue7, Unsigned …</summary>
    public required string Rung { get; set; }

    /// <summary>The day that the rung names.</summary>
    public DateOnly Day { get; set; }

    /// <summary>The working day on which it goes out.</summary>
    public DateOnly GoesOutOn { get; set; }
    public ReminderState State { get; set; }
    public DateTime PlannedAt { get; set; }
    public DateTime? SettledAt { get; set; }
}

/// <summary>The ways by which reminders reach people. All but the first leave the system and carry counts and a link, no wording of tasks.</summary>
public enum Channel
{
    InApp,
    Mail,
    Sms,
    WeCom,
    DingTalk,
    Feishu,
    Webhook,
}

/// <summary>A group robot or a webhook, of a jurisdiction or of one unit. What it is told stands in the ledger by its id.</summary>
public sealed class Outlet
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }

    /// <summary>Null: told of all units of the jurisdiction.</summary>
    public Guid? OrgUnitId { get; set; }
    public OrgUnit? OrgUnit { get; set; }
    public Channel Channel { get; set; }
    public required string Name { get; set; }

    /// <summary>The name of the machine its address leads to; all of the address that is ever shown.</summary>
    public required string Host { get; set; }

    /// <summary>Encrypted: a robot's address carries its key.</summary>
    public required string Address { get; set; }

    /// <summary>Encrypted; empty where it signs nothing.</summary>
    public string Secret { get; set; } = "";
    public bool IsOn { get; set; } = true;
    public DateTime MadeAt { get; set; }
    public int Version { get; set; }
}

/// <summary>The secret address under which a person's calendar is read without signing in; one per person.</summary>
public sealed class CalendarFeed
{
    public Guid Id { get; set; }
    public Guid AccountId { get; set; }
    public Account Account { get; set; } = null!;

    /// <summary>SHA-256 of the secret part, in hexadecimal digits: the address itself is kept nowhere.</summary>
    public required string SecretHash { get; set; }
    public DateTime MadeAt { get; set; }
}

public enum DigestState
{
    Waiting,
    Sent,

    /// <summary>Not accepted so far; says why, and is tried again while attempts are left.</summary>
    Failed,

    /// <summary>Nothing it tells of was wanted any more before it could be sent.</summary>
    Withdrawn,
}

/// <summary>One message per person, channel and day, or per outlet and day. Unique by them. What was not accepted says why and is tried again.</summary>
public sealed class Digest
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public DateOnly Day { get; set; }
    public Channel Channel { get; set; }

    /// <summary>Its reader; null where it goes to an outlet.</summary>
    public Guid? AccountId { get; set; }
    public Account? Account { get; set; }

    /// <summary>Null where it goes to a person, and where the outlet was removed since.</summary>
    public Guid? OutletId { get; set; }
    public Outlet? Outlet { get; set; }

    /// <summary>The address it was sent to: a mailbox, a telephone, an outlet's name; empty inside the application.</summary>
    public string Address { get; set; } = "";
    public DigestState State { get; set; }
    public int Attempts { get; set; }
    public string? Failure { get; set; }
    public DateTime MadeAt { get; set; }
    public DateTime? TryAgainAt { get; set; }
    public DateTime? SentAt { get; set; }

    /// <summary>When its reader opened it; only inside the application.</summary>
    public DateTime? ReadAt { get; set; }
    public List<Delivery> Deliveries { get; set; } = [];
}

/// <summary>A reminder in a digest. Unique by (reminder, person, channel) and by (reminder, outlet).</summary>
public sealed class Delivery
{
    public Guid Id { get; set; }
    public Guid ReminderId { get; set; }
    public Reminder Reminder { get; set; } = null!;
    public Guid? AccountId { get; set; }
    public Guid? OutletId { get; set; }
    public Channel Channel { get; set; }
    public Guid DigestId { get; set; }
    public Digest Digest { get; set; } = null!;
}

/// <summary>A notice inside the application that is no reminder: a return, an acceptance, an urge.</summary>
public sealed class Notice
{
    public Guid Id { get; set; }
    public Guid AccountId { get; set; }

    /// <summary>Kind of the sentence; its arguments are joined by '\u001f'.</summary>
    public required string Kind { get; set; }
    public string Arguments { get; set; } = "";
    public string Link { get; set; } = "";
    public DateTime At { get; set; }
    public DateTime? ReadAt { get; set; }
}
