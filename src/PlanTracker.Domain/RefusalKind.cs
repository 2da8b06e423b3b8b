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

    /// <summary>The round of reporting is closed.</summary>
    RoundClosed,

    /// <summary>Another plan goes on with this one already.</summary>
    AlreadyContinued,

    /// <summary>No task of a later plan goes on with it.</summary>
    NotContinued,

    /// <summary>The round has not ended.</summary>
    RoundOpen,

    /// <summary>Nobody may hold both functions at one time. Arguments: the one held, the one wanted.</summary>
    FunctionsClash,

    /// <summary>A name or alias belongs to another unit. Arguments: the name, the other unit.</summary>
    NameOfOther,

    /// <summary>What is named is not registered here. Arguments: the field, the name.</summary>
    NotRegistered,

    /// <summary>Still in use and therefore not to be removed. Arguments: the thing, how many use it.</summary>
    InUse,

    /// <summary>The same entry stands further up in the file. Arguments: the name.</summary>
    TwiceInFile,

    /// <summary>The file is larger, or has more rows, than is read. Arguments: the limit.</summary>
    FileTooLarge,

    /// <summary>The file is no table that can be read.</summary>
    UnreadableFile,

    /// <summary>The table lacks a column. Arguments: its head.</summary>
    ColumnMissing,

    /// <summary>A place stands below one of a higher level. Arguments: the place, the one above.</summary>
    LevelNotBelow,

    /// <summary>The unit stands on the task already, in another role. Arguments: the unit.</summary>
    AlreadyOnTask,

    /// <summary>The coordinator asked for a file with this task, and none was given.</summary>
    EvidenceWanted,

    /// <summary>No request waits for an answer any more.</summary>
    NothingWaits,

    /// <summary>The unit has answered already, or no answer is wanted any more.</summary>
    AnsweredAlready,

    /// <summary>The file holds nothing.</summary>
    FileEmpty,

    /// <summary>The document is marked as a state secret; nothing of it was kept.</summary>
    FileMarkedSecret,

    /// <summary>A draft that was published or discarded is no longer edited.</summary>
    DraftIsClosed,

    /// <summary>The draft cannot be published yet. Arguments: in how many places.</summary>
    NotReadyToPublish,

    /// <summary>The document holds no passage that tells of progress.</summary>
    NothingTold,
    /// <summary>The draft is an amended document of a plan: it is laid over the plan, not published beside it.</summary>
    DraftIsAmendment,

    /// <summary>More files than are taken at once. Arguments: the limit.</summary>
    TooManyFiles,

    /// <summary>The file is of no kind that is taken. Arguments: its name.</summary>
    FileKindUnknown,

    /// <summary>Longer than is kept. Arguments: the limit in characters.</summary>
    TooLong,
    /// <summary>A unit has no supervising leader, or the leader no account: nothing can be sent here.</summary>
    LeaderWithoutAccount,
    /// <summary>The account holds this role at this time already. Arguments: the function.</summary>
    RoleHeld,

    /// <summary>Nobody else could do this administrator's work. Arguments: the function.</summary>
    LastOfFunction,

    /// <summary>A place cannot stand below itself. Arguments: the place.</summary>
    BelowItself,

    /// <summary>A row of a form names no task of the unit.</summary>
    NotYourTask,

    /// <summary>A row of a form says what was said before.</summary>
    NothingChanged,

    /// <summary>The content is not what the ending of the name says. Arguments: the name, the ending.</summary>
    FileNotItsEnding,

    /// <summary>The virus scanner found something. Arguments: the name of the file, that of the find.</summary>
    FileInfected,

    /// <summary>A virus scanner is set and did not answer, so that the file was not taken. Arguments: the name of the file.</summary>
    FileNotScanned,

    /// <summary>Nobody was let in. Arguments: Unknown, Closed, WrongPassword or LockedOut.</summary>
    SignInFailed,
    /// <summary>The time for objecting is over. Arguments: the last day.</summary>
    ObjectionTooLate,

    /// <summary>There is no such decision, or an objection to it was raised before.</summary>
    NothingToObject,

    /// <summary>Who made the decision does not decide on the objection to it.</summary>
    DecidedBySame,

    /// <summary>An inner deadline lies behind the outer one. Arguments: the outer.</summary>
    BehindDeadline,

    /// <summary>A round of comments runs on this draft already.</summary>
    RoundRuns,

    /// <summary>Objections wait for the word whether they are adopted. Arguments: how many.</summary>
    ObjectionsWait,
    /// <summary>A field for days holds something else. Arguments: the field.</summary>
    NotDays,

    /// <summary>More days than may be. Arguments: the field, the most.</summary>
    DaysOutOfRange,

    /// <summary>More rungs than may be. Arguments: the field, the most.</summary>
    TooManyRungs,

    /// <summary>The supervising leader would hear of it before the head of the unit.</summary>
    LeaderBeforeHead,

    /// <summary>The file is no notice of days off. Arguments: the words at fault.</summary>
    NoticeUnreadable,

    /// <summary>A unit that ends would keep open tasks. Arguments: the unit, how many.</summary>
    TransferLeavesTasks,

    /// <summary>None of what was chosen can be handed over any more.</summary>
    NothingToTransfer,

    /// <summary>A transfer is carried out on its day, or later. Arguments: the day.</summary>
    TransferAhead,

    /// <summary>The letter was issued or dropped, and is changed no more.</summary>
    LetterIsOut,

    /// <summary>The days of a stretch lie too far apart, or in the wrong order. Arguments: the most days.</summary>
    StretchTooLong,

    /// <summary>The unit is asked by letter and not urged. Arguments: its name.</summary>
    UrgedByLetter,

    /// <summary>The same person urged the unit on this task today, in the same way. Arguments: its name.</summary>
    UrgedToday,
}
