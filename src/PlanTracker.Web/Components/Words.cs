namespace PlanTracker.Web.Components;

/// <summary>Marks the wordings of the layout and the shared components; the English ones stand in Words.en.resx.</summary>
public sealed class Words;
