using PlanTracker.Domain;

namespace PlanTracker.Web.Auditing;

/// <summary>What the handler of a command adds to the entry about it, where the command and its result do not say enough.</summary>
public sealed class DeedNote
{
    /// <summary>Facts beside the arguments, by stable names.</summary>
    public Dictionary<string, string> Facts { get; } = [];

    /// <summary>It failed although what it changed stays: a wrong password counts towards the lock-out.</summary>
    public Refusal? Failure { get; set; }

    /// <summary>Whose deed it is, where nobody is signed in yet.</summary>
    public Guid? AccountId { get; set; }
}
