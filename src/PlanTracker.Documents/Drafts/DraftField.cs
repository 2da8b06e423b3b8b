namespace PlanTracker.Documents.Drafts;

/// <summary>The fields of a task that a reviewer confirms.</summary>
[Flags]
public enum DraftField
{
    None = 0,
    Number = 1,
    Section = 2,
    Title = 4,
    Units = 8,
    Leaders = 16,
    Deadlines = 32,
    Recurrence = 64,
    Targets = 128,
    All = 255,
}

/// <summary>Which fields a complaint puts in doubt; a field that no complaint touches was read for certain.</summary>
public static class DoubtfulFields
{
    public static DraftField Of(DiagnosticKind kind) => kind switch
    {
        DiagnosticKind.NumberGap or DiagnosticKind.NumberRepeated => DraftField.Number,
        DiagnosticKind.UnsureSection => DraftField.Section,
        DiagnosticKind.GuessedHeading => DraftField.Number | DraftField.Section | DraftField.Title,
        DiagnosticKind.LongTitle or DiagnosticKind.NoTitle => DraftField.Title,
        DiagnosticKind.NoUnits or DiagnosticKind.UnsureUnit or DiagnosticKind.UnsureRole
            or DiagnosticKind.UnitsAbove => DraftField.Units,
        // Where the plan's period is unknown, each day without a year is marked by itself.
        DiagnosticKind.UnsureDeadline or DiagnosticKind.ImpossibleDate or DiagnosticKind.AmbiguousYear or DiagnosticKind.BareMonth =>
            DraftField.Deadlines,
        DiagnosticKind.UndecodableCharacters or DiagnosticKind.GarbledText => DraftField.All,
        DiagnosticKind.RunTogether => DraftField.Title | DraftField.Units | DraftField.Leaders | DraftField.Deadlines | DraftField.Targets,
        _ => DraftField.None,
    };
}
