using PlanTracker.Documents.Blocks;

namespace PlanTracker.Documents.Drafts;

/// <summary>Everything that a reader or the parser may complain of: a closed list. The sentence is rendered where it is shown.</summary>
public enum DiagnosticKind
{
    // The file (kind: unreadable; no tasks).
    CannotOpen,
    EmptyFile,
    UnknownFormat,
    IsPicture,
    Damaged,
    PasswordProtected,
    UnpackedTooLarge,
    TooManyParts,
    TooDeep,
    TooLong,
    ForbiddenDtd,
    MarkedSecret,
    TookTooLong,
    OutdatedFormat,

    /// <summary>An archive inside of an archive.</summary>
    NestedArchive,

    /// <summary>A program that reads this format is not installed where the file is read; the words name its package.</summary>
    ProgramMissing,
    TooManyPages,
    TooManyScannedPages,

    /// <summary>The files of an archive have more scanned pages together than may be recognized; this is one that was not.</summary>
    TooManyScannedTogether,

    // The document.
    NotAPlan,
    NoTasks,
    ReportOnlyNextSteps,

    /// <summary>Tasks were read, but neither its title nor its first words call it a plan, and none of them names a body.</summary>
    MaybeNotAPlan,

    /// <summary>None of the tasks of a plan names a body.</summary>
    NobodyNamed,

    /// <summary>The tasks are the rows of its table; the numbered items of the section that the words name were left out.</summary>
    ItemsLeftOut,
    PeriodUnknown,
    UndecodableCharacters,

    /// <summary>Characters that stand beside each other in no text: it was decoded wrongly before it came here.</summary>
    GarbledText,

    /// <summary>The document is one of several in an archive.</summary>
    OneOfSeveral,

    /// <summary>Of an archive some files could not be read; the words name them.</summary>
    OthersUnreadable,

    /// <summary>Of an archive the documents were read and so many pictures were not.</summary>
    PicturesLeftOut,

    /// <summary>The text was recognized from pictures of its pages.</summary>
    RecognizedText,

    /// <summary>Words of which the recognition was not sure.</summary>
    UnsureCharacters,

    // A task.
    NoUnits,
    UnsureUnit,
    UnsureRole,

    /// <summary>The item above it names units too; the words are that clause.</summary>
    UnitsAbove,
    UnsureDeadline,
    ImpossibleDate,
    AmbiguousYear,
    BareMonth,
    NumberGap,
    NumberRepeated,
    LongTitle,

    /// <summary>Its numbers begin in the middle and no heading stands above it.</summary>
    UnsureSection,

    /// <summary>It has no number; only the look of its heading tells that it is a task.</summary>
    GuessedHeading,

    /// <summary>The cells of its row came without separators.</summary>
    RunTogether,

    /// <summary>A row of a table without a wording.</summary>
    NoTitle,

    // A task that was taken over from an earlier plan.

    /// <summary>A year was moved to that of the new plan; the words are those before and after.</summary>
    ShiftedYear,

    /// <summary>The words speak of a year and were left as they are.</summary>
    KeptYear,

    /// <summary>A unit of the earlier plan has ended; the words are its name and perhaps whose duties these are now.</summary>
    EndedUnit,
}

/// <param name="Task">Index of the task in the draft that it concerns; null where it concerns the document.</param>
/// <param name="Words">What the sentence quotes: the doubtful words, or an argument of the kind (a limit, a date).</param>
/// <param name="Span">Where those words stand, where they stand in the document.</param>
public sealed record Diagnostic(DiagnosticKind Kind, int? Task = null, string Words = "", SourceSpan? Span = null);
