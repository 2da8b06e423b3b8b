namespace PlanTracker.Domain.Supervision;

/// <summary>Where a letter (商请函) stands.</summary>
public enum LetterState
{
    /// <summary>草稿</summary>
    Draft,

    /// <summary>已发函, and an answer is awaited.</summary>
    Issued,

    /// <summary>已复函</summary>
    Answered,

    /// <summary>作废: a draft that was not wanted, or a letter that was taken back. A number once given is not given again.</summary>
    Dropped,
}

/// <summary>What a person does with a letter. Nothing of it is done by a machine.</summary>
public enum LetterDeed
{
    Edit,
    Issue,

    /// <summary>An answer is registered; a second one adds to the first.</summary>
    Answer,
    Drop,
}

public static class LetterDeeds
{
    /// <summary>Where the letter stands after the deed; null where it may not be done.</summary>
    public static LetterState? After(this LetterState state, LetterDeed deed) => (state, deed) switch
    {
        (LetterState.Draft, LetterDeed.Edit) => LetterState.Draft,
        (LetterState.Draft, LetterDeed.Issue) => LetterState.Issued,
        (LetterState.Issued or LetterState.Answered, LetterDeed.Answer) => LetterState.Answered,
        (LetterState.Draft or LetterState.Issued, LetterDeed.Drop) => LetterState.Dropped,
        _ => null,
    };
}
