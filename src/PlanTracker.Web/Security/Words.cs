namespace PlanTracker.Web.Security;

/// <summary>Marks the wordings of this folder; the English ones stand in Words.en.resx.</summary>
public sealed class Words;
