using PlanTracker.Documents.Tables;
using PlanTracker.Domain;

namespace PlanTracker.Web.Registers;

public enum RowResult
{
    Added,
    Changed,
    Unchanged,

    /// <summary>Nothing of the row was taken.</summary>
    Refused,
}

/// <param name="Field">The head of the column.</param>
public sealed record FieldChange(string Field, string Before, string After);

/// <param name="Line">Of the file, from 1.</param>
public sealed record ImportedRow(int Line, string Name, RowResult Result, IReadOnlyList<FieldChange> Changes, Refusal? Refusal = null);

/// <summary>What an import did, or would do, row by row.</summary>
/// <param name="IsApplied">False for a preview: nothing was written.</param>
public sealed record ImportReport(IReadOnlyList<ImportedRow> Rows, bool IsApplied)
{
    public int Count(RowResult result) => Rows.Count(x => x.Result == result);

    public bool ChangesNothing => Rows.All(x => x.Result is RowResult.Unchanged or RowResult.Refused);
}

/// <summary>Gathers the report of one import, row by row.</summary>
public sealed class ImportLog
{
    private readonly List<ImportedRow> rows = [];

    public void Refuse(NamedTable.Row row, string name, Refusal refusal) => rows.Add(new(row.Line, name, RowResult.Refused, [], refusal));

    /// <summary>An added row says what it added; another is changed where any value differs.</summary>
    public void Take(NamedTable.Row row, string name, bool isNew, IEnumerable<FieldChange> fields)
    {
        FieldChange[] changes = [.. fields.Where(x => x.Before != x.After)];
        var result = isNew ? RowResult.Added : changes.Length > 0 ? RowResult.Changed : RowResult.Unchanged;
        rows.Add(new(row.Line, name, result, changes));
    }

    public ImportReport Report(bool isApplied) => new(rows, isApplied);
}
