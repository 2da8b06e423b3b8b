namespace PlanTracker.Web.Data.Model;

/// <summary>A national notice of days off that an administrator loaded; it stands above the one of the same year that the program brought along.</summary>
public sealed class LoadedNotice
{
    public Guid Id { get; set; }
    public int Year { get; set; }

    /// <summary>The year as <see cref="Domain.Calendars.HolidayNotice"/> reads it.</summary>
    public required string Content { get; set; }
    public string FileName { get; set; } = "";
    public Guid ById { get; set; }
    public string ByName { get; set; } = "";
    public DateTime At { get; set; }
    public int Version { get; set; }
}

/// <summary>A day of a region's own that is off, or worked, whatever the national notice says. It holds for what lies below the region too.</summary>
public sealed class LocalDay
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Jurisdiction Jurisdiction { get; set; } = null!;
    public DateOnly Day { get; set; }
    public bool IsWorked { get; set; }
    public string Reason { get; set; } = "";
    public Guid ById { get; set; }
    public string ByName { get; set; } = "";
    public DateTime At { get; set; }
}
