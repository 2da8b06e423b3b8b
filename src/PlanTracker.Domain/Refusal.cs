namespace PlanTracker.Domain;

/// <summary>Why something was not done: a kind from a closed list and the arguments its sentence needs. The sentence itself is
/// rendered in the reader's language where it is shown.</summary>
public sealed record Refusal(RefusalKind Kind, params IReadOnlyList<string> Arguments);

/// <summary>A result, or a part of one, that may be a refusal.</summary>
public interface IRefusable
{
    /// <summary>Null where it was done.</summary>
    Refusal? Refusal { get; }
}

/// <summary>What was asked for, or the reason why not. Expected failures are values of this type; an exception is a bug.</summary>
public readonly record struct Outcome<T> : IRefusable
{
    private readonly T? value;

    private Outcome(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    public Refusal? Refusal { get; }

    public bool IsDone => Refusal is null;

    /// <summary>The result; only to be asked for when <see cref="IsDone"/>.</summary>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException($"Refused: {Refusal.Kind}");

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    public static implicit operator Outcome<T>(RefusalKind kind) => new(default, new Refusal(kind));
}

/// <summary>The result of a command that has nothing to say but that it was done.</summary>
public readonly record struct Done
{
    public static readonly Done It;
}
