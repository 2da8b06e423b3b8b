namespace PlanTracker.Web.Features.Dashboard;

/// <summary>Marks the wordings of this folder; the English ones stand in Words.en.resx.</summary>
public sealed class Words;
