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

    /// <summary>司法局: no place was printed anywhere before it, so it is the plan's own.</summary>
    Assumed,
}

/// <summary>By which general rule a printed name and a registered one are the same body.</summary>
public enum WordingReason
{
    /// <summary>发改局, 市场监管局: made of the registered name by leaving out.</summary>
    ShortForm,

    /// <summary>The printed name is the long form of a registered short one.</summary>
    LongForm,

    /// <summary>经济发展局, 发展经济局: the same words in another order.</summary>
    Reordered,

    /// <summary>农业农村局（乡村振兴局）: the name before or inside the brackets.</summary>
    Bracket,
}

/// <summary>Why a unit is proposed for a name that it does not bear.</summary>
public enum DoubtReason
{
    /// <summary>The name is that of several units.</summary>
    Several,

    /// <summary>A former name of it, printed after the day on which it went out of use.</summary>
    FormerName,

    /// <summary>县工商局: the body was merged into it by a reform; the document is younger than that.</summary>
    Reformed,

    /// <summary>县农业农村: what kind of body it is was lost.</summary>
    Truncated,

    /// <summary>One character differs.</summary>
    Misspelt,

    /// <summary>卫健委, 卫健局: the same field, another kind of body.</summary>
    OtherEnding,

    /// <summary>县教育局 for 教育和体育局: a part of its duties.</summary>
    Incomplete,
}

/// <param name="Name">The registered name or alias that speaks for it.</param>
public sealed record Candidate(Guid Id, string Name, DoubtReason Reason);

/// <summary>What a printed name turned out to be. There is no nearest neighbour here: what is not known is said to be
/// unknown, and what is only likely is proposed and never linked.</summary>
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

    /// <param name="Name">The registered name or alias that it is a form of.</param>
    public sealed record ByWording(Guid Id, string Name, WordingReason Reason) : NameMatch
    {
        public override Guid? Found => Id;
    }

    /// <summary>A body that a reform has since made part of this unit; the document is older than that.</summary>
    /// <param name="Name">The unit's registered name.</param>
    public sealed record ByReform(Guid Id, string Name, Reform Reform) : NameMatch
    {
        public override Guid? Found => Id;
    }

    /// <summary>Not known; these may be meant. Nobody is linked until a person says so.</summary>
    /// <param name="Candidates">The likeliest first, each unit once.</param>
    public sealed record Doubtful(IReadOnlyList<Candidate> Candidates) : NameMatch
    {
        public bool Equals(Doubtful? other) => other is not null && Candidates.SequenceEqual(other.Candidates);

        public override int GetHashCode() => Candidates.Count;
    }

    public sealed record Ambiguous(IReadOnlyList<Guid> Candidates) : NameMatch
    {
        public bool Equals(Ambiguous? other) => other is not null && Candidates.SequenceEqual(other.Candidates);

        public override int GetHashCode() => Candidates.Count;
    }

    public sealed record Unknown : NameMatch;
}
