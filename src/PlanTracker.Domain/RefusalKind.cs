namespace PlanTracker.Domain;

/// <summary>Every reason for which a request may be refused. Each has its sentence in both languages.</summary>
public enum RefusalKind
{
    /// <summary>The person may not do or see this.</summary>
    NotAllowed,

    /// <summary>The thing does not exist, or not for this person.</summary>
    NotFound,

    /// <summary>Somebody else changed it in between.</summary>
    ChangedMeanwhile,

    /// <summary>The state does not allow this step. Arguments: step, state.</summary>
    WrongState,

    /// <summary>Something needed was left empty. Arguments: the field.</summary>
    Missing,

    /// <summary>A field's content cannot be. Arguments: the field.</summary>
    Invalid,

    /// <summary>The name is already in use. Arguments: the name.</summary>
    NameTaken,

    /// <summary>Nobody may hold both functions at one time. Arguments: the one held, the one wanted.</summary>
    FunctionsClash,
}
