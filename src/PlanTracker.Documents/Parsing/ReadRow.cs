using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>The cells of a row of tasks, told apart by what their columns mean.</summary>
internal sealed class ReadRow(GridRow row)
{
    private readonly List<GridRow> rows = [row];

    public MappedText? Number { get; set; }

    public bool NumberContinues { get; set; }

    /// <summary>Its number is that of other rows too.</summary>
    public bool SharesNumber { get; set; }

    /// <summary>Some of its wording is not that of the row above.</summary>
    public bool HasOwnWording { get; set; }

    public bool HasOwnTime { get; set; }

    public List<string> Section { get; } = [];

    /// <summary>In the order of their columns.</summary>
    public List<ReadWording> Wordings { get; } = [];

    public List<MappedText> Times { get; } = [];

    public List<ReadStage> Stages { get; } = [];

    /// <summary>Of columns whose heads nobody knows, each with its head.</summary>
    public List<MappedText> Details { get; } = [];

    public UnitClause Units { get; } = new();

    public bool Answers => Units.NamesSomebody || Times.Count + Stages.Count > 0;

    // A numbered row that names a body or a time is a task whose wording is lost, not no row.
    public bool IsTask => Wordings.Count > 0 || (Number is not null && Answers);

    /// <summary>It only names further bodies of the row above; what is due on a day of its own is a task of its own.</summary>
    public bool GoesOnWith(ReadRow above) => !HasOwnWording && Answers
        && (Number is null ? above.Number is not null && Wordings.Count == 0 : NumberContinues && !HasOwnTime);

    public void Add(ReadRow further)
    {
        rows.AddRange(further.rows);
        Units.Add(further.Units);
        Times.AddRange(further.Times.Where(time => Times.TrueForAll(known => known.Plain != time.Plain)));
        Stages.AddRange(further.Stages);
    }

    /// <summary>From the first to the last cell that begins in the row.</summary>
    public SourceSpan Span(MappedText words)
    {
        var spans = rows.SelectMany(part => part.Cells).Where(cell => !cell.Continues && cell.Text.Length > 0)
            .Select(cell => cell.Text.SpanOf(0, cell.Text.Length)).ToList();
        return spans.Count == 0 ? words.SpanOf(0, words.Length) : new SourceSpan(spans.Min(span => span.Start), spans.Max(span => span.End));
    }
}

/// <param name="Head">The words over the column.</param>
internal sealed record ReadWording(MappedText Head, MappedText Words);

/// <param name="Head">The words over the column, which name the time.</param>
internal sealed record ReadStage(MappedText Head, MappedText Words);
