using PlanTracker.Domain.Units;

namespace PlanTracker.Web.Features.Plans.Registry;

/// <summary>How a match is kept with a draft: its kind by name, and the words it rests on.</summary>
public static class MatchReason
{
    /// <summary>A person said so.</summary>
    public const string Chosen = nameof(Chosen);

    /// <summary>A person accepted what was suggested from earlier plans.</summary>
    public const string Suggested = nameof(Suggested);

    public static (string Kind, string Because) Of(NameMatch match) => match switch
    {
        NameMatch.ByAlias alias => (nameof(NameMatch.ByAlias), alias.Alias),
        NameMatch.ByPrefix placed => (placed.Reason.ToString(), placed.Name),
        NameMatch.ByWording worded => (worded.Reason.ToString(), worded.Name),
        NameMatch.ByReform reformed => (nameof(NameMatch.ByReform), reformed.Reform.Act),
        _ => (match.GetType().Name, ""),
    };
}
