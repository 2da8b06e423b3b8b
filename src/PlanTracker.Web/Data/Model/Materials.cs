namespace PlanTracker.Web.Data.Model;

/// <summary>A report that was handed in as a document (年终总结, 工作报告), cut into passages of which people make progress drafts. Nothing is entered from it by itself.</summary>
public sealed class ReportMaterial
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }

    /// <summary>Whose report it is; null: the whole jurisdiction's.</summary>
    public Guid? OrgUnitId { get; set; }
    public OrgUnit? OrgUnit { get; set; }
    public string Title { get; set; } = "";
    public required string FileName { get; set; }
    public required string FileHash { get; set; }

    /// <summary>How many next steps the report names, which an import makes a plan of.</summary>
    public int NextSteps { get; set; }
    public Guid CreatedById { get; set; }
    public string ByName { get; set; } = "";
    public DateTime CreatedAt { get; set; }
    public List<MaterialPassage> Passages { get; set; } = [];
}

public enum PassageState
{
    Open,

    /// <summary>Its words stand in the progress draft of an occurrence.</summary>
    Taken,

    /// <summary>Speaks of no task.</summary>
    SetAside,
}

public sealed class MaterialPassage
{
    public Guid Id { get; set; }
    public Guid MaterialId { get; set; }
    public ReportMaterial Material { get; set; } = null!;
    public int Position { get; set; }

    /// <summary>Headings above it, outermost first, joined by " > ".</summary>
    public string Section { get; set; } = "";
    public string Title { get; set; } = "";
    public string Words { get; set; } = "";
    public IReadOnlyList<MaterialFigure> Figures { get; set; } = [];
    public PassageState State { get; set; }
    public Guid? OccurrenceId { get; set; }
    public Occurrence? Occurrence { get; set; }

    /// <summary>What was put into the draft, so that it can be taken out again.</summary>
    public string TakenWords { get; set; } = "";
    public string TakenFigures { get; set; } = "";
    public string DoneByName { get; set; } = "";
    public DateTime? DoneAt { get; set; }
    public int Version { get; set; }
}

/// <param name="Value">In units of <paramref name="Measure"/>.</param>
public sealed record MaterialFigure(string What, decimal Value, string Measure, bool About);
