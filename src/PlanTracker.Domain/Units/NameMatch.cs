namespace PlanTracker.Domain.Units;

/// <summary>How the place before a name was understood.</summary>
public enum PrefixReason
{
    /// <summary>县发改局: the level stands for the place.</summary>
    Level,

    /// <summary>云溪县发改局: the place in full, the registered name has it short or not at all.</summary>
    FullPlace,

    /// <summary>县发改局、财政局: the place was printed before an earlier name of the list.</summary>
    Inherited,
}

/// <summary>What a printed name turned out to be. There is no nearest neighbour here: what is not known is said to be unknown.</summary>
public abstract record NameMatch
{
    private NameMatch()
    {
    }

    /// <summary>The unit or group meant, where exactly one is.</summary>
    public virtual Guid? Found => null;

    public sealed record Exact(Guid Id) : NameMatch
    {
        public override Guid? Found => Id;
    }

    /// <param name="Alias">As registered.</param>
    public sealed record ByAlias(Guid Id, string Alias) : NameMatch
    {
        public override Guid? Found => Id;
    }

    /// <param name="Name">The registered name or alias that agrees once the place is taken into account.</param>
    public sealed record ByPrefix(Guid Id, string Name, PrefixReason Reason) : NameMatch
    {
        public override Guid? Found => Id;
    }

    public sealed record Ambiguous(IReadOnlyList<Guid> Candidates) : NameMatch
    {
        public bool Equals(Ambiguous? other) => other is not null && Candidates.SequenceEqual(other.Candidates);

        public override int GetHashCode() => Candidates.Count;
    }

    public sealed record Unknown : NameMatch;
}
