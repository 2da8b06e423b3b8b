namespace PlanTracker.Web.Features.Scores;

/// <summary>Marks the wordings of this feature; the English ones stand in Words.en.resx.</summary>
public sealed class Words;
