namespace PlanTracker.Web.Data.Model;

/// <summary>A setting of the installation, or of one jurisdiction.</summary>
public sealed class Setting
{
    public required string Key { get; set; }
    public string Value { get; set; } = "";
    public int Version { get; set; }
}

/// <summary>What became of the invented county in this store.</summary>
public enum DemoState
{
    None,
    Loading,
    Loaded,

    /// <summary>It was emptied on purpose and is not loaded again.</summary>
    Emptied,
}

/// <summary>One row: what this database is and who may open it.</summary>
public sealed class Installation
{
    public int Id { get; set; }
    public DateOnly FirstStartedOn { get; set; }

    /// <summary>Oldest version of the application that may run on this schema.</summary>
    public required string OldestVersion { get; set; }

    /// <summary>Hash of the one-time token that makes the first administrator; null once used.</summary>
    public string? FirstAdministratorTokenHash { get; set; }
    public DemoState Demo { get; set; }
}

/// <summary>A row that only one process may hold: what must happen once takes it first.</summary>
public sealed class Lease
{
    public required string Name { get; set; }
    public required string Holder { get; set; }
    public DateTime Until { get; set; }
}
