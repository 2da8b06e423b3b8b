namespace PlanTracker.Web.Data.Model;

public enum DeedOutcome
{
    Done,
    Refused,
}

/// <summary>One entry of the audit log. Only ever appended; each carries the hash of the one before, so that nothing is changed or taken out unseen.</summary>
public sealed class AuditEntry
{
    /// <summary>1, 2, 3 … without a gap, over the whole installation.</summary>
    public long Number { get; set; }

    /// <summary>To the millisecond: both databases give it back as it was hashed.</summary>
    public DateTime At { get; set; }

    /// <summary>Null for what the system did, and for who is not signed in.</summary>
    public Guid? PersonId { get; set; }
    public string Person { get; set; } = "";

    /// <summary>Names of the roles held at that time, joined by a comma.</summary>
    public string Functions { get; set; } = "";

    /// <summary>Names of the units of those roles, joined by 、.</summary>
    public string Unit { get; set; } = "";
    public string Address { get; set; } = "";

    /// <summary>To which place the deed belongs: that of the object, else the person's own; null where nobody knows.</summary>
    public Guid? JurisdictionId { get; set; }

    /// <summary>Stable name of what was asked for: feature and verb.</summary>
    public string Action { get; set; } = "";

    /// <summary>What it was asked with, as JSON; never a password, nor a word of a file marked secret.</summary>
    public string Arguments { get; set; } = "";
    public string ObjectKind { get; set; } = "";
    public string ObjectId { get; set; } = "";
    public string ObjectTitle { get; set; } = "";
    public DeedOutcome Outcome { get; set; }

    /// <summary>Kind and arguments of the refusal, one a line; empty where it was done.</summary>
    public string Refusal { get; set; } = "";

    /// <summary>Hash of the entry before; of the first, 64 zeros.</summary>
    public string Before { get; set; } = "";

    /// <summary>SHA-256 of all the above, lower-case hexadecimal.</summary>
    public string Hash { get; set; } = "";
}

/// <summary>One row: where the log ends. Whoever appends changes it first, so that all others wait.</summary>
public sealed class AuditHead
{
    public int Id { get; set; }
    public long LastNumber { get; set; }
    public string LastHash { get; set; } = "";

    /// <summary>Entries of smaller numbers were removed after their time, and may be.</summary>
    public long KeptFrom { get; set; }
}
