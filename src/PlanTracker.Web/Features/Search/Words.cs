namespace PlanTracker.Web.Features.Search;

/// <summary>Marks the wordings of this folder; the English ones stand in Words.en.resx.</summary>
public sealed class Words;
