namespace PlanTracker.Web.Data;

/// <summary>Where things are kept (section "Store" of the settings).</summary>
public sealed class StoreOptions
{
    /// <summary>Folder of the embedded database and of all files; by default below the user's application data.</summary>
    public string DataFolder { get; set; } =
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "PlanTracker");

    /// <summary>Connection string of a PostgreSQL database; empty: the embedded SQLite file in the data folder.</summary>
    public string Postgres { get; set; } = "";

    public bool UsesPostgres => Postgres.Length > 0;

    public string SqliteFile => Path.Combine(DataFolder, "plantracker.db");
}
